using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Something the programme wants to reach.</summary>
public sealed record PackObjective
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its code in the programme's own list.</summary>
    public string? Code { get; init; }

    /// <summary>Id of its axis.</summary>
    public string? Axis { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it means.</summary>
    public LocalizedText? Summary { get; init; }

    /// <summary>What is counted towards it.</summary>
    public ValueList<PackCounter> Counters { get; init; } = [];

    /// <summary>What an engagement for it must answer.</summary>
    public ValueList<PackCriterion> Criteria { get; init; } = [];

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
