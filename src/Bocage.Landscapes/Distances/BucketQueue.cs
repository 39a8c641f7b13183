using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bocage.Landscapes;

/// <summary>Cells that wait their turn, sorted into numbered buckets of equal width of cost; any range of costs at a cost per cell that does not grow with it.</summary>
/// <remarks>
/// Buckets near <see cref="Now"/> stand alone; farther ones share a bucket by their leading digits (base 4096) until the front comes near:
/// multi-level buckets, Denardo and Fox (1979), doi:10.1287/opre.27.1.161. A bucket is a chain of chunks of 1 kB from a common pool,
/// so memory follows the number of cells that wait, 4 bytes each. Only the top of a chain is kept: a pointer to where the next cell goes.
/// </remarks>
internal sealed unsafe class BucketQueue : IDisposable
{
    public const long None = long.MaxValue;
    public const int ChunkBytes = 1024;

    private const int DigitBits = 12;
    private const int Digits = 1 << DigitBits;
    private const int Words = Digits / 64;
    private const int Levels = 6;
    private const int SlabBytes = 1 << 20;

    private readonly int** tops = (int**)NativeMemory.AllocZeroed(Levels * Digits, (nuint)sizeof(int*));
    private readonly ulong[] occupied = new ulong[Levels * Words];
    private readonly List<nint> slabs = [];
    private byte* free;

    /// <summary>The bucket whose turn it is.</summary>
    public long Now { get; private set; }

    /// <summary>The cells of a chunk, of which those below the top are filled.</summary>
    public static int* FirstOf(int* top) => (int*)ChunkOf(top) + 2;

    /// <summary>Lets a cell wait in a bucket, unless it waits there already because of its cost before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(int cell, long bucket, long bucketBefore)
    {
        var ahead = (ulong)(bucket ^ Now);
        if (ahead >= Digits)
        {
            PushFar(cell, bucket, bucketBefore);
            return;
        }

        // A cell of the present bucket may have had its turn already, so there it waits anew.
        if (bucket == bucketBefore && ahead != 0) return;
        PushAt((int)bucket & (Digits - 1), cell);
    }

    /// <summary>Takes all cells out of the present bucket: the top of its chain, or null when it is empty.</summary>
    public int* Take() => Take((int)Now & (Digits - 1));

    /// <summary>Gives a chunk back, and returns the top of the rest of its chain, or null.</summary>
    public int* Release(int* top)
    {
        var chunk = ChunkOf(top);
        var rest = *(int**)chunk;
        *(byte**)chunk = free;
        free = chunk;
        return rest;
    }

    /// <summary>A bucket that no waiting cell comes before, at or after <see cref="Now"/>; <see cref="None"/> when no cell waits.</summary>
    public long Next()
    {
        for (var level = 0; level < Levels; level++)
        {
            var shift = level * DigitBits;
            var digit = (int)(Now >> shift) & (Digits - 1);
            var found = NextOccupied(level, digit);
            if (found >= 0) return ((Now >> shift) - digit + found) << shift;
        }

        return None;
    }

    /// <summary>Moves on to a bucket that no waiting cell comes before; returns the chain of cells that must be pushed again, or null.</summary>
    public int* MoveTo(long bucket)
    {
        var level = LevelOf((ulong)(bucket ^ Now));
        Now = bucket;
        return level == 0 ? null : Take(level * Digits + ((int)(bucket >> (level * DigitBits)) & (Digits - 1)));
    }

    public void Dispose()
    {
        NativeMemory.Free(tops);
        foreach (var slab in slabs) NativeMemory.AlignedFree((void*)slab);
    }

    // A full chunk has its top at the end, which is the start of some other chunk's space: step back before rounding down.
    private static byte* ChunkOf(int* top) => (byte*)((nuint)(top - 1) & ~(nuint)(ChunkBytes - 1));

    private static int LevelOf(ulong difference) => difference < Digits ? 0 : BitOperations.Log2(difference) / DigitBits;

    private void PushFar(int cell, long bucket, long bucketBefore)
    {
        var level = LevelOf((ulong)(bucket ^ Now));
        if ((bucket ^ bucketBefore) >> (level * DigitBits) == 0) return;
        PushAt(level * Digits + ((int)(bucket >> (level * DigitBits)) & (Digits - 1)), cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PushAt(int place, int cell)
    {
        var top = tops[place];
        if (((nuint)top & (ChunkBytes - 1)) == 0) top = Grow(place, top);
        *top = cell;
        tops[place] = top + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int* Grow(int place, int* full)
    {
        if (free is null) AddSlab();
        var chunk = free;
        free = *(byte**)chunk;
        *(int**)chunk = full;
        occupied[place >> 6] |= 1UL << (place & 63);
        return (int*)chunk + 2;
    }

    private void AddSlab()
    {
        var slab = (byte*)NativeMemory.AlignedAlloc(SlabBytes, ChunkBytes);
        slabs.Add((nint)slab);
        for (var chunk = slab; chunk < slab + SlabBytes; chunk += ChunkBytes)
        {
            *(byte**)chunk = free;
            free = chunk;
        }
    }

    private int* Take(int place)
    {
        var top = tops[place];
        tops[place] = null;
        occupied[place >> 6] &= ~(1UL << (place & 63));
        return top;
    }

    private int NextOccupied(int level, int digit)
    {
        var word = digit >> 6;
        var bits = occupied[level * Words + word] & (ulong.MaxValue << (digit & 63));
        while (bits == 0)
        {
            if (++word == Words) return -1;
            bits = occupied[level * Words + word];
        }

        return word * 64 + BitOperations.TrailingZeroCount(bits);
    }
}
