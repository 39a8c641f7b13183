using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>An item of a toolbox.</summary>
public sealed record PackTool
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required ToolKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it is for.</summary>
    public LocalizedText? Summary { get; init; }

    /// <summary>Figures that belong to it.</summary>
    public ValueList<Figure> Figures { get; init; } = [];

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
