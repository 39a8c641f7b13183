namespace Bocage.Landscapes;

/// <summary>Which cells lie beyond the reach of edges, and into how many separate pieces they fall.</summary>
internal static class CoreAreas
{
    /// <summary>Counts core cells and disjunct core areas of every patch; returns the disjunct core areas with their size and class.</summary>
    public static (byte Class, int Cells)[] Count(LandCover map, MetricsOptions options, int[] labels, MetricTally[] patches, PhaseProgress phase)
    {
        var grid = map.Grid;
        var work = new int[grid.CellCount];
        var half = (phase.From + phase.To) / 2;
        var core = CoreCells(map, Reach.Of(options.EdgeDepthM, grid), work, phase with { To = half });
        var count = ClassLabelling.Label(grid, core, options.Neighbourhood, work, phase with { From = half });
        var areas = new (byte Class, int Cells)[count];
        for (var cell = 0; cell < work.Length; cell++)
        {
            if (work[cell] == 0) continue;
            ref var patch = ref patches[labels[cell] - 1];
            ref var area = ref areas[work[cell] - 1];
            patch.CoreCells++;
            if (area.Cells++ != 0) continue;
            area.Class = core[cell];
            patch.CoreAreas++;
        }

        return areas;
    }

    /// <summary>Per cell its class where it is core, else 0.</summary>
    private static byte[] CoreCells(LandCover map, Reach reach, int[] rowsToEdge, PhaseProgress phase)
    {
        FillRowsToEdge(map, reach, rowsToEdge);
        var core = (byte[])map.Cells.Clone();
        var columns = map.Grid.Columns;
        for (var row = 0; row < map.Grid.Rows; row++)
        {
            phase.Row(row, map.Grid.Rows);
            var classes = map.Cells.AsSpan(row * columns, columns);
            for (var start = 0; start < columns;)
            {
                var length = 1;
                while (start + length < columns && classes[start + length] == classes[start]) length++;
                ClearEdge(core.AsSpan(row * columns + start, length), rowsToEdge.AsSpan(row * columns + start, length), reach);
                start += length;
            }
        }

        return core;
    }

    /// <summary>Rows from each cell to the nearest cell of another class in its column; beyond the map all is another class.</summary>
    private static void FillRowsToEdge(LandCover map, Reach reach, int[] rowsToEdge)
    {
        var (columns, classes) = (map.Grid.Columns, map.Cells);
        for (var cell = 0; cell < classes.Length; cell++)
        {
            var above = cell - columns;
            rowsToEdge[cell] = above < 0 || classes[above] != classes[cell] ? 1 : Math.Min(rowsToEdge[above] + 1, reach.Rows);
        }

        for (var cell = classes.Length - 1; cell >= 0; cell--)
        {
            var below = cell + columns;
            var fromBelow = below >= classes.Length || classes[below] != classes[cell] ? 1 : rowsToEdge[below] + 1;
            rowsToEdge[cell] = Math.Min(rowsToEdge[cell], fromBelow);
        }
    }

    /// <summary>Clears, in a run of one class, the cells that an edge reaches: one sweep each way, with how far the edges passed so far still reach.</summary>
    private static void ClearEdge(Span<byte> run, ReadOnlySpan<int> rowsToEdge, Reach reach)
    {
        var until = reach.Columns(0) - 1;
        for (var x = 0; x < run.Length; x++)
        {
            until = Math.Max(until, x + reach.Columns(rowsToEdge[x]));
            if (x <= until) run[x] = 0;
        }

        until = run.Length - reach.Columns(0);
        for (var x = run.Length - 1; x >= 0; x--)
        {
            until = Math.Min(until, x - reach.Columns(rowsToEdge[x]));
            if (x >= until) run[x] = 0;
        }
    }

    /// <summary>How many columns away an edge is still felt, by the rows it is away.</summary>
    private sealed class Reach(int[] columns)
    {
        private const double Slack = 1 + 1e-12;

        /// <summary>So many rows away nothing is felt.</summary>
        public int Rows => columns.Length;

        public static Reach Of(double? depthM, Grid grid)
        {
            if (depthM is not { } depth) return new([1, 0]);
            var rows = (int)Math.Min(depth * Slack / grid.CellHeight, grid.Rows);
            var columns = new int[rows + 1];
            for (var row = 0; row <= rows; row++)
            {
                var rest = Math.Max(depth * depth * Slack - (double)row * row * grid.CellHeight * grid.CellHeight, 0);
                columns[row] = (int)Math.Min(Math.Sqrt(rest) / grid.CellWidth, grid.Columns);
            }

            return new(columns);
        }

        /// <summary>-1 when not even the cell in the same column feels it.</summary>
        public int Columns(int rows) => rows < columns.Length ? columns[rows] : -1;
    }
}
