using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A place where the programme works: a pilot, a city, a site in it.</summary>
public sealed record PackArea
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called now.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it was called before.</summary>
    public ValueList<PackEarlierName> EarlierNames { get; init; } = [];

    /// <summary>Id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the area it is a part of.</summary>
    public string? Within { get; init; }

    /// <summary>Two-letter code of ISO 3166.</summary>
    public required string Country { get; init; }

    /// <summary>Its province or region.</summary>
    public string? Province { get; init; }

    /// <summary>About where it is.</summary>
    public PackPoint? Point { get; init; }

    /// <summary>Where it ends.</summary>
    public PackOutline? Outline { get; init; }

    /// <summary>What happens there.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>Names of Natura 2000 sites, or of what they are a part of.</summary>
    public ValueList<string> Natura2000 { get; init; } = [];

    /// <summary>What nature suffers from there, of Bocage.Planning.Pressures.</summary>
    public ValueList<string> Pressures { get; init; } = [];

    /// <summary>What is tried.</summary>
    public ValueList<PackTrack> Tracks { get; init; } = [];

    /// <summary>Ids of partners that work there.</summary>
    public ValueList<string> Partners { get; init; } = [];

    /// <summary>What was agreed.</summary>
    public ValueList<PackAgreement> Agreements { get; init; } = [];

    /// <summary>What happened when.</summary>
    public ValueList<PackMoment> Timeline { get; init; } = [];

    /// <summary>Quantities.</summary>
    public ValueList<Figure> Quantities { get; init; } = [];

    /// <summary>Money.</summary>
    public ValueList<Figure> Budgets { get; init; } = [];

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
