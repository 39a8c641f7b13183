namespace Bocage.Planning;

/// <summary>How long to search, and how good an answer must be.</summary>
public sealed record SolveLimits
{
    /// <summary>Wall time after which the best answer so far is returned; null for no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Stop as soon as the proven gap is at most this; 0 asks for a proof of optimality.</summary>
    public double RatioGap { get; init; }

    /// <summary>Seed of whatever chance the solver uses; the same seed gives the same answer when no time limit ends the search.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
