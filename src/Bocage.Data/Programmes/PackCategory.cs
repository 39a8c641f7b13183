using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What projects are sorted by.</summary>
public sealed record PackCategory
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Ids of the objectives it stands for.</summary>
    public ValueList<string> Objectives { get; init; } = [];

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
