namespace Bocage.Landscapes;

/// <summary>What is counted of one patch while the map is scanned.</summary>
internal struct MetricTally
{
    public byte Class;
    public int FirstCell;
    public int Cells;
    public int Top, Bottom;

    /// <summary>Neighbours within the patch, each pair once: side by side in a row, above each other, and by a corner.</summary>
    public long PairsInRow, PairsInColumn, PairsByCorner;

    public long RowSum, ColumnSum;
    public double DistanceSumM;
    public int CoreCells, CoreAreas;

    public readonly double MeanRow => (double)RowSum / Cells;

    public readonly double MeanColumn => (double)ColumnSum / Cells;

    /// <summary>Sides on the outline, those along holes and the map's edge included.</summary>
    public readonly long Sides => 4L * Cells - 2 * (PairsInRow + PairsInColumn);

    /// <summary>Length of the outline in metres.</summary>
    public readonly double PerimeterM(Grid grid) =>
        (2L * Cells - 2 * PairsInRow) * grid.CellHeight + (2L * Cells - 2 * PairsInColumn) * grid.CellWidth;
}
