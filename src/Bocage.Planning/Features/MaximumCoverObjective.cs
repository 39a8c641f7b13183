namespace Bocage.Planning;

/// <summary>The choice that holds at least something of most features: Σ weight over the features with any amount in a chosen unit.</summary>
/// <param name="Amounts">What each unit holds, and the weights.</param>
public sealed record MaximumCoverObjective(FeatureAmounts Amounts) : PlanningObjective
{
    /// <inheritdoc/>
    public override bool Maximises => true;

    /// <inheritdoc/>
    public override double Value(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected)
    {
        var held = Amounts.Held(selected);
        var sum = 0.0;
        for (var feature = 0; feature < held.Length; feature++) if (held[feature] > 0) sum += Amounts.Features[feature].Weight;
        return sum;
    }
}
