namespace Bocage.Data.Programmes;

/// <summary>An amount of something that happens every year. It has no addition: only <see cref="FlowTotals"/> adds flows, year by year.</summary>
/// <param name="Unit">Its unit, per year.</param>
/// <param name="Year">The year it holds for; null when no source says.</param>
/// <param name="Low">The least that a source says.</param>
/// <param name="High">The most that a source says.</param>
public sealed record FlowAmount(Unit Unit, int? Year, double Low, double High) : CounterAmount(Unit, Low, High);
