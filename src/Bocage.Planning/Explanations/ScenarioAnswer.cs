using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>A scenario's own best plan, and what today's plan is worth there.</summary>
public sealed record ScenarioAnswer
{
    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>What can be said of the search; infeasible when no plan keeps the rules there.</summary>
    public required SolveOutcome Outcome { get; init; }

    /// <summary>The best plan found there, by index.</summary>
    public required ImmutableArray<int> Selected { get; init; }

    /// <summary>Its value; NaN when there is none.</summary>
    public required double Value { get; init; }

    /// <summary>Whether today's plan keeps all rules there (is still affordable).</summary>
    public required bool TodaysPlanIsAllowed { get; init; }

    /// <summary>Today's plan when it is allowed there, otherwise the best part of it that is.</summary>
    public required ImmutableArray<int> Left { get; init; }

    /// <summary>Value there of what is left of today's plan; NaN when no part of it is allowed.</summary>
    public required double LeftValue { get; init; }

    /// <summary>What holding on to today's plan loses at least: the best plan found minus what is left; NaN when no part of today's plan is allowed. ≥ 0.</summary>
    public required double RegretLower { get; init; }

    /// <summary>What it loses at most: the bound minus what is left; equal to the lower end when the search is proven.</summary>
    public required double RegretUpper { get; init; }

    /// <summary>Units in both plans as a share of the units in either, 0–1; 1 when both are empty.</summary>
    public required double Overlap { get; init; }

    /// <summary>Whether there is a plan.</summary>
    public bool HasPlan => !double.IsNaN(Value);
}
