namespace Bocage.Planning;

/// <summary>One measure in one place: what it would be, whether it can be, and what it costs.</summary>
public sealed record CandidateMeasure
{
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

    /// <summary>Whether it can be carried out.</summary>
    public Applicability Applicability => Reasons.Count == 0 ? Applicability.Applicable : Reasons.Max(reason => reason.Verdict);

    /// <summary>Why, one reason per rule, in the order of the rules.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What this quantity costs; what is not known is null.</summary>
    public MeasureCosts Costs => Measure.Costs.Of(Quantity);
}
