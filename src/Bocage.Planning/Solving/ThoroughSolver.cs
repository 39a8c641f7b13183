namespace Bocage.Planning;

/// <summary>Tries a fast solver first and, where it leaves a gap and the problem is small enough, an exact one; keeps the better choice and the tighter bound.</summary>
/// <remarks>
/// Both bounds hold, so the tighter one does. The exact solver is also asked what must give way when the fast one finds that nothing keeps all rules, because it can say by how much.
/// </remarks>
public sealed class ThoroughSolver : ISolver
{
    private readonly ISolver fast;
    private readonly ISolver exact;
    private readonly int mostUnits;

    /// <summary>A solver of two.</summary>
    /// <param name="fast">Tried first.</param>
    /// <param name="exact">Tried where a gap is left.</param>
    /// <param name="mostUnits">Units from which on the exact one is left out; with a penalty a fifth of it.</param>
    public ThoroughSolver(ISolver fast, ISolver exact, int mostUnits = 5000)
    {
        ArgumentNullException.ThrowIfNull(fast);
        ArgumentNullException.ThrowIfNull(exact);
        if (mostUnits < 0) throw new ArgumentException($"The most units are {mostUnits}; expected 0 or more.", nameof(mostUnits));
        (this.fast, this.exact, this.mostUnits) = (fast, exact, mostUnits);
    }

    /// <inheritdoc/>
    public bool CanSolve(PlanningProblem problem) => fast.CanSolve(problem) || exact.CanSolve(problem);

    /// <inheritdoc/>
    public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        if (!fast.CanSolve(problem)) return exact.Solve(problem, limits, progress, cancellation);
        var started = limits.Clock.GetTimestamp();
        var mayBeExact = problem.Units.Length <= (problem.Penalty is null ? mostUnits : mostUnits / 5) && exact.CanSolve(problem);
        // A time limit would keep a fast solver going to its end; half is left for the exact one.
        var first = fast.Solve(problem, mayBeExact && limits.Time is { } time ? limits with { Time = time / 2 } : limits, progress, cancellation);
        if (!mayBeExact || cancellation.IsCancellationRequested) return first;
        var isSettled = first.Outcome == SolveOutcome.Infeasible ? first.Relax.All(limit => double.IsFinite(limit.Needed)) : first.Outcome == SolveOutcome.Optimal || first.Gap <= limits.RatioGap;
        if (isSettled) return first;
        var left = limits.Time is { } whole ? whole - limits.Clock.GetElapsedTime(started) : (TimeSpan?)null;
        return left <= TimeSpan.Zero ? first : FreeUnits.Taken(problem, Better(problem, first, exact.Solve(problem, limits with { Time = left }, progress, cancellation), limits));
    }

    private static Solution Better(PlanningProblem problem, Solution first, Solution second, SolveLimits limits)
    {
        if (first.Outcome == SolveOutcome.Infeasible || second.Outcome == SolveOutcome.Infeasible) return second.Relax.Length > 0 ? second : first;
        var maximises = problem.Objective.Maximises;
        var isSecond = double.IsNaN(first.Objective) || (maximises ? second.Objective > first.Objective : second.Objective < first.Objective);
        var best = isSecond ? second : first;
        var bound = maximises ? Math.Min(first.Bound, second.Bound) : Math.Max(first.Bound, second.Bound);
        // Rounding may put a bound a hair past a choice that is there.
        if (!double.IsNaN(best.Objective) && (maximises ? bound < best.Objective : bound > best.Objective)) bound = best.Objective;
        best = best with { Bound = bound };
        var isProven = second.Outcome == SolveOutcome.Optimal && (isSecond || Math.Abs(best.Objective - second.Objective) <= 1e-9 * Math.Abs(best.Objective));
        return best with
        {
            Outcome = isProven || best.Gap <= 1e-9 ? SolveOutcome.Optimal : best.Gap <= limits.RatioGap ? SolveOutcome.WithinGap : second.Outcome,
            Method = $"{first.Method}; then {second.Method}",
        };
    }
}
