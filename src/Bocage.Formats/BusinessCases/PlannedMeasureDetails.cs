using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>What a file of parties says of one planned measure, or of all of one kind; null is not said.</summary>
public sealed record PlannedMeasureDetails
{
    internal PlannedMeasureDetails(YamlNode node) => Node = node;

    /// <summary>Who carries it out.</summary>
    public string? Party { get; init; }

    /// <summary>Year of investment, counted from the first year of the case.</summary>
    public int? StartYear { get; init; }

    /// <summary>Years that it lives.</summary>
    public int? LifetimeYears { get; init; }

    /// <summary>Whether it is made anew when it has lived its years.</summary>
    public bool? IsRenewed { get; init; }

    /// <summary>Hectares of land it takes.</summary>
    public double? AreaHa { get; init; }

    /// <summary>Pieces that it has.</summary>
    public double? Pieces { get; init; }

    /// <summary>Metres that it is long.</summary>
    public double? LengthM { get; init; }

    /// <summary>Where it lies; none at all is not said.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The land it lies on.</summary>
    public string? Land { get; init; }

    /// <summary>Share of its full working year by year.</summary>
    public IReadOnlyList<double>? RampUp { get; init; }

    /// <summary>What comes of a unit of it each year; results not named here stay as they are.</summary>
    public IReadOnlyDictionary<string, Estimate> Results { get; init; } = new Dictionary<string, Estimate>();

    /// <summary>What is known of it; facts not named here stay as they are.</summary>
    public IReadOnlyDictionary<string, double> Facts { get; init; } = new Dictionary<string, double>();

    /// <summary>What it is worth to everyone.</summary>
    public IReadOnlyList<PublicBenefit>? Benefits { get; init; }

    internal YamlNode Node { get; }

    internal PlannedMeasure On(PlannedMeasure measure) => measure with
    {
        Party = Party ?? measure.Party,
        StartYear = StartYear ?? measure.StartYear,
        LifetimeYears = LifetimeYears ?? measure.LifetimeYears,
        IsRenewed = IsRenewed ?? measure.IsRenewed,
        AreaHa = AreaHa ?? measure.AreaHa,
        Pieces = Pieces ?? measure.Pieces,
        LengthM = LengthM ?? measure.LengthM,
        Places = Places.Count > 0 ? Places : measure.Places,
        Land = Land ?? measure.Land,
        RampUp = RampUp ?? measure.RampUp,
        Results = Together(measure.Results, Results),
        Facts = Together(measure.Facts, Facts),
        Benefits = Benefits ?? measure.Benefits,
    };

    private static Dictionary<string, T> Together<T>(IReadOnlyDictionary<string, T> had, IReadOnlyDictionary<string, T> given)
    {
        var all = new Dictionary<string, T>(had);
        foreach (var (name, value) in given) all[name] = value;
        return all;
    }
}
