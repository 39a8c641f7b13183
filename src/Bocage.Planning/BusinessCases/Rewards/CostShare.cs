namespace Bocage.Planning;

/// <summary>A share of a cost: of what it really costs, or of a standard cost per unit.</summary>
/// <remarks>
/// Of an investment it is paid with it, once a term (<see cref="Scheme.TermYears"/>); of yearly costs each year of the contract. Amount = share · cost; nothing below <see cref="Least"/>, never more than <see cref="Most"/>.
/// A share of a real cost follows that cost up and down; where the cost is not known, neither is the payment.
/// </remarks>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Of">Which cost.</param>
/// <param name="Standard">The standard cost per unit (in <paramref name="Unit"/>), €; null for the real cost.</param>
/// <param name="Unit">Unit of the standard cost.</param>
/// <param name="Least">Payments below it are not made, €.</param>
/// <param name="Most">The most of each payment, €; null for no limit.</param>
public sealed record CostShare(double Share, CostPart Of, double? Standard = null, MeasureUnit Unit = default, double Least = 0, double? Most = null) : Reward
{
    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [("share", Share, 0, 1), ("standard cost", Standard, 0, double.PositiveInfinity), ("least payment", Least, 0, double.PositiveInfinity), ("most of a payment", Most, 0, double.PositiveInfinity)];

    internal override void Pay(RewardContext context)
    {
        if (Standard is { } standard)
        {
            var amount = Share * standard * (context.Measure!.QuantityIn(Unit) ?? double.NaN);
            context.Add(CashFlowKind.Reward, Of == CostPart.Investment ? context.Once(amount) : context.Yearly(_ => amount), least: Least, most: Most);
            return;
        }

        var cost = context.Cost(Of);
        context.Add(CashFlowKind.Reward, context.ByYear(year => context.IsPaidIn(year, Of == CostPart.Investment) ? 0 - Share * cost.Base[year] : 0), cost.Factors, Least, Most);
    }

    internal override SchemeRefusal? Missing(RewardContext context) => Standard is null ? null : context.MissingUnit(Unit);
}

/// <summary>A part of the costs of a measure.</summary>
public enum CostPart
{
    /// <summary>Once.</summary>
    Investment,

    /// <summary>Each year.</summary>
    Upkeep,

    /// <summary>What the land yields less each year.</summary>
    LostIncome,
}
