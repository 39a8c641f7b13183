namespace Bocage.Landscapes;

/// <summary>Makes a coarser map of blocks of cells, with the share of habitat in each block.</summary>
/// <remarks>
/// Block (R, C) holds the cells of rows R·f to R·f + f − 1 and columns C·f to C·f + f − 1, f the factor; blocks at the south and east edge may stick out of the map.
/// Share = habitat cells / cells with data: cells without data, and those outside the map, count neither way. Range: 0 to 1.
/// A block in which no cell has data is NoData (NaN). The area of a block is always that of f² cells, as in restoptr
/// (Justeau-Allaire et al. 2021, J. Appl. Ecol., doi:10.1111/1365-2664.13803), so that blocks are equal units of planning. Cost: O(cells).
/// </remarks>
public static class RasterAggregation
{
    /// <summary>The share of habitat per block, on a grid of blocks.</summary>
    /// <param name="landCover">The map; no data is not known, not "no habitat".</param>
    /// <param name="habitatCodes">Which classes are habitat. At least one; those that do not occur count for nothing.</param>
    /// <param name="factor">Cells along a side of a block, 1 or more.</param>
    /// <exception cref="ArgumentException">No code is given, or the factor is below 1.</exception>
    public static Raster<double> HabitatShare(LandCover landCover, IReadOnlyCollection<int> habitatCodes, int factor)
    {
        ArgumentNullException.ThrowIfNull(landCover);
        ArgumentNullException.ThrowIfNull(habitatCodes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        if (habitatCodes.Count == 0) throw new ArgumentException("Name at least one habitat code.", nameof(habitatCodes));
        var isHabitat = new bool[LandCover.MaximumClasses + 1];
        for (var k = 0; k < landCover.Codes.Count; k++) isHabitat[k + 1] = habitatCodes.Contains(landCover.Codes[k]);

        var grid = landCover.Grid;
        var blocks = Blocks(grid, factor);
        var (habitat, known) = (new long[blocks.CellCount], new long[blocks.CellCount]);
        for (var cell = 0; cell < landCover.Cells.Length; cell++)
        {
            var c = landCover.Cells[cell];
            if (c == 0) continue;
            var (row, column) = grid.Position(cell);
            var block = blocks.CellAt(row / factor, column / factor);
            known[block]++;
            if (isHabitat[c]) habitat[block]++;
        }

        var share = new double[blocks.CellCount];
        for (var block = 0; block < share.Length; block++) share[block] = known[block] == 0 ? double.NaN : (double)habitat[block] / known[block];
        return new(blocks, share);
    }

    /// <summary>The blocks whose share of habitat reaches a minimum; a block without data is no habitat.</summary>
    /// <param name="share">A raster of shares, as from <see cref="HabitatShare"/>.</param>
    /// <param name="minimumShare">Above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is out of range.</exception>
    public static HabitatMap Habitat(Raster<double> share, double minimumShare)
    {
        ArgumentNullException.ThrowIfNull(share);
        if (!(minimumShare > 0 && minimumShare <= 1))
            throw new ArgumentOutOfRangeException(nameof(minimumShare), minimumShare, "The least share of habitat must be above 0 and at most 1.");
        var cells = new byte[share.Values.Length];
        for (var block = 0; block < cells.Length; block++) cells[block] = !share.IsNoData(block) && share.Values[block] >= minimumShare ? (byte)1 : (byte)0;
        return new(share.Grid, cells);
    }

    private static Grid Blocks(Grid grid, int factor) => new(
        (int)(((long)grid.Columns + factor - 1) / factor),
        (int)(((long)grid.Rows + factor - 1) / factor),
        grid.CellWidth * factor,
        grid.CellHeight * factor,
        grid.West,
        grid.North,
        grid.Crs);
}
