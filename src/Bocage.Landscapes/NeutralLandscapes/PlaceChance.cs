namespace Bocage.Landscapes;

/// <summary>Chance that belongs to a place: the same for a seed and a place, whatever was asked before. With it a landscape needs no memory and no order.</summary>
internal readonly struct PlaceChance(long seed)
{
    private readonly ulong seed = Mix(unchecked((ulong)seed));

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double At(int kind, long a, long b = 0, long c = 0) => (Bits(kind, a, b, c) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number that names a place.</summary>
    public ulong Bits(int kind, long a, long b = 0, long c = 0)
    {
        unchecked
        {
            // Odd multipliers keep the places apart; mixing does the rest.
            return Mix(Mix(seed + (ulong)kind * 0xD1B54A32D192ED03UL + (ulong)a * 0xABC98388FB8FAC03UL) + (ulong)b * 0x8CB92BA72F3D8DD7UL + (ulong)c * 0xDB4F0B9175AE2165UL);
        }
    }

    /// <summary>Smooth noise from 0 to 1 whose hills are a wavelength apart; two octaves.</summary>
    public double Noise(int kind, double x, double y, double wavelength) =>
        (2 * Smooth(kind, x / wavelength, y / wavelength) + Smooth(kind, 7.3 + 2 * x / wavelength, 3.1 + 2 * y / wavelength)) / 3;

    private double Smooth(int kind, double x, double y)
    {
        var (column, row) = (Math.Floor(x), Math.Floor(y));
        var (u, v) = (Ease(x - column), Ease(y - row));
        var (i, j) = ((long)column, (long)row);
        var north = At(kind, i, j) * (1 - u) + At(kind, i + 1, j) * u;
        var south = At(kind, i, j + 1) * (1 - u) + At(kind, i + 1, j + 1) * u;
        return north * (1 - v) + south * v;
    }

    private static double Ease(double t) => t * t * (3 - 2 * t);

    // The finaliser of SplitMix64, as in SeededRandom.
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
