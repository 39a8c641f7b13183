using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Planning;

namespace Bocage.Cli.Verbs;

/// <summary>Which units to choose for features with targets: minimum set, minimum shortfall, maximum cover or maximum utility, with a proven bound.</summary>
internal static class PrioritiseVerb
{
    private static readonly string[] Objectives = ["min-set", "min-shortfall", "max-cover", "max-utility"];

    public static Command Create()
    {
        var input = new Argument<string>("DIR|input.dat") { Description = "Marxan's input.dat or its folder, or a folder with units.csv, features.csv and amounts.csv." };
        var objective = new Option<string>("--objective")
        {
            Description = "What is best. [default: min-set]",
            HelpName = string.Join('|', Objectives),
            DefaultValueFactory = _ => "min-set",
            CustomParser = result => Objectives.Contains(result.Tokens[0].Value) ? result.Tokens[0].Value : Options.Wrong<string>(result, $"--objective is one of {string.Join(", ", Objectives)}; got “{result.Tokens[0].Value}”."),
        };
        var budget = Options.Number<double>("--budget", "The most that the chosen units may cost together; needed for all objectives but min-set.", "a number, 0 or more", number => number >= 0);
        var blm = Options.Number<double>("--blm", "Cost per unit of boundary between chosen and not chosen. [default: BLM of input.dat, else 0]", "a number, 0 or more", number => number >= 0);
        var ignoreStatus = new Option<bool>("--ignore-status") { Description = "Take every unit as free to choose, also those that the input locks in or out." };
        var gap = Options.Number<double>("--gap", "Stop when the answer is proven to be within this of the best: 0.01 is 1 %. [default: 0]", "a number, 0 or more", number => number >= 0);
        var seconds = Options.Number<double>("--seconds", "Stop after so long, with the best answer so far. [default: 60]", "a number above 0", number => number > 0);
        var seed = Options.Number<int>("--seed", "Seed of chance; the same seed gives the same answer when no time limit ends the search. [default: 1]", "a whole number", _ => true);
        var json = Options.Json();
        var verb = new Command("prioritise", "The units that reach targets at least cost, or do most for a budget, and how good that provably is.") { input, objective, budget, blm, ignoreStatus, gap, seconds, seed, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var tables = PlanningTables.Read(parsed.GetRequiredValue(input));
            if (parsed.GetValue(ignoreStatus)) tables = tables.WithoutStatus();
            var problem = ProblemOf(tables, parsed.GetValue(objective)!, parsed.GetValue(budget), parsed.GetValue(blm));
            var limits = new SolveLimits
            {
                RatioGap = parsed.GetValue(gap) ?? 0,
                Time = TimeSpan.FromSeconds(Math.Min(parsed.GetValue(seconds) ?? 60, 1e9)),
                Seed = parsed.GetValue(seed) ?? 1,
            };
            var started = limits.Clock.GetTimestamp();
            var solution = Solver().Solve(problem, limits, cancellation: cancellation);
            var printout = new Printout(tables, problem, solution, limits.Clock.GetElapsedTime(started).TotalSeconds);
            if (parsed.GetValue(json)) printout.Json();
            else printout.Tables();
            return Task.FromResult(0);
        });
        return verb;
    }

    private static ISolver Solver() => CbcSolver.IsInstalled ? new ThoroughSolver(new ReserveSolver(), new MixedIntegerPlanningSolver(new CbcSolver())) : new ReserveSolver();

    private static PlanningProblem ProblemOf(PlanningTables tables, string objective, double? budget, double? blm)
    {
        if (objective == "min-set")
        {
            var problem = tables.MinimumSet(blm);
            return budget is { } most ? problem.With(BudgetConstraint.Total(tables.Units, most)) : problem;
        }

        var money = budget ?? throw new BadInputException($"--objective {objective} needs --budget: the most that the chosen units may cost together.");
        return objective switch
        {
            "min-shortfall" => tables.MinimumShortfall(money, blm),
            "max-cover" => tables.MaximumCover(money, blm),
            _ => tables.MaximumUtility(money, blm),
        };
    }

    private sealed record Printout(PlanningTables Input, PlanningProblem Problem, Solution Solution, double Seconds)
    {
        private readonly bool[] selected = Chosen(Input.Units.Length, Solution);

        private bool IsFound => !double.IsNaN(Solution.Objective);

        // Length of the boundary, outer sides included, whatever it costs; not known when nothing was found.
        private double Boundary => IsFound ? new BoundaryPenalty(1, Input.Shared, Input.Outer).Of(selected) : double.NaN;

        private string Outcome => Solution.Outcome switch
        {
            SolveOutcome.Optimal => "optimal",
            SolveOutcome.WithinGap => "withinGap",
            SolveOutcome.Infeasible => "infeasible",
            _ => "stopped",
        };

        private IEnumerable<FeatureLine> Features()
        {
            var held = Input.Amounts.Held(selected);
            return Input.Amounts.Features.Select((feature, k) => new FeatureLine(feature.Id, feature.Target, IsFound ? held[k] : double.NaN, IsFound ? Shortfall(feature.Target, held[k]) : double.NaN));
        }

        public void Json() => Output.Json.Print(new
        {
            Solution.Objective,
            Solution.Bound,
            Solution.Gap,
            Outcome,
            Solution.Cost,
            Boundary,
            Units = Solution.Selected.Select(unit => Input.Units[unit].Id),
            Features = Features(),
            Relax = Solution.Relax.Select(limit => new { limit.Name, limit.Given, limit.Needed }),
            Solution.Method,
            Seconds,
        });

        public void Tables()
        {
            var summary = new PlainTable("figure", "value");
            summary.Row("outcome", Outcome);
            summary.Row("objective", Solution.Objective);
            summary.Row(Problem.Objective.Maximises ? "upper bound" : "lower bound", Solution.Bound);
            summary.Row("gap %", 100 * Solution.Gap);
            summary.Row("cost", Solution.Cost);
            summary.Row("boundary", Boundary);
            summary.Row("units", Solution.Selected.Length);
            summary.Row("seconds", Seconds);
            summary.Print();
            foreach (var limit in Solution.Relax) Console.Out.WriteLine(double.IsNaN(limit.Needed) ? $"{limit.Name} must give way" : FormattableString.Invariant($"{limit.Name}: {limit.Needed} instead of {limit.Given}"));
            var features = new PlainTable("feature", "target", "held", "shortfall");
            foreach (var line in Features()) features.Row(line.Id, line.Target, line.Held, line.Shortfall);
            features.Print();
            var units = new PlainTable("unit", "cost");
            foreach (var unit in Solution.Selected) units.Row(Input.Units[unit].Id, Input.Units[unit].Cost);
            units.Print();
        }

        // What lies within the tolerance of a target reaches it.
        private static double Shortfall(double target, double held) => held >= target - MinimumSetObjective.Tolerance * target ? 0 : target - held;

        private static bool[] Chosen(int units, Solution solution)
        {
            var selected = new bool[units];
            foreach (var unit in solution.Selected) selected[unit] = true;
            return selected;
        }
    }

    private sealed record FeatureLine(string Id, double Target, double Held, double Shortfall);
}
