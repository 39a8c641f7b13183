using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Minimum ≤ Σ coefficient · x ≤ Maximum over some units; x is 1 for a chosen unit.</summary>
/// <remarks>Budgets, shares per party, minimum and maximum numbers per kind and mutual exclusion are all of this form; see <see cref="BudgetConstraint"/> and <see cref="CountConstraint"/>.</remarks>
/// <param name="Name">What the rule says.</param>
/// <param name="Terms">Units by index, each at most once, with their coefficients.</param>
/// <param name="Minimum">Lower limit; −∞ for none.</param>
/// <param name="Maximum">Upper limit; +∞ for none.</param>
public sealed record LinearConstraint(string Name, ImmutableArray<LinearTerm> Terms, double Minimum, double Maximum) : PlanningConstraint(Name)
{
    /// <summary>How far a sum may pass a limit and still keep it, relative to the limit: room for rounding, not for money.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Whether the sum is money, so that it follows the costs of the units and the maximum is a budget.</summary>
    public bool CountsMoney { get; init; }

    /// <inheritdoc/>
    public override bool IsKept(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected)
    {
        var sum = 0.0;
        foreach (var term in Terms) if (selected[term.Unit]) sum += term.Coefficient;
        return Allows(sum);
    }

    /// <inheritdoc/>
    internal override PlanningConstraint Repriced(IReadOnlyList<double> factors) =>
        CountsMoney ? this with { Terms = [.. Terms.Select(term => term with { Coefficient = term.Coefficient * factors[term.Unit] })] } : this;

    /// <inheritdoc/>
    internal override PlanningConstraint WithBudgets(double factor) => CountsMoney ? this with { Maximum = Maximum * factor } : this;

    /// <summary>Whether a sum lies within the limits.</summary>
    public bool Allows(double sum) => sum >= Minimum - Tolerance * Math.Max(1, Math.Abs(Minimum)) && AllowsAtMost(sum);

    /// <summary>Whether a sum is within the upper limit.</summary>
    internal bool AllowsAtMost(double sum) => sum <= Maximum + Tolerance * Math.Max(1, Math.Abs(Maximum));
}

/// <summary>One unit in a sum.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Coefficient">What it counts for when chosen.</param>
public readonly record struct LinearTerm(int Unit, double Coefficient);
