using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class PairWeightsTests
{
    // a and b reach the gate g→h through g with ½ and ¼, so that b is half an a towards t, which is behind the gate: its weight 3·5 counts ½ there. Towards g itself, which holds T = 7, too. But b
    // reaches b with 1, and a does not reach b at all: that pair stays.
    [Fact]
    public void Habitats_behind_one_gateway_are_one()
    {
        var network = new ConnectivityCase
        {
            Name = "gateway",
            SourceQuality = [2, 3, 0, 0, 0],
            TargetQuality = [0, 1, 7, 0, 5],
            Arcs = [new(0, 2, 0.5), new(1, 2, 0.25), new(2, 3, 0), new(3, 4, 0.5)],
            ArcImprovements = [new(2, 0, 1)],
        };
        var made = PathNetwork.Of(ContractedCase.Of(network, new PlanningStatus[1]), default);
        var weights = PairWeights.Of(made);
        double Weight(double source, double target) => weights[Array.FindIndex(made.Sources, part => part.Quality == source)][Array.FindIndex(made.Targets, part => part.Quality == target)];
        Assert.Equal(2 * 5 + 0.5 * 3 * 5, Weight(2, 5), 12);
        Assert.Equal(0, Weight(3, 5));
        Assert.Equal(2 * 7 + 0.5 * 3 * 7, Weight(2, 7), 12);
        Assert.Equal(3, Weight(3, 1));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Values_are_the_same_for_every_choice(int seed)
    {
        var random = new SeededRandom(seed);
        var units = 2 + random.Next(4);
        var contracted = ContractedCase.Of(RandomCase.Of(random, units, 4 + random.Next(12), 4 + random.Next(24), seed % 2 == 0), new PlanningStatus[units]);
        var network = PathNetwork.Of(contracted, default);
        var weights = PairWeights.Of(network);
        var reach = new double[network.Columns];
        for (var bits = 0; bits < 1 << units; bits++)
        {
            var selected = Enumerable.Range(0, units).Select(unit => (bits >> unit & 1) == 1).ToArray();
            var sum = 0.0;
            for (var s = 0; s < weights.Length; s++)
            {
                network.Reach(network.Sources[s].Place, network.GateUnits.Where(unit => selected[unit]), reach);
                for (var t = 0; t < weights[s].Length; t++)
                    if (Counts(network.Sources[s]) && Counts(network.Targets[t])) sum += weights[s][t] * reach[network.Targets[t].Place];
            }

            var exact = contracted.ValueOf(selected);
            Assert.Equal(exact, sum, 1e-11 * exact);
            bool Counts(QualityPart part) => part.Unit < 0 || selected[part.Unit];
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];
}
