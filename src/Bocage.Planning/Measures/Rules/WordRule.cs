namespace Bocage.Planning;

/// <summary>A rule on a word that describes the place. Case and surrounding blanks do not count.</summary>
/// <param name="Words">The words; at least one.</param>
/// <param name="Excludes">True when the place must have none of them, false when it must have one.</param>
public abstract record WordRule(IReadOnlyList<string> Words, bool Excludes) : ApplicabilityRule
{
    /// <summary>The word, or null when it is not known.</summary>
    private protected abstract string? WordOf(PlaceFacts facts);

    private protected virtual IEnumerable<(string Name, ReasonValue Value)> More => [];

    internal sealed override bool? IsKept(PlaceFacts facts) =>
        WordOf(facts) is { } word ? Words.Any(one => string.Equals(one.Trim(), word.Trim(), StringComparison.OrdinalIgnoreCase)) != Excludes : null;

    internal sealed override IEnumerable<(string Name, ReasonValue Value)> Values(PlaceFacts facts)
    {
        yield return ("words", ReasonValue.Of(Words));
        if (WordOf(facts) is { } word) yield return ("value", ReasonValue.Of(word));
        foreach (var pair in More) yield return pair;
    }
}

/// <summary>What the soil must or must not be.</summary>
/// <param name="Words">Soils, as the places name them.</param>
/// <param name="Excludes">True when it must be none of them, false when it must be one.</param>
public sealed record SoilRule(IReadOnlyList<string> Words, bool Excludes = false) : WordRule(Words, Excludes)
{
    /// <inheritdoc/>
    public override string Key => Excludes ? "soil_excluded" : "soil";

    private protected override string? WordOf(PlaceFacts facts) => facts.Place.Soil;
}

/// <summary>Whose land it must or must not be.</summary>
/// <param name="Words">Owners, as the places name them.</param>
/// <param name="Excludes">True when it must be none of them, false when it must be one.</param>
public sealed record OwnershipRule(IReadOnlyList<string> Words, bool Excludes = false) : WordRule(Words, Excludes)
{
    /// <inheritdoc/>
    public override string Key => Excludes ? "owner_excluded" : "owner";

    private protected override string? WordOf(PlaceFacts facts) => facts.Place.Owner;
}

/// <summary>What any other attribute of the place must or must not be.</summary>
/// <param name="Attribute">Name of the attribute.</param>
/// <param name="Words">Its values.</param>
/// <param name="Excludes">True when it must be none of them, false when it must be one.</param>
public sealed record AttributeRule(string Attribute, IReadOnlyList<string> Words, bool Excludes = false) : WordRule(Words, Excludes)
{
    /// <inheritdoc/>
    public override string Key => Excludes ? "attribute_excluded" : "attribute";

    private protected override IEnumerable<(string Name, ReasonValue Value)> More => [("attribute", ReasonValue.Of(Attribute))];

    private protected override string? WordOf(PlaceFacts facts) => facts.Place.Attributes.GetValueOrDefault(Attribute);
}
