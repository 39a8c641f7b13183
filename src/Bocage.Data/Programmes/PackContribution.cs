using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What a project contributes, as its sources say.</summary>
public sealed record PackContribution
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What is contributed.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Id of the counter it counts towards; null when no source says which.</summary>
    public string? Counter { get; init; }

    /// <summary>Its unit; that of the counter.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What may be done with it; that of the counter.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Of what it is a share.</summary>
    public LocalizedText? Denominator { get; init; }

    /// <summary>What the sources say; at least one.</summary>
    public ValueList<Claim> Claims { get; init; } = [];

    /// <summary>The amount, as wide as the sources disagree; null where it is a level.</summary>
    public CounterAmount? Amount => CounterAmount.Of(Unit, Kind, Claims);
}
