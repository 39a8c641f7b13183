namespace Bocage.Planning;

/// <summary>Limits on money.</summary>
public static class BudgetConstraint
{
    /// <summary>The cost of all chosen units is at most the budget.</summary>
    public static LinearConstraint Total(IReadOnlyList<PlanningUnit> units, double budget)
    {
        ArgumentNullException.ThrowIfNull(units);
        return Of("the budget", Enumerable.Range(0, units.Count).Select(unit => new LinearTerm(unit, units[unit].Cost)), budget);
    }

    /// <summary>What one party pays for all chosen units together is at most its budget.</summary>
    /// <param name="name">Whose budget, for instance "the budget of the water board".</param>
    /// <param name="shares">Units with what this party pays for each.</param>
    /// <param name="budget">Its budget, ≥ 0.</param>
    public static LinearConstraint Of(string name, IEnumerable<LinearTerm> shares, double budget)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(shares);
        if (double.IsNaN(budget) || budget < 0) throw new ArgumentException($"{name} is {budget}; it must be 0 or more.", nameof(budget));
        return new(name, [.. shares.Where(term => term.Coefficient != 0)], double.NegativeInfinity, budget) { CountsMoney = true };
    }
}
