namespace Bocage.Landscapes.Tests.Connectivity;

public class IntegralIndexOfConnectivityTests
{
    [Fact] // 0–1–2 and 2–0 direct: every pair is one link apart: 100 + 1 + 100 + 2·(10 + 10 + 100)/2 = 321
    public void Length_of_a_link_does_not_matter() =>
        Assert.Equal(321, Numerator([10, 1, 10], new Link(0, 1, 1), new Link(1, 2, 1000), new Link(0, 2, 4000)), 1e-12);

    [Fact] // 4 + 1 + 16 + 2·(2/2 + 4/2 + 8/3) = 21 + 34/3
    public void Two_links_count_a_third() => Assert.Equal(21 + 34.0 / 3, Numerator([2, 1, 4], new Link(0, 1, 5), new Link(1, 2, 5)), 1e-12);

    [Fact] // a link of length 0 is a link
    public void A_link_of_no_length_counts_as_one() => Assert.Equal(2 + 1, Numerator([1, 1], new Link(0, 1, 0)), 1e-12);

    [Fact]
    public void Ends_are_as_for_PC()
    {
        Assert.Equal(0, Numerator([]));
        Assert.Equal(49, Numerator([7]));
        Assert.Equal(5, Numerator([1, 2]));
        Assert.Equal(0.05, IntegralIndexOfConnectivity.Index(5, Area.FromHectares(10)), 1e-15);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_a_plain_all_pairs_search(int seed)
    {
        var graph = RandomPatchGraph.Small(seed);
        Near.Equal(SlowConnectivity.Iic(graph.AreaHa, graph.Links), IntegralIndexOfConnectivity.Of(graph), 1e-12);
    }

    [Fact]
    public void Agrees_with_the_formula_on_404_Mexican_forests()
    {
        foreach (var row in GoldenGraphs.Rows("connectivity/makurhini_tmvs/expected_formula.csv"))
        {
            var graph = GoldenGraphs.MexicanForests(GoldenGraphs.Number(row[0]));
            Assert.Equal((int)GoldenGraphs.Number(row[1]), graph.Links.Count);
            Assert.Equal((int)GoldenGraphs.Number(row[2]), Components.Of(graph).Count);
            Near.Equal(GoldenGraphs.Number(row[3]), IntegralIndexOfConnectivity.Of(graph), 1e-9);
            Near.Equal(GoldenGraphs.Number(row[4]), EquivalentConnectedArea.Of(graph).Hectares, 1e-9);
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    private static double Numerator(double[] areas, params Link[] links) => IntegralIndexOfConnectivity.Of(new PatchGraph(areas, links));
}
