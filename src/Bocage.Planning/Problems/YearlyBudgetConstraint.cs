using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The chosen units can be shared out over years so that each year's cost is at most that year's budget; a unit is paid in one year.</summary>
/// <remarks>
/// A bin packing question, and so hard in general. First fit and best fit, both dearest first, are tried; then a branch and bound of at most <see cref="YearlyPacking.StepLimit"/> steps.
/// When that ends without an answer the packing is <see cref="PackingOutcome.NotShown"/> and the rule counts as not kept: no plan is allowed without a schedule that carries it.
/// The sum over all years (<see cref="AllYears"/>) is a weaker rule that any solver understands: solve with it first, and look at the packing after.
/// </remarks>
/// <param name="Name">What the rule says.</param>
/// <param name="Costs">Units with what counts for each, ≥ 0; units that are absent cost nothing here.</param>
/// <param name="Budgets">Budget of each year, ≥ 0; unspent money is lost.</param>
public sealed record YearlyBudgetConstraint(string Name, ImmutableArray<LinearTerm> Costs, ImmutableArray<double> Budgets) : PlanningConstraint(Name)
{
    /// <summary>All costs of all units, in years with these budgets.</summary>
    public static YearlyBudgetConstraint Of(IReadOnlyList<PlanningUnit> units, IEnumerable<double> budgets)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(budgets);
        var each = budgets.ToImmutableArray();
        foreach (var budget in each)
            if (double.IsNaN(budget) || budget < 0) throw new ArgumentException($"The budget of a year is {budget}; it must be 0 or more.", nameof(budgets));
        return new("the yearly budgets", [.. Enumerable.Range(0, units.Count).Where(unit => units[unit].Cost > 0).Select(unit => new LinearTerm(unit, units[unit].Cost))], each);
    }

    /// <inheritdoc/>
    public override bool IsKept(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected) => Pack(selected).Outcome == PackingOutcome.Packed;

    /// <summary>A year for each chosen unit, a proof that there is none, or neither.</summary>
    public YearlyPacking Pack(ReadOnlySpan<bool> selected)
    {
        var items = new List<LinearTerm>();
        foreach (var term in Costs) if (selected[term.Unit]) items.Add(term);
        return YearlyPacking.Of(items, Budgets);
    }

    /// <summary>What follows from this rule for any choice: the cost of all years is at most their budgets together.</summary>
    public LinearConstraint AllYears() => BudgetConstraint.Of(Name, Costs, Budgets.Sum());

    /// <inheritdoc/>
    internal override PlanningConstraint Repriced(IReadOnlyList<double> factors) =>
        this with { Costs = [.. Costs.Select(term => term with { Coefficient = term.Coefficient * factors[term.Unit] })] };

    /// <inheritdoc/>
    internal override PlanningConstraint WithBudgets(double factor) => this with { Budgets = [.. Budgets.Select(budget => budget * factor)] };
}
