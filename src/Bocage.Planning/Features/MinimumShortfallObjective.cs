namespace Bocage.Planning;

/// <summary>The choice that leaves least missing: Σ weight · shortfall / target, where the shortfall is what is missing to the target, 0 when it is reached.</summary>
/// <param name="Amounts">What each unit holds, the targets (a target of 0 is reached) and the weights.</param>
public sealed record MinimumShortfallObjective(FeatureAmounts Amounts) : PlanningObjective
{
    /// <inheritdoc/>
    public override bool Maximises => false;

    /// <inheritdoc/>
    public override double Value(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected)
    {
        var held = Amounts.Held(selected);
        var sum = 0.0;
        for (var feature = 0; feature < held.Length; feature++)
        {
            var (target, weight) = (Amounts.Features[feature].Target, Amounts.Features[feature].Weight);
            if (target > 0) sum += weight * Math.Max(0, target - held[feature]) / target;
        }
        return sum;
    }
}
