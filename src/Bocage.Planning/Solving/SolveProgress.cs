namespace Bocage.Planning;

/// <summary>Where a search is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Best">Value of the best answer so far; NaN before there is one.</param>
/// <param name="Bound">The best bound so far; ±∞ before there is one.</param>
public readonly record struct SolveProgress(string Stage, double Best, double Bound);
