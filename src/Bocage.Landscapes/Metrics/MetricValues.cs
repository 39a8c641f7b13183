using System.Collections;

namespace Bocage.Landscapes;

/// <summary>The metrics of one patch, class or landscape by FRAGSTATS' acronym, in the order of <see cref="MetricCatalogue"/>.</summary>
/// <remarks>A value that is not known (FRAGSTATS' N/A) is NaN, never 0.</remarks>
public sealed class MetricValues : IReadOnlyDictionary<string, double>
{
    private readonly MetricTable table;
    private readonly int row;

    internal MetricValues(MetricTable table, int row) => (this.table, this.row) = (table, row);

    /// <summary>What the values describe.</summary>
    public MetricLevel Level => table.Level;

    /// <summary>What the values mean, in the same order.</summary>
    public IReadOnlyList<MetricDefinition> Definitions => MetricCatalogue.At(Level);

    /// <inheritdoc/>
    public int Count => Definitions.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Definitions.Select(definition => definition.Name);

    /// <inheritdoc/>
    public IEnumerable<double> Values => Enumerable.Range(0, Count).Select(place => table[place, row]);

    /// <summary>The value of a metric; NaN when it is not known.</summary>
    /// <exception cref="KeyNotFoundException">There is no metric of that name at this level.</exception>
    public double this[string key] => TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no {Level.ToString().ToLowerInvariant()} metric '{key}'; there are {string.Join(", ", Keys)}.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => MetricCatalogue.PlaceOf(Level, key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out double value)
    {
        var place = MetricCatalogue.PlaceOf(Level, key);
        value = place < 0 ? double.NaN : table[place, row];
        return place >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => Keys.Zip(Values, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
