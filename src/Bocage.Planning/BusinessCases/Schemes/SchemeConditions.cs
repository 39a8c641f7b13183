namespace Bocage.Planning;

/// <summary>What must be so for a party to get the rewards of a scheme.</summary>
public sealed record SchemeConditions
{
    /// <summary>Measures it pays for, by id in the catalogue; none at all means any.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Kinds of party that can join; none at all means any.</summary>
    public IReadOnlyList<PartyKind> Parties { get; init; } = [];

    /// <summary>Where it is on offer: municipalities, provinces, countries by name, of which one must be among the places of the measure or of its party; none at all means everywhere.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The least quantity of a measure; null for none.</summary>
    public double? LeastQuantity { get; init; }

    /// <summary>The unit of the least quantity.</summary>
    public MeasureUnit QuantityUnit { get; init; }

    /// <summary>Facts of the measure or, where it has none of the name, of the party, that must lie within limits.</summary>
    public IReadOnlyList<FactCondition> Facts { get; init; } = [];
}

/// <summary>A fact that must lie within limits.</summary>
/// <param name="Fact">Its name.</param>
/// <param name="AtLeast">The least value; null for none.</param>
/// <param name="AtMost">The greatest value; null for none.</param>
public sealed record FactCondition(string Fact, double? AtLeast, double? AtMost);
