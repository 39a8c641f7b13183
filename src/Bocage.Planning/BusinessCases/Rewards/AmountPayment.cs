namespace Bocage.Planning;

/// <summary>A rate on a yearly amount of the party: a premium per kg of milk, a share off the lease, a share off the water levy.</summary>
/// <remarks>Payment in year t = rate · amount, indexed only when the rate is money per something.</remarks>
/// <param name="Amount">Name of the amount, as the party gives it.</param>
/// <param name="Rate">€ per unit of the amount; a share from 0 to 1 where the amount is money.</param>
/// <param name="IsShare">Whether the rate is a share of money.</param>
/// <param name="MostPerYear">The most that is paid each year, €; null for no limit.</param>
public sealed record AmountPayment(string Amount, Estimate Rate, bool IsShare, double? MostPerYear = null) : Reward
{
    /// <inheritdoc/>
    public override bool PaysParty => true;

    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [("rate", Rate.High ?? Rate.Likely, 0, IsShare ? 1 : double.PositiveInfinity), ("most that is paid each year", MostPerYear, 0, double.PositiveInfinity)];

    internal override void Pay(RewardContext context)
    {
        var rate = context.Factor(FactorKind.Rate, context.Scheme.Id, $"rate of {context.Scheme.Id}", Rate);
        var amount = context.Party.Amounts.TryGetValue(Amount, out var estimate) ? context.Factor(FactorKind.Amount, Amount, $"{Amount} of {context.Party.Id}", estimate) : null;
        context.Add(
            CashFlowKind.Reward, context.Yearly(_ => amount is null ? double.NaN : rate.Scale * amount.Scale, isIndexed: !IsShare),
            amount is null ? [] : [rate.Index, amount.Index], most: MostPerYear);
    }

    internal override SchemeRefusal? Missing(RewardContext context) =>
        context.Party.Amounts.ContainsKey(Amount) ? null : new(context.Use, SchemeRefusalKind.NoAmount) { What = Amount };
}
