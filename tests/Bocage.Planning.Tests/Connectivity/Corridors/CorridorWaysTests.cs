using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CorridorWaysTests
{
    // 0 → 1 directly with ¼ (1.39 long), or by way of unit 0 with ½ (0.69 long, and its price): the unit is worth a price below ln 2.
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.8, false)]
    public void A_gate_is_passed_when_it_is_worth_its_price(double price, bool isPassed)
    {
        var network = CorridorNetwork.Of(ContractedCase.Of(
            new()
            {
                Name = "two",
                SourceQuality = [1, 1, 0, 0],
                TargetQuality = [1, 1, 0, 0],
                Arcs = [new(0, 1, 0.25), new(0, 2, 1), new(2, 3, 0), new(3, 1, 0.5)],
                ArcImprovements = [new(2, 0, 1)],
            },
            [PlanningStatus.Available]));
        var (source, target) = (network.Case.PlaceOf[0], network.Case.PlaceOf[1]);
        var least = CorridorWays.LeastLengths(network, [source], default)[0];
        var way = new CorridorWays(network).Find(source, target, least, [price], 10);
        Assert.Equal(isPassed ? 0.5 : 0.25, way!.Value.Probability, 1e-12);
        Assert.Equal(isPassed ? [0] : [], way.Value.Units);
        Assert.Null(new CorridorWays(network).Find(source, target, least, [price], 0.6));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_shortest_of_all_ways(int seed)
    {
        var random = new SeededRandom(seed);
        const int Units = 6;
        var contracted = ContractedCase.Of(seed % 2 == 0 ? RandomCase.Of(random, Units) : PlanLikeCase.Of(random, Units, 3), Enumerable.Repeat(PlanningStatus.Available, Units).ToArray());
        var network = CorridorNetwork.Of(contracted);
        int[] sources = [.. Enumerable.Range(0, contracted.VertexCount).Where(vertex => contracted.Source[vertex] > 0)];
        int[] targets = [.. Enumerable.Range(0, contracted.VertexCount).Where(vertex => contracted.Target[vertex] > 0)];
        var least = CorridorWays.LeastLengths(network, sources, default);
        var search = new CorridorWays(network);
        foreach (var (source, k) in sources.Select((source, k) => (source, k)))
        {
            double[] prices = [.. Enumerable.Range(0, Units).Select(_ => 2 * random.NextDouble())];
            var lengths = Slow(network, source, prices);
            foreach (var target in targets.Where(target => target != source))
            {
                var way = search.Find(source, target, least[k], prices, double.PositiveInfinity);
                Assert.Equal(double.IsFinite(lengths[target]), way is not null);
                // A unit with several gates may be paid for several times.
                if (way is { } found) Assert.True(-Math.Log(found.Probability) + found.Units.Sum(unit => prices[unit]) <= lengths[target] + 1e-9);
                if (way is { } again && network.GatesOf.All(count => count <= 1)) Assert.Equal(lengths[target], -Math.Log(again.Probability) + again.Units.Sum(unit => prices[unit]), 1e-9);
            }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    // Bellman and Ford: all arcs, over and over.
    private static double[] Slow(CorridorNetwork network, int source, double[] prices)
    {
        var length = new double[network.Image.Length];
        Array.Fill(length, double.PositiveInfinity);
        length[source] = 0;
        for (var round = 0; round < length.Length; round++)
        {
            for (var tail = 0; tail < length.Length; tail++)
            {
                for (var k = network.Outgoing.First[tail]; k < network.Outgoing.First[tail + 1]; k++)
                    length[network.Outgoing.Arcs[k].Vertex] = Math.Min(length[network.Outgoing.Arcs[k].Vertex], length[tail] - Math.Log(network.Outgoing.Arcs[k].Probability));
            }

            foreach (var gate in network.Gates) length[gate.Head] = Math.Min(length[gate.Head], length[gate.Tail] - Math.Log(gate.Probability) + prices[gate.Unit]);
        }

        return length;
    }
}
