using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Why a unit is not in the plan.</summary>
public sealed record UnchosenUnit
{
    /// <summary>Its index in the problem.</summary>
    public required int Unit { get; init; }

    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>What it costs.</summary>
    public required double Cost { get; init; }

    /// <summary>How much better the plan would be with it, whatever the rules say.</summary>
    public required double Adds { get; init; }

    /// <summary>The share of the near-best plans that hold it, 0–1.</summary>
    public required double SelectionFrequency { get; init; }

    /// <summary>The reasons, at least one.</summary>
    public required ImmutableArray<WhyNot> Reasons { get; init; }

    /// <summary>The price below which it comes in; null for a unit that costs nothing.</summary>
    public required BreakEvenPrice? BreakEven { get; init; }

    /// <summary><see cref="Adds"/> per unit of cost; ∞ for a gain that costs nothing, NaN for none that costs nothing.</summary>
    public double GainPerCost => Adds / Cost;
}
