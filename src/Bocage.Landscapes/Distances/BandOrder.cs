using System.Runtime.CompilerServices;

namespace Bocage.Landscapes;

/// <summary>An order of cells in memory in which neighbours lie close: bands of 32 rows, and within a band column by column.</summary>
/// <remarks>
/// A front that spreads over a large map touches cells above each other, which row by row lie in different pages of memory.
/// A band takes up the same stretch of the array in both orders, so a raster can be put back band by band, in place.
/// </remarks>
internal sealed class BandOrder(Grid grid)
{
    public const int Shift = 5;
    public const int Height = 1 << Shift;

    private readonly int fullRows = grid.Rows & -Height;

    public int Rows => grid.Rows;

    public int Columns => grid.Columns;

    /// <summary>Number of bands; the last may be lower than the others.</summary>
    public int Bands => (grid.Rows + Height - 1) >> Shift;

    /// <summary>Number of cells in bands of full height.</summary>
    public int FullCells => fullRows * grid.Columns;

    /// <summary>Place of a cell in memory.</summary>
    public int PlaceOf(int row, int column)
    {
        var band = row >> Shift;
        return (band << Shift) * grid.Columns + column * HeightOf(band) + (row & (Height - 1));
    }

    /// <summary>Row and column of a place in memory.</summary>
    public (int Row, int Column) CellAt(int place)
    {
        var band = (place >> Shift) / grid.Columns;
        var (column, row) = Math.DivRem(place - (band << Shift) * grid.Columns, HeightOf(band));
        return ((band << Shift) + row, column);
    }

    /// <summary>Number of rows in a band.</summary>
    public int HeightOf(int band) => Math.Min(Height, grid.Rows - (band << Shift));

    /// <summary>The stretch of memory that a band takes up, in either order.</summary>
    public Span<T> Band<T>(T[] values, int band) => values.AsSpan((band << Shift) * grid.Columns, HeightOf(band) * grid.Columns);

    /// <summary>Copies a band from rows to columns.</summary>
    public void ToColumns<T>(ReadOnlySpan<T> rows, Span<T> columns, int band) => Transpose(rows, columns, HeightOf(band), grid.Columns);

    /// <summary>Copies a band from columns to rows.</summary>
    public void ToRows<T>(ReadOnlySpan<T> columns, Span<T> rows, int band) => Transpose(columns, rows, grid.Columns, HeightOf(band));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(ReadOnlySpan<T> from, Span<T> to, int height, int width)
    {
        const int Side = 16;
        for (var top = 0; top < height; top += Side)
        {
            for (var left = 0; left < width; left += Side)
            {
                var (bottom, right) = (Math.Min(top + Side, height), Math.Min(left + Side, width));
                for (var y = top; y < bottom; y++)
                {
                    for (var x = left; x < right; x++) to[x * height + y] = from[y * width + x];
                }
            }
        }
    }
}
