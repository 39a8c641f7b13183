namespace Bocage.Landscapes;

/// <summary>The outermost columns of every patch of two cells or more, row by row.</summary>
internal sealed class PatchSpans
{
    private readonly long[] start;
    private readonly (int Left, int Right)[] columns;

    public PatchSpans(MetricTally[] patches)
    {
        start = new long[patches.Length + 1];
        for (var k = 0; k < patches.Length; k++) start[k + 1] = start[k] + (patches[k].Cells == 1 ? 0 : patches[k].Bottom - patches[k].Top + 1);
        columns = new (int, int)[start[^1]];
        Array.Fill(columns, (int.MaxValue, -1));
    }

    /// <summary>Takes in a cell; a patch has cells in every row between its first and its last.</summary>
    public void Add(int patch, int rowInPatch, int column)
    {
        ref var row = ref columns[start[patch] + rowInPatch];
        row = (Math.Min(row.Left, column), Math.Max(row.Right, column));
    }

    /// <summary>Corners of the outermost cells, which hold the convex hull of the patch, in metres from the patch's first row and the map's first column.</summary>
    public void Corners(int patch, Grid grid, List<(double X, double Y)> corners)
    {
        corners.Clear();
        var rows = columns.AsSpan((int)start[patch], (int)(start[patch + 1] - start[patch]));
        for (var line = 0; line <= rows.Length; line++)
        {
            var above = rows[Math.Max(line - 1, 0)];
            var below = rows[Math.Min(line, rows.Length - 1)];
            corners.Add((Math.Min(above.Left, below.Left) * grid.CellWidth, line * grid.CellHeight));
            corners.Add(((Math.Max(above.Right, below.Right) + 1) * grid.CellWidth, line * grid.CellHeight));
        }
    }
}
