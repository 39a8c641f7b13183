using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class PathTreeTests
{
    // a –0→ b –0→ c, unit 0 opens the first arc with 0.5, unit 1 the second with 0.5; S(a) = 2, T(c) = 3. At first "everything" stands at 0.25 for nothing; refined once, it needs unit 0; refined
    // again, both. What is left is closed: 2 · 3 · 0.25 for {0, 1}.
    [Fact]
    public void Two_arcs_in_series_need_both_units()
    {
        var network = new ConnectivityCase
        { Name = "series", SourceQuality = [2, 0, 0], TargetQuality = [0, 0, 3], Arcs = [new(0, 1, 0), new(1, 2, 0)], ArcImprovements = [new(0, 0, 0.5), new(1, 1, 0.5)] };
        var tree = new PathTree(PathNetwork.Of(ContractedCase.Of(network, new PlanningStatus[2]), default), 0, _ => true, 0);
        var term = Assert.Single(tree.Terms);
        Assert.Equal(6, term.Weight);
        Assert.Equal([], Assert.Single(Columns(tree, term)).Units);
        RefineAll(tree, new SeededRandom(1), 1);
        Assert.Equal([0], Assert.Single(Columns(tree, term)).Units);
        RefineAll(tree, new SeededRandom(1), 9);
        var (units, gain, isOpen) = Assert.Single(Columns(tree, term));
        Assert.Equal([0, 1], units);
        Assert.Equal(0.25, gain, 15);
        Assert.False(isOpen);
    }

    // However far the trees are refined, and in whatever order, no choice is worth more than its best columns; when all is closed, exactly that.
    [Theory, MemberData(nameof(Seeds))]
    public void Columns_are_never_below_any_choice(int seed)
    {
        var random = new SeededRandom(seed);
        var units = 2 + random.Next(5);
        var contracted = ContractedCase.Of(RandomCase.Of(random, units, 4 + random.Next(8), 6 + random.Next(24), seed % 3 == 0), new PlanningStatus[units]);
        var network = PathNetwork.Of(contracted, default);
        var trees = Enumerable.Range(0, network.Sources.Length).Select(source => new PathTree(network, source, _ => true, 0)).ToArray();
        foreach (var rounds in new[] { 0, 1, 2, 100 })
        {
            foreach (var tree in trees) RefineAll(tree, random, rounds);
            for (var bits = 0; bits < 1 << units; bits++)
            {
                var selected = Enumerable.Range(0, units).Select(unit => (bits >> unit & 1) == 1).ToArray();
                var exact = contracted.ValueOf(selected);
                var bound = trees.Sum(tree => tree.Terms.Sum(term =>
                    term.Weight * (term.Least + Columns(tree, term).Where(column => column.Units.All(unit => selected[unit])).Select(column => column.Gain).DefaultIfEmpty(0).Max())));
                Assert.True(bound >= exact * (1 - 1e-12), $"bound {bound} is below {exact}");
                if (rounds == 100) Assert.Equal(exact, bound, 1e-9 * exact);
            }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 500)];

    private static IEnumerable<(int[] Units, double Gain, bool IsOpen)> Columns(PathTree tree, PathTerm term)
    {
        for (var k = 0; k < term.Count; k++)
            yield return ([.. tree.UnitsOf(term[k].Node).Append(term.Unit).Where(unit => unit >= 0).Distinct()], term.Gain(k), term[k].IsOpen);
    }

    // A random half of what is open, or all of it in the last of many rounds.
    private static void RefineAll(PathTree tree, SeededRandom random, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var open = tree.Terms.SelectMany((term, t) => Enumerable.Range(0, term.Count).Where(k => term[k].IsOpen && (rounds == 1 || random.Next(2) == 0)).Select(k => (term[k].Node, Term: t)));
            foreach (var group in open.GroupBy(pair => pair.Node).ToList()) tree.Refine(group.Key, [.. group.Select(pair => pair.Term)]);
        }
    }
}
