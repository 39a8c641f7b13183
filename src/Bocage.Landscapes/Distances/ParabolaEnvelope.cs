using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bocage.Landscapes;

/// <summary>Turns, along one row, distances within each column into distances over the map.</summary>
/// <remarks>
/// A habitat cell g rows away in column u lies at (x - u)² + ρ·g² from column x, in squared cell widths, with ρ = (height / width)²:
/// a parabola in x. The squared distance is the lowest of all parabolas. Of those that could matter a stack is kept, from left to right.
/// </remarks>
internal sealed class ParabolaEnvelope(Grid grid)
{
    /// <summary>Stands for "no habitat in this column": more than any number of rows.</summary>
    public const int NoHabitat = int.MaxValue / 2;

    private readonly double cellWidth = grid.CellWidth;
    private readonly double ratio = grid.CellHeight / grid.CellWidth * (grid.CellHeight / grid.CellWidth);
    private readonly Parabola[] stack = new Parabola[grid.Columns + 1];
    private int count;

    /// <summary>Replaces whole numbers of rows (as bits) by distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Measure(Span<float> row)
    {
        var rowsAway = MemoryMarshal.Cast<float, int>(row);
        var start = 0;
        count = 0;
        for (var x = 0; x < row.Length; x++)
        {
            var rows = rowsAway[x];
            if (rows >= NoHabitat) continue;
            if (rows != 0 || x > start) Push(x, ratio * ((double)rows * rows));
            if (rows != 0) continue;

            // Habitat in the row itself parts it: nothing on one side is the nearest to anything on the other.
            if (x > start) Write(row, start, x);
            row[x] = 0;
            start = x + 1;
            stack[0] = new() { Centre = x };
            count = 1;
        }

        Write(row, start, row.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Push(double centre, double height)
    {
        var top = count - 1;
        var pushed = new Parabola { Centre = centre, Height = height };
        while (top >= 0)
        {
            ref var last = ref stack[top];
            pushed.Width = centre - last.Centre;
            pushed.Lead = pushed.Width * (centre + last.Centre) + (height - last.Height);

            // The last is never the lowest when the new one overtakes it before it has overtaken the one below (lead / 2·width is where).
            if (top == 0 || last.Lead * pushed.Width < pushed.Lead * last.Width) break;
            top--;
        }

        stack[top + 1] = pushed;
        count = top + 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(Span<float> row, int start, int end)
    {
        if (count == 0)
        {
            row[start..end].Fill(float.PositiveInfinity);
            return;
        }

        var k = 0;
        for (var x = start; x < end; x++)
        {
            var squared = stack[k].At(x);
            while (k + 1 < count && stack[k + 1].At(x) is var next && next <= squared) (k, squared) = (k + 1, next);
            row[x] = (float)(cellWidth * Math.Sqrt(squared));
        }
    }

    private struct Parabola
    {
        public double Centre;
        public double Height;

        /// <summary>Columns from the centre of the parabola below it on the stack.</summary>
        public double Width;

        /// <summary>The column where it overtakes the one below, times twice <see cref="Width"/>.</summary>
        public double Lead;

        public readonly double At(double x) => (x - Centre) * (x - Centre) + Height;
    }
}
