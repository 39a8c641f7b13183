using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Something that happened.</summary>
public sealed record PackMoment
{
    /// <summary>When.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>What.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
