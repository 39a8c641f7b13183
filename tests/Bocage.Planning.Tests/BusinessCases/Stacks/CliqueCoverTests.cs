using System.Numerics;
using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CliqueCoverTests
{
    // A ring of five, each worth 1, of which two neighbours exclude each other: two can be had. Cliques are pairs: {0, 1}, {2, 3}, {4}: 3.
    [Fact]
    public void A_ring_of_five()
    {
        var ring = Enumerable.Range(0, 5).Select(k => new[] { (1UL << ((k + 1) % 5)) | (1UL << ((k + 4) % 5)) }).ToArray();
        Assert.Equal(3, new CliqueCover([1, 1, 1, 1, 1], ring).Bound([31], [31]));
        Assert.Equal(1, new CliqueCover([1, 1, 1, 1, 1], ring).Bound([31], [3]));
    }

    // Weights split a value: 3 excludes 2 and 2, which go together. {3, 2}: 2, then {1, 2}: 1, then the last 1: 4, and 2 + 2 = 4 is what can be had. A partition would say 3 + 2.
    [Fact]
    public void A_value_is_split_among_cliques() => Assert.Equal(4, new CliqueCover([3, 2, 2, -5], [[6], [1], [1], [0]]).Bound([15], [15]));

    [Fact]
    public void No_lawful_choice_is_worth_more()
    {
        var exact = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new SeededRandom(seed);
            var count = 1 + random.Next(10);
            var conflicts = Enumerable.Range(0, count).Select(_ => new ulong[1]).ToArray();
            for (var i = 0; i < count; i++)
                for (var j = 0; j < i; j++)
                    if (random.Next(2) == 0) (conflicts[i][0], conflicts[j][0]) = (conflicts[i][0] | 1UL << j, conflicts[j][0] | 1UL << i);
            double[] values = [.. Enumerable.Range(0, count).Select(_ => 10 * random.NextDouble() - 1)];
            var open = random.NextBits() & ((1UL << count) - 1);
            var best = 0.0;
            for (var set = 0UL; set < 1UL << count; set++)
                if ((set & ~open) == 0 && Enumerable.Range(0, count).All(k => (set >> k & 1) == 0 || (conflicts[k][0] & set) == 0)) best = Math.Max(best, Enumerable.Range(0, count).Where(k => (set >> k & 1) != 0).Sum(k => values[k]));
            var bound = new CliqueCover(values, conflicts).Bound([open], [ulong.MaxValue]);
            Assert.True(bound >= best - 1e-12 && bound <= Enumerable.Range(0, count).Where(k => (open >> k & 1) != 0).Sum(k => Math.Max(0, values[k])) + 1e-12);
            if (BitOperations.PopCount(open) > 2 && bound < best + 1e-9) exact++;
        }

        Assert.True(exact > 100);
    }
}
