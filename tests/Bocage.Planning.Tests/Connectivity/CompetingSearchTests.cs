using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CompetingSearchTests
{
    // 0 → 1 at 0.5, which unit 0 lifts to 0.7; 0 → 2 at 0.9; 1 → 2 at 0.9; 2 → 1 at 0.9. To 1 the way round has 0.81 whatever is bought: the first arc is useless for 1 and for 2. Were it lifted to 0.9, it would serve 1, but not 2.
    [Theory]
    [InlineData(0.7, false), InlineData(0.9, true), InlineData(0.81, true)]
    public void A_way_round_by_hand(double improved, bool useful)
    {
        var network = new ConnectivityCase
        {
            Name = "",
            SourceQuality = [1, 1, 1],
            TargetQuality = [1, 1, 1],
            Arcs = [new(0, 1, 0.5), new(0, 2, 0.9), new(1, 2, 0.9), new(2, 1, 0.9)],
            ArcImprovements = [new(0, 0, improved)],
        };
        var search = new CompetingSearch(3, ArcOption.Of(network, [new PlanningUnit("a", 1)]));
        Assert.Equal([false, useful, false], search.UsefulFor(0));
        Assert.Equal([false, true, true], search.UsefulFor(1));
    }

    // Of every choice and every pair: the best product without the arcs that are useless for t is the best product.
    [Fact]
    public void Without_the_useless_arcs_nothing_is_lost()
    {
        var random = new SeededRandom(51);
        var left = 0;
        for (var round = 0; round < 300; round++)
        {
            var network = MadeProblems.Network(random, 4, gains: false);
            var units = MadeProblems.Units(random, 4, locks: false);
            var options = ArcOption.Of(network, units);
            var vertices = network.SourceQuality.Length;
            var search = new CompetingSearch(vertices, options);
            var useful = Enumerable.Range(0, options.Length).Select(search.UsefulFor).ToArray();
            left += useful.Sum(targets => targets.Count(target => !target));
            for (var bits = 0; bits < 16; bits++)
            {
                for (var target = 0; target < vertices; target++)
                {
                    var all = Best(options, bits, target, vertices, _ => true);
                    var some = Best(options, bits, target, vertices, arc => useful[arc][target]);
                    for (var vertex = 0; vertex < vertices; vertex++) Assert.Equal(all[vertex], some[vertex], 1e-12);
                }
            }
        }
        Assert.InRange(left, 1000, int.MaxValue);
    }

    // Bellman and Ford's rounds: the best product from each vertex to the target.
    private static double[] Best(List<ArcOption>[] options, int bits, int target, int vertices, Func<int, bool> allowed)
    {
        var best = new double[vertices];
        best[target] = 1;
        for (var round = 0; round < vertices; round++)
            for (var arc = 0; arc < options.Length; arc++)
                if (allowed(arc))
                    foreach (var option in options[arc])
                        if (option.Unit < 0 || (bits >> option.Unit & 1) == 1) best[option.From] = Math.Max(best[option.From], option.Probability * best[option.To]);
        return best;
    }
}
