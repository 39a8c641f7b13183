using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Where a measure can be carried out. A closed set; each answers with a reason.</summary>
/// <remarks>A rule on something that is not known of a place is never a "no": it gives "not yet", and says what to find out.</remarks>
public abstract record ApplicabilityRule
{
    private protected ApplicabilityRule()
    {
    }

    /// <summary>What a broken rule means: <see cref="Applicability.Never"/>, or <see cref="Applicability.NotYet"/> when it can be put right.</summary>
    public Applicability Otherwise { get; init; } = Applicability.Never;

    /// <summary>What must change first when the rule is broken, in the catalogue's own words; or null.</summary>
    public LocalizedText? ChangeFirst { get; init; }

    /// <summary>The first word of the keys of its reasons.</summary>
    public abstract string Key { get; }

    /// <summary>Whether a place keeps the rule: true, false, or null when it is not known.</summary>
    internal abstract bool? IsKept(PlaceFacts facts);

    /// <summary>What a reader must be told beside the verdict.</summary>
    internal abstract IEnumerable<(string Name, ReasonValue Value)> Values(PlaceFacts facts);

    /// <summary>What follows from the rule for a measure in a place.</summary>
    public Applicability VerdictOn(PlaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return IsKept(facts) switch { true => Applicability.Applicable, false => Otherwise, null => Applicability.NotYet };
    }

    /// <summary>Holds the rule against a place and says why.</summary>
    public Reason Check(PlaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var kept = IsKept(facts);
        var outcome = kept switch { true => "kept", false => "broken", null => "unknown" };
        return new($"{Key}.{outcome}", VerdictOn(facts), Values(facts).ToDictionary(pair => pair.Name, pair => pair.Value), kept == false ? ChangeFirst : null);
    }
}
