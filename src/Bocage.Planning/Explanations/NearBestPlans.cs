using System.Collections.Immutable;
using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Different plans that are nearly as good as the best, and how often each unit is in them.</summary>
/// <remarks>
/// A unit in all of them is hard to do without; one in a few of them is a matter of taste. The figure depends on how the plans were sought: it describes these plans, not all there are.
/// Near means: short of the best by at most a share of what the best plan gains over choosing nothing.
/// </remarks>
public sealed class NearBestPlans
{
    private NearBestPlans(ImmutableArray<NearBestPlan> plans, int units)
    {
        Plans = plans;
        SelectionFrequency = [.. Enumerable.Range(0, units).Select(unit => plans.Length == 0 ? double.NaN : plans.Count(plan => plan.Selected.Contains(unit)) / (double)plans.Length)];
    }

    /// <summary>The plans, all different, best first.</summary>
    public ImmutableArray<NearBestPlan> Plans { get; }

    /// <summary>Per unit, the share of the plans that hold it, 0–1; NaN when there are no plans.</summary>
    public ImmutableArray<double> SelectionFrequency { get; }

    /// <summary>Plans of any origin: those that break a rule, are not near the best of them, or are there already are left out.</summary>
    /// <param name="problem">The problem they are plans of.</param>
    /// <param name="plans">Plans by the index of their units.</param>
    /// <param name="gap">How far from the best a plan may be, as a share of what the best gains over choosing nothing, ≥ 0.</param>
    public static NearBestPlans Of(PlanningProblem problem, IEnumerable<ImmutableArray<int>> plans, double gap)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plans);
        if (!(gap >= 0)) throw new ArgumentException($"The gap is {gap}; it must be 0 or more.", nameof(gap));
        var nothing = GrowingChoice.Nothing(problem, _ => true, default);
        return Near(problem, Different(problem, plans, nothing), gap, nothing.Value);
    }

    /// <summary>The different plans among these that keep all rules, with their values.</summary>
    internal static List<NearBestPlan> Different(PlanningProblem problem, IEnumerable<ImmutableArray<int>> plans, GrowingChoice nothing)
    {
        var (different, seen) = (new List<NearBestPlan>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var plan in plans)
        {
            var choice = Choices.Of(plan, problem.Units.Length);
            var selected = Choices.Selected(choice);
            if (seen.Add(string.Join(' ', selected)) && problem.Allows(choice)) different.Add(new(selected, nothing.With(selected).Value, problem.CostOf(choice)));
        }
        return different;
    }

    /// <summary>Those of different plans that are near the best of them.</summary>
    internal static NearBestPlans Near(PlanningProblem problem, List<NearBestPlan> different, double gap, double nothing)
    {
        if (different.Count == 0) return new([], problem.Units.Length);
        var best = different.Aggregate((one, other) => problem.Objective.Gain(one.Value, other.Value) > 0 ? other : one).Value;
        var gain = Math.Abs(best - nothing);
        var room = double.IsPositiveInfinity(gap) ? gap : gap * gain + Choices.Tolerance * Math.Max(1, Math.Abs(best));
        var sign = problem.Objective.Maximises ? -1 : 1;
        return new([.. different.Where(plan => Math.Abs(plan.Value - best) <= room).OrderBy(plan => sign * plan.Value).ThenBy(plan => plan.Cost)
            .ThenBy(plan => string.Join(' ', plan.Selected), StringComparer.Ordinal)], problem.Units.Length);
    }

    /// <summary>Seeks near-best plans by solving again at other prices: each cost times a factor between 1 and 1 + 2·noise, drawn anew for each unit and run.</summary>
    /// <remarks>
    /// The factors lie at 1 and above so that what fits the budgets at the drawn prices fits them at the true ones; what is left of the budgets is then filled at the true prices,
    /// most gain per euro first. What differs between runs is which units are dear and which are cheap. Cost: one solve and about (units · units added) evaluations a run.
    /// </remarks>
    /// <param name="problem">The problem.</param>
    /// <param name="solution">Its plan, which is one of the plans.</param>
    /// <param name="solver">Solves it at other prices.</param>
    /// <param name="options">Runs, noise, gap, limits and seed.</param>
    /// <param name="progress">Receives the share done.</param>
    /// <param name="cancellation">Stops between two solves; throws.</param>
    public static NearBestPlans ByCostNoise(PlanningProblem problem, Solution solution, ISolver solver, ExplanationOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(solver);
        options ??= new();
        problem.PlanOf(solution);
        var time = new SharedTime(options.Limits, options.TotalTime, options.NoisyPlans);
        return Of(problem, [solution.Selected, .. AtOtherPrices(problem, solver, options, time, GrowingChoice.Nothing(problem, _ => true, cancellation), progress, cancellation)], options.PoolGap);
    }

    /// <summary>Seeks near-best plans by forbidding each chosen unit in turn.</summary>
    /// <remarks>Each chosen unit is missing from at least one candidate by the way they are sought, so that a frequency of 1 means: every plan without it was worse than near. Cost: one solve per chosen unit.</remarks>
    /// <param name="problem">The problem.</param>
    /// <param name="solution">Its plan, which is one of the plans.</param>
    /// <param name="solver">Solves it without a unit.</param>
    /// <param name="options">Gap and limits.</param>
    /// <param name="progress">Receives the share done.</param>
    /// <param name="cancellation">Stops between two solves; throws.</param>
    public static NearBestPlans ByForbidding(PlanningProblem problem, Solution solution, ISolver solver, ExplanationOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(solver);
        options ??= new();
        problem.PlanOf(solution);
        var time = new SharedTime(options.Limits, options.TotalTime, solution.Selected.Length);
        var without = Forbidding(problem, solution, solver, time, progress, cancellation);
        return Of(problem, [solution.Selected, .. without.Where(HasPlan).Select(plan => plan.Selected)], options.PoolGap);
    }

    internal static bool HasPlan(Solution solution) => solution.Outcome != SolveOutcome.Infeasible && !double.IsNaN(solution.Objective);

    internal static List<Solution> Forbidding(PlanningProblem problem, Solution solution, ISolver solver, SharedTime time, IProgress<double>? progress, CancellationToken cancellation)
    {
        var without = new List<Solution>();
        foreach (var unit in solution.Selected)
        {
            cancellation.ThrowIfCancellationRequested();
            without.Add(solver.Solve(problem.With(unit, PlanningStatus.LockedOut), time.Next(), null, cancellation));
            progress?.Report(without.Count / (double)solution.Selected.Length);
        }
        cancellation.ThrowIfCancellationRequested();
        return without;
    }

    internal static List<ImmutableArray<int>> AtOtherPrices(PlanningProblem problem, ISolver solver, ExplanationOptions options, SharedTime time, GrowingChoice nothing, IProgress<double>? progress, CancellationToken cancellation)
    {
        var plans = new List<ImmutableArray<int>>();
        var random = new SeededRandom(options.Limits.Seed);
        for (var run = 0; run < options.NoisyPlans; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            var factors = problem.Units.Select(_ => 1 + 2 * options.CostNoise * random.NextDouble()).ToArray();
            var noisy = solver.Solve(problem.Repriced(factors), time.Next(), null, cancellation);
            if (HasPlan(noisy)) plans.Add(Choices.Selected(Filled(problem, Choices.Of(noisy.Selected, problem.Units.Length), nothing, cancellation)));
            progress?.Report((run + 1.0) / options.NoisyPlans);
        }
        cancellation.ThrowIfCancellationRequested();
        return plans;
    }

    private static bool[] Filled(PlanningProblem problem, bool[] choice, GrowingChoice nothing, CancellationToken cancellation)
    {
        if (!problem.Allows(choice)) return choice;
        var growing = nothing.With(Choices.Selected(choice));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (best, bestPerCost) = (-1, 0.0);
            for (var unit = 0; unit < choice.Length; unit++)
            {
                if (choice[unit] || !problem.Allows(Choices.WithUnit(choice, unit))) continue;
                var gain = growing.GainOf(unit);
                var perCost = gain / problem.Units[unit].Cost;
                if (problem.Objective.IsBetter(growing.Value + (problem.Objective.Maximises ? gain : -gain), growing.Value) && perCost > bestPerCost) (best, bestPerCost) = (unit, perCost);
            }
            if (best < 0) return choice;
            choice[best] = true;
            growing.Add(best);
        }
    }
}

/// <summary>One of several nearly equal plans.</summary>
/// <param name="Selected">The chosen units, by index, ascending.</param>
/// <param name="Value">Its value, penalty included.</param>
/// <param name="Cost">What it costs.</param>
public sealed record NearBestPlan(ImmutableArray<int> Selected, double Value, double Cost);
