namespace Bocage.Data.Programmes;

/// <summary>Where to reach a programme.</summary>
public sealed record PackContact
{
    /// <summary>Its own site.</summary>
    public required string Website { get; init; }

    /// <summary>An address for questions.</summary>
    public string? Email { get; init; }
}
