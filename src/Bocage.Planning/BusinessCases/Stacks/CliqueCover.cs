using System.Numerics;

namespace Bocage.Planning;

/// <summary>Bounds the value of options of which some exclude each other: cliques with weights that cover the value of each option.</summary>
/// <remarks>
/// Of a clique at most one option can be had, so any lawful choice is worth at most the sum of the weights. A clique is grown from the first open option, the next that excludes all so far being added; its weight is the least value left of its
/// options, and is taken off each (Balas &amp; Xue 1996 cover so too). Cost: options · cliques.
/// </remarks>
/// <param name="values">Value by option.</param>
/// <param name="conflicts">For each option those that it excludes.</param>
internal sealed class CliqueCover(double[] values, ulong[][] conflicts)
{
    private readonly double[] left = new double[values.Length];
    private readonly int[] clique = new int[values.Length];
    private readonly ulong[] alive = new ulong[(values.Length + 63) >> 6];
    private readonly ulong[] common = new ulong[(values.Length + 63) >> 6];

    /// <summary>The bound over the options of both sets.</summary>
    public double Bound(ulong[] one, ulong[] other)
    {
        for (var word = 0; word < alive.Length; word++)
        {
            alive[word] = one[word] & other[word];
            for (var bits = alive[word]; bits != 0; bits &= bits - 1)
            {
                var k = (word << 6) + BitOperations.TrailingZeroCount(bits);
                left[k] = values[k];
                if (!(values[k] > 0)) alive[word] &= ~(1UL << k);
            }
        }

        var bound = 0.0;
        for (var word = 0; word < alive.Length; word++)
            while (alive[word] != 0) bound += Take((word << 6) + BitOperations.TrailingZeroCount(alive[word]));
        return bound;
    }

    private double Take(int first)
    {
        var (count, weight) = (0, double.PositiveInfinity);
        alive.CopyTo(common, 0);
        for (var k = first; k >= 0; k = First())
        {
            clique[count++] = k;
            weight = Math.Min(weight, left[k]);
            for (var word = 0; word < common.Length; word++) common[word] &= conflicts[k][word];
        }

        for (var at = 0; at < count; at++)
        {
            var k = clique[at];
            left[k] -= weight;
            if (!(left[k] > 0)) alive[k >> 6] &= ~(1UL << k);
        }

        return weight;
    }

    private int First()
    {
        for (var word = 0; word < common.Length; word++) if (common[word] != 0) return (word << 6) + BitOperations.TrailingZeroCount(common[word]);
        return -1;
    }
}
