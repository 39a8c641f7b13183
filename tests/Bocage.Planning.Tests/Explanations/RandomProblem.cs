using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Small problems of all kinds, the same for a seed.</summary>
internal static class RandomProblem
{
    public static PlanningProblem Of(int seed, int atMost = 7)
    {
        var random = new SeededRandom(seed);
        var count = 3 + random.Next(atMost - 2);
        var units = Enumerable.Range(0, count).Select(k => new PlanningUnit($"u{k}", 1 + random.Next(9),
            random.Next(12) switch { 0 => PlanningStatus.LockedIn, 1 => PlanningStatus.LockedOut, _ => PlanningStatus.Available })).ToArray();
        var problem = new PlanningProblem(units, Objective(seed % 5, count, random)).With(BudgetConstraint.Total(units, units.Sum(unit => unit.Cost) * (0.3 + 0.6 * random.NextDouble())));
        if (random.Next(3) == 0) problem = problem.With(CountConstraint.AtMostOne("one measure at the pond", [0, 1]));
        if (random.Next(4) == 0) problem = problem.With(BudgetConstraint.Of("the budget of the water board", [new(1, units[1].Cost / 2), new(2, units[2].Cost)], 6));
        if (random.Next(5) == 0) problem = problem.With(new ContiguityConstraint("one block", [.. Enumerable.Range(1, count - 1).Select(k => (k - 1, k))]));
        if (random.Next(5) == 0) problem = problem.With(new BoundaryPenalty(0.3, [.. Enumerable.Range(1, count - 1).Select(k => new SharedBoundary(k - 1, k, 1))], []));
        return problem;
    }

    public static PlanningObjective Objective(int kind, int units, SeededRandom random) => kind switch
    {
        0 => new MaximumUtilityObjective([.. Enumerable.Range(0, units).Select(_ => (double)random.Next(20))]),
        1 => new MaximumCoverObjective(Amounts(units, random, 0.3)),
        2 => new MinimumShortfallObjective(Amounts(units, random, 0.5)),
        3 => new MinimumSetObjective(Amounts(units, random, 0.25)),
        _ => new MaximumConnectedAreaObjective([Network(units, random), Network(units, random)]),
    };

    public static ConnectivityCase Network(int units, SeededRandom random)
    {
        const int Vertices = 6;
        var arcs = Enumerable.Range(0, 14).Select(_ => new ConnectivityArc(random.Next(Vertices), random.Next(Vertices), 0.4 * random.NextDouble())).ToArray();
        return new()
        {
            Name = "a species",
            SourceQuality = [.. Enumerable.Range(0, Vertices).Select(_ => (double)random.Next(4))],
            TargetQuality = [.. Enumerable.Range(0, Vertices).Select(_ => (double)random.Next(4))],
            Arcs = [.. arcs],
            ArcImprovements = [.. Enumerable.Range(0, units * 2).Select(k => new ArcImprovement(random.Next(arcs.Length), k % units, 0.3 + 0.7 * random.NextDouble()))],
            VertexImprovements = [new(random.Next(Vertices), random.Next(units), 1, 2), new(random.Next(Vertices), random.Next(units), 2, 0)],
        };
    }

    private static FeatureAmounts Amounts(int units, SeededRandom random, double targetShare)
    {
        const int Features = 4;
        var amounts = Enumerable.Range(0, units * Features).Select(_ => (double)Math.Max(0, random.Next(8) - 3)).ToArray();
        var totals = Enumerable.Range(0, Features).Select(feature => Enumerable.Range(0, units).Sum(unit => amounts[unit * Features + feature]));
        return new([.. totals.Select((total, k) => new ConservationFeature($"f{k}", total * targetShare, 1 + k))],
            [.. Enumerable.Range(0, units + 1).Select(unit => unit * Features)], [.. Enumerable.Range(0, units * Features).Select(entry => entry % Features)], amounts);
    }
}
