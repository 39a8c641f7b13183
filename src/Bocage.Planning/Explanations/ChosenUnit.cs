using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Why a unit is in the plan.</summary>
public sealed record ChosenUnit
{
    /// <summary>Its index in the problem.</summary>
    public required int Unit { get; init; }

    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>What it costs.</summary>
    public required double Cost { get; init; }

    /// <summary>How much better it alone is than choosing nothing, whatever the rules say.</summary>
    public required double AddsAlone { get; init; }

    /// <summary>How much better the plan is than the plan without it, nothing put in its place. These figures do not add up to the gain of the plan.</summary>
    public required double AddsGivenRest { get; init; }

    /// <summary>Whether the plan without it, nothing put in its place, would still keep every rule and requirement.</summary>
    public required bool RestIsAllowed { get; init; }

    /// <summary>How much worse the best plan without it is, other units put in its place.</summary>
    public required ReplacementCost ReplacementCost { get; init; }

    /// <summary>The share of the near-best plans that hold it, 0–1.</summary>
    public required double SelectionFrequency { get; init; }

    /// <summary>The pairs of patches it joins, case by case, greatest gain first; empty for objectives that know no paths.</summary>
    public required ImmutableArray<JoinedPair> Joins { get; init; }

    /// <summary><see cref="AddsGivenRest"/> per unit of cost; ∞ for a gain that costs nothing, NaN for none that costs nothing.</summary>
    public double GainPerCost => AddsGivenRest / Cost;
}
