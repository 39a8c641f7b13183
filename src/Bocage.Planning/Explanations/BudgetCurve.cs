using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What more or less money buys: the best plan found, and the bound, at shares of today's budgets.</summary>
/// <remarks>
/// At a share f every budget of the problem is f times today's; the other rules stay. What is allowed at a smaller share is allowed at a larger one, therefore
/// (1) a plan of a smaller share is kept when the search at a larger one finds nothing better, and (2) a bound at a larger share holds at all smaller ones and the best of them is given: value and bound never
/// get worse as the money grows. Yearly budgets too grow with the share. Cost: one search a point, two when nested.
/// </remarks>
public sealed record BudgetCurve
{
    /// <summary>The points, by rising share.</summary>
    public required ImmutableArray<BudgetPoint> Points { get; init; }

    /// <summary>Index of the point after which money buys least compared with before: the farthest above the straight line from the first point with a plan to the last; null when none lies above it.</summary>
    /// <remarks>Value and share are scaled to 0–1 first. Satopää, V. et al. (2011), Finding a "kneedle" in a haystack, doi:10.1109/ICDCSW.2011.20. Depends on the range of shares asked for.</remarks>
    public required int? Knee { get; init; }

    /// <summary>Solves at each share.</summary>
    /// <param name="problem">A problem with at least one budget.</param>
    /// <param name="shares">Shares of today's budgets, ≥ 0, each once.</param>
    /// <param name="solver">Solves the problem at each.</param>
    /// <param name="limits">Limits; the time is for all points together, shared out equally.</param>
    /// <param name="nested">Whether each plan must hold all units of the plan before, so that one grows from the other. The bound stays that of the free choice: the difference includes the price of growing so.</param>
    /// <param name="progress">Receives the share of the points done.</param>
    /// <param name="cancellation">Stops between two searches; throws.</param>
    public static BudgetCurve Of(PlanningProblem problem, IEnumerable<double> shares, ISolver solver, SolveLimits limits, bool nested = false, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(limits);
        if (!problem.Constraints.Any(rule => rule is YearlyBudgetConstraint or LinearConstraint { CountsMoney: true }))
            throw new ArgumentException("The problem has no budget; a curve needs at least one.", nameof(problem));
        var at = shares.Order().ToArray();
        var time = new SharedTime(limits, limits.Time, nested ? 2 * at.Length : at.Length);
        var points = new List<BudgetPoint>();
        foreach (var share in at)
        {
            cancellation.ThrowIfCancellationRequested();
            points.Add(Point(problem, share, solver, time, points.LastOrDefault(), nested, cancellation));
            progress?.Report(points.Count / (double)at.Length);
        }
        cancellation.ThrowIfCancellationRequested();
        for (var k = points.Count - 2; k >= 0; k--)
            if (problem.Objective.Gain(points[k].Bound, points[k + 1].Bound) < 0) points[k] = points[k] with { Bound = points[k + 1].Bound };
        return new() { Points = [.. points], Knee = KneeOf(points, problem.Objective) };
    }

    /// <summary>Evenly spaced shares from 0 to a greatest one.</summary>
    /// <param name="points">How many, ≥ 2.</param>
    /// <param name="greatest">The greatest share, &gt; 0; 2 is twice today's money.</param>
    public static ImmutableArray<double> Shares(int points = 10, double greatest = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        if (!double.IsFinite(greatest) || greatest <= 0) throw new ArgumentException($"The greatest share is {greatest}; it must be above 0, and finite.", nameof(greatest));
        return [.. Enumerable.Range(0, points).Select(k => greatest * k / (points - 1))];
    }

    private static BudgetPoint Point(PlanningProblem problem, double share, ISolver solver, SharedTime time, BudgetPoint? before, bool nested, CancellationToken cancellation)
    {
        var here = problem.WithBudgets(share);
        var found = solver.Solve(here, time.Next(), null, cancellation);
        var bound = found.Outcome == SolveOutcome.Optimal ? found.Objective : found.Bound;
        var outcome = found.Outcome;
        if (nested)
        {
            foreach (var unit in before?.Selected ?? []) here = here.With(unit, PlanningStatus.LockedIn);
            found = solver.Solve(here, time.Next(), null, cancellation);
        }
        var point = new BudgetPoint
        {
            Share = share,
            Outcome = outcome,
            Bound = bound,
            Value = NearBestPlans.HasPlan(found) ? found.Objective : double.NaN,
            Cost = found.Cost,
            Selected = NearBestPlans.HasPlan(found) ? found.Selected : [],
        };
        var keepBefore = before is { HasPlan: true } && (!point.HasPlan || problem.Objective.Gain(point.Value, before.Value) > 0);
        if (keepBefore && here.Allows(Choices.Of(before!.Selected, problem.Units.Length)))
            point = point with { Value = before.Value, Cost = before.Cost, Selected = before.Selected, Outcome = outcome == SolveOutcome.Infeasible ? SolveOutcome.Stopped : outcome };
        // A plan cannot be better than a bound that is right: this is rounding, and the plan is real.
        if (point.HasPlan && problem.Objective.Gain(point.Bound, point.Value) > 0) point = point with { Bound = point.Value };
        return point;
    }

    private static int? KneeOf(List<BudgetPoint> points, PlanningObjective objective)
    {
        var first = points.FindIndex(point => point.HasPlan);
        if (first < 0) return null;
        var (from, to) = (points[first], points[^1]);
        var gain = objective.Gain(from.Value, to.Value);
        var (knee, farthest) = ((int?)null, 1e-9);
        for (var k = first + 1; k < points.Count - 1; k++)
        {
            var above = objective.Gain(from.Value, points[k].Value) / gain - (points[k].Share - from.Share) / (to.Share - from.Share);
            if (above > farthest) (knee, farthest) = (k, above);
        }
        return knee;
    }
}
