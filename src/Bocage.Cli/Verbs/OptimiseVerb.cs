using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Planning;

namespace Bocage.Cli.Verbs;

/// <summary>The choice of options that connects a landscape best under a budget (GECOT's problem), with a bound that says how good it is.</summary>
internal static class OptimiseVerb
{
    private const double AYear = 366 * 86400.0;

    public static Command Create()
    {
        var instance = new Argument<string>("instance") { Description = "instance.json in GECOT's layout, or the folder that holds it." };
        var budget = Options.Number<double>("--budget", "What may be spent, in the unit of the costs.", "a number, 0 or more", number => number >= 0);
        budget.Required = true;
        var seconds = Options.Number<double>("--seconds", "How long to search at most. [default: 60]", "a number of seconds, 0 or more", number => number is >= 0 and <= AYear);
        var seed = Options.Number<int>("--seed", "Seed of the search. [default: 1]", "a whole number", _ => true);
        var gap = Options.Number<double>("--gap", "Stop when the answer is proven to be within this share of the best possible. [default: 0]", "a number, 0 or more", number => number >= 0);
        var json = Options.Json();
        var verb = new Command("optimise", "Choose the options that connect a landscape best under a budget.") { instance, budget, seconds, seed, gap, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var clock = Stopwatch.StartNew();
            var problem = GecotInstance.Read(parsed.GetRequiredValue(instance));
            var money = parsed.GetRequiredValue(budget) ?? 0;
            problem = problem.With(BudgetConstraint.Total(problem.Units, money));
            var limits = new SolveLimits { Time = TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? 60), Seed = parsed.GetValue(seed) ?? 1, RatioGap = parsed.GetValue(gap) ?? 0 };
            var solution = new ConnectivitySolver().Solve(problem, limits, cancellation: cancellation);
            if (parsed.GetValue(json)) PrintJson(problem, solution, clock.Elapsed);
            else PrintTables(problem, solution, money, clock.Elapsed);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static void PrintJson(PlanningProblem problem, Solution solution, TimeSpan time) => Json.Print(new
    {
        solution.Objective,
        UpperBound = solution.Bound,
        solution.Gap,
        Outcome = OutcomeOf(solution),
        solution.Cost,
        Options = Chosen(problem, solution).Select(unit => unit.Id),
        Seconds = Math.Round(time.TotalSeconds, 3),
    });

    private static void PrintTables(PlanningProblem problem, Solution solution, double budget, TimeSpan time)
    {
        var chosen = Chosen(problem, solution).ToList();
        var facts = PlainTable.OfFacts();
        facts.Row("objective", solution.Objective);
        facts.Row("no choice has more than", solution.Bound);
        facts.Row("gap %", Math.Round(100 * solution.Gap, 4));
        facts.Row("outcome", OutcomeOf(solution));
        facts.Row("cost", solution.Cost);
        facts.Row("budget", budget);
        facts.Row("options chosen", $"{chosen.Count} of {problem.Units.Length}");
        facts.Row("found by", solution.Method);
        facts.Row("seconds", Math.Round(time.TotalSeconds, 1));
        facts.Print();
        if (chosen.Count == 0)
        {
            Console.Out.WriteLine(problem.Units.Length > 0 && problem.Units.All(unit => unit.Cost > budget)
                ? FormattableString.Invariant($"Nothing is chosen: the cheapest option costs {problem.Units.Min(unit => unit.Cost)}, which is more than the budget.")
                : "Nothing is chosen: no option that fits adds anything.");
            return;
        }

        var table = new PlainTable("option", "cost");
        foreach (var unit in chosen) table.Row(unit.Id, unit.Cost);
        table.Print();
    }

    private static IEnumerable<PlanningUnit> Chosen(PlanningProblem problem, Solution solution) =>
        solution.Selected.Select(unit => problem.Units[unit]).OrderBy(unit => unit.Id, StringComparer.Ordinal);

    private static string OutcomeOf(Solution solution) => JsonNamingPolicy.CamelCase.ConvertName(solution.Outcome.ToString());
}
