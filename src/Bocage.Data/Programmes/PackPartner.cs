using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>An organisation that takes part.</summary>
public sealed record PackPartner
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name: one for all languages, or one per language.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Ids of its roles.</summary>
    public ValueList<string> Roles { get; init; } = [];

    /// <summary>Two-letter code of ISO 3166.</summary>
    public string? Country { get; init; }

    /// <summary>Its site.</summary>
    public string? Website { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
