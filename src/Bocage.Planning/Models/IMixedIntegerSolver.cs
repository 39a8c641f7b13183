namespace Bocage.Planning;

/// <summary>A program that solves mixed-integer linear models; CBC in Bocage.Formats.</summary>
public interface IMixedIntegerSolver
{
    /// <summary>Solves a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="limits">Time and gap.</param>
    /// <param name="cancellation">Stops the program; throws.</param>
    MixedIntegerResult Solve(LinearModel model, SolveLimits limits, CancellationToken cancellation = default);
}

/// <summary>What such a program found.</summary>
/// <param name="Outcome">Optimal, within the gap asked for, infeasible, or stopped by time.</param>
/// <param name="Values">Value of each variable, whole ones rounded; empty when nothing was found.</param>
/// <param name="Objective">Value of the answer; NaN when nothing was found.</param>
/// <param name="Bound">Proven bound; ±∞ when none is known.</param>
public sealed record MixedIntegerResult(SolveOutcome Outcome, IReadOnlyList<double> Values, double Objective, double Bound);
