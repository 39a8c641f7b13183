namespace Bocage.Planning;

/// <summary>€ per hectare, square metre, metre or piece of a measure, each year of the contract.</summary>
/// <remarks>Amount in year t = rate · quantity in the unit, indexed.</remarks>
/// <param name="Unit">What it pays for.</param>
/// <param name="Rates">€ per unit and year by variant, in order; a single one with an empty name where there are no variants.</param>
/// <param name="MostPerYear">The most that a measure gets each year, €; null for no limit.</param>
public sealed record YearlyPayment(MeasureUnit Unit, IReadOnlyList<RewardRate> Rates, double? MostPerYear = null) : Reward
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Variants => [.. Rates.Select(rate => rate.Variant)];

    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [.. Rates.Select(rate => ("rate", (double?)rate.Euros, 0.0, double.PositiveInfinity)), ("most that is paid each year", MostPerYear, 0, double.PositiveInfinity)];

    internal override void Pay(RewardContext context)
    {
        var quantity = context.Measure!.QuantityIn(Unit) ?? double.NaN;
        context.Add(CashFlowKind.Reward, context.Yearly(_ => Rates[context.Use.Variant].Euros * quantity), most: MostPerYear);
    }

    internal override SchemeRefusal? Missing(RewardContext context) => context.MissingUnit(Unit);
}

/// <summary>A rate of a scheme in one of its variants.</summary>
/// <param name="Variant">Name of the variant; empty where there is only one.</param>
/// <param name="Euros">€ per unit, 0 or more.</param>
public sealed record RewardRate(string Variant, double Euros);
