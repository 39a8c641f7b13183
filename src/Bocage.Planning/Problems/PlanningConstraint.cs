namespace Bocage.Planning;

/// <summary>A hard rule that a choice must keep.</summary>
/// <param name="Name">What the rule says, in words a reader understands: "the budget of the water board". Shown when nothing satisfies all rules.</param>
public abstract record PlanningConstraint(string Name)
{
    /// <summary>Whether a choice keeps the rule. <paramref name="selected"/> is indexed as the units of the problem.</summary>
    public abstract bool IsKept(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected);
}
