namespace Bocage.Landscapes;

/// <summary>Which cells of a grid a zone covers, and how much of each.</summary>
/// <remarks>
/// Two conventions. <see cref="Of"/> gives the exact share of every cell: nothing is sampled, and slivers count for what they are.
/// <see cref="ByCentre"/> gives each cell to the zone that holds its centre, wholly or not at all: of zones that share a border no two ever claim one cell.
/// A zone outside the grid, or an empty one, covers no cell. Memory grows with the zone's outline, not with its inside: the inside is runs.
/// Nearest tools: exactextract (same shares as <see cref="Of"/>), terra and rasterstats (cell centres, as <see cref="ByCentre"/>).
/// More in docs/methods/zonal-statistics.md.
/// </remarks>
public sealed class ZoneCoverage
{
    private ZoneCoverage(Grid grid, double zoneAreaHa, IReadOnlyList<CoverageRun> runs)
    {
        Grid = grid;
        ZoneAreaHa = zoneAreaHa;
        Runs = runs;
        AreaHa = runs.Sum(run => run.Count * run.Fraction) * grid.CellAreaHa;
    }

    /// <summary>The grid that is covered.</summary>
    public Grid Grid { get; }

    /// <summary>The covered cells, row by row from the north-west; no cell twice.</summary>
    public IReadOnlyList<CoverageRun> Runs { get; }

    /// <summary>Size of the whole zone in hectares, also where it lies outside the grid.</summary>
    public double ZoneAreaHa { get; }

    /// <summary>Size of the covered cells in hectares, each times its share: the zone on the grid.</summary>
    public double AreaHa { get; }

    /// <summary>The covered cells one by one, each with the share that is covered.</summary>
    public IEnumerable<(int Cell, double Fraction)> Cells =>
        Runs.SelectMany(run => Enumerable.Range(run.FirstCell, run.Count).Select(cell => (cell, run.Fraction)));

    /// <summary>The exact share of each cell that a zone covers.</summary>
    /// <remarks>
    /// Every edge adds, in each cell that it crosses, the signed area between itself and the cell's eastern side, and its height to all cells to the east; sums along
    /// a row give the shares (the way of font renderers). Exact up to rounding: shares nearer than 10⁻¹¹ to 0 or 1 are 0 or 1.
    /// Cost: O(k log k) for k crossings of edges and cells.
    /// </remarks>
    public static ZoneCoverage Of(Grid grid, Zone zone)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(zone);
        return new(grid, zone.AreaHa, EdgeSweep.Shares(grid, zone));
    }

    /// <summary>The cells whose centre lies in a zone, each as a whole.</summary>
    /// <remarks>
    /// A centre on the border belongs to the zone to its east, and on a horizontal border to the zone to its south, as in <see cref="Grid.CellAtPoint"/>. Cost: O(k log k) for k crossings of edges and rows.
    /// </remarks>
    public static ZoneCoverage ByCentre(Grid grid, Zone zone)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(zone);
        return new(grid, zone.AreaHa, CentreSweep.Cells(grid, zone));
    }
}
