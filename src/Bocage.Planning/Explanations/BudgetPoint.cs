using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The best plan found for some share of today's budgets.</summary>
public sealed record BudgetPoint
{
    /// <summary>Times today's budgets.</summary>
    public required double Share { get; init; }

    /// <summary>What can be said of the free search at this share; infeasible when the money does not do for the other rules.</summary>
    public required SolveOutcome Outcome { get; init; }

    /// <summary>Value of the plan, penalty included; NaN when there is none.</summary>
    public required double Value { get; init; }

    /// <summary>No plan within this money can be better; ±∞ when nothing is proven.</summary>
    public required double Bound { get; init; }

    /// <summary>What the plan costs; NaN when there is none.</summary>
    public required double Cost { get; init; }

    /// <summary>The chosen units, by index.</summary>
    public required ImmutableArray<int> Selected { get; init; }

    /// <summary>Whether there is a plan.</summary>
    public bool HasPlan => !double.IsNaN(Value);
}
