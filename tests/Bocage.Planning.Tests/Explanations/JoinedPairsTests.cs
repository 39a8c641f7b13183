using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class JoinedPairsTests
{
    [Fact]
    public void The_pairs_are_those_of_a_table_of_all_pairs()
    {
        var found = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new SeededRandom(seed);
            var objective = new MaximumConnectedAreaObjective([RandomProblem.Network(4, random), RandomProblem.Network(4, random)]);
            bool[] plan = [true, random.Next(2) == 0, true, random.Next(2) == 0];
            var units = Choices.Selected(plan);
            var joined = JoinedPairs.Of(objective, plan, units, 3, default);
            for (var k = 0; k < units.Length; k++)
            {
                var expected = objective.Cases.SelectMany((network, index) => Slow(network, index, plan, units[k])).ToArray();
                Assert.Equal(expected.Length, joined[k].Count);
                Assert.All(expected.Zip(joined[k]), pair =>
                {
                    Assert.Equal((pair.First.Case, pair.First.From, pair.First.To), (pair.Second.Case, pair.Second.From, pair.Second.To));
                    Assert.Equal(pair.First.Before, pair.Second.Before, 12);
                    Assert.Equal(pair.First.After, pair.Second.After, 12);
                    Assert.Equal(pair.First.Gain, pair.Second.Gain, 12);
                });
                found += expected.Length;
            }
        }
        Assert.True(found > 500);
    }

    private static IEnumerable<JoinedPair> Slow(ConnectivityCase network, int index, bool[] plan, int unit)
    {
        var (with, without) = (Table(network, plan), Table(network, Choices.Without(plan, unit)));
        double Quality(IEnumerable<double> own, int vertex, Func<VertexImprovement, double> gain) =>
            own.ElementAt(vertex) + network.VertexImprovements.Where(better => plan[better.Unit] && better.Vertex == vertex).Sum(gain);
        var pairs = new List<JoinedPair>();
        for (var from = 0; from < with.GetLength(0); from++)
            for (var to = 0; to < with.GetLength(0); to++)
            {
                var gain = Quality(network.SourceQuality, from, better => better.SourceGain) * Quality(network.TargetQuality, to, better => better.TargetGain) * (with[from, to] - without[from, to]);
                if (from != to && gain > 1e-12) pairs.Add(new(index, from, to, without[from, to], with[from, to], gain));
            }
        return pairs.GroupBy(pair => (Math.Min(pair.From, pair.To), Math.Max(pair.From, pair.To)))
            .Select(both => both.OrderByDescending(pair => pair.Gain).ThenBy(pair => pair.From).First()).OrderByDescending(pair => pair.Gain).ThenBy(pair => pair.From).ThenBy(pair => pair.To).Take(3);
    }

    /// <summary>Best products over all pairs by letting each vertex be passed in turn (Floyd and Warshall).</summary>
    private static double[,] Table(ConnectivityCase network, bool[] plan)
    {
        var count = network.SourceQuality.Length;
        var best = new double[count, count];
        for (var vertex = 0; vertex < count; vertex++) best[vertex, vertex] = 1;
        for (var arc = 0; arc < network.Arcs.Length; arc++)
        {
            var probability = network.ArcImprovements.Where(better => better.Arc == arc && plan[better.Unit]).Select(better => better.Probability).Append(network.Arcs[arc].Probability).Max();
            best[network.Arcs[arc].From, network.Arcs[arc].To] = Math.Max(best[network.Arcs[arc].From, network.Arcs[arc].To], probability);
        }
        for (var by = 0; by < count; by++)
            for (var from = 0; from < count; from++)
                for (var to = 0; to < count; to++) best[from, to] = Math.Max(best[from, to], best[from, by] * best[by, to]);
        return best;
    }
}
