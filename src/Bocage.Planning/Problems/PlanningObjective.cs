namespace Bocage.Planning;

/// <summary>What makes one choice better than another.</summary>
public abstract record PlanningObjective
{
    /// <summary>True when more is better.</summary>
    public abstract bool Maximises { get; }

    /// <summary>The value of a choice, without penalties; straight from the definition, for checking and for reports rather than for searching.</summary>
    public abstract double Value(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected);

    /// <summary>Whether the choice does what the objective requires (a minimum set must meet its targets); true for objectives that require nothing.</summary>
    public virtual bool IsMet(ReadOnlySpan<bool> selected) => true;
}
