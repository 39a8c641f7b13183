namespace Bocage.Landscapes;

/// <summary>The cells whose centre lies in a zone: a scan line through the centres of each row.</summary>
internal static class CentreSweep
{
    /// <summary>Where an edge crosses the line of centres of a row, in columns from the west; +1 into the zone, -1 out of it.</summary>
    private readonly record struct Crossing(int Row, double U, int Sign) : IComparable<Crossing>
    {
        public int CompareTo(Crossing other) => Row != other.Row ? Row.CompareTo(other.Row) : U.CompareTo(other.U);
    }

    public static IReadOnlyList<CoverageRun> Cells(Grid grid, Zone zone)
    {
        var crossings = Crossings(grid, zone);
        crossings.Sort();
        var runs = new RunList(grid.Columns);
        var depth = 0;
        for (var k = 0; k + 1 < crossings.Count; k++)
        {
            depth += crossings[k].Sign;
            if (depth <= 0 || crossings[k + 1].Row != crossings[k].Row) continue;
            var (first, end) = (FirstColumn(grid, crossings[k].U), FirstColumn(grid, crossings[k + 1].U));
            runs.Add(grid.CellAt(crossings[k].Row, first), end - first, 1);
        }

        return runs.Runs;
    }

    // The first column whose centre is not west of u.
    private static int FirstColumn(Grid grid, double u) => (int)Math.Clamp(Math.Ceiling(u - 0.5), 0, grid.Columns);

    private static List<Crossing> Crossings(Grid grid, Zone zone)
    {
        var crossings = new List<Crossing>();
        foreach (var (ring, sign) in zone.Boundaries)
        {
            var previous = ring.Points[^1];
            foreach (var point in ring.Points)
            {
                // Always from north to south, so that an edge that two zones share is crossed at the same place in both.
                if (previous.Y > point.Y) AddCrossings(grid, previous, point, sign, crossings);
                else if (previous.Y < point.Y) AddCrossings(grid, point, previous, -sign, crossings);
                previous = point;
            }
        }

        return crossings;
    }

    private static void AddCrossings(Grid grid, (double X, double Y) north, (double X, double Y) south, int sign, List<Crossing> crossings)
    {
        var (u0, v0) = ((north.X - grid.West) / grid.CellWidth, (grid.North - north.Y) / grid.CellHeight);
        var (u1, v1) = ((south.X - grid.West) / grid.CellWidth, (grid.North - south.Y) / grid.CellHeight);
        var first = (int)Math.Clamp(Math.Ceiling(v0 - 0.5), 0, grid.Rows);
        var end = (int)Math.Clamp(Math.Ceiling(v1 - 0.5), 0, grid.Rows);
        for (var row = first; row < end; row++) crossings.Add(new(row, u0 + (row + 0.5 - v0) / (v1 - v0) * (u1 - u0), sign));
    }
}
