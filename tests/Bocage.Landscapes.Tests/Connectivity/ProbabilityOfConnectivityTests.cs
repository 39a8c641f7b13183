namespace Bocage.Landscapes.Tests.Connectivity;

public class ProbabilityOfConnectivityTests
{
    private static readonly DispersalKernel HalfAtOneKm = RandomPatchGraph.HalfAtOneKm;

    [Fact] // 10² + 10² + 2·10·10·½ = 300
    public void Two_patches_one_kilometre_apart() => Assert.Equal(300, Numerator([10, 10], new Link(0, 1, 1000)), 1e-10);

    [Fact] // direct 0→2 is 4 km (¹⁄₁₆); through patch 1 it is ½·½: 100 + 1 + 100 + 2·(5 + 5 + 25) = 271
    public void A_stepping_stone_carries_more_than_a_long_direct_link() =>
        Assert.Equal(271, Numerator([10, 1, 10], new Link(0, 1, 1000), new Link(1, 2, 1000), new Link(0, 2, 4000)), 1e-10);

    [Fact] // {2, 1} at 1 km and 4 alone: 4 + 1 + 16 + 2·2·1·½ = 23
    public void Patches_without_a_path_do_not_count_together() => Assert.Equal(23, Numerator([2, 1, 4], new Link(0, 1, 1000)), 1e-10);

    [Fact]
    public void One_patch_counts_its_area_squared() => Assert.Equal(49, Numerator([7]));

    [Fact]
    public void No_patches_count_nothing() => Assert.Equal(0, Numerator([]));

    [Fact] // a path that no double can hold has probability 0, not NaN
    public void Endless_distances_count_nothing() =>
        Assert.Equal(14, Numerator([1, 2, 3], new Link(0, 1, 1e308), new Link(1, 2, 1e308)), 1e-12);

    [Fact] // 300 ha² in 100 ha: 300 / 10,000
    public void The_index_divides_by_the_landscape_squared() =>
        Assert.Equal(0.03, ProbabilityOfConnectivity.Index(300, Area.FromHectares(100)), 1e-15);

    [Fact]
    public void A_landscape_without_area_is_refused() =>
        Assert.Contains("above 0 ha", Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityOfConnectivity.Index(1, Area.Zero)).Message, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_a_plain_all_pairs_search(int seed)
    {
        var graph = RandomPatchGraph.Small(seed);
        Near.Equal(SlowConnectivity.Pc(graph.AreaHa, graph.Links, HalfAtOneKm), ProbabilityOfConnectivity.Of(graph, HalfAtOneKm), 1e-12);
    }

    [Fact]
    public void Agrees_with_Graphab_on_ten_patches()
    {
        var (graph, kernel) = GoldenGraphs.GraphabExample();
        var numerator = ProbabilityOfConnectivity.Of(graph, kernel);
        Near.Equal(2.480545943431007E-10, ProbabilityOfConnectivity.Index(numerator, Area.FromSquareMetres(3.6e9)), 1e-12);
        Assert.Equal(56699.096489, EquivalentConnectedArea.Of(numerator).SquareMetres, 5e-7);
    }

    [Fact] // PC joins all pairs directly: with the links up to the threshold only, the figure at 10 km would be 1.9017e11
    public void Agrees_with_the_formula_on_404_Mexican_forests()
    {
        foreach (var row in GoldenGraphs.Rows("connectivity/makurhini_tmvs/expected_formula.csv"))
        {
            var kernel = DispersalKernel.NegativeExponential(GoldenGraphs.Number(row[0]), 0.5);
            var numerator = ProbabilityOfConnectivity.Of(GoldenGraphs.MexicanForests(double.PositiveInfinity), kernel);
            Near.Equal(GoldenGraphs.Number(row[5]), numerator, 1e-9);
            Near.Equal(GoldenGraphs.Number(row[6]), EquivalentConnectedArea.Of(numerator).Hectares, 1e-9);
        }
    }

    [Fact]
    public void Agrees_with_GECOT_on_the_river_Aude() =>
        Near.Equal(929.868658952, EquivalentConnectedArea.Of(GoldenGraphs.RiverAude(), DispersalKernel.OfLogProbability).Hectares, 1e-9);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    private static double Numerator(double[] areas, params Link[] links) => ProbabilityOfConnectivity.Of(new PatchGraph(areas, links), HalfAtOneKm);
}
