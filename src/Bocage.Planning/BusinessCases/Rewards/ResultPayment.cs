namespace Bocage.Planning;

/// <summary>€ per result: per tonne of CO₂, per visitor, per breeding pair. Carbon credits, visitor income and result-based pay have this shape.</summary>
/// <remarks>Amount in year t = price of that year · result per unit · quantity · working of the measure in t; nothing while the result is below <see cref="LeastResult"/>. Indexed where there is no price path.</remarks>
/// <param name="Result">Name of the result, as planned measures give it.</param>
/// <param name="Price">€ per result.</param>
/// <param name="Path">Prices by calendar year that take the place of the likely price, in order of the years; each is as uncertain as <paramref name="Price"/> is in proportion to its likely figure, and certain where that is 0. Between two of them in a straight line, before the first and after the last as they are. Empty for none.</param>
/// <param name="LeastResult">The least result of a year that is paid for.</param>
/// <param name="MostPerYear">The most that is paid each year, €; null for no limit.</param>
public sealed record ResultPayment(string Result, Estimate Price, IReadOnlyList<PricePoint> Path, double LeastResult = 0, double? MostPerYear = null) : Reward
{
    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [.. Path.Select(point => ("price", (double?)point.Euros, 0.0, double.PositiveInfinity)), ("least result", LeastResult, 0, double.PositiveInfinity), ("most that is paid each year", MostPerYear, 0, double.PositiveInfinity)];

    internal override IEnumerable<(string What, IEnumerable<double> Numbers)> Rising => [("years of the prices", Path.Select(point => (double)point.Year))];

    internal override void Pay(RewardContext context)
    {
        var measure = context.Measure!;
        var estimate = measure.Results.GetValueOrDefault(Result);
        var price = Path.Count > 0 && Price.Likely == 0 ? null : context.Factor(FactorKind.Price, context.Scheme.Id, $"price of {context.Scheme.Id}", Price);
        var amount = estimate is null ? null : context.Factor(FactorKind.Result, Result, $"{Result} of {measure.Measure}", estimate, isYield: true);
        var amounts = context.Yearly(
            year =>
            {
                var euros = Path.Count == 0 ? price!.Scale : PricePoint.At(Path, context.Setting.FirstYear + year);
                return amount is null ? double.NaN : measure.Quantity * measure.WorkingIn(year) * amount.Scale * euros;
            },
            isIndexed: Path.Count == 0);
        var gate = LeastResult == 0 || amount is null ? null : new LineGate(amount.Index, [.. context.ByYear(year => CaseLines.Snapped(LeastResult / (measure.Quantity * measure.WorkingIn(year) * amount.Scale), 1))]);
        context.Add(CashFlowKind.Reward, amounts, amount is null ? [] : price is null ? [amount.Index] : [price.Index, amount.Index], most: MostPerYear, gate: gate);
    }

    internal override SchemeRefusal? Missing(RewardContext context) =>
        context.Measure!.Results.ContainsKey(Result) ? null : new(context.Use, SchemeRefusalKind.NoResult) { What = Result };
}

/// <summary>A price in a calendar year.</summary>
public sealed record PricePoint(int Year, double Euros)
{
    /// <summary>The price in a year: on the straight line between the two points around it.</summary>
    /// <param name="path">At least one point, in order of the years.</param>
    /// <param name="year">The calendar year.</param>
    public static double At(IReadOnlyList<PricePoint> path, int year)
    {
        ArgumentNullException.ThrowIfNull(path);
        var next = 0;
        while (next < path.Count && path[next].Year < year) next++;
        if (next == 0) return path[0].Euros;
        if (next == path.Count) return path[^1].Euros;
        var (from, to) = (path[next - 1], path[next]);
        return from.Euros + (to.Euros - from.Euros) * (year - from.Year) / (to.Year - from.Year);
    }
}
