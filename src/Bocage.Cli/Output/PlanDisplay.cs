using Bocage.Jobs.Plans;

namespace Bocage.Cli.Output;

/// <summary>Makes a plan with progress, then says what was chosen, how good it is and where it lies.</summary>
internal static class PlanDisplay
{
    public static void Run(PlanRequest request, string folder, bool json, CancellationToken cancellation)
    {
        var result = ProgressDisplay.While(progress => Plan.Run(request, folder, TimeProvider.System, progress, cancellation));
        if (json)
        {
            Console.Out.Write(File.ReadAllText(Path.Combine(folder, "plan.json")));
            return;
        }

        Facts(result);
        if (result.Chosen.Count > 0) Chosen(result);
        else if (result.TooDear is { } cheapest) Console.Out.WriteLine(FormattableString.Invariant($"Nothing is chosen: the cheapest possible measure costs € {cheapest:0.##}, which is more than the budget."));
        Console.Out.WriteLine($"Advice: {Path.Combine(folder, "plan.html")}");
        Console.Out.WriteLine($"Map for QGIS: {Path.Combine(folder, "plan.gpkg")}");
        Console.Out.WriteLine($"Figures: {Path.Combine(folder, "plan.json")}; what was run: {Path.Combine(folder, "run.json")}");
    }

    private static void Facts(PlanResult result)
    {
        var facts = PlainTable.OfFacts();
        facts.Row("outcome", PlanNames.Of(result.Solution.Outcome));
        facts.Row("measures that could be chosen", result.Candidates.Units.Count);
        if (result.Candidates.Unpriced.Count > 0) facts.Row("possible, but at an unknown cost", result.Candidates.Unpriced.Count);
        foreach (var limit in result.Solution.Relax) facts.Row("must give way", FormattableString.Invariant($"{limit.Name}: {limit.Needed:G6} instead of {limit.Given:G6}"));
        if (result.Chosen.Count > 0)
        {
            facts.Row("chosen", result.Chosen.Count);
            facts.Row("cost €", Math.Round(result.Solution.Cost));
            foreach (var species in result.Species) facts.Row($"ECA ha, {species.Name}", FormattableString.Invariant($"{species.EcaBeforeHa:0.0} → {species.EcaAfterHa:0.0} (on the changed map {species.Recomputed?.EcaHa:0.0})"));
            facts.Row("no plan can be better by more than", FormattableString.Invariant($"{100 * result.Solution.Gap:0.###} %"));
        }

        facts.Print();
    }

    private static void Chosen(PlanResult result)
    {
        var table = new PlainTable("no.", "measure@place", "quantity", "cost €", "adds alone", "adds to the rest");
        foreach (var chosen in result.Chosen.Take(result.Request.Top))
            table.Row(chosen.Rank, chosen.Unit.Candidate.Id, Math.Round(chosen.Unit.Candidate.Quantity, 2), Math.Round(chosen.Unit.Cost), Math.Round(chosen.Why.AddsAlone, 3), Math.Round(chosen.Why.AddsGivenRest, 3));
        table.Print();
    }
}
