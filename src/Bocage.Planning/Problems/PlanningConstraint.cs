namespace Bocage.Planning;

/// <summary>A hard rule that a choice must keep.</summary>
/// <param name="Name">What the rule says, in words a reader understands: "the budget of the water board". Shown when nothing satisfies all rules.</param>
public abstract record PlanningConstraint(string Name)
{
    /// <summary>Whether a choice keeps the rule. <paramref name="selected"/> is indexed as the units of the problem.</summary>
    public abstract bool IsKept(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected);

    /// <summary>The same rule when each unit costs so many times as much; the rule itself when it does not count money.</summary>
    /// <param name="factors">Factor of each unit, ≥ 0.</param>
    internal virtual PlanningConstraint Repriced(IReadOnlyList<double> factors) => this;

    /// <summary>The same rule with so many times the money; the rule itself when it does not count money.</summary>
    /// <param name="factor">Factor ≥ 0.</param>
    internal virtual PlanningConstraint WithBudgets(double factor) => this;
}
