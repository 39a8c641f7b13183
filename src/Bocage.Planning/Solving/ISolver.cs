namespace Bocage.Planning;

/// <summary>Solves planning problems of some kinds.</summary>
public interface ISolver
{
    /// <summary>Whether it understands the objective, the rules and the penalty of this problem.</summary>
    bool CanSolve(PlanningProblem problem);

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">What to choose from, and how.</param>
    /// <param name="limits">How long, and how well.</param>
    /// <param name="progress">Receives the best answer and bound as they improve.</param>
    /// <param name="cancellation">Ends the search; the best answer so far is returned with <see cref="SolveOutcome.Stopped"/>, so that nothing is lost.</param>
    /// <exception cref="ArgumentException">The problem is not of a kind it can solve.</exception>
    Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default);
}
