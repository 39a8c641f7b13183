namespace Bocage.Planning;

/// <summary>One measure in one place: what it would be, whether it can be, and what it costs.</summary>
public sealed record CandidateMeasure
{
    private static readonly Reason NoLand = new("land.unknown", Applicability.NotYet, new Dictionary<string, ReasonValue>());

    internal CandidateMeasure()
    {
    }

    /// <summary>The measure and the place, as in <c>hedge@parcel-7</c>; unique when the ids of both are.</summary>
    public string Id => $"{Measure.Id}@{Facts.Place.Id}";

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The place, and what is known of it.</summary>
    public required PlaceFacts Facts { get; init; }

    /// <summary>The codes of the map on whose cells, within the place, it is carried out; from low to high.</summary>
    public required IReadOnlyList<int> AppliesToCodes { get; init; }

    /// <summary>Hectares of the place on which it is carried out.</summary>
    public required double AppliesToHa { get; init; }

    /// <summary>Share of the place on which it is carried out, from 0 to 1.</summary>
    public double AppliesToShare => Math.Min(1, AppliesToHa / Facts.Place.AreaHa);

    /// <summary>How much of it, in the measure's unit.</summary>
    public required double Quantity { get; init; }

    /// <summary>Whether it can be carried out: the worst of its reasons.</summary>
    public required Applicability Applicability { get; init; }

    /// <summary>Why, one reason per rule, in the order of the rules; one more where the map knows no land to carry it out on.</summary>
    /// <remarks>Worked out at every call, because a plan can have millions of candidates and shows the reasons of few.</remarks>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            List<Reason> reasons = [.. Measure.Rules.Select(rule => rule.Check(Facts))];
            if (AppliesToHa == 0 && reasons.All(reason => reason.Verdict == Applicability.Applicable)) reasons.Add(NoLand);
            return reasons;
        }
    }

    /// <summary>What this quantity costs; what is not known is null.</summary>
    public MeasureCosts Costs => Measure.Costs.Of(Quantity);
}
