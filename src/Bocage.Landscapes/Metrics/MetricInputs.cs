namespace Bocage.Landscapes;

/// <summary>All that class and landscape metrics are made from.</summary>
internal sealed record MetricInputs(
    LandCover Map,
    MetricsOptions Options,
    MetricTally[] Tallies,
    MetricTable Patches,
    ClassAdjacency Adjacency,
    (byte Class, int Cells)[] CoreAreas)
{
    public Grid Grid => Map.Grid;

    public int ClassCount => Map.Codes.Count;

    /// <summary>Cells of each class, from 1; at 0 the cells of all classes together.</summary>
    public long[] Cells { get; } = CountCells(Map);

    public double LandscapeHa => Cells[0] * Grid.CellAreaHa;

    /// <summary>Share of the landscape in a class, from 1.</summary>
    public double Share(int c) => (double)Cells[c] / Cells[0];

    private static long[] CountCells(LandCover map)
    {
        var perCode = map.CountCells().PerCode;
        return [perCode.Sum(), .. perCode];
    }
}
