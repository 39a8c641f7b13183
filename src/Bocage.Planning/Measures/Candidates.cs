namespace Bocage.Planning;

/// <summary>Pairs measures with places.</summary>
/// <remarks>docs/methods/candidates.md.</remarks>
public static class Candidates
{
    /// <summary>Every measure in every place that has its shape, place by place.</summary>
    /// <remarks>A line measure needs a place with a length, an area measure one without; a point measure takes either. Cost: O(measures · places · rules).</remarks>
    /// <param name="measures">The measures.</param>
    /// <param name="places">The places and what is known of them.</param>
    /// <param name="keepNever">Whether to keep those that can never be, to show why.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<CandidateMeasure> Of(IEnumerable<Measure> measures, IEnumerable<PlaceFacts> places, bool keepNever = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(places);
        Measure[] all = [.. measures];
        var candidates = new List<CandidateMeasure>();
        foreach (var facts in places)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var measure in all)
            {
                if (Of(measure, facts) is { } candidate && (keepNever || candidate.Applicability != Applicability.Never)) candidates.Add(candidate);
            }
        }

        return candidates;
    }

    /// <summary>One measure in one place, or null when the place does not have its shape.</summary>
    public static CandidateMeasure? Of(Measure measure, PlaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(facts);
        if (measure.Shape != MeasureShape.Point && (measure.Shape == MeasureShape.Line) != (facts.Place.LengthM is not null)) return null;
        var verdict = Applicability.Applicable;
        foreach (var rule in measure.Rules)
        {
            if (rule.VerdictOn(facts) is var next && next > verdict) verdict = next;
        }

        var isCertain = verdict == Applicability.Applicable;
        var codes = facts.HaByCode.Keys.Where(code => Allows(measure, code, facts.Kinds, isCertain)).Order().ToArray();
        var hectares = codes.Sum(code => facts.HaByCode[code]);
        if (isCertain && hectares == 0) verdict = Applicability.NotYet;
        return new() { Measure = measure, Facts = facts, Applicability = verdict, AppliesToCodes = codes, AppliesToHa = hectares, Quantity = QuantityOf(measure, facts, hectares) };
    }

    // A measure that can be carried out is counted where that is certain; one that may be, wherever it may.
    private static bool Allows(Measure measure, int code, LandCoverKindMap kinds, bool isCertain)
    {
        foreach (var rule in measure.Rules)
        {
            if (rule is LandCoverRule onLand && (onLand.Allows(code, kinds) ?? !isCertain) == false) return false;
        }

        return true;
    }

    private static double QuantityOf(Measure measure, PlaceFacts facts, double hectares) => measure.Unit switch
    {
        MeasureUnit.Hectare => hectares,
        MeasureUnit.SquareMetre => hectares * 10_000,
        MeasureUnit.Metre => facts.Place.LengthM is { } length ? length * Math.Min(1, hectares / facts.Place.AreaHa) : throw new ArgumentException($"{measure.Id} is counted in metres, so its shape must be a line.", nameof(measure)),
        _ => hectares > 0 ? 1 : 0,
    };
}
