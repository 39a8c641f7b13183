using Bocage.Landscapes;

namespace Bocage.Bench;

/// <summary>The peers' benchmark maps, bit for bit: value noise from an integer hash, four octaves, all in whole numbers.</summary>
internal static class Instances
{
    private static readonly int[] Resistances = [1, 2, 5, 10, 25, 50, 100];
    private static readonly int[] Limits = [26900, 31300, 35300, 38900, 42000, 46400];
    private static readonly (int Shift, long Weight)[] Octaves = [(7, 8), (5, 4), (3, 3), (1, 1)];

    /// <summary>Habitat on about 26 % of the cells.</summary>
    public static HabitatMap Habitat(int size) => new(new Grid(size, size), Noise(size, 2, value => value > 38000 ? (byte)1 : (byte)0));

    /// <summary>Land cover of seven classes, with resistances from 1 to 100.</summary>
    public static ResistanceSurface Resistance(int size)
    {
        var codes = Noise(size, 1, value =>
        {
            var place = Array.BinarySearch(Limits, value);
            return (byte)Resistances[place < 0 ? ~place : place + 1];
        });
        var landCover = LandCover.From(new Raster<byte>(new Grid(size, size), codes));
        return ResistanceSurface.FromLandCover(landCover, Resistances.ToDictionary(r => r, r => (double)r));
    }

    /// <summary>Source cells spread by the hash, in order of their number; one source lies in the middle.</summary>
    public static int[] Sources(int size, int count) => count == 1
        ? [size / 2 * size + size / 2]
        : [.. Enumerable.Range(0, count).Select(k => Spread(k, 1, size) * size + Spread(k, 2, size)).Distinct()];

    private static int Spread(int k, int axis, int size) => (int)((ulong)Hash((uint)k, (uint)axis, 5) * (ulong)size >> 32);

    /// <summary>A field of noise from 0 to 65535, a value per cell made of it.</summary>
    internal static T[] Noise<T>(int size, uint seed, Func<int, T> classify)
    {
        var cells = new T[size * size];
        Parallel.For(0, size, row =>
        {
            var sums = new long[size];
            for (var octave = 0; octave < Octaves.Length; octave++) Add(sums, row, Octaves[octave].Shift, Octaves[octave].Weight, seed * 4 + (uint)octave);
            for (var column = 0; column < size; column++) cells[row * size + column] = classify((int)(sums[column] >> 4));
        });
        return cells;
    }

    private static void Add(long[] sums, int row, int shift, long weight, uint seed)
    {
        var side = 1L << shift;
        var (y, fy) = ((uint)row >> shift, row & (side - 1));
        for (var column = 0; column < sums.Length; column++)
        {
            var (x, fx) = ((uint)column >> shift, column & (side - 1));
            var top = Lattice(x, y, seed) * (side - fx) + Lattice(x + 1, y, seed) * fx;
            var bottom = Lattice(x, y + 1, seed) * (side - fx) + Lattice(x + 1, y + 1, seed) * fx;
            sums[column] += weight * ((top * (side - fy) + bottom * fy) >> (2 * shift));
        }
    }

    private static long Lattice(uint x, uint y, uint seed) => Hash(x, y, seed) >> 16;

    private static uint Hash(uint x, uint y, uint seed)
    {
        var h = x * 0x85EBCA77 ^ y * 0xC2B2AE3D ^ seed * 0x9E3779B1;
        h = (h ^ h >> 16) * 0x7FEB352D;
        h = (h ^ h >> 15) * 0x846CA68B;
        return h ^ h >> 16;
    }
}
