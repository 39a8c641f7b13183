using static Bocage.Landscapes.Tests.Links.SlowLinks;

namespace Bocage.Landscapes.Tests.Links;

public class NetworkCorridorsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 80)];

    // Cells of 10 m. Straight on: ½(1 + 1)·10 twice = 20. Below (4 steps, the middle one at 2): 10 + 15 + 15 + 10 = 50, so slack 30; the corner
    // cells lie on that way too. The cell above is a barrier.
    [Fact]
    public void The_slack_of_a_way_round()
    {
        var (surface, patches) = PatchLinksTests.Map(new(3, 2, 10, 10), [1, 0, 2, 0, 0, 0], [1, 1, 1, 1, 2, 1]);
        var links = PatchLinks.Planar(surface, patches, neighbourhood: Neighbourhood.Rook);
        // (1, 0): from 1 at 10, from 2 by (0, 0): 20 + 10 = 30 → 40 − 20 = 20; (1, 1): by the cell above, 10 + 15 from both → 50 − 20 = 30.
        Assert.Equal([0f, 0f, 0f, 20f, 30f, 20f], NetworkCorridors.Of(surface, patches, links, 30, Neighbourhood.Rook).Values);
        Assert.Equal([0f, 0f, 0f, 20f, float.NaN, 20f], NetworkCorridors.Of(surface, patches, links, 29.9, Neighbourhood.Rook).Values);
        Assert.Equal([0f, 0f, 0f, float.NaN, float.NaN, float.NaN], NetworkCorridors.Of(surface, patches, links, 0, Neighbourhood.Rook).Values);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_sums_of_whole_cost_maps(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        const double Width = 33.3;
        var links = PatchLinks.Planar(surface, patches, neighbourhood: neighbourhood);
        var corridors = NetworkCorridors.Of(surface, patches, links, Width, neighbourhood);
        var expected = Enumerable.Repeat(double.PositiveInfinity, surface.Grid.CellCount).ToArray();
        foreach (var link in links)
        {
            var (from, to) = (CostFrom(surface, patches, link.From, neighbourhood), CostFrom(surface, patches, link.To, neighbourhood));
            for (var cell = 0; cell < expected.Length; cell++) expected[cell] = Math.Min(expected[cell], from[cell] + to[cell] - link.Distance);
        }

        for (var cell = 0; cell < expected.Length; cell++)
        {
            if (expected[cell] > Width) Assert.True(corridors.IsNoData(cell));
            else Assert.Equal(expected[cell], corridors[cell], 1e-4);
        }

        Assert.All(links.SelectMany(link => link.Path), cell => Assert.Equal(0f, corridors[cell]));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_number_of_threads_changes_nothing(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        var links = PatchLinks.Planar(surface, patches, neighbourhood: neighbourhood);
        float[] With(int threads) => NetworkCorridors.Of(surface, patches, links, 50, neighbourhood, threads, null, default).Values;
        Assert.Equal(With(1), With(3));
    }

    [Fact]
    public void Without_links_there_is_no_corridor()
    {
        var (surface, patches) = PatchLinksTests.Map(new(2, 1), [1, 0], [1, 1]);
        Assert.All(NetworkCorridors.Of(surface, patches, [], 10).Values, value => Assert.True(float.IsNaN(value)));
    }

    [Theory]
    [InlineData(19)]
    [InlineData(21)]
    public void A_link_of_another_surface_is_refused(double distance)
    {
        var (surface, patches) = PatchLinksTests.Map(new(3, 1, 10, 10), [1, 0, 2], [1, 1, 1]);
        Assert.Contains("1–2", Assert.Throws<ArgumentException>(() => NetworkCorridors.Of(surface, patches, [new(1, 2, distance, 20, [0, 1, 2])], 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        var (surface, patches) = PatchLinksTests.Map(new(3, 1, 10, 10), [1, 0, 2], [1, 1, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkCorridors.Of(surface, patches, [], -1));
        Assert.Throws<ArgumentException>(() => NetworkCorridors.Of(surface, patches, [new(2, 1, 20, 20, [2, 1, 0])], 1));
        Assert.ThrowsAny<OperationCanceledException>(() => NetworkCorridors.Of(surface, patches, PatchLinks.Planar(surface, patches), 1, cancellation: new(canceled: true)));
    }
}
