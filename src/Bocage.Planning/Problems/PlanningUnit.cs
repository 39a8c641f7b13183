namespace Bocage.Planning;

/// <summary>The smallest piece that can be chosen: a place to protect, or one measure in one place.</summary>
public sealed record PlanningUnit
{
    /// <summary>A planning unit.</summary>
    /// <param name="id">Its name, unique within a problem.</param>
    /// <param name="cost">What choosing it costs, ≥ 0 and finite, in the unit of the budgets.</param>
    /// <param name="status">Whether it may be chosen.</param>
    public PlanningUnit(string id, double cost, PlanningStatus status = PlanningStatus.Available)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!double.IsFinite(cost) || cost < 0) throw new ArgumentException($"The cost of {id} is {cost}; it must be 0 or more, and finite.", nameof(cost));
        Id = id;
        Cost = cost;
        Status = status;
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>What choosing it costs.</summary>
    public double Cost { get; }

    /// <summary>Whether it may be chosen.</summary>
    public PlanningStatus Status { get; init; }
}
