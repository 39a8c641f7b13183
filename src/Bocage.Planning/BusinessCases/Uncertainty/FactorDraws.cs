namespace Bocage.Planning;

/// <summary>The chance in a case: what a factor is in a draw, without order and without memory. Draw 4711 can be looked at alone.</summary>
/// <remarks>
/// Every number is made from seed, name of the factor, year and number of the draw, and of nothing else. It is therefore the same whatever was drawn before and on whichever core; and the same factor draws the same in
/// two plans that are compared. The hash of seed, name and year is the start of a SplitMix64 sequence, the draw its place in it. Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
/// </remarks>
public static class FactorDraws
{
    private const ulong Step = 0x9E3779B97F4A7C15UL;

    /// <summary>What a factor is in a draw, but for the chance of single years: triangular between low and high with its peak at likely.</summary>
    /// <remarks>
    /// With low a, likely m, high b and u even between 0 and 1: a + √(u(b − a)(m − a)) up to the peak, b − √((1 − u)(b − a)(b − m)) beyond. Mean (a + m + b) / 3. A constant when the three are equal.
    /// European Commission (2008), Guide to cost-benefit analysis of investment projects, annex H.
    /// </remarks>
    /// <param name="factor">The factor; its name and its range count.</param>
    /// <param name="seed">Seed of the chance.</param>
    /// <param name="draw">Number of the draw, 0 or more.</param>
    public static double Value(UncertainFactor factor, int seed, long draw)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Triangular(factor, Uniform(Stream(factor.Id, seed, -1), draw));
    }

    /// <summary>What a yield is in one year of a draw as a share of <see cref="Value"/>: lognormal, of mean 1, independent from year to year.</summary>
    /// <remarks>exp(σz − σ²/2) with z standard normal and σ² = ln(1 + spread²), so that the standard deviation is the spread.</remarks>
    /// <param name="factor">The factor; only its name counts.</param>
    /// <param name="seed">Seed of the chance.</param>
    /// <param name="draw">Number of the draw, 0 or more.</param>
    /// <param name="year">0 is the first year of the case.</param>
    /// <param name="spread">Standard deviation, 0 or more; with 0 every year is 1.</param>
    public static double InYear(UncertainFactor factor, int seed, long draw, int year, double spread)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Yearly(Sigma(spread), Uniform(Stream(factor.Id, seed, year), draw));
    }

    /// <summary>σ of a lognormal number of mean 1 and a standard deviation.</summary>
    internal static double Sigma(double spread) => Math.Sqrt(Math.Log(1 + spread * spread));

    internal static double Yearly(double sigma, double u) => Math.Exp(sigma * (NormalQuantile.Of(u) - sigma / 2));

    internal static double Triangular(UncertainFactor factor, double u)
    {
        var (low, likely, high) = (factor.Low, factor.Likely, factor.High);
        if (low == high) return low;
        var value = u * (high - low) < likely - low
            ? low + Math.Sqrt(u * (high - low) * (likely - low))
            : high - Math.Sqrt((1 - u) * (high - low) * (high - likely));
        return Math.Clamp(value, low, high);
    }

    /// <summary>Where the sequence of a factor starts; year −1 for its value over all years.</summary>
    internal static ulong Stream(string factor, int seed, int year)
    {
        unchecked
        {
            // FNV-1a over the letters.
            var name = 0xCBF29CE484222325UL;
            foreach (var letter in factor) name = (name ^ letter) * 0x100000001B3UL;
            return Mix(Mix(Mix(name) + (ulong)seed) + (ulong)year);
        }
    }

    /// <summary>A number between 0 and 1, neither of which it is: 2⁵² values, evenly.</summary>
    internal static double Uniform(ulong stream, long draw) => ((Mix(unchecked(stream + ((ulong)draw + 1) * Step)) >> 12) + 0.5) * (1.0 / (1UL << 52));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
