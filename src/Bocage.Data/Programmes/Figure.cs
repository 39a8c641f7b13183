using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A figure with where it comes from; several sources may disagree, and then all stand side by side.</summary>
public sealed record Figure
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it measures.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Its unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What may be done with it.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Of what it is a share.</summary>
    public LocalizedText? Denominator { get; init; }

    /// <summary>What the sources say; at least one.</summary>
    public ValueList<Claim> Claims { get; init; } = [];
}
