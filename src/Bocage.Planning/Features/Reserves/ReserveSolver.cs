namespace Bocage.Planning;

/// <summary>Solves minimum sets, minimum shortfalls, maximum cover and maximum utility with targets, budgets and boundary penalties, up to hundreds of thousands of units, with a proven bound.</summary>
public sealed class ReserveSolver : ISolver
{
    /// <inheritdoc/>
    public bool CanSolve(PlanningProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return SelectionModelBuilder.Fits(problem);
    }

    /// <inheritdoc/>
    public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        if (!CanSolve(problem)) throw new ArgumentException($"The objective is {problem.Objective.GetType().Name}, with {problem.Constraints.Length} rules; expected a feature objective and linear rules only.", nameof(problem));
        var model = SelectionModelBuilder.Build(problem);
        if (model.Impossible.Length > 0) return Solution.Infeasible(model.Impossible, model.Maximises);
        return new ReserveSearch(problem, model, limits, progress, cancellation).Run();
    }
}
