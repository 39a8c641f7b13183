using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What the best plan without a unit is worth less than the plan with it, in the unit of the objective (Cabeza and Moilanen's replacement cost).</summary>
/// <remarks>
/// value(plan) − value(best plan without the unit), turned round when less is better. The unit is locked out and the problem solved again. When the solver proves its answer,
/// <see cref="Lower"/> = <see cref="Upper"/>; otherwise the true figure lies between: the plan found gives the upper end and the solver's bound the lower. Below 0 only when the plan itself was
/// not the best. A locked-in unit is treated as if its lock were turned round.
/// Cabeza, M. and Moilanen, A. (2006), Replacement cost: a practical measure of site value for cost-effective reserve planning, Biological Conservation 132: 336–342.
/// </remarks>
public sealed record ReplacementCost
{
    /// <summary>At least this; +∞ when no plan can do without the unit, −∞ when nothing is proven.</summary>
    public required double Lower { get; init; }

    /// <summary>At most this; +∞ when no plan without the unit was found.</summary>
    public required double Upper { get; init; }

    /// <summary>Whether the two ends meet.</summary>
    public bool IsExact => Lower == Upper;

    /// <summary>Proven: no plan that keeps all rules can do without the unit.</summary>
    public bool IsIrreplaceable => double.IsPositiveInfinity(Lower);

    /// <summary>The best plan without the unit that was found; empty when none was, or when it is best to choose nothing.</summary>
    public ImmutableArray<int> Instead { get; init; } = [];

    /// <summary>When irreplaceable: the limits that would have to give way.</summary>
    public ImmutableArray<LimitToRelax> Relax { get; init; } = [];

    /// <summary>The ends, from the plan's value, the search without the unit, and the best value of any plan known without it (NaN for none).</summary>
    internal static ReplacementCost Of(PlanningProblem problem, Solution plan, int unit, Solution without, (double Value, ImmutableArray<int> Selected)? best)
    {
        if (without.Outcome == SolveOutcome.Infeasible && best is null)
            return new() { Lower = double.PositiveInfinity, Upper = double.PositiveInfinity, Relax = without.Relax };
        var upper = best is { } found ? -problem.Objective.Gain(plan.Objective, found.Value) : double.PositiveInfinity;
        if (Math.Abs(upper) <= 1e-12 * Math.Abs(plan.Objective)) upper = 0;
        var lower = -problem.Objective.Gain(plan.Objective, without.Bound);
        // Without a lock on the unit, what is allowed without it is part of what is allowed at all: the plan's own bound holds too.
        if (problem.Units[unit].Status != PlanningStatus.LockedIn) lower = Math.Max(lower, -problem.Objective.Gain(plan.Objective, BoundOf(plan)));
        if (without.Outcome == SolveOutcome.Optimal && best is not null) lower = upper;
        return new() { Lower = Math.Min(lower, upper), Upper = upper, Instead = best?.Selected ?? [] };
    }

    private static double BoundOf(Solution plan) => plan.Outcome == SolveOutcome.Optimal ? plan.Objective : plan.Bound;
}
