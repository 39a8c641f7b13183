using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Something that is tried in an area.</summary>
public sealed record PackTrack
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What is tried.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
