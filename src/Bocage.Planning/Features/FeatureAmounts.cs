using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>How much of each feature each unit holds (rij, Marxan's "puvspr"), as sparse rows per unit.</summary>
public sealed class FeatureAmounts
{
    private readonly int[] firstOfUnit;
    private readonly int[] features;
    private readonly double[] amounts;

    /// <summary>Amounts from sparse rows.</summary>
    /// <param name="features">What is planned for.</param>
    /// <param name="firstOfUnit">Where the entries of each unit begin, and one closing number: length units + 1.</param>
    /// <param name="featureOfEntry">Feature of each entry, by index; a feature at most once per unit.</param>
    /// <param name="amountOfEntry">Amount of each entry, ≥ 0 and finite.</param>
    public FeatureAmounts(IEnumerable<ConservationFeature> features, int[] firstOfUnit, int[] featureOfEntry, double[] amountOfEntry)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(firstOfUnit);
        ArgumentNullException.ThrowIfNull(featureOfEntry);
        ArgumentNullException.ThrowIfNull(amountOfEntry);
        Features = [.. features];
        this.firstOfUnit = firstOfUnit;
        this.features = featureOfEntry;
        amounts = amountOfEntry;
        for (var entry = 0; entry < amounts.Length; entry++)
            if (!double.IsFinite(amounts[entry]) || amounts[entry] < 0)
                throw new ArgumentException($"Entry {entry} is {amounts[entry]}; an amount is 0 or more, and finite.", nameof(amountOfEntry));
    }

    /// <summary>What is planned for.</summary>
    public ImmutableArray<ConservationFeature> Features { get; }

    /// <summary>Number of units.</summary>
    public int UnitCount => firstOfUnit.Length - 1;

    /// <summary>Number of entries.</summary>
    public int EntryCount => amounts.Length;

    /// <summary>The features of one unit.</summary>
    public ReadOnlySpan<int> FeaturesOf(int unit) => features.AsSpan(firstOfUnit[unit], firstOfUnit[unit + 1] - firstOfUnit[unit]);

    /// <summary>The amounts of one unit, in the order of <see cref="FeaturesOf"/>.</summary>
    public ReadOnlySpan<double> AmountsOf(int unit) => amounts.AsSpan(firstOfUnit[unit], firstOfUnit[unit + 1] - firstOfUnit[unit]);

    /// <summary>Where the entries of each unit begin.</summary>
    internal ReadOnlySpan<int> FirstOfUnit => firstOfUnit;

    /// <summary>Amount of each feature in all units together.</summary>
    public double[] Totals()
    {
        var totals = new double[Features.Length];
        for (var entry = 0; entry < amounts.Length; entry++) totals[features[entry]] += amounts[entry];
        return totals;
    }

    /// <summary>Amount of each feature in the chosen units.</summary>
    public double[] Held(ReadOnlySpan<bool> selected)
    {
        var held = new double[Features.Length];
        for (var unit = 0; unit < selected.Length; unit++)
        {
            if (!selected[unit]) continue;
            for (var entry = firstOfUnit[unit]; entry < firstOfUnit[unit + 1]; entry++) held[features[entry]] += amounts[entry];
        }
        return held;
    }
}
