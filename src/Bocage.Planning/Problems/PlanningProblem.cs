using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Which units to choose: units, an objective, hard rules and a soft penalty. Immutable; nothing runs until a solver is given it.</summary>
public sealed class PlanningProblem
{
    /// <summary>A problem without rules.</summary>
    public PlanningProblem(IEnumerable<PlanningUnit> units, PlanningObjective objective)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(objective);
        Units = [.. units];
        Objective = objective;
        var twice = Units.GroupBy(unit => unit.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two units are called {twice.Key}; a name may be used once.", nameof(units));
    }

    private PlanningProblem(PlanningProblem other)
    {
        Units = other.Units;
        Objective = other.Objective;
        Constraints = other.Constraints;
        Penalty = other.Penalty;
    }

    /// <summary>What can be chosen.</summary>
    public ImmutableArray<PlanningUnit> Units { get; private init; }

    /// <summary>What makes a choice better.</summary>
    public PlanningObjective Objective { get; private init; }

    /// <summary>Hard rules, all of which must be kept.</summary>
    public ImmutableArray<PlanningConstraint> Constraints { get; private init; } = [];

    /// <summary>The penalty on scattered choices, or null.</summary>
    public BoundaryPenalty? Penalty { get; private init; }

    /// <summary>The same problem with another objective.</summary>
    public PlanningProblem With(PlanningObjective objective) => new(this) { Objective = objective };

    /// <summary>The same problem with one rule more.</summary>
    public PlanningProblem With(PlanningConstraint constraint) => new(this) { Constraints = Constraints.Add(constraint) };

    /// <summary>The same problem with this boundary penalty.</summary>
    public PlanningProblem With(BoundaryPenalty penalty) => new(this) { Penalty = penalty };

    /// <summary>The same problem with a unit locked in, locked out or set free.</summary>
    public PlanningProblem With(int unit, PlanningStatus status) => new(this) { Units = Units.SetItem(unit, Units[unit] with { Status = status }) };

    /// <summary>The same problem at other prices: each unit's cost times a factor; the rules that count money follow, the budgets stay.</summary>
    /// <param name="factors">Factor of each unit, ≥ 0 and finite.</param>
    public PlanningProblem Repriced(IReadOnlyList<double> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Count != Units.Length) throw new ArgumentException($"{factors.Count} factors for {Units.Length} units; one for each is needed.", nameof(factors));
        return new(this)
        {
            Units = [.. Units.Select((unit, k) => new PlanningUnit(unit.Id, unit.Cost * factors[k], unit.Status))],
            Constraints = [.. Constraints.Select(constraint => constraint.Repriced(factors))],
        };
    }

    /// <summary>The same problem with every budget times a factor; the other rules and the costs stay.</summary>
    /// <param name="factor">Factor, ≥ 0 and finite.</param>
    public PlanningProblem WithBudgets(double factor)
    {
        if (!double.IsFinite(factor) || factor < 0) throw new ArgumentException($"The budgets are to be multiplied by {factor}; that must be 0 or more, and finite.", nameof(factor));
        return new(this) { Constraints = [.. Constraints.Select(constraint => constraint.WithBudgets(factor))] };
    }

    /// <summary>What a choice costs.</summary>
    public double CostOf(ReadOnlySpan<bool> selected)
    {
        var cost = 0.0;
        for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) cost += Units[unit].Cost;
        return cost;
    }

    /// <summary>The objective with the penalty: subtracted when more is better, added when less is.</summary>
    public double ValueOf(ReadOnlySpan<bool> selected)
    {
        var penalty = Penalty?.Of(selected) ?? 0;
        return Objective.Value(Units, selected) + (Objective.Maximises ? -penalty : penalty);
    }

    /// <summary>Whether a choice keeps every rule and lock and does what the objective requires.</summary>
    public bool Allows(ReadOnlySpan<bool> selected)
    {
        for (var unit = 0; unit < selected.Length; unit++)
            if (Units[unit].Status == (selected[unit] ? PlanningStatus.LockedOut : PlanningStatus.LockedIn)) return false;
        foreach (var constraint in Constraints) if (!constraint.IsKept(Units, selected)) return false;
        return Objective.IsMet(selected);
    }
}
