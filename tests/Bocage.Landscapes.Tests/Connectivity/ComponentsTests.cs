namespace Bocage.Landscapes.Tests.Connectivity;

public class ComponentsTests
{
    [Fact] // 0–3, 2–4–1
    public void Are_numbered_by_their_first_patch()
    {
        var components = Components.Of(new PatchGraph([1, 2, 3, 4, 5], [new(3, 0, 10), new(2, 4, 10), new(4, 1, 10)]));
        Assert.Equal(2, components.Count);
        Assert.Equal([0, 1, 1, 0, 1], components.ComponentOf);
        Assert.Equal([5.0, 10.0], components.AreaHa);
    }

    [Fact]
    public void A_patch_without_links_is_one() => Assert.Equal([0, 1], Components.Of(new PatchGraph([1, 2], [])).ComponentOf);

    [Fact]
    public void No_patches_make_none() => Assert.Equal(0, Components.Of(new PatchGraph([], [])).Count);

    [Theory, MemberData(nameof(Seeds))]
    public void Two_patches_share_one_exactly_when_a_path_joins_them(int seed)
    {
        var graph = RandomPatchGraph.Small(seed);
        var componentOf = Components.Of(graph).ComponentOf;
        for (var i = 0; i < graph.PatchCount; i++)
        {
            for (var j = 0; j < graph.PatchCount; j++)
            {
                var onlyThese = Enumerable.Range(0, graph.PatchCount).Select(k => k == i || k == j ? 1.0 : 0).ToArray();
                Assert.Equal(componentOf[i] == componentOf[j], i == j || SlowConnectivity.Iic(onlyThese, graph.Links) > 2);
            }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];
}
