namespace Bocage.Landscapes.Tests.Connectivity;

public class LinkImprovementTests
{
    private static readonly DispersalKernel HalfAtOneKm = RandomPatchGraph.HalfAtOneKm;

    // {2, 1} at 1 km and 4 alone: N = 23. With 1–2 of 1 km: 2·1·4·½ = 4 and 2·2·4·¼ = 4 more: 31.
    [Fact]
    public void A_gap_that_is_closed_joins_all_behind_it()
    {
        var improvement = Of(new([2, 1, 4], [new(0, 1, 1000)]), new Link(1, 2, 1000));
        Assert.Equal(31, improvement.PcNumerator, 1e-12);
        Assert.Equal(Math.Sqrt(31), improvement.Eca.Hectares, 1e-12);
        Assert.Equal(Math.Sqrt(31) - Math.Sqrt(23), improvement.GainHa, 1e-12);
        Assert.Equal(100 * (Math.Sqrt(31) / Math.Sqrt(23) - 1), improvement.GainPercent, 1e-11);
    }

    [Fact] // 0–1–2 is 2 km; a way of 2 km is no better, one of 1 km lifts ¼ to ½: 2·8·¼ = 4 more than 31
    public void Only_a_shorter_way_gains()
    {
        var graph = new PatchGraph([2, 1, 4], [new(0, 1, 1000), new(1, 2, 1000)]);
        Assert.Equal(0, Of(graph, new Link(0, 2, 2000)).GainHa);
        Assert.Equal(35, Of(graph, new Link(2, 0, 1000)).PcNumerator, 1e-12);
    }

    [Fact] // 1 + 1 + 2·½ becomes 1 + 1 + 2·1
    public void A_link_can_be_shortened_to_nothing() =>
        Assert.Equal(4, Of(new([1, 1], [new(0, 1, 1000)]), new Link(0, 1, 0)).PcNumerator, 1e-12);

    [Fact]
    public void A_gain_on_nothing_is_not_known()
    {
        var improvement = Of(new([0, 0], []), new Link(0, 1, 1000));
        Assert.Equal((0, double.NaN), (improvement.GainHa, improvement.GainPercent));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_adding_and_starting_anew(int seed)
    {
        var graph = RandomPatchGraph.Small(seed);
        var random = new SeededRandom(1000 + seed);
        Link[] candidates = [.. Enumerable.Range(0, 12)
            .Select(_ => new Link(random.Next(graph.PatchCount), random.Next(graph.PatchCount), RandomPatchGraph.Length(random, seed)))
            .Where(link => link.From != link.To)];
        var improvements = LinkImprovement.Of(graph, HalfAtOneKm, candidates);
        Assert.Equal(candidates, improvements.Select(improvement => improvement.Link));
        var before = Math.Sqrt(SlowConnectivity.Pc(graph.AreaHa, graph.Links, HalfAtOneKm));
        foreach (var improvement in improvements)
        {
            var numerator = SlowConnectivity.Pc(graph.AreaHa, [.. graph.Links, improvement.Link], HalfAtOneKm);
            Near.Equal(numerator, improvement.PcNumerator, 1e-12);
            Near.Equal(Math.Sqrt(numerator), improvement.Eca.Hectares, 1e-12);
            Near.Equal(Math.Sqrt(numerator) - before, improvement.GainHa, 1e-9, 1e-12);
        }
    }

    [Fact]
    public void No_candidates_give_no_improvements() => Assert.Empty(LinkImprovement.Of(new([], []), HalfAtOneKm, []));

    [Theory]
    [InlineData(0, 0, 1, "itself")]
    [InlineData(0, 2, 1, "patches 0 to 1")]
    [InlineData(0, 1, -1, "0 or more")]
    public void A_candidate_that_cannot_be_is_refused(int from, int to, double distance, string reason)
    {
        var graph = new PatchGraph([1, 1], []);
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Of(graph, new Link(from, to, distance))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Heeds_cancellation() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => LinkImprovement.Of(new([1, 1], []), HalfAtOneKm, [new(0, 1, 1)], cancellation: new CancellationToken(true)));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    private static LinkImprovement Of(PatchGraph graph, Link candidate) => LinkImprovement.Of(graph, HalfAtOneKm, [candidate])[0];
}
