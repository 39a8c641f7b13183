using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A quantity that is counted towards an objective.</summary>
public sealed record PackCounter
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What is counted.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Its unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Stock, yearly flow or share; never a level.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>What what is counted must do for biodiversity.</summary>
    public required Qualifier Qualifier { get; init; }

    /// <summary>What else must hold for it to count.</summary>
    public LocalizedText? Condition { get; init; }

    /// <summary>Of what it is a share.</summary>
    public LocalizedText? Denominator { get; init; }

    /// <summary>Where it stood at the start; empty when that is not known.</summary>
    public ValueList<Claim> Baseline { get; init; } = [];

    /// <summary>What is to be reached.</summary>
    public PackTarget? Target { get; init; }

    /// <summary>What claims contribute to this counter.</summary>
    public CounterAmount? Amount(IReadOnlyList<Claim> claims) => CounterAmount.Of(Unit, Kind, claims);
}
