using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Something success hangs on.</summary>
public sealed record PackSuccessFactor
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
