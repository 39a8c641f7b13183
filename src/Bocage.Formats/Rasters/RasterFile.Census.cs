using Bocage.Landscapes;

namespace Bocage.Formats;

public static partial class RasterFile
{
    /// <summary>Counts what the cells of a band hold, in any coordinate reference system.</summary>
    /// <remarks>Cost: eight bytes a cell, O(cells).</remarks>
    /// <exception cref="BadInputException">The file cannot be read, or does not fit in memory.</exception>
    public static RasterCensus Census(string path, int band = 1, CancellationToken cancellation = default)
    {
        using var raw = RawRaster.Extract(path, new() { Band = band, AnyCrs = true }, sizeof(double), cancellation);
        return CensusOf(ValuesReader.Read(raw, cancellation).Values);
    }

    private static RasterCensus CensusOf(double[] values)
    {
        var counts = new SortedDictionary<int, long>();
        var (known, sum, minimum, maximum, areCodes) = (0L, 0.0, double.PositiveInfinity, double.NegativeInfinity, true);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            known++;
            sum += value;
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            areCodes = areCodes && value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue && Count(counts, (int)value);
        }

        var share = 1 - (double)known / values.Length;
        return known == 0
            ? new(values.Length, share, double.NaN, double.NaN, double.NaN, null)
            : new(values.Length, share, minimum, maximum, sum / known, areCodes ? counts : null);
    }

    private static bool Count(SortedDictionary<int, long> counts, int code)
    {
        counts[code] = counts.GetValueOrDefault(code) + 1;
        return counts.Count <= LandCover.MaximumClasses;
    }
}
