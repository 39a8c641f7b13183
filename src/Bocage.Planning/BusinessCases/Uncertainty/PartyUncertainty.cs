namespace Bocage.Planning;

/// <summary>How sure the case of one party is. NaN throughout where its case is not known.</summary>
public sealed record PartyUncertainty
{
    /// <summary>Index of the party.</summary>
    public required int Party { get; init; }

    /// <summary>Share of the draws in which its net present value is 0 or more.</summary>
    public required double ChanceWhole { get; init; }

    /// <summary>Net present value that 5 %, 50 % and 95 % of the draws do not pass, €.</summary>
    public required Quantiles NetPresentValue { get; init; }

    /// <summary>Lowest sum of money on the way that 5 %, 50 % and 95 % of the draws do not pass, €.</summary>
    public required Quantiles LiquidityLow { get; init; }

    /// <summary>What each factor does by itself, all others at their likely value; from the one that does most.</summary>
    public required IReadOnlyList<TornadoBar> Tornado { get; init; }

    /// <summary>Where each factor must stand for the net present value to be 0; factors that cannot bring that about are absent.</summary>
    public required IReadOnlyList<BreakEven> BreakEvens { get; init; }
}

/// <summary>What 5 %, 50 % and 95 % of the draws do not pass.</summary>
public readonly record struct Quantiles(double Five, double Fifty, double NinetyFive);

/// <summary>What one factor does to the net present value by itself.</summary>
/// <param name="Factor">Index of the factor.</param>
/// <param name="AtLow">Net present value at its low value, €.</param>
/// <param name="AtHigh">Net present value at its high value, €.</param>
public readonly record struct TornadoBar(int Factor, double AtLow, double AtHigh);

/// <summary>Where a factor must stand for the net present value to be 0.</summary>
/// <param name="Factor">Index of the factor.</param>
/// <param name="Share">Share of its likely value: 0.8 when a fifth less makes the party just whole.</param>
public readonly record struct BreakEven(int Factor, double Share);
