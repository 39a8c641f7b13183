using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A phase of a programme.</summary>
public sealed record PackPhase
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>When it begins.</summary>
    public required PartialDate Start { get; init; }

    /// <summary>When it ends.</summary>
    public PartialDate? End { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
