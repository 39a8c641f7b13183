using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The largest sum of values of the chosen units: hectares of habitat, pressure relief, any amount that adds up.</summary>
/// <param name="Values">Value of each unit.</param>
public sealed record MaximumUtilityObjective(ImmutableArray<double> Values) : PlanningObjective
{
    /// <inheritdoc/>
    public override bool Maximises => true;

    /// <inheritdoc/>
    public override double Value(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected)
    {
        var sum = 0.0;
        for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) sum += Values[unit];
        return sum;
    }
}
