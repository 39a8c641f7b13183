namespace Bocage.Planning;

/// <summary>A sum that is paid once a term, with the investment: a lump sum, by size, or per unit.</summary>
/// <remarks>Amount = lump of the greatest size that the quantity reaches + rate · quantity; nothing below <see cref="Least"/>, never more than <see cref="Most"/>.</remarks>
/// <param name="Unit">What sizes and rate go by.</param>
/// <param name="EurosPerUnit">€ per unit, 0 or more.</param>
/// <param name="Lumps">Lump sums by size, from small to large; a quantity below the first gets none. Empty for none.</param>
/// <param name="Least">Grants below it are not paid, €.</param>
/// <param name="Most">The most that is paid, €; null for no limit.</param>
public sealed record Grant(MeasureUnit Unit, double EurosPerUnit, IReadOnlyList<LumpSum> Lumps, double Least = 0, double? Most = null) : Reward
{
    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [("sum per unit", EurosPerUnit, 0, double.PositiveInfinity), .. Lumps.Select(lump => ("lump sum", (double?)lump.Euros, 0.0, double.PositiveInfinity)),
            ("least grant", Least, 0, double.PositiveInfinity), ("most that is paid", Most, 0, double.PositiveInfinity)];

    internal override IEnumerable<(string What, IEnumerable<double> Numbers)> Rising => [("sizes of the lump sums", Lumps.Select(lump => lump.FromQuantity))];

    internal override void Pay(RewardContext context)
    {
        var quantity = context.Measure!.QuantityIn(Unit) ?? double.NaN;
        var lump = double.IsNaN(quantity) ? double.NaN : Lumps.LastOrDefault(lump => quantity >= lump.FromQuantity)?.Euros ?? 0;
        context.Add(CashFlowKind.Reward, context.Once(lump + EurosPerUnit * quantity), least: Least, most: Most);
    }

    internal override SchemeRefusal? Missing(RewardContext context) => context.MissingUnit(Unit);
}

/// <summary>A lump sum from a size on.</summary>
/// <param name="FromQuantity">The least quantity that gets it.</param>
/// <param name="Euros">The sum, €.</param>
public sealed record LumpSum(double FromQuantity, double Euros);
