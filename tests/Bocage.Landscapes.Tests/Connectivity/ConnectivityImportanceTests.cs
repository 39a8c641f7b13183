namespace Bocage.Landscapes.Tests.Connectivity;

public class ConnectivityImportanceTests
{
    private static readonly DispersalKernel HalfAtOneKm = RandomPatchGraph.HalfAtOneKm;

    // N = 271, IIC sum 321: by hand in ProbabilityOfConnectivityTests and IntegralIndexOfConnectivityTests.
    private static readonly ConnectivityImportance SteppingStone =
        Of(new([10, 1, 10], [new(0, 1, 1000), new(1, 2, 1000), new(0, 2, 4000)]));

    // Without patch 1: 100 + 100 + 2·100/16 = 212.5, so 58.5 is lost: its own 1² = 1, its flux 2·1·(5 + 5) = 20,
    // and what 0 and 2 lose, 2·100·(¼ − ¹⁄₁₆) = 37.5. IIC without it: 200 + 2·100/2 = 300, so 21 is lost.
    [Fact]
    public void A_stepping_stone_is_worth_more_than_its_size() =>
        AssertNode(SteppingStone.Nodes[1], 100 * 21 / 321.0, 100 / 271.0, 100 * 20 / 271.0, 100 * 37.5 / 271);

    // Without patch 0: 1 + 100 + 2·5 = 111, so 160 is lost: 10² = 100, flux 2·10·(½ + 10·¼) = 60, nobody passes through it.
    // IIC without it: 101 + 2·10/2 = 111, so 210 is lost.
    [Fact]
    public void An_end_patch_connects_no_others() =>
        AssertNode(SteppingStone.Nodes[0], 100 * 210 / 321.0, 100 * 100 / 271.0, 100 * 60 / 271.0, 0);

    // Links in order: 0–1, 0–2, 1–2. Without 0–1, patch 0 reaches 2 over 4 km (¹⁄₁₆) and 1 over 5 km (¹⁄₃₂): 2·10·(½ − ¹⁄₃₂) + 2·100·(¼ − ¹⁄₁₆) = 46.875 lost.
    // The long link carries nobody. IIC: the pair is then two links apart: 2·10·(½ − ⅓) = 10/3 lost, or 2·100·(½ − ⅓) = 100/3 for 0–2.
    [Fact]
    public void Links_are_worth_what_their_loss_costs()
    {
        Assert.Equal(100 * 46.875 / 271, SteppingStone.Links[0].DPc, 1e-12);
        Assert.Equal(0, SteppingStone.Links[1].DPc);
        Assert.Equal(100 * 10 / 3.0 / 321, SteppingStone.Links[0].DIic, 1e-12);
        Assert.Equal(100 * 100 / 3.0 / 321, SteppingStone.Links[1].DIic, 1e-12);
    }

    // 0–1–2, areas 2, 1, 4, ½ a link: N = 21 + 2·(1 + 2 + 8·¼) = 31. Without 1: 20, so 11 = 1 + 2·(1 + 2) + 2·8·¼ is lost.
    // IIC = 21 + 2·(1 + 2 + 8/3) = 97/3; without 1: 20, so 37/3 is lost.
    [Fact]
    public void A_cut_patch_takes_all_that_passes_it() =>
        AssertNode(Of(new([2, 1, 4], [new(0, 1, 1000), new(1, 2, 1000)])).Nodes[1], 100 * 37 / 97.0, 100 / 31.0, 600 / 31.0, 400 / 31.0);

    // {2, 1} at 1 km and 4 alone: N = 23. Without 0: 17; without 2: 7. Link 0–1: 2 of 23; IIC the same, as ½ = 1/(1 + 1).
    [Fact]
    public void Components_do_not_touch_each_other()
    {
        var importance = Of(new([2, 1, 4], [new(0, 1, 1000)]));
        AssertNode(importance.Nodes[0], 600 / 23.0, 400 / 23.0, 200 / 23.0, 0);
        AssertNode(importance.Nodes[2], 1600 / 23.0, 1600 / 23.0, 0, 0);
        Assert.Equal(200 / 23.0, importance.Links[0].DPc, 1e-12);
        Assert.Equal(200 / 23.0, importance.Links[0].DIic, 1e-12);
    }

    [Fact] // two equal ways from 0 to 2 round a square: no one patch or link is needed for that pair
    public void Of_two_equal_ways_neither_is_a_connector()
    {
        var importance = Of(new([1, 1, 1, 1], [new(0, 1, 1000), new(1, 2, 1000), new(2, 3, 1000), new(3, 0, 1000)]));
        Assert.All(importance.Nodes, node => Assert.Equal(0, node.Connector));
    }

    [Fact]
    public void One_patch_is_everything() => AssertNode(Of(new([7], [])).Nodes[0], 100, 100, 0, 0);

    [Fact]
    public void No_patches_have_no_importances()
    {
        var importance = Of(new([], []));
        Assert.Equal((0, 0), (importance.PcNumerator, importance.IicNumerator));
        Assert.Empty(importance.Nodes);
    }

    [Fact] // 0 of 0 is not known, and not 0 %
    public void Without_any_area_nothing_is_known()
    {
        var importance = Of(new([0, 0], [new(0, 1, 1000)]));
        Assert.Equal(0, importance.PcNumerator);
        Assert.Equal(new NodeImportance(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN), importance.Nodes[0]);
        Assert.Equal(new LinkImportance(double.NaN, double.NaN), importance.Links[0]);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_deleting_and_starting_anew(int seed) => AssertAgrees(RandomPatchGraph.Small(seed));

    [Theory] // even seeds: many ties, lengths of 0; odd: none
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Agrees_on_lattices_with_long_detours(int seed) => AssertAgrees(RandomPatchGraph.Lattice(4 + seed, 8, seed));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Agrees_when_nearly_all_pairs_are_linked(int seed) => AssertAgrees(RandomPatchGraph.Dense(36, seed));

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void Is_the_same_to_the_last_bit_on_any_number_of_threads(int seed)
    {
        var graph = RandomPatchGraph.Lattice(20, 17, seed);
        var alone = Of(graph, new() { Threads = 1 });
        foreach (var threads in new[] { 2, 3, 8 })
        {
            var together = Of(graph, new() { Threads = threads });
            Assert.Equal((alone.PcNumerator, alone.IicNumerator), (together.PcNumerator, together.IicNumerator));
            Assert.Equal(alone.Nodes, together.Nodes);
            Assert.Equal(alone.Links, together.Links);
        }
    }

    [Fact]
    public void Numerators_are_those_of_PC_and_IIC_to_the_last_bit()
    {
        var graph = RandomPatchGraph.Lattice(20, 17, 22);
        var importance = Of(graph);
        Assert.Equal(ProbabilityOfConnectivity.Of(graph, HalfAtOneKm), importance.PcNumerator);
        Assert.Equal(IntegralIndexOfConnectivity.Of(graph), importance.IicNumerator);
    }

    [Fact]
    public void What_is_not_asked_is_not_known_and_changes_nothing_else()
    {
        var graph = RandomPatchGraph.Lattice(6, 6, 23);
        var (all, few) = (Of(graph), Of(graph, new() { Links = false, Iic = false }));
        Assert.Equal(all.Nodes.Select(node => node with { DIic = double.NaN }), few.Nodes);
        Assert.Equal(double.NaN, few.IicNumerator);
        Assert.Empty(few.Links);
    }

    [Fact]
    public void Reports_progress_up_to_1_and_heeds_cancellation()
    {
        var graph = RandomPatchGraph.Lattice(10, 10, 24);
        var reports = new Reports();
        _ = ConnectivityImportance.Of(graph, HalfAtOneKm, progress: reports);
        Assert.Equal(reports.Seen.Order(), reports.Seen);
        Assert.Equal(1, reports.Seen[^1]);
        Assert.ThrowsAny<OperationCanceledException>(() => ConnectivityImportance.Of(graph, HalfAtOneKm, cancellation: new CancellationToken(true)));
    }

    [Fact]
    public void No_threads_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectivityOptions { Threads = 0 });

    [Fact] // F = Σ_{j≠k} aⱼ·p*ₖⱼ, so the flux of k is 2·aₖ·F of N
    public void Flux_agrees_with_Graphab_on_ten_patches()
    {
        var (graph, kernel) = GoldenGraphs.GraphabExample();
        var importance = ConnectivityImportance.Of(graph, kernel);
        foreach (var row in GoldenGraphs.Rows("connectivity/graphab_ex10/patches.csv"))
        {
            var k = (int)GoldenGraphs.Number(row[0]) - 1;
            var fluxHa = importance.Nodes[k].Flux / 100 * importance.PcNumerator / (2 * graph.AreaHa[k]);
            Near.Equal(GoldenGraphs.Number(row[4]), 10_000 * fluxHa, 1e-12);
        }
    }

    [Fact] // the file has eight decimals; areas differ by four powers of ten
    public void Agrees_with_the_formula_on_Mexican_forests_at_10_km()
    {
        var kernel = DispersalKernel.NegativeExponential(10_000, 0.5);
        var iic = ConnectivityImportance.Of(GoldenGraphs.MexicanForests(10_000), kernel);
        var pc = ConnectivityImportance.Of(GoldenGraphs.MexicanForests(double.PositiveInfinity), kernel, new() { Links = false, Iic = false });
        foreach (var row in GoldenGraphs.Rows("connectivity/makurhini_tmvs/expected_dIIC_dPC_10km_first20.csv"))
        {
            var k = (int)GoldenGraphs.Number(row[0]) - 1;
            Near.Equal(GoldenGraphs.Number(row[2]), iic.Nodes[k].DIic, 1e-9, absolute: 5.01e-9);
            Near.Equal(GoldenGraphs.Number(row[3]), pc.Nodes[k].DPc, 1e-9, absolute: 5.01e-9);
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 150)];

    private static ConnectivityImportance Of(PatchGraph graph, ConnectivityOptions? options = null) => ConnectivityImportance.Of(graph, HalfAtOneKm, options);

    private static void AssertNode(NodeImportance node, double dIic, double intra, double flux, double connector)
    {
        Assert.Equal(dIic, node.DIic, 1e-12);
        Assert.Equal(intra, node.Intra, 1e-12);
        Assert.Equal(flux, node.Flux, 1e-12);
        Assert.Equal(connector, node.Connector, 1e-12);
        Assert.Equal(node.Intra + node.Flux + node.Connector, node.DPc);
    }

    // The slow way subtracts two large sums, which costs it about 1e-13 of 100 %.
    private static void AssertAgrees(PatchGraph graph)
    {
        var (areas, links) = (graph.AreaHa, graph.Links);
        var (pc, iic) = (SlowConnectivity.Pc(areas, links, HalfAtOneKm), SlowConnectivity.Iic(areas, links));
        if (pc == 0) return;
        var importance = Of(graph);
        for (var k = 0; k < graph.PatchCount; k++)
        {
            var (areasLeft, linksLeft) = SlowConnectivity.WithoutPatch(areas, links, k);
            var node = importance.Nodes[k];
            Near.Equal(SlowConnectivity.PercentLost(pc, SlowConnectivity.Pc(areasLeft, linksLeft, HalfAtOneKm)), node.DPc, 1e-10, 1e-11);
            Near.Equal(SlowConnectivity.PercentLost(iic, SlowConnectivity.Iic(areasLeft, linksLeft)), node.DIic, 1e-10, 1e-11);
            Assert.True(node.Connector >= 0);
        }

        for (var k = 0; k < links.Count; k++)
        {
            var linksLeft = SlowConnectivity.WithoutLink(links, links[k]);
            Near.Equal(SlowConnectivity.PercentLost(pc, SlowConnectivity.Pc(areas, linksLeft, HalfAtOneKm)), importance.Links[k].DPc, 1e-10, 1e-11);
            Near.Equal(SlowConnectivity.PercentLost(iic, SlowConnectivity.Iic(areas, linksLeft)), importance.Links[k].DIic, 1e-10, 1e-11);
        }
    }

    private sealed class Reports : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public void Report(double value) => Seen.Add(value);
    }
}
