using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What an area was called before.</summary>
public sealed record PackEarlierName
{
    /// <summary>The name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Until when, where that is known.</summary>
    public PartialDate? Until { get; init; }
}
