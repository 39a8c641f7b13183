using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Something an engagement must answer.</summary>
public sealed record PackCriterion
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
