namespace Bocage.Landscapes;

/// <summary>The exact share of cells that a zone covers, from its edges alone.</summary>
/// <remarks>Works in columns and rows: u to the east, v to the south, a cell is 1 × 1.</remarks>
internal sealed class EdgeSweep
{
    private readonly Grid grid;
    private readonly List<int> cells = [];
    private readonly List<Piece> pieces = [];

    private EdgeSweep(Grid grid) => this.grid = grid;

    /// <summary>What an edge adds: to its own cell the area on its eastern side, to the cells further east its height.</summary>
    private readonly record struct Piece(double Area, double Height);

    public static IReadOnlyList<CoverageRun> Shares(Grid grid, Zone zone)
    {
        var sweep = new EdgeSweep(grid);
        foreach (var (ring, sign) in zone.Boundaries)
        {
            if (sign == 0) continue;
            var (u0, v0) = sweep.OnGrid(ring.Points[^1]);
            foreach (var point in ring.Points)
            {
                var (u1, v1) = sweep.OnGrid(point);
                if (v0 < v1) sweep.AddEdge(u0, v0, u1, v1, sign);
                else if (v1 < v0) sweep.AddEdge(u1, v1, u0, v0, -sign);
                (u0, v0) = (u1, v1);
            }
        }

        return sweep.Sum();
    }

    private (double U, double V) OnGrid((double X, double Y) point) => ((point.X - grid.West) / grid.CellWidth, (grid.North - point.Y) / grid.CellHeight);

    // An edge that runs south, cut at the rows.
    private void AddEdge(double u0, double v0, double u1, double v1, int sign)
    {
        var (from, to) = (Math.Max(v0, 0), Math.Min(v1, grid.Rows));
        if (from >= to) return;
        var slope = (u1 - u0) / (v1 - v0);
        var (west, east) = (Math.Min(u0, u1), Math.Max(u0, u1));
        var top = from;
        var uTop = top == v0 ? u0 : Math.Clamp(u0 + (top - v0) * slope, west, east);
        for (var row = (int)from; top < to; row++)
        {
            var bottom = Math.Min(row + 1, to);
            var uBottom = bottom == v1 ? u1 : Math.Clamp(u0 + (bottom - v0) * slope, west, east);
            AddInRow(row, Math.Min(uTop, uBottom), Math.Max(uTop, uBottom), sign * ((bottom - row) - (top - row)));
            (top, uTop) = (bottom, uBottom);
        }
    }

    // The part of an edge within a row, cut at the columns; west of the grid it stands for the grid's western side, east of it for nothing.
    private void AddInRow(int row, double west, double east, double height)
    {
        if (west >= grid.Columns) return;
        if (east <= 0)
        {
            Add(row, 0, height, height);
            return;
        }

        var done = 0.0;
        if (west < 0)
        {
            done = height * (-west / (east - west));
            Add(row, 0, done, done);
        }

        var start = Math.Max(west, 0);
        for (var column = (int)start; column < grid.Columns; column++)
        {
            var isLast = east <= column + 1;
            var end = isLast ? east : column + 1;
            var reached = isLast ? height : height * ((end - west) / (east - west));
            Add(row, column, (reached - done) * (1 - ((start - column) + (end - column)) / 2), reached - done);
            if (isLast) break;
            (start, done) = (end, reached);
        }
    }

    private void Add(int row, int column, double area, double height)
    {
        cells.Add(grid.CellAt(row, column));
        pieces.Add(new(area, height));
    }

    private IReadOnlyList<CoverageRun> Sum()
    {
        var (order, added) = (cells.ToArray(), pieces.ToArray());
        Array.Sort(order, added);
        var runs = new RunList(grid.Columns);
        for (var k = 0; k < order.Length;)
        {
            var rowEnd = grid.CellAt(grid.Position(order[k]).Row, grid.Columns - 1) + 1;
            var height = 0.0;
            while (k < order.Length && order[k] < rowEnd)
            {
                var cell = order[k];
                var share = height;
                for (; k < order.Length && order[k] == cell; k++)
                {
                    share += added[k].Area;
                    height += added[k].Height;
                }

                runs.Add(cell, 1, share);
                var next = k < order.Length && order[k] < rowEnd ? order[k] : rowEnd;
                runs.Add(cell + 1, next - cell - 1, height);
            }
        }

        return runs.Runs;
    }
}
