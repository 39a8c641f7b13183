using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>One line of a cash-flow table: what one party gets (above 0) or pays (below 0) for one thing, year by year.</summary>
/// <remarks>
/// Amount in year t = base · the product of its uncertain factors; in size at most <see cref="Most"/>, and 0 when its size is below <see cref="Least"/> or the factor of its gate is below the level of that year.
/// At the likely values of all factors that is <see cref="Amounts"/>. NaN is not known.
/// </remarks>
public sealed record CashFlowLine
{
    /// <summary>Index of the party whose money it is.</summary>
    public required int Party { get; init; }

    /// <summary>Index of the party at the other end; −1 for someone outside: contractors, markets.</summary>
    public int Counterparty { get; init; } = -1;

    /// <summary>What it is.</summary>
    public required CashFlowKind Kind { get; init; }

    /// <summary>Index of the measure; −1 for a line of the party as a whole.</summary>
    public int Measure { get; init; } = -1;

    /// <summary>Index of the scheme; −1 for a cost.</summary>
    public int Scheme { get; init; } = -1;

    /// <summary>Whether another party of the case has the same line as its payment: the payer's end of a reward.</summary>
    public bool IsMirror { get; init; }

    /// <summary>€ by year, from year 0 to the last, before the factors.</summary>
    public required ImmutableArray<double> Base { get; init; }

    /// <summary>Indices of the uncertain factors that it is multiplied with.</summary>
    public ImmutableArray<int> Factors { get; init; } = [];

    /// <summary>Amounts smaller than this are not paid, €.</summary>
    public double Least { get; init; }

    /// <summary>The greatest size of an amount, €; ∞ for none.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>Nothing is paid in a year whose factor is below a level; null for none.</summary>
    public LineGate? Gate { get; init; }

    /// <summary>€ by year at the likely values.</summary>
    public required ImmutableArray<double> Amounts { get; init; }

    /// <summary>The amount of a year when its factors multiply to a product.</summary>
    /// <param name="year">0 is the first year of the case.</param>
    /// <param name="product">Product of the factors in that year.</param>
    /// <param name="gateFactor">Value of the gate's factor in that year; any for a line without a gate.</param>
    public double AmountIn(int year, double product, double gateFactor)
    {
        var amount = Base[year] * product;
        if (double.IsNaN(amount)) return double.NaN;
        if (Math.Abs(amount) < Least || (Gate is { } gate && gateFactor < gate.Levels[year])) return 0;
        return 0 + Math.Clamp(amount, -Most, Most); // 0 + −0 is 0
    }
}

/// <summary>Nothing is paid in a year whose factor is below the level of that year.</summary>
/// <param name="Factor">Index of the factor.</param>
/// <param name="Levels">Level by year.</param>
public sealed record LineGate(int Factor, ImmutableArray<double> Levels);

/// <summary>What a line of a cash-flow table is.</summary>
public enum CashFlowKind
{
    /// <summary>Money spent once.</summary>
    Investment,

    /// <summary>Money spent each year to keep it up.</summary>
    Upkeep,

    /// <summary>Income that the land no longer brings.</summary>
    LostIncome,

    /// <summary>Paid by a scheme, or to the taker of one.</summary>
    Reward,

    /// <summary>Lent and repaid.</summary>
    Credit,

    /// <summary>Interest on what was lent.</summary>
    Interest,
}
