namespace Bocage.Data.Programmes;

/// <summary>How much of a counter is to be reached, and when.</summary>
public sealed record PackTarget
{
    /// <summary>By the end of this year.</summary>
    public required int Year { get; init; }

    /// <summary>What the sources say; at least one.</summary>
    public ValueList<Claim> Claims { get; init; } = [];
}
