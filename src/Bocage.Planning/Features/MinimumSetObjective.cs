namespace Bocage.Planning;

/// <summary>The cheapest choice that reaches every target.</summary>
/// <param name="Amounts">What each unit holds, and the targets.</param>
public sealed record MinimumSetObjective(FeatureAmounts Amounts) : PlanningObjective
{
    /// <summary>How far below its target a feature may be and still reach it, relative to the target: room for rounding.</summary>
    public const double Tolerance = 1e-9;

    /// <inheritdoc/>
    public override bool Maximises => false;

    /// <inheritdoc/>
    public override double Value(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected)
    {
        var cost = 0.0;
        for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) cost += units[unit].Cost;
        return cost;
    }

    /// <inheritdoc/>
    public override bool IsMet(ReadOnlySpan<bool> selected)
    {
        var held = Amounts.Held(selected);
        for (var feature = 0; feature < held.Length; feature++)
        {
            var target = Amounts.Features[feature].Target;
            if (held[feature] < target - Tolerance * target) return false;
        }
        return true;
    }
}
