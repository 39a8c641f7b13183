using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bocage.Landscapes;

/// <summary>How far every cell lies from the nearest habitat, as the crow flies.</summary>
/// <remarks>
/// d(c) = min over habitat cells h of √((w·Δcolumn)² + (v·Δrow)²), between cell centres; w and v are the width and height of a cell.
/// Unit: map units (metres). Range: 0 on habitat, and up; +∞ everywhere when there is no habitat at all.
/// Exact: squares are whole numbers in double precision (for square cells), with one square root and one rounding to single precision at the end.
/// Cost: O(cells) time, 4 bytes a cell of memory, which is the result itself.
/// Lower envelope of parabolas after a pass down the columns: Felzenszwalb and Huttenlocher (2012), doi:10.4086/toc.2012.v008a019;
/// Meijster, Roerdink and Hesselink (2000), doi:10.1007/0-306-47025-X_36. Same figures as scipy's distance_transform_edt;
/// OpenCV's "precise" transform squares in single precision and is no longer exact beyond some 4,096 cells. docs/methods/euclidean-distance.md.
/// </remarks>
public static class EuclideanDistance
{
    private const int ColumnsPerPart = 512;
    private const int RowsPerPart = 64;

    /// <summary>Measures the distance from every cell to the nearest habitat cell.</summary>
    /// <param name="habitat">Which cells are habitat.</param>
    /// <param name="progress">Share done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Raster<float> ToHabitat(HabitatMap habitat, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(habitat);
        var grid = habitat.Grid;
        var distance = GC.AllocateUninitializedArray<float>(grid.CellCount);
        Parts.Run(
            (grid.Columns + ColumnsPerPart - 1) / ColumnsPerPart,
            part => MeasureColumns(habitat, AsRows(distance), part * ColumnsPerPart, Math.Min(ColumnsPerPart, grid.Columns - part * ColumnsPerPart)),
            progress,
            0,
            0.3,
            cancellation);
        Parts.Run(
            (grid.Rows + RowsPerPart - 1) / RowsPerPart,
            part =>
            {
                var envelope = new ParabolaEnvelope(grid);
                for (var row = part * RowsPerPart; row < Math.Min(grid.Rows, (part + 1) * RowsPerPart); row++)
                    envelope.Measure(distance.AsSpan(grid.CellAt(row, 0), grid.Columns));
            },
            progress,
            0.3,
            1,
            cancellation);
        return new(grid, distance);
    }

    /// <summary>The bits of the result hold whole numbers of rows until the second pass has read them.</summary>
    private static Span<int> AsRows(float[] distance) => MemoryMarshal.Cast<float, int>(distance.AsSpan());

    /// <summary>Counts, for some columns, the rows to the nearest habitat in the same column.</summary>
    private static void MeasureColumns(HabitatMap habitat, Span<int> rowsAway, int firstColumn, int width)
    {
        var grid = habitat.Grid;
        Span<int> before = stackalloc int[ColumnsPerPart];
        before = before[..width];
        before.Fill(ParabolaEnvelope.NoHabitat);
        for (var row = 0; row < grid.Rows; row++)
        {
            var here = rowsAway.Slice(grid.CellAt(row, firstColumn), width);
            StepDown(habitat.Cells.AsSpan(grid.CellAt(row, firstColumn), width), before, here);
            before = here;
        }

        for (var row = grid.Rows - 2; row >= 0; row--)
        {
            var here = rowsAway.Slice(grid.CellAt(row, firstColumn), width);
            StepUp(before, here);
            before = here;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StepDown(ReadOnlySpan<byte> habitat, ReadOnlySpan<int> above, Span<int> here)
    {
        var lanes = Vector<byte>.Count;
        var k = 0;
        for (; k <= here.Length - lanes; k += lanes)
        {
            Vector.Widen(Vector.Equals(new Vector<byte>(habitat[k..]), Vector<byte>.Zero).As<byte, sbyte>(), out var lowHalf, out var highHalf);
            Vector.Widen(lowHalf, out var first, out var second);
            Vector.Widen(highHalf, out var third, out var fourth);
            StepDown(first, above, here, k);
            StepDown(second, above, here, k + lanes / 4);
            StepDown(third, above, here, k + lanes / 2);
            StepDown(fourth, above, here, k + lanes / 4 * 3);
        }

        for (; k < here.Length; k++) here[k] = habitat[k] != 0 ? 0 : Math.Min(above[k] + 1, ParabolaEnvelope.NoHabitat);
    }

    /// <summary>The same for as many columns as a vector holds; other has all bits set where there is no habitat.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StepDown(Vector<int> other, ReadOnlySpan<int> above, Span<int> here, int k) =>
        (Vector.Min(new Vector<int>(above[k..]) + Vector<int>.One, new(ParabolaEnvelope.NoHabitat)) & other).CopyTo(here[k..]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StepUp(ReadOnlySpan<int> below, Span<int> here)
    {
        var k = 0;
        for (; k <= here.Length - Vector<int>.Count; k += Vector<int>.Count)
            Vector.Min(new Vector<int>(here[k..]), new Vector<int>(below[k..]) + Vector<int>.One).CopyTo(here[k..]);
        for (; k < here.Length; k++) here[k] = Math.Min(here[k], below[k] + 1);
    }
}
