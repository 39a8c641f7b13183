namespace Bocage.Landscapes;

/// <summary>What is known of a patch while its cells come by, run by run.</summary>
internal struct PatchTally
{
    private long twiceColumns;
    private long rows;
    private int top;
    private int left;
    private int bottom;
    private int right;

    public int CellCount { get; private set; }

    /// <summary>Adds the cells of a row from one column up to, but not including, another.</summary>
    public void Add(int row, int start, int end)
    {
        if (CellCount == 0) (top, left, bottom, right) = (row, start, row, end - 1);
        var length = end - start;
        CellCount += length;
        twiceColumns += (long)length * (start + end - 1);
        rows += (long)length * row;
        top = Math.Min(top, row);
        left = Math.Min(left, start);
        bottom = Math.Max(bottom, row);
        right = Math.Max(right, end - 1);
    }

    public readonly Patch ToPatch(int id, Grid grid)
    {
        var x = grid.West + (0.5 * twiceColumns / CellCount + 0.5) * grid.CellWidth;
        var y = grid.North - ((double)rows / CellCount + 0.5) * grid.CellHeight;
        return new(id, CellCount, CellCount * grid.CellAreaHa, x, y, top, left, bottom, right);
    }
}
