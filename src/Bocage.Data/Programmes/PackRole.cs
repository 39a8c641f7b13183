using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What a partner can be.</summary>
public sealed record PackRole
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }
}
