namespace Bocage.Planning;

/// <summary>A rule that a figure of the place lies between two numbers, both included; one of them may be null.</summary>
/// <param name="Minimum">The least, or null.</param>
/// <param name="Maximum">The most, or null.</param>
public abstract record RangeRule(double? Minimum, double? Maximum) : ApplicabilityRule
{
    /// <summary>The unit of the figure.</summary>
    private protected abstract ReasonUnit Unit { get; }

    /// <summary>The figure, or null when it is not known.</summary>
    private protected abstract double? FigureOf(PlaceFacts facts);

    internal sealed override bool? IsKept(PlaceFacts facts) => FigureOf(facts) is { } figure ? !(figure < Minimum) && !(figure > Maximum) : null;

    internal sealed override IEnumerable<(string Name, ReasonValue Value)> Values(PlaceFacts facts)
    {
        yield return ("range", ReasonValue.Of(Minimum, Maximum, Unit));
        if (FigureOf(facts) is { } figure) yield return ("value", ReasonValue.Of(figure, Unit));
    }
}

/// <summary>How deep the groundwater stands, in cm below the surface (below 0 is above it).</summary>
/// <param name="Season">Of which time of the year.</param>
/// <param name="Minimum">The least depth, or null.</param>
/// <param name="Maximum">The greatest depth, or null.</param>
public sealed record GroundwaterRule(GroundwaterSeason Season, double? Minimum, double? Maximum) : RangeRule(Minimum, Maximum)
{
    /// <inheritdoc/>
    public override string Key => Season switch { GroundwaterSeason.Winter => "winter_groundwater", GroundwaterSeason.Summer => "summer_groundwater", _ => "groundwater" };

    private protected override ReasonUnit Unit => ReasonUnit.Centimetres;

    private protected override double? FigureOf(PlaceFacts facts) => Season switch
    {
        GroundwaterSeason.Winter => facts.Place.WinterGroundwaterCm,
        GroundwaterSeason.Summer => facts.Place.SummerGroundwaterCm,
        _ => facts.Place.GroundwaterCm,
    };
}

/// <summary>How far the nearest protected site is, in metres from edge to edge; 0 in or at one.</summary>
/// <param name="Minimum">The least distance, or null.</param>
/// <param name="Maximum">The greatest distance, or null.</param>
public sealed record ProtectedDistanceRule(double? Minimum, double? Maximum) : RangeRule(Minimum, Maximum)
{
    /// <inheritdoc/>
    public override string Key => "protected_distance";

    private protected override ReasonUnit Unit => ReasonUnit.Metres;

    private protected override double? FigureOf(PlaceFacts facts) => facts.ProtectedDistanceM;
}

/// <summary>How large the place is, in hectares.</summary>
/// <param name="Minimum">The least size, or null.</param>
/// <param name="Maximum">The greatest size, or null.</param>
public sealed record SizeRule(double? Minimum, double? Maximum) : RangeRule(Minimum, Maximum)
{
    /// <inheritdoc/>
    public override string Key => "size";

    private protected override ReasonUnit Unit => ReasonUnit.Hectares;

    private protected override double? FigureOf(PlaceFacts facts) => facts.Place.AreaHa;
}

/// <summary>How long the place is, in metres; not known of a place that is no line.</summary>
/// <param name="Minimum">The least length, or null.</param>
/// <param name="Maximum">The greatest length, or null.</param>
public sealed record LengthRule(double? Minimum, double? Maximum) : RangeRule(Minimum, Maximum)
{
    /// <inheritdoc/>
    public override string Key => "length";

    private protected override ReasonUnit Unit => ReasonUnit.Metres;

    private protected override double? FigureOf(PlaceFacts facts) => facts.Place.LengthM;
}

/// <summary>How steep the place is, in metres of height per hundred metres.</summary>
/// <param name="Minimum">The least slope, or null.</param>
/// <param name="Maximum">The greatest slope, or null.</param>
public sealed record SlopeRule(double? Minimum, double? Maximum) : RangeRule(Minimum, Maximum)
{
    /// <inheritdoc/>
    public override string Key => "slope";

    private protected override ReasonUnit Unit => ReasonUnit.Percent;

    private protected override double? FigureOf(PlaceFacts facts) => facts.Place.SlopePercent;
}
