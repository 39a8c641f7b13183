namespace Bocage.Landscapes;

/// <summary>Distance from every patch to the nearest other patch of its class, from cell centre to cell centre: ENN.</summary>
/// <remarks>
/// Only cells on the outline of a patch can be nearest. Every one first looks around itself, no farther than the best its patch has found;
/// that settles most patches. The others search a tree of all outline cells of their class, in which a branch that holds only one patch
/// is passed over by that patch. Exact. Cost: O(cells), and O(log e) typical per outline cell of a patch without a neighbour nearby.
/// </remarks>
internal static class NearestNeighbours
{
    private const int Window = 4;

    /// <summary>Per patch the distance in metres; NaN for the only patch of a class.</summary>
    public static double[] Of(LandCover map, int[] labels, MetricTally[] patches, PhaseProgress phase)
    {
        var squared = new double[patches.Length];
        Array.Fill(squared, double.PositiveInfinity);
        LookAround(map, labels, squared, phase with { To = (phase.From + phase.To) / 2 });
        SearchFar(map, labels, patches, squared, phase with { From = (phase.From + phase.To) / 2 });
        for (var k = 0; k < squared.Length; k++) squared[k] = double.IsInfinity(squared[k]) ? double.NaN : Math.Sqrt(squared[k]);
        return squared;
    }

    private static void LookAround(LandCover map, int[] labels, double[] squared, PhaseProgress phase)
    {
        var (grid, classes) = (map.Grid, map.Cells);
        var steps = Steps(grid);
        for (var row = 0; row < grid.Rows; row++)
        {
            phase.Row(row, grid.Rows);
            for (var column = 0; column < grid.Columns; column++)
            {
                var cell = row * grid.Columns + column;
                if (classes[cell] == 0 || !IsOnOutline(map, row, column)) continue;
                ref var best = ref squared[labels[cell] - 1];
                foreach (var (dr, dc, d) in steps)
                {
                    if (d >= best) break;
                    var (r, c) = (row + dr, column + dc);
                    if ((uint)r >= (uint)grid.Rows || (uint)c >= (uint)grid.Columns) continue;
                    var there = r * grid.Columns + c;
                    if (classes[there] == classes[cell] && labels[there] != labels[cell]) best = d;
                }
            }
        }
    }

    /// <summary>All steps whose length is at most that of the longest step straight to the window's nearer side, so that none is missed; short ones first.</summary>
    private static (int Rows, int Columns, double Squared)[] Steps(Grid grid)
    {
        var (w, h) = (grid.CellWidth, grid.CellHeight);
        var limit = Window * Math.Min(w, h);
        return [.. from dr in Enumerable.Range(-Window, 2 * Window + 1)
                   from dc in Enumerable.Range(-Window, 2 * Window + 1)
                   let d = dr * h * (dr * h) + dc * w * (dc * w)
                   where d > 0 && d <= limit * limit
                   orderby d, dr, dc
                   select (dr, dc, d)];
    }

    private static bool IsOnOutline(LandCover map, int row, int column)
    {
        var (columns, classes) = (map.Grid.Columns, map.Cells);
        var cell = row * columns + column;
        var c = classes[cell];
        return row == 0 || column == 0 || row == map.Grid.Rows - 1 || column == columns - 1
            || classes[cell - 1] != c || classes[cell + 1] != c || classes[cell - columns] != c || classes[cell + columns] != c;
    }

    private static void SearchFar(LandCover map, int[] labels, MetricTally[] patches, double[] squared, PhaseProgress phase)
    {
        var (patchesOf, open) = (new int[map.Codes.Count + 1], new bool[map.Codes.Count + 1]);
        for (var k = 0; k < patches.Length; k++)
        {
            patchesOf[patches[k].Class]++;
            open[patches[k].Class] |= double.IsInfinity(squared[k]);
        }

        for (var c = 1; c < open.Length; c++) open[c] &= patchesOf[c] > 1;
        var outlines = OutlineCells(map, open, phase with { To = (phase.From + phase.To) / 2 });
        var settled = Array.ConvertAll(squared, double.IsFinite);
        SearchTrees(map, labels, outlines, squared, phase with { From = (phase.From + phase.To) / 2 });
    }

    /// <summary>Classes are searched side by side; each lowers the distances of its own patches only, so the order does not matter.</summary>
    private static void SearchTrees(LandCover map, int[] labels, List<int>[] outlines, double[] squared, PhaseProgress phase)
    {
        var settled = Array.ConvertAll(squared, double.IsFinite);
        var (gate, done) = (new Lock(), 0);
        Parallel.For(0, outlines.Length, new ParallelOptions { CancellationToken = phase.Cancellation }, c =>
        {
            if (outlines[c].Count > 0) new OutlineTree(map.Grid, labels, [.. outlines[c]]).Search(squared, settled, phase.Cancellation);
            outlines[c] = [];
            lock (gate) phase.Report(++done, outlines.Length);
        });
    }

    private static List<int>[] OutlineCells(LandCover map, bool[] open, PhaseProgress phase)
    {
        var cells = Array.ConvertAll(open, _ => new List<int>());
        if (!open.Contains(true)) return cells;
        for (var row = 0; row < map.Grid.Rows; row++)
        {
            phase.Row(row, map.Grid.Rows);
            for (var column = 0; column < map.Grid.Columns; column++)
            {
                var cell = row * map.Grid.Columns + column;
                if (open[map.Cells[cell]] && IsOnOutline(map, row, column)) cells[map.Cells[cell]].Add(cell);
            }
        }

        return cells;
    }
}
