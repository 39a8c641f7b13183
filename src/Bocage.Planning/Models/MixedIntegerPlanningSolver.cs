namespace Bocage.Planning;

/// <summary>Exact answers by mixed-integer programming, for every objective and rule with a linear model.</summary>
/// <remarks>
/// A model is solved and its choice checked against the definitions: one in several blocks, or one that breaks a rule by the other program's rounding, is
/// forbidden by a row and the model is solved again.
/// Objective = the problem's own value of the choice. Bound = the program's, moved out by 1e-6 of itself and 1e-7 of the largest coefficient: room for its tolerances.
/// Cost: exponential at worst; some thousands of units without a penalty and some hundreds with one are usual. See docs/methods/mixed-integer-models.md.
/// </remarks>
public sealed class MixedIntegerPlanningSolver : ISolver
{
    private readonly IMixedIntegerSolver program;

    /// <summary>A solver that hands its models to a program.</summary>
    /// <param name="program">CBC, in Bocage.Formats.</param>
    public MixedIntegerPlanningSolver(IMixedIntegerSolver program)
    {
        ArgumentNullException.ThrowIfNull(program);
        this.program = program;
    }

    /// <inheritdoc/>
    public bool CanSolve(PlanningProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return ChoiceModel.Covers(problem);
    }

    /// <inheritdoc/>
    public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        if (!CanSolve(problem)) throw new ArgumentException($"A part of this problem has no linear model (objective {problem.Objective.GetType().Name}).", nameof(problem));
        return new MixedIntegerSearch(problem, program, limits, progress).Run(cancellation);
    }
}
