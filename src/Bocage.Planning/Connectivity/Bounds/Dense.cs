using System.Numerics;

namespace Bocage.Planning;

/// <summary>Sums over dense rows.</summary>
internal static class Dense
{
    /// <summary>Σ a·b.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = Vector<double>.Zero;
        var k = 0;
        for (; k <= a.Length - Vector<double>.Count; k += Vector<double>.Count) sum += new Vector<double>(a[k..]) * new Vector<double>(b[k..]);
        var total = Vector.Sum(sum);
        for (; k < a.Length; k++) total += a[k] * b[k];
        return total;
    }

    /// <summary>a += factor·b.</summary>
    public static void Add(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        var many = new Vector<double>(factor);
        var k = 0;
        for (; k <= a.Length - Vector<double>.Count; k += Vector<double>.Count) (new Vector<double>(a[k..]) + many * new Vector<double>(b[k..])).CopyTo(a[k..]);
        for (; k < a.Length; k++) a[k] += factor * b[k];
    }

    /// <summary>a = the larger of a and factor·b, place by place.</summary>
    public static void Raise(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        var many = new Vector<double>(factor);
        var k = 0;
        for (; k <= a.Length - Vector<double>.Count; k += Vector<double>.Count) Vector.Max(new Vector<double>(a[k..]), many * new Vector<double>(b[k..])).CopyTo(a[k..]);
        for (; k < a.Length; k++) a[k] = Math.Max(a[k], factor * b[k]);
    }
}
