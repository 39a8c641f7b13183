namespace Bocage.Planning;

/// <summary>€ for the points of a farm on a scorecard, each year of the contract, with a cap.</summary>
/// <remarks>
/// Amount = euros of the highest band that the points reach + euros per point · points, indexed, and then never more than <see cref="MostPerYear"/>: the cap is not indexed. Where values are missing the payment is
/// not known, unless it is the same whatever they are.
/// </remarks>
/// <param name="Scorecard">Id of the scorecard.</param>
/// <param name="EurosPerPoint">€ per point and year, 0 or more.</param>
/// <param name="Bands">Sums by points, from few to many, never falling; below the first there is none. Empty for none.</param>
/// <param name="MostPerYear">The cap for a farm and year, €; null for none.</param>
public sealed record KpiPayment(string Scorecard, double EurosPerPoint, IReadOnlyList<PointBand> Bands, double? MostPerYear = null) : Reward
{
    /// <inheritdoc/>
    public override bool PaysParty => true;

    /// <summary>€ a year for so many points, in prices of the scheme's price year.</summary>
    public double EurosFor(double points) => EurosFor(points, 1);

    /// <summary>€ a year for a score, in prices of the scheme's price year; NaN where it depends on values that are missing.</summary>
    public double EurosFor(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return EurosFor(score, 1);
    }

    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [("sum per point", EurosPerPoint, 0, double.PositiveInfinity), .. Bands.Select((band, k) => ("sum of a band", (double?)band.Euros, k == 0 ? 0 : Bands[k - 1].Euros, double.PositiveInfinity)),
            ("most that is paid each year", MostPerYear, 0, double.PositiveInfinity)];

    internal override IEnumerable<(string What, IEnumerable<double> Numbers)> Rising => [("points of the bands", Bands.Select(band => band.FromPoints))];

    internal override void Pay(RewardContext context)
    {
        var score = context.Case.Scorecards.Single(card => card.Id == Scorecard).ScoreOf(context.Party.KpiValues.GetValueOrDefault(Scorecard));
        context.Add(CashFlowKind.Reward, context.Yearly(year => EurosFor(score, context.Index(year)), isIndexed: false), most: MostPerYear);
    }

    private double EurosFor(double points, double index) =>
        Math.Min(MostPerYear ?? double.PositiveInfinity, ((Bands.LastOrDefault(band => points >= band.FromPoints)?.Euros ?? 0) + EurosPerPoint * points) * index);

    private double EurosFor(Score score, double index)
    {
        var (least, most) = (EurosFor(score.LeastPoints, index), EurosFor(score.MostPoints, index));
        return least == most ? least : double.NaN;
    }
}

/// <summary>A sum from a number of points on.</summary>
/// <param name="FromPoints">The fewest points that get it.</param>
/// <param name="Euros">€ a year.</param>
public sealed record PointBand(double FromPoints, double Euros);
