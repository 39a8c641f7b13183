namespace Bocage.Landscapes.Tests.Connectivity.Paths;

public class LossFloorsTests
{
    // Links of 0 to 3 km: half of the animals get 50 m, 250 m, 1 km or 20 km far.
    [Theory]
    [InlineData(31, 50)]
    [InlineData(33, 250)]
    [InlineData(34, 250)]
    [InlineData(35, 1000)]
    [InlineData(37, 20_000)]
    public void What_is_left_out_is_below_1e_12_of_every_figure(int seed, double median)
    {
        var graph = RandomPatchGraph.Lattice(20, 17, seed);
        var paths = PathGraph.ByProbability(graph, DispersalKernel.NegativeExponential(median, 0.5));
        var floors = LossFloors.Near(paths, graph.Links.Count);
        var all = Losses(paths, LossFloors.Zero(paths, graph.Links.Count));
        var most = Losses(paths, floors);
        Assert.Equal(all.Numerator, most.Numerator);
        Assert.Equal(all.Flux, most.Flux);
        for (var patch = 0; patch < graph.PatchCount; patch++)
        {
            var dPc = graph.AreaHa[patch] * graph.AreaHa[patch] + all.Flux[patch] + all.Connector[patch];
            Assert.InRange(all.Connector[patch] - most.Connector[patch], 0, 1e-12 * dPc);
            Assert.True(floors.Patches[paths.Number[patch]] <= dPc * (1 + 1e-12));
        }

        for (var link = 0; link < graph.Links.Count; link++)
        {
            Assert.InRange(all.Links[link] - most.Links[link], 0, 1e-12 * all.Links[link]);
            if (all.Links[link] > 0) Assert.True(floors.Links[link] <= all.Links[link] * (1 + 1e-12));
        }
    }

    [Fact] // else the test above would show nothing
    public void Something_is_left_out_when_animals_get_not_far()
    {
        var graph = RandomPatchGraph.Lattice(20, 17, 33);
        var paths = PathGraph.ByProbability(graph, DispersalKernel.NegativeExponential(250, 0.5));
        var (all, most) = (Losses(paths, LossFloors.Zero(paths, 0)), Losses(paths, LossFloors.Near(paths, 0)));
        Assert.NotEqual(all.Connector, most.Connector);
    }

    // 0–1 of weight 1, and round by 2 of weight 1.5 + 1.5: 2 longer.
    [Fact]
    public void A_detour_is_found_or_bounded()
    {
        var graph = PathGraph.ByProbability(new([1, 1, 1, 1], [new(0, 1, 1), new(0, 2, 1.5), new(2, 1, 1.5), new(0, 3, 7)]), DispersalKernel.OfLogProbability);
        var detour = new LocalDetour(graph);
        Assert.Equal(2, detour.AtLeast(graph.Number[0], Arc(graph, 0, 1), 10), 1e-15);
        Assert.Equal(0.5, detour.AtLeast(graph.Number[0], Arc(graph, 0, 1), 1), 1e-15);
        Assert.Equal(double.PositiveInfinity, detour.AtLeast(graph.Number[0], Arc(graph, 0, 3), 10));
    }

    private static Losses Losses(PathGraph paths, LossFloors floors) => RemovalLosses<ProbabilityDecay>.Of(paths, floors, 2, null, CancellationToken.None);

    private static int Arc(PathGraph graph, int from, int to) =>
        Enumerable.Range(graph.First[graph.Number[from]], graph.First[graph.Number[from] + 1] - graph.First[graph.Number[from]]).Single(arc => graph.Target[arc] == graph.Number[to]);
}
