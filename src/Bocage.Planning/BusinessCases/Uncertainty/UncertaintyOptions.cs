namespace Bocage.Planning;

/// <summary>How the uncertainty of a case is drawn.</summary>
public sealed record UncertaintyOptions
{
    /// <summary>Number of draws, 1 or more.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Seed of the chance: the same seed gives the same result, on any number of cores.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Standard deviation of a yield from year to year, as a share of it, 0 or more; each year is drawn anew.</summary>
    public double YearlyYieldSpread { get; init; }
}
