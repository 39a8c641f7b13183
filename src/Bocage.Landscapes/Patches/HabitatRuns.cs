using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bocage.Landscapes;

/// <summary>The habitat of a map as runs of cells next to each other in a row, numbered in reading order.</summary>
internal sealed class HabitatRuns
{
    private const int Lanes = 64;

    private readonly Grid grid;
    private readonly byte[] cells;
    private readonly int[] firstOfRow;

    /// <summary>Counts the runs of every row, so that their arrays have the right size at once.</summary>
    public HabitatRuns(HabitatMap habitat, int strips, CancellationToken cancellation)
    {
        (grid, cells) = (habitat.Grid, habitat.Cells);
        firstOfRow = new int[grid.Rows + 1];
        Parts.Run(strips, strip => Each(strip, strips, row => firstOfRow[row + 1] = CountRow(row)), null, 0, 0, cancellation);
        for (var row = 0; row < grid.Rows; row++) firstOfRow[row + 1] += firstOfRow[row];
        Start = GC.AllocateUninitializedArray<int>(Count);
        End = GC.AllocateUninitializedArray<int>(Count);
    }

    /// <summary>Number of runs.</summary>
    public int Count => firstOfRow[^1];

    /// <summary>First column of each run.</summary>
    public int[] Start { get; }

    /// <summary>Column after the last of each run.</summary>
    public int[] End { get; }

    /// <summary>Number of the first run of a row; the row after the last gives the number of runs.</summary>
    public int First(int row) => firstOfRow[row];

    /// <summary>Does something for the rows of one of several strips.</summary>
    public void Each(int strip, int strips, Action<int> work)
    {
        for (var row = FirstRow(strip, strips); row < FirstRow(strip + 1, strips); row++) work(row);
    }

    /// <summary>The row where a strip begins.</summary>
    public int FirstRow(int strip, int strips) => (int)((long)grid.Rows * strip / strips);

    /// <summary>Fills <see cref="Start"/> and <see cref="End"/> for a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadRow(int row)
    {
        var run = firstOfRow[row];
        var inside = 0UL;
        for (var column = 0; column < grid.Columns; column += Lanes)
        {
            var bits = Bits(row, column);
            var changes = bits ^ ((bits << 1) | inside);
            inside = bits >> (Lanes - 1);
            while (changes != 0)
            {
                var at = column + BitOperations.TrailingZeroCount(changes);
                if ((bits >> at & 1) != 0) Start[run] = at;
                else End[run++] = at;
                changes &= changes - 1;
            }
        }

        if (run < firstOfRow[row + 1]) End[run] = grid.Columns;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountRow(int row)
    {
        var (count, inside) = (0, 0UL);
        for (var column = 0; column < grid.Columns; column += Lanes)
        {
            var bits = Bits(row, column);
            count += BitOperations.PopCount(bits & ~((bits << 1) | inside));
            inside = bits >> (Lanes - 1);
        }

        return count;
    }

    /// <summary>Habitat of 64 cells as bits, the first lowest; 0 beyond the end of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Bits(int row, int column)
    {
        ref var first = ref cells[grid.CellAt(row, column)];
        if (grid.Columns - column >= Lanes) return ~Vector512.Equals(Vector512.LoadUnsafe(ref first), Vector512<byte>.Zero).ExtractMostSignificantBits();
        var bits = 0UL;
        var rest = MemoryMarshal.CreateReadOnlySpan(ref first, grid.Columns - column);
        for (var k = 0; k < rest.Length; k++) bits |= (rest[k] == 0 ? 0UL : 1UL) << k;
        return bits;
    }
}
