using Bocage.Formats;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Bocage.Jobs.Pages;

/// <summary>A raster drawn as a PNG that is at most <see cref="MaximumWidth"/> wide, and the way from map units to its pixels for the lines drawn over it.</summary>
internal sealed class Picture
{
    public const int MaximumWidth = 1400;

    private readonly Grid grid;
    private readonly Window window;
    private readonly int cellsPerPixel;

    private Picture(Grid grid, Window window, int cellsPerPixel, int width, int height, byte[] png)
    {
        this.grid = grid;
        this.window = window;
        this.cellsPerPixel = cellsPerPixel;
        Width = width;
        Height = height;
        Source = "data:image/png;base64," + Convert.ToBase64String(png);
    }

    /// <summary>Width in pixels, and in units of the drawing over it.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The picture itself, to be put into a page.</summary>
    public string Source { get; }

    /// <summary>A thousandth of the width: sizes of lines and labels are given in it, so that small and large maps look alike.</summary>
    public double Unit => Width / 1000.0;

    /// <summary>Draws the part of a raster that is known: for each pixel the colour of the one cell in it that matters most.</summary>
    /// <param name="grid">The raster's grid.</param>
    /// <param name="isKnown">Whether a cell has something to show; the picture ends where no cell has.</param>
    /// <param name="weightOf">How much a cell matters; of the cells in a pixel the heaviest is drawn, the first of equals.</param>
    /// <param name="colourOf">Colour of a cell; null is see-through.</param>
    public static Picture Draw(Grid grid, Func<int, bool> isKnown, Func<int, int> weightOf, Func<int, Colour?> colourOf)
    {
        var window = Window.Around(grid, isKnown);
        var step = (window.Columns + MaximumWidth - 1) / MaximumWidth;
        var (width, height) = ((window.Columns + step - 1) / step, (window.Rows + step - 1) / step);
        var rgba = new byte[4 * width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (colourOf(HeaviestCell(grid, weightOf, window.Left + x * step, window.Top + y * step, step)) is not { } colour) continue;
                var pixel = 4 * (y * width + x);
                (rgba[pixel], rgba[pixel + 1], rgba[pixel + 2], rgba[pixel + 3]) = (colour.Red, colour.Green, colour.Blue, 255);
            }
        }

        return new(grid, window, step, width, height, PictureFile.EncodePng(width, height, rgba));
    }

    /// <summary>A round length of about a fifth of the map, and how many pixels it takes.</summary>
    public (double Metres, double Pixels) ScaleBar()
    {
        var fifth = window.Columns * grid.CellWidth / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(fifth)));
        var metres = power * (fifth >= 5 * power ? 5 : fifth >= 2 * power ? 2 : 1);
        return (metres, metres / grid.CellWidth / cellsPerPixel);
    }

    /// <summary>Pixel of a point, with fractions.</summary>
    public (double X, double Y) At(double x, double y) =>
        (((x - grid.West) / grid.CellWidth - window.Left) / cellsPerPixel, ((grid.North - y) / grid.CellHeight - window.Top) / cellsPerPixel);

    /// <summary>An SVG path through cell centres; points that lie within half a pixel of the line are left out.</summary>
    public string LineThrough(IReadOnlyList<int> cells)
    {
        var points = cells.Select(cell => ToCoordinate(grid.Centre(cell))).ToArray();
        return points.Length < 2 ? "" : PathOf(DouglasPeuckerLineSimplifier.Simplify(points, 0.5), closed: false);
    }

    /// <summary>An SVG path around a shape in map units.</summary>
    public string Outline(Geometry shape) => string.Concat(ZoneGeometry.PolygonsIn(shape).SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        .Select(ring => PathOf(DouglasPeuckerLineSimplifier.Simplify([.. ring.Coordinates.Select(c => ToCoordinate((c.X, c.Y)))], 0.5), closed: true)));

    private static int HeaviestCell(Grid grid, Func<int, int> weightOf, int left, int top, int step)
    {
        var (best, heaviest) = (-1, int.MinValue);
        for (var row = top; row < Math.Min(top + step, grid.Rows); row++)
        {
            for (var column = left; column < Math.Min(left + step, grid.Columns); column++)
            {
                var cell = grid.CellAt(row, column);
                var weight = weightOf(cell);
                if (weight > heaviest) (best, heaviest) = (cell, weight);
            }
        }

        return best;
    }

    private static string PathOf(Coordinate[] points, bool closed) =>
        points.Length < 2 ? "" : "M" + string.Join("L", points.Select(p => FormattableString.Invariant($"{p.X:0.#} {p.Y:0.#}"))) + (closed ? "Z" : "");

    private Coordinate ToCoordinate((double X, double Y) point)
    {
        var (x, y) = At(point.X, point.Y);
        return new(x, y);
    }

    /// <summary>The rows and columns that a picture shows.</summary>
    private readonly record struct Window(int Left, int Top, int Columns, int Rows)
    {
        // A little land around what is known, so that lines and numbers at the edge stay whole.
        private const double Margin = 0.02;

        /// <summary>The window around all known cells; the whole grid when none is.</summary>
        public static Window Around(Grid grid, Func<int, bool> isKnown)
        {
            var (left, top, right, bottom) = (grid.Columns, grid.Rows, -1, -1);
            for (var cell = 0; cell < grid.CellCount; cell++)
            {
                if (!isKnown(cell)) continue;
                var (row, column) = grid.Position(cell);
                (left, right, top, bottom) = (Math.Min(left, column), Math.Max(right, column), Math.Min(top, row), row);
            }

            if (right < 0) return new(0, 0, grid.Columns, grid.Rows);
            var margin = (int)Math.Ceiling(Margin * (right - left + 1));
            (left, top) = (Math.Max(0, left - margin), Math.Max(0, top - margin));
            return new(left, top, Math.Min(grid.Columns, right + 1 + margin) - left, Math.Min(grid.Rows, bottom + 1 + margin) - top);
        }
    }
}
