using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CorridorValueTests
{
    // 0 –(place 0: ½)– 1, both 10 ha: 2·100 + 2·100·½ = 300 with the place, 200 without.
    [Fact]
    public void One_place_between_two_habitats()
    {
        var network = ContractedCase.Of(
            new()
            {
                Name = "two",
                SourceQuality = [10, 10],
                TargetQuality = [10, 10],
                Arcs = [new(0, 1, 0), new(1, 0, 0)],
                ArcImprovements = [new(0, 0, 0.5), new(1, 0, 0.5)],
            },
            [PlanningStatus.Available]);
        var value = new CorridorValue(network);
        var (with, between) = value.Of([0], [0, 1]);
        Assert.Equal(300, with, 1e-9);
        Assert.Equal([[1, 0.5], [0.5, 1]], between);
        Assert.Equal(200, value.Of([], []).Value, 1e-9);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void As_a_search_over_the_whole_network(int seed)
    {
        var random = new SeededRandom(seed);
        const int Units = 8;
        var network = ContractedCase.Of(seed % 2 == 0 ? RandomCase.Of(random, Units) : PlanLikeCase.Of(random, Units, 4), Enumerable.Repeat(PlanningStatus.Available, Units).ToArray());
        var value = new CorridorValue(network);
        int[] ends = [.. Enumerable.Range(0, network.VertexCount).Where(vertex => network.Source[vertex] > 0 || network.Target[vertex] > 0)];
        for (var repeat = 0; repeat < 10; repeat++)
        {
            var chosen = RandomCase.Choice(random, Units);
            var (sum, between) = value.Of([.. Enumerable.Range(0, Units).Where(unit => chosen[unit])], ends);
            Assert.Equal(network.ValueOf(chosen), sum, 1e-9 * (1 + sum));
            var search = new BestPaths(network.VertexCount);
            for (var k = 0; k < ends.Length; k++)
            {
                // Only ways from a source to a target are asked for.
                if (network.Source[ends[k]] <= 0) continue;
                search.From(ends[k], network.ArcsFor(chosen).Outgoing);
                for (var j = 0; j < ends.Length; j++) if (network.Target[ends[j]] > 0) Assert.Equal(search.Best[ends[j]], between[k][j], 1e-12);
            }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];
}
