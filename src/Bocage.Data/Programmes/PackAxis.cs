using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A group of objectives.</summary>
public sealed record PackAxis
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it is about.</summary>
    public LocalizedText? Summary { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
