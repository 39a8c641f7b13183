using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Something that was agreed about an area.</summary>
public sealed record PackAgreement
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What was agreed.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>When, where that is known.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Between whom, in words.</summary>
    public LocalizedText? Parties { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
