using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A line of action.</summary>
public sealed record PackActionLine
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its code in the programme's own plan, where that was seen.</summary>
    public string? Code { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it does.</summary>
    public LocalizedText? Summary { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
