namespace Bocage.Landscapes;

/// <summary>Where the cells of a raster lie: extent, cell size and coordinate reference system. North is up.</summary>
/// <remarks>
/// Cells are numbered row by row from the north-west corner: cell = row · Columns + column.
/// Two grids are equal when every field is; a raster is only ever combined with one on an equal grid.
/// </remarks>
public sealed record Grid
{
    /// <summary>Makes a grid from its north-west corner.</summary>
    /// <param name="columns">Number of columns, 1 or more.</param>
    /// <param name="rows">Number of rows, 1 or more.</param>
    /// <param name="cellWidth">Width of a cell in map units (metres), above 0.</param>
    /// <param name="cellHeight">Height of a cell in map units (metres), above 0.</param>
    /// <param name="west">x of the western edge, in map units.</param>
    /// <param name="north">y of the northern edge, in map units.</param>
    /// <param name="crs">The coordinate reference system (an authority code such as <c>EPSG:31370</c>, or WKT); null when not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the grid has more than 2,147,483,591 cells.</exception>
    public Grid(int columns, int rows, double cellWidth = 1, double cellHeight = 1, double west = 0, double north = 0, string? crs = null)
    {
        Columns = Positive(columns, nameof(columns));
        Rows = Positive(rows, nameof(rows));
        CellWidth = Positive(cellWidth, nameof(cellWidth));
        CellHeight = Positive(cellHeight, nameof(cellHeight));
        West = double.IsFinite(west) ? west : throw new ArgumentOutOfRangeException(nameof(west), west, "The western edge must be finite.");
        North = double.IsFinite(north) ? north : throw new ArgumentOutOfRangeException(nameof(north), north, "The northern edge must be finite.");
        Crs = crs;
        if ((long)columns * rows > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(rows), rows, $"A grid holds at most {Array.MaxLength} cells; this one would hold {(long)columns * rows}.");
    }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Width of a cell in map units (metres).</summary>
    public double CellWidth { get; }

    /// <summary>Height of a cell in map units (metres).</summary>
    public double CellHeight { get; }

    /// <summary>x of the western edge.</summary>
    public double West { get; }

    /// <summary>y of the northern edge.</summary>
    public double North { get; }

    /// <summary>The coordinate reference system, or null when not known.</summary>
    public string? Crs { get; }

    /// <summary>x of the eastern edge.</summary>
    public double East => West + Columns * CellWidth;

    /// <summary>y of the southern edge.</summary>
    public double South => North - Rows * CellHeight;

    /// <summary>Number of cells.</summary>
    public int CellCount => Columns * Rows;

    /// <summary>Size of one cell in hectares.</summary>
    public double CellAreaHa => CellWidth * CellHeight / 10_000;

    /// <summary>Number of the cell in a row and column; not checked.</summary>
    public int CellAt(int row, int column) => row * Columns + column;

    /// <summary>Number of the cell that holds a point (an edge belongs to the cell to its south-east), or -1 outside the grid.</summary>
    public int CellAtPoint(double x, double y)
    {
        var column = Math.Floor((x - West) / CellWidth);
        var row = Math.Floor((North - y) / CellHeight);
        return column >= 0 && column < Columns && row >= 0 && row < Rows ? CellAt((int)row, (int)column) : -1;
    }

    /// <summary>Row and column of a cell.</summary>
    public (int Row, int Column) Position(int cell) => Math.DivRem(cell, Columns);

    /// <summary>The point in the middle of a cell, in map units.</summary>
    public (double X, double Y) Centre(int cell)
    {
        var (row, column) = Position(cell);
        return (West + (column + 0.5) * CellWidth, North - (row + 0.5) * CellHeight);
    }

    /// <summary>The grid in one phrase, for messages: size, cells, corner and CRS.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Columns} × {Rows} cells of {CellWidth} × {CellHeight} m from ({West}, {North}), {CrsName}");

    // A definition as WKT fills a page; its name is the first text in quotes.
    private string CrsName => Crs is null ? "CRS not known" : Crs.Contains('[', StringComparison.Ordinal) && Crs.Split('"') is [_, var name, ..] ? name : Crs;

    private static int Positive(int value, string name) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "A grid has at least one row and one column.");

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A cell has a finite size above 0.");
}
