using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A pressure on one site.</summary>
/// <param name="Mean">Mean, each cell weighted by the share of it inside the site; NaN when nothing is known.</param>
/// <param name="Maximum">The highest cell that the site touches.</param>
/// <param name="KnownShare">Share of the site for which the pressure is known, 0–1.</param>
/// <param name="ShareAbove">Share of the known area at or above each threshold.</param>
public sealed record PressureFigures(double Mean, double Maximum, double KnownShare, IReadOnlyList<double> ShareAbove)
{
    internal static PressureFigures Of(PressureLayer pressure, int site)
    {
        var raster = pressure.Raster;
        var coverage = ZoneCoverage.Of(raster.Grid, ZoneGeometry.ToZone(pressure.SiteShapes[site]));
        var summary = ZonalStatistics.Summarise(coverage, raster);
        var above = new double[pressure.Thresholds.Count];
        foreach (var (cell, fraction) in coverage.Cells)
        {
            // A cell that is not known is NaN, which lies above nothing.
            for (var k = 0; k < above.Length; k++) above[k] += raster.Values[cell] >= pressure.Thresholds[k] ? fraction : 0;
        }

        return new(summary.Mean, summary.Maximum, summary.KnownShare, Array.ConvertAll(above, cells => cells * raster.Grid.CellAreaHa / summary.KnownHa));
    }
}
