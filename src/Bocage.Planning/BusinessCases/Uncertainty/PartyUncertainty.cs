namespace Bocage.Planning;

/// <summary>How sure the case of one party is. NaN throughout where its case is not known.</summary>
public sealed record PartyUncertainty
{
    /// <summary>Index of the party.</summary>
    public required int Party { get; init; }

    /// <summary>Share of the draws in which it is at least whole: its net present value is not below 0, but for a cent (<see cref="PartyCase.IsWhole"/>).</summary>
    public required double ChanceWhole { get; init; }

    /// <summary>Net present value that 5 %, 50 % and 95 % of the draws do not pass, €, at the party's discount rate.</summary>
    public required Quantiles NetPresentValue { get; init; }

    /// <summary>Lowest sum of money on the way that 5 %, 50 % and 95 % of the draws do not pass, €, counting the money at hand where that is known.</summary>
    public required Quantiles LiquidityLow { get; init; }

    /// <summary>What each factor does by itself, all others at their likely value; from the one that does most. Factors that do nothing are absent.</summary>
    public required IReadOnlyList<TornadoBar> Tornado { get; init; }

    /// <summary>Where each factor must stand for the net present value to be 0, all others at their likely value; from the one that must move least.</summary>
    /// <remarks>
    /// Shares from 0 to 10 are looked at; of several the one nearest to 1 counts. Where the value jumps past 0 or away from it, as at a least amount or a gate, it is where it jumps. Factors that cannot bring it about are absent, and so are those whose
    /// likely value is 0.
    /// </remarks>
    public required IReadOnlyList<BreakEven> BreakEvens { get; init; }
}

/// <summary>What 5 %, 50 % and 95 % of the draws do not pass.</summary>
/// <remarks>Each is one of the draws: the least that at least that share of them does not pass; of 10,000 the 500th, 5,000th and 9,500th.</remarks>
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
