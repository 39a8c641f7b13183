namespace Bocage.Landscapes;

/// <summary>A stream of chance that is the same for a seed on every machine and runtime (SplitMix64).</summary>
/// <remarks>Not for secrets. Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, doi:10.1145/2660193.2660195.</remarks>
public sealed class SeededRandom(long seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 up to, but not including, a limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or less.</exception>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)Math.BigMul(NextBits(), (ulong)limit, out _);
    }

    /// <summary>A whole number from a lowest up to, but not including, a limit.</summary>
    public int Next(int lowest, int limit) => lowest + Next(limit - lowest);
}
