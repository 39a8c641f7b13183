namespace Bocage.Data.Programmes;

/// <summary>From when until when.</summary>
public sealed record PackPeriod
{
    /// <summary>The first day.</summary>
    public required PartialDate Start { get; init; }

    /// <summary>The last day.</summary>
    public PartialDate? End { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
