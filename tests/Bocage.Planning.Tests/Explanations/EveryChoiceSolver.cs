namespace Bocage.Planning.Tests;

/// <summary>Solves small problems by trying all choices; can be told to stop early and to prove little.</summary>
internal sealed class EveryChoiceSolver : ISolver
{
    /// <summary>When above 0: hides the best answer now and then, and is unsure of the bound by up to this.</summary>
    public double Doubt { get; init; }

    public int Solves { get; private set; }

    public List<SolveLimits> Limits { get; } = [];

    public bool CanSolve(PlanningProblem problem) => true;

    public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        Solves++;
        Limits.Add(limits);
        if (EveryChoice.Best(problem) is not { } best) return Solution.Infeasible([new("everything", double.NaN, double.NaN)], problem.Objective.Maximises);
        if (Doubt > 0) return Doubtful(problem, best);
        // A proof may end with a bound a little off: the outcome counts.
        return Of(problem, best.Selected, SolveOutcome.Optimal, best.Value + (problem.Objective.Maximises ? 1e-3 : -1e-3));
    }

    public static Solution Of(PlanningProblem problem, bool[] choice, SolveOutcome outcome, double bound) => new()
    {
        Outcome = outcome,
        Selected = [.. Enumerable.Range(0, choice.Length).Where(unit => choice[unit])],
        Objective = problem.ValueOf(choice),
        Bound = bound,
        Cost = problem.CostOf(choice),
    };

    private Solution Doubtful(PlanningProblem problem, (double Value, bool[] Selected) best)
    {
        var bound = best.Value + (problem.Objective.Maximises ? Doubt : -Doubt);
        // The first allowed choice that lacks a unit of the best one, when there is one.
        for (var unit = 0; unit < best.Selected.Length; unit++)
            if (best.Selected[unit] && problem.Units[unit].Status == PlanningStatus.Available && EveryChoice.Best(problem.With(unit, PlanningStatus.LockedOut)) is { } other)
                return Of(problem, other.Selected, SolveOutcome.Stopped, bound);
        return Of(problem, best.Selected, SolveOutcome.Stopped, bound);
    }
}
