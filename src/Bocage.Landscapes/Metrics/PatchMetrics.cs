using System.Collections;

namespace Bocage.Landscapes;

/// <summary>The metrics of one patch.</summary>
/// <param name="Id">Number from 1, in reading order of the first cell over all classes, as in FRAGSTATS.</param>
/// <param name="Code">Land-cover code of the patch.</param>
/// <param name="X">Mean x of the cell centres, in map units.</param>
/// <param name="Y">Mean y of the cell centres, in map units.</param>
/// <param name="Values">The metrics.</param>
public sealed record PatchMetrics(int Id, int Code, double X, double Y, MetricValues Values);

/// <summary>Makes the rows on demand: a map can have millions of patches.</summary>
internal sealed class PatchMetricsList(LandCover map, MetricTally[] tallies, MetricTable table) : IReadOnlyList<PatchMetrics>
{
    public int Count => tallies.Length;

    public PatchMetrics this[int index]
    {
        get
        {
            var tally = tallies[index];
            var x = map.Grid.West + (tally.MeanColumn + 0.5) * map.Grid.CellWidth;
            var y = map.Grid.North - (tally.MeanRow + 0.5) * map.Grid.CellHeight;
            return new(index + 1, map.Codes[tally.Class - 1], x, y, new(table, index));
        }
    }

    public IEnumerator<PatchMetrics> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
