using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What an area can be.</summary>
public sealed record PackAreaKind
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }
}
