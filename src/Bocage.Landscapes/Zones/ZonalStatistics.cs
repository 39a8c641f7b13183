using System.Numerics;

namespace Bocage.Landscapes;

/// <summary>Sums up a raster within a zone.</summary>
/// <remarks>
/// Which cells count, and for how much, is the coverage's: exact shares (<see cref="ZoneCoverage.Of"/>) or cell centres (<see cref="ZoneCoverage.ByCentre"/>).
/// A cell that is not known counts for nothing: it is never zero. Cost: O(covered cells). docs/methods/zonal-statistics.md.
/// </remarks>
public static class ZonalStatistics
{
    /// <summary>Mean, lowest and highest value of a raster in a zone: mean = Σ fᵢ·vᵢ / Σ fᵢ over the known cells i, of which the zone covers the share fᵢ.</summary>
    /// <exception cref="ArgumentException">The raster lies on another grid than the coverage.</exception>
    public static ZonalSummary Summarise<T>(ZoneCoverage coverage, Raster<T> raster)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(raster);
        CheckGrid(coverage, raster.Grid, nameof(raster));
        var (sum, weight, minimum, maximum) = (0.0, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var run in coverage.Runs)
        {
            for (var cell = run.FirstCell; cell < run.FirstCell + run.Count; cell++)
            {
                if (raster.IsNoData(cell)) continue;
                var value = double.CreateChecked(raster.Values[cell]);
                sum += run.Fraction * value;
                weight += run.Fraction;
                minimum = Math.Min(minimum, value);
                maximum = Math.Max(maximum, value);
            }
        }

        var knownHa = weight * coverage.Grid.CellAreaHa;
        var share = Math.Min(1, knownHa / coverage.ZoneAreaHa);
        return weight > 0 ? new(sum / weight, minimum, maximum, knownHa, share) : new(double.NaN, double.NaN, double.NaN, 0, share);
    }

    /// <summary>Hectares of each land-cover class in a zone.</summary>
    /// <exception cref="ArgumentException">The map lies on another grid than the coverage.</exception>
    public static ZonalClasses Classes(ZoneCoverage coverage, LandCover landCover)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(landCover);
        CheckGrid(coverage, landCover.Grid, nameof(landCover));
        var cells = new double[LandCover.MaximumClasses + 1];
        foreach (var run in coverage.Runs)
        {
            foreach (var place in landCover.Cells.AsSpan(run.FirstCell, run.Count)) cells[place] += run.Fraction;
        }

        var cellHa = coverage.Grid.CellAreaHa;
        return new(
            new OrderedDictionary<int, double>(landCover.Codes.Select((code, k) => KeyValuePair.Create(code, cells[k + 1] * cellHa))),
            cells[0] * cellHa);
    }

    private static void CheckGrid(ZoneCoverage coverage, Grid grid, string name)
    {
        if (coverage.Grid != grid) throw new ArgumentException($"The raster must lie on the grid of the coverage; got {grid}, expected {coverage.Grid}.", name);
    }
}
