using System.Numerics;
using System.Runtime.InteropServices;

namespace Bocage.Planning;

/// <summary>The inner loops over rows of probabilities. Rows have the same length, a multiple of the width of a vector.</summary>
internal static class VectorMath
{
    private const int Width = 8;

    /// <summary>The length of a row that holds so many numbers; at least one vector.</summary>
    public static int Rounded(int count) => Math.Max(Width, (count + Width - 1) / Width * Width);

    /// <summary>Σ a·b.</summary>
    public static double Dot(double[] a, double[] b)
    {
        var x = Vectors(a);
        var y = Vectors(b);
        var sum = Vector<double>.Zero;
        for (var k = 0; k < x.Length; k++) sum += x[k] * y[k];
        return Vector.Sum(sum);
    }

    /// <summary>sum += factor·row.</summary>
    public static void Add(double[] sum, double[] row, double factor)
    {
        var total = Vectors(sum);
        var other = Vectors(row);
        var times = new Vector<double>(factor);
        for (var k = 0; k < total.Length; k++) total[k] += times * other[k];
    }

    /// <summary>Σ weight · (max(row, factor₁·better₁, factor₂·better₂, …) − row): what a row gains.</summary>
    /// <param name="row">What there is.</param>
    /// <param name="better">Rows that may be better.</param>
    /// <param name="factors">What each of them is multiplied by.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="weights">Weight of each place.</param>
    public static double Gain(double[] row, double[][] better, double[] factors, int count, double[] weights)
    {
        var old = Vectors(row);
        var weight = Vectors(weights);
        var sum = Vector<double>.Zero;
        if (count == 1)
        {
            var only = Vectors(better[0]);
            var factor = new Vector<double>(factors[0]);
            for (var k = 0; k < old.Length; k++) sum += weight[k] * (Vector.Max(old[k], factor * only[k]) - old[k]);
            return Vector.Sum(sum);
        }

        for (var k = 0; k < old.Length; k++)
        {
            var best = old[k];
            for (var j = 0; j < count; j++) best = Vector.Max(best, new Vector<double>(factors[j]) * new Vector<double>(better[j], k * Vector<double>.Count));
            sum += weight[k] * (best - old[k]);
        }

        return Vector.Sum(sum);
    }

    /// <summary>row = max(row, factor·better), up to the shorter of the two.</summary>
    public static void Raise(double[] row, double[] better, double factor)
    {
        var length = Math.Min(row.Length, better.Length);
        var old = Vectors(row.AsSpan(0, length));
        var other = Vectors(better.AsSpan(0, length));
        var times = new Vector<double>(factor);
        for (var k = 0; k < old.Length; k++) old[k] = Vector.Max(old[k], times * other[k]);
        for (var k = old.Length * Vector<double>.Count; k < length; k++) row[k] = Math.Max(row[k], factor * better[k]);
    }

    private static Span<Vector<double>> Vectors(Span<double> row) => MemoryMarshal.Cast<double, Vector<double>>(row);
}
