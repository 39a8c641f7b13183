using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Why each unit of a plan was chosen, and why the best others were not.</summary>
/// <remarks>
/// Gains are in the unit of the objective and turned so that more is better. They do not add up: two stepping stones in a row need each other, so that each alone adds nothing and each adds everything when the other
/// is there; two side by side replace each other, so that each alone adds much and neither adds anything when the other is there.
/// Cost: one search per chosen unit (none without <see cref="ExplanationOptions.SearchesAnew"/>), one per plan at other prices, at most <see cref="ExplanationOptions.BreakEvenSearches"/> per unchosen unit explained, and an evaluation of the objective for
/// each unit of the problem, each chosen unit, and each pair of a chosen unit and an unchosen one that is explained; for networks these come from tables of paths that are made once.
/// </remarks>
public sealed record PlanExplanation
{
    /// <summary>Value of the plan, penalty included.</summary>
    public required double Value { get; init; }

    /// <summary>Value of choosing nothing.</summary>
    public required double ValueOfNothing { get; init; }

    /// <summary>The chosen units, by index.</summary>
    public required ImmutableArray<ChosenUnit> Chosen { get; init; }

    /// <summary>The units not chosen that would add most per euro, most first.</summary>
    public required ImmutableArray<UnchosenUnit> NotChosen { get; init; }

    /// <summary>The near-best plans that were met with, the plan among them.</summary>
    public required NearBestPlans Pool { get; init; }

    /// <summary>A better plan that was met with on the way; null when there was none.</summary>
    public NearBestPlan? Better { get; init; }

    /// <summary>Explains a plan.</summary>
    /// <param name="problem">The problem that was solved.</param>
    /// <param name="solution">Its plan, which keeps all rules.</param>
    /// <param name="solver">Solves the problem without a unit, with one, and at other prices. A solver that proves its answers makes the figures exact.</param>
    /// <param name="options">How far to go; null for the usual.</param>
    /// <param name="progress">Receives the share done.</param>
    /// <param name="cancellation">Stops between two searches; throws.</param>
    /// <exception cref="ArgumentException">There is no plan, or it is not a plan of this problem.</exception>
    public static PlanExplanation Of(PlanningProblem problem, Solution solution, ISolver solver, ExplanationOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(solver);
        options ??= new();
        var plan = problem.PlanOf(solution);
        var nothing = GrowingChoice.Nothing(problem, _ => true, cancellation);
        return new Work(problem, solution with { Objective = nothing.With(solution.Selected).Value }, plan, nothing, solver, options, progress, cancellation).Explain();
    }

    private sealed class Work(PlanningProblem problem, Solution solution, bool[] plan, GrowingChoice nothing, ISolver solver, ExplanationOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        private readonly int steps = solution.Selected.Length + options.NoisyPlans + options.NotChosen;
        private readonly SharedTime time = new(options.Limits, options.TotalTime, solution.Selected.Length + options.NoisyPlans + options.NotChosen * options.BreakEvenSearches);

        private readonly Dictionary<int, double> givenRest = [];
        private readonly Dictionary<(int Out, int In), double> swapGain = [];

        internal PlanExplanation Explain()
        {
            var added = Added();
            var candidates = added.Take(options.NotChosen).ToArray();
            nothing.EachLeftOut(solution.Selected, (unit, rest) =>
            {
                givenRest[unit] = rest.GainOf(unit);
                foreach (var other in options.SearchesAnew ? candidates : added) swapGain[(unit, other.Unit)] = rest.GainOf(other.Unit) - givenRest[unit];
            }, cancellation);
            var without = options.SearchesAnew ? NearBestPlans.Forbidding(problem, solution, solver, time, Part(0, solution.Selected.Length), cancellation)
                : [.. solution.Selected.Select(unit => BestExchange(unit, added))];
            var otherPrices = NearBestPlans.AtOtherPrices(problem, solver, options, time, nothing, Part(solution.Selected.Length, options.NoisyPlans), cancellation);
            NearBestPlan[] valued = [new(solution.Selected, solution.Objective, problem.CostOf(plan)), .. without.Where(IsPlan).Select(other => new NearBestPlan(other.Selected, other.Objective, other.Cost))];
            List<NearBestPlan> found = [.. valued.Concat(NearBestPlans.Different(problem, [.. options.KnownPlans, .. otherPrices], nothing)).DistinctBy(other => string.Join(' ', other.Selected))];
            var pool = NearBestPlans.Near(problem, found, options.PoolGap, nothing.Value);
            // The plan without a unit is an alternative, but it was not sought as a plan: it counts for the replacement cost, not in the pool.
            var known = NearBestPlans.Near(problem, [.. found, .. Rests()], double.PositiveInfinity, nothing.Value);
            var chosen = Chosen(without, known, pool);
            return new()
            {
                Value = solution.Objective,
                ValueOfNothing = nothing.Value,
                Chosen = chosen,
                NotChosen = NotChosen(candidates, chosen, pool),
                Pool = pool,
                Better = problem.Objective.IsBetter(known.Plans[0].Value, solution.Objective) ? known.Plans[0] : null,
            };
        }

        // What was found without a locked-in unit breaks its lock.
        private bool IsPlan(Solution other) => NearBestPlans.HasPlan(other) && problem.Allows(Choices.Of(other.Selected, plan.Length));

        private IEnumerable<NearBestPlan> Rests() => solution.Selected.Where(unit => problem.Allows(Choices.Without(plan, unit))).Select(unit => new NearBestPlan(solution.Selected.Remove(unit),
            problem.Objective.Maximises ? solution.Objective - givenRest[unit] : solution.Objective + givenRest[unit], solution.Cost - problem.Units[unit].Cost));

        private Progress? Part(int first, int count) => progress is null ? null : new(progress, first / (double)steps, count / (double)steps);

        private ImmutableArray<ChosenUnit> Chosen(List<Solution> without, NearBestPlans known, NearBestPlans pool)
        {
            var joins = problem.Objective is MaximumConnectedAreaObjective connected ? JoinedPairs.Of(connected, plan, solution.Selected, options.JoinedPairs, cancellation) : null;
            return [.. solution.Selected.Select((unit, k) => OneChosen(unit, without[k], known, pool, joins?[k]))];
        }

        private ChosenUnit OneChosen(int unit, Solution without, NearBestPlans known, NearBestPlans pool, List<JoinedPair>? joins)
        {
            cancellation.ThrowIfCancellationRequested();
            var rest = Choices.Without(plan, unit);
            // A locked-in unit is in every allowed plan: what is known without it comes from its own search alone.
            (double, ImmutableArray<int>)? best = known.Plans.FirstOrDefault(other => !other.Selected.Contains(unit)) is { } other ? (other.Value, other.Selected)
                : NearBestPlans.HasPlan(without) ? (without.Objective, without.Selected) : null;
            return new()
            {
                Unit = unit,
                Id = problem.Units[unit].Id,
                Cost = problem.Units[unit].Cost,
                AddsAlone = nothing.GainOf(unit),
                AddsGivenRest = givenRest[unit],
                RestIsAllowed = problem.With(unit, PlanningStatus.Available).Allows(rest),
                ReplacementCost = ReplacementCost.Of(problem, solution, unit, without, best),
                SelectionFrequency = pool.SelectionFrequency[unit],
                Joins = [.. joins ?? []],
            };
        }

        /// <summary>The units not chosen that would add most per euro: as many as are explained or exchanged.</summary>
        private (int Unit, double Adds)[] Added()
        {
            var most = options.SearchesAnew ? options.NotChosen : Math.Max(options.NotChosen, options.Exchanges);
            if (most <= 0) return [];
            var whole = nothing.With(solution.Selected);
            var adds = new List<(int Unit, double Adds)>();
            for (var unit = 0; unit < plan.Length; unit++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!plan[unit]) adds.Add((unit, whole.GainOf(unit)));
            }
            return [.. adds.OrderByDescending(other => PerCost(other.Adds, problem.Units[other.Unit].Cost)).ThenBy(other => other.Unit).Take(most)];
        }

        /// <summary>The plan with one unit exchanged for the best other one that keeps all rules, or for none; bounded by what bounds the plan.</summary>
        private Solution BestExchange(int unit, (int Unit, double Adds)[] added)
        {
            var rest = Choices.Without(plan, unit);
            var (choice, gain) = (problem.Allows(rest) ? rest : null, -givenRest[unit]);
            foreach (var other in added.OrderByDescending(other => swapGain[(unit, other.Unit)]))
            {
                if (choice is not null && swapGain[(unit, other.Unit)] <= gain) break;
                var exchanged = Choices.WithUnit(rest, other.Unit);
                if (!problem.Allows(exchanged)) continue;
                (choice, gain) = (exchanged, swapGain[(unit, other.Unit)]);
                break;
            }
            var value = solution.Objective + (problem.Objective.Maximises ? gain : -gain);
            return new()
            {
                Outcome = SolveOutcome.WithinGap,
                Selected = choice is null ? [] : Choices.Selected(choice),
                Objective = choice is null ? double.NaN : value,
                Bound = solution.Outcome == SolveOutcome.Optimal ? solution.Objective : solution.Bound,
                Cost = choice is null ? double.NaN : problem.CostOf(choice),
                Method = "exchange of one unit",
            };
        }

        private ImmutableArray<UnchosenUnit> NotChosen((int Unit, double Adds)[] candidates, ImmutableArray<ChosenUnit> chosen, NearBestPlans pool)
        {
            var least = chosen.Where(unit => unit.Cost > 0 && problem.Units[unit.Unit].Status == PlanningStatus.Available)
                .OrderBy(unit => unit.GainPerCost).Select(unit => ((int, double)?)(unit.Unit, unit.GainPerCost)).FirstOrDefault();
            var part = Part(solution.Selected.Length + options.NoisyPlans, options.NotChosen);
            return [.. candidates.Select((other, k) =>
            {
                var unchosen = OneNotChosen(other.Unit, other.Adds, least, pool);
                part?.Report((k + 1.0) / candidates.Length);
                return unchosen;
            })];
        }

        private static double PerCost(double adds, double cost) => cost > 0 ? adds / cost : adds > 0 ? double.PositiveInfinity : adds;

        /// <summary>The plans with the unit added, alone or in the place of a chosen one, that are better; all of them when the value hangs on the price.</summary>
        private IEnumerable<(bool[] Choice, double Value)> Swaps(int unit, double adds)
        {
            var byPrice = problem.Objective is MinimumSetObjective;
            if (byPrice || adds > 0) yield return (Choices.WithUnit(plan, unit), Better(adds));
            foreach (var other in solution.Selected)
                if (byPrice || swapGain[(other, unit)] > 0) yield return (Choices.WithUnit(Choices.Without(plan, other), unit), Better(swapGain[(other, unit)]));
        }

        private double Better(double gain) => problem.Objective.Maximises ? solution.Objective + gain : solution.Objective - gain;

        private UnchosenUnit OneNotChosen(int unit, double adds, (int, double)? least, NearBestPlans pool) => new()
        {
            Unit = unit,
            Id = problem.Units[unit].Id,
            Cost = problem.Units[unit].Cost,
            Adds = adds,
            SelectionFrequency = pool.SelectionFrequency[unit],
            Reasons = [.. WhyNot.Of(problem, plan, unit, adds, least, solution.Objective)],
            BreakEven = problem.Units[unit].Cost > 0 ? BreakEvenPrice.Of(problem, solution, unit, nothing, Swaps(unit, adds), solver, options, time, cancellation) : null,
        };
    }

    /// <summary>A part of the whole way.</summary>
    private sealed class Progress(IProgress<double> whole, double first, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(first + share * value);
    }
}
