namespace Bocage.Landscapes;

/// <summary>The map that a polder is painted on, in metres from its north-west corner: x to the east, y to the south.</summary>
internal sealed class PolderCanvas(Grid grid, long seed, CancellationToken cancellation)
{
    public Grid Grid { get; } = grid;

    public PlaceChance Chance { get; } = new(seed);

    public PolderClass[] Cells { get; } = new PolderClass[grid.CellCount];

    public double Width { get; } = grid.Columns * grid.CellWidth;

    public double Height { get; } = grid.Rows * grid.CellHeight;

    public double AreaKm2 => Width * Height / 1e6;

    public double X(int column) => (column + 0.5) * Grid.CellWidth;

    public double Y(int row) => (row + 0.5) * Grid.CellHeight;

    public bool Holds(double x, double y) => x >= 0 && y >= 0 && x < Width && y < Height;

    /// <summary>The cell that holds a point of the map; rounding may not push it over the edge.</summary>
    public int CellOf(double x, double y) =>
        Grid.CellAt(Math.Min((int)(y / Grid.CellHeight), Grid.Rows - 1), Math.Min((int)(x / Grid.CellWidth), Grid.Columns - 1));

    /// <summary>Does something with every cell whose centre lies in a rectangle.</summary>
    public void ForEach(double west, double north, double east, double south, Action<int, double, double> act)
    {
        var (left, right) = (First(west / Grid.CellWidth, Grid.Columns), First(east / Grid.CellWidth, Grid.Columns));
        var (top, bottom) = (First(north / Grid.CellHeight, Grid.Rows), First(south / Grid.CellHeight, Grid.Rows));
        for (var row = top; row < bottom; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var column = left; column < right; column++) act(Grid.CellAt(row, column), X(column), Y(row));
        }
    }

    public void ForEach(Action<int, double, double> act) => ForEach(0, 0, Width, Height, act);

    public void ForEachWithin(double x, double y, double radius, Action<int, double, double> act) => ForEach(x - radius, y - radius, x + radius, y + radius, act);

    private static int First(double position, int limit) => (int)Math.Clamp(Math.Ceiling(position - 0.5), 0, limit);
}
