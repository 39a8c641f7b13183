namespace Bocage.Data.Programmes;

/// <summary>Where facts come from.</summary>
public sealed record PackSource
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Where it stands.</summary>
    public string? Url { get; init; }

    /// <summary>How near to the matter it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>When it was published.</summary>
    public PartialDate? Published { get; init; }
}
