using static Bocage.Landscapes.Tests.Links.SlowLinks;

namespace Bocage.Landscapes.Tests.Links;

public class PatchLinksTests
{
    private const double Barrier = double.NaN;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 80)];

    [Fact] // cells of 10 m: ½(1 + 2)·10 + 2·10 + ½(2 + 1)·10 = 50 over 30 m; the third patch lies behind a wall
    public void Three_patches_in_a_row_with_a_wall()
    {
        var (surface, patches) = Map(new(6, 1, 10, 10), [1, 0, 0, 2, 0, 3], [1, 2, 2, 1, Barrier, 1]);
        var link = Assert.Single(PatchLinks.Planar(surface, patches));
        Assert.Equal((1, 2, 50.0, 30.0), (link.From, link.To, link.Distance, link.LengthM));
        Assert.Equal([0, 1, 2, 3], link.Path);
    }

    [Theory] // two steps over a diagonal of 5 m (cells of 3 × 4 m); along the sides 2·3 + 2·4 = 14
    [InlineData(Neighbourhood.Queen, 10)]
    [InlineData(Neighbourhood.Rook, 14)]
    public void A_diagonal_is_as_long_as_the_cells_make_it(Neighbourhood neighbourhood, double distance)
    {
        var (surface, patches) = Map(new(3, 3, 3, 4), [1, 0, 0, 0, 0, 0, 0, 0, 2], [1, 1, 1, 1, 1, 1, 1, 1, 1]);
        var link = Assert.Single(PatchLinks.Planar(surface, patches, neighbourhood: neighbourhood));
        Assert.Equal(distance, link.Distance, 12);
        Assert.Equal(distance, link.LengthM, 12);
    }

    // Patches 1 and 2 are neighbours along the top, at 505 + 1000 + 505 = 2010. The way below leads through the zone of patch 3: 5 steps of 10 = 50.
    private static readonly (ResistanceSurface, PatchMap) Detour = Map(
        new(4, 3, 10, 10),
        [1, 0, 0, 2, 0, 0, 0, 0, 0, 3, 3, 0],
        [1, 100, 100, 1, 1, 1, 1, 1, 1, 1, 1, 1]);

    [Theory]
    [InlineData(NeighbourZones.StraightLine, double.PositiveInfinity)]
    [InlineData(NeighbourZones.LeastCost, double.PositiveInfinity)]
    [InlineData(NeighbourZones.StraightLine, 60)] // far below what the two zones alone would cost
    [InlineData(NeighbourZones.LeastCost, 50)]
    public void A_way_through_a_third_zone_beats_the_way_within_the_two(NeighbourZones zones, double maximum)
    {
        var (surface, patches) = Detour;
        var link = PatchLinks.Planar(surface, patches, maximum, Neighbourhood.Rook, zones).Single(link => (link.From, link.To) == (1, 2));
        Assert.Equal(50, link.Distance, 12);
        Assert.Equal([0, 4, 5, 6, 7, 3], link.Path);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Planar_links_agree_with_sweeps_over_the_whole_map(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        var pairs = Touching(patches.Grid, EuclideanZones.Of(patches), Neighbourhood.Rook, (_, _) => true);
        var expected = pairs.Select(pair => (pair, Cost: CostBetween(surface, patches, pair.Item1, pair.Item2, neighbourhood))).Where(link => double.IsFinite(link.Cost)).ToDictionary(link => link.pair, link => link.Cost);
        AssertLinks(expected, PatchLinks.Planar(surface, patches, neighbourhood: neighbourhood), surface, patches, neighbourhood);
    }

    [Theory, MemberData(nameof(Seeds))] // odd seeds draw real numbers, so that no two zones tie
    public void Planar_links_by_cost_agree_with_sweeps_over_the_whole_map(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(2 * seed + 1);
        var costs = patches.Patches.Select(patch => CostFrom(surface, patches, patch.Id, neighbourhood)).ToArray();
        var zones = Enumerable.Range(0, surface.Grid.CellCount).Select(cell => Enumerable.Range(1, costs.Length).Where(patch => double.IsFinite(costs[patch - 1][cell])).DefaultIfEmpty(0).MinBy(patch => patch == 0 ? 0 : costs[patch - 1][cell])).ToArray();
        var pairs = Touching(patches.Grid, zones, neighbourhood, (one, other) => !double.IsNaN(StepCost(surface, one, other)));
        var expected = pairs.ToDictionary(pair => pair, pair => CostBetween(surface, patches, pair.Item1, pair.Item2, neighbourhood));
        AssertLinks(expected, PatchLinks.Planar(surface, patches, double.PositiveInfinity, neighbourhood, NeighbourZones.LeastCost), surface, patches, neighbourhood);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_complete_graph_agrees_with_sweeps_and_a_threshold_takes_its_shorter_links(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        var expected = AllPairs(patches).Select(pair => (pair, Cost: CostBetween(surface, patches, pair.From, pair.To, neighbourhood))).Where(link => double.IsFinite(link.Cost)).ToDictionary(link => link.pair, link => link.Cost);
        var complete = PatchLinks.WithinCost(surface, patches, double.PositiveInfinity, neighbourhood);
        AssertLinks(expected, complete, surface, patches, neighbourhood);
        Assert.Equal(Told(complete.Where(link => link.Distance <= 77.7)), Told(PatchLinks.WithinCost(surface, patches, 77.7, neighbourhood)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_maximum_distance_only_leaves_out_links(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        foreach (var zones in Enum.GetValues<NeighbourZones>())
        {
            var all = PatchLinks.Planar(surface, patches, double.PositiveInfinity, neighbourhood, zones);
            Assert.Equal(Told(all.Where(link => link.Distance <= 55.5)), Told(PatchLinks.Planar(surface, patches, 55.5, neighbourhood, zones)));
        }
    }

    [Theory, MemberData(nameof(Seeds))] // they hold a least spanning tree
    public void Planar_links_by_cost_join_what_the_complete_graph_joins_at_every_threshold(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        var planar = PatchLinks.Planar(surface, patches, double.PositiveInfinity, neighbourhood, NeighbourZones.LeastCost);
        var complete = PatchLinks.WithinCost(surface, patches, double.PositiveInfinity, neighbourhood);
        foreach (var threshold in complete.Select(link => link.Distance + 1e-9).Distinct())
            Assert.Equal(Groups(patches, complete, threshold), Groups(patches, planar, threshold));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Straight_links_agree_with_all_pairs_of_cells(int seed)
    {
        var (_, patches, _) = Landscape(seed);
        var links = PatchLinks.Euclidean(patches, 44.4);
        Assert.Equal(AllPairs(patches).Where(pair => StraightDistance(patches, pair.From, pair.To) <= 44.4), links.Select(link => (link.From, link.To)));
        Assert.All(links, link =>
        {
            Assert.Equal(StraightDistance(patches, link.From, link.To), link.Distance, 9);
            Assert.Equal(link.Distance, link.LengthM);
            Assert.Equal(link.Distance, CentreDistance(patches.Grid, link.Path[0], link.Path[^1]), 9);
            Assert.Equal(1, link.Path.Count(cell => patches.Labels[cell] == link.From));
            Assert.Equal(link.To, patches.Labels[link.Path[^1]]);
        });
        Assert.Equal(AllPairs(patches).Count(), PatchLinks.Euclidean(patches, double.PositiveInfinity).Count);
    }

    [Fact] // side by side is one cell apart
    public void Patches_that_touch_are_one_cell_apart()
    {
        var (_, patches) = Map(new(2, 1, 25, 25), [1, 2], [1, 1]);
        var link = Assert.Single(PatchLinks.Euclidean(patches, 25));
        Assert.Equal((25.0, 25.0), (link.Distance, link.LengthM));
        Assert.Empty(PatchLinks.Euclidean(patches, 24.9));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_number_of_threads_changes_nothing(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        string[] Planar(int threads) => Told(PatchLinks.Planar(surface, patches, double.PositiveInfinity, neighbourhood, NeighbourZones.StraightLine, threads, null, default));
        string[] Within(int threads) => Told(PatchLinks.WithinCost(surface, patches, 200, neighbourhood, threads, null, default));
        Assert.Equal(Planar(1), Planar(3));
        Assert.Equal(Within(1), Within(3));
    }

    [Theory]
    [InlineData(0, 0)] // no patch
    [InlineData(1, 0)] // one
    [InlineData(1, 1)] // all of the map
    public void Fewer_than_two_patches_have_no_links(int first, int second)
    {
        var (surface, patches) = Map(new(2, 1), [first, second], [1, 1]);
        Assert.Empty(PatchLinks.Planar(surface, patches));
        Assert.Empty(PatchLinks.WithinCost(surface, patches, double.PositiveInfinity));
        Assert.Empty(PatchLinks.Euclidean(patches, double.PositiveInfinity));
        Assert.Equal(patches.Patches.Count, PatchLinks.ToGraph(patches, []).PatchCount);
    }

    [Fact] // patch 2 is itself a barrier; 4 cells of 100 m² = 0.01 ha each
    public void The_graph_takes_areas_and_distances_from_the_map()
    {
        var (surface, patches) = Map(new(5, 1, 10, 10), [1, 1, 0, 3, 2], [1, 1, 4, 1, Barrier]);
        var graph = PatchLinks.ToGraph(patches, PatchLinks.WithinCost(surface, patches, double.PositiveInfinity));
        Assert.Equal([0.02, 0.01, 0.01], graph.AreaHa);
        Assert.Equal([new Link(0, 2, 50)], graph.Links);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        var (surface, patches) = Map(new(2, 1), [1, 2], [1, 1]);
        var (_, elsewhere) = Map(new(2, 1, 5, 5), [1, 2], [1, 1]);
        Assert.Contains("grid", Assert.Throws<ArgumentException>(() => PatchLinks.Planar(surface, elsewhere)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PatchLinks.WithinCost(surface, elsewhere, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchLinks.Planar(surface, patches, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchLinks.WithinCost(surface, patches, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchLinks.Euclidean(patches, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchLinks.Planar(surface, patches, neighbourhood: (Neighbourhood)6));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchLinks.Planar(surface, patches, zones: (NeighbourZones)6));
        Assert.Throws<ArgumentException>(() => PatchLinks.ToGraph(patches, [new(1, 3, 1, 1, [0, 1])]));
    }

    [Fact]
    public void The_work_reports_progress_and_can_be_stopped()
    {
        var (surface, patches, _) = Landscape(2);
        var heard = new Heard();
        PatchLinks.Planar(surface, patches, progress: heard);
        Assert.Equal(1, heard.Values[^1], 12);
        Assert.Equal(heard.Values.Order(), heard.Values);
        Assert.ThrowsAny<OperationCanceledException>(() => PatchLinks.Planar(surface, patches, cancellation: new(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => PatchLinks.Euclidean(patches, 1, cancellation: new(canceled: true)));
    }

    internal static (ResistanceSurface Surface, PatchMap Patches) Map(Grid grid, int[] labels, double[] resistances) =>
        (ResistanceSurface.FromRaster(new(grid, resistances)), PatchMap.From(grid, labels));

    private static void AssertLinks(Dictionary<(int, int), double> expected, IReadOnlyList<LeastCostLink> links, ResistanceSurface surface, PatchMap patches, Neighbourhood neighbourhood)
    {
        Assert.Equal(expected.Keys.Order(), links.Select(link => (link.From, link.To)));
        foreach (var link in links)
        {
            Assert.Equal(expected[(link.From, link.To)], link.Distance, 1e-9 * link.Distance);
            Assert.Equal([link.From], link.Path.Take(1).Select(cell => patches.Labels[cell]));
            Assert.DoesNotContain(link.Path.Skip(1).SkipLast(1), cell => patches.Labels[cell] == link.From || patches.Labels[cell] == link.To);
            Assert.Equal(link.To, patches.Labels[link.Path[^1]]);
            var steps = link.Path.Zip(link.Path.Skip(1)).ToArray();
            var longest = neighbourhood == Neighbourhood.Rook ? 10.001 : 14.2;
            Assert.All(steps, step => Assert.InRange(CentreDistance(surface.Grid, step.First, step.Second), 1, longest));
            Assert.Equal(link.Distance, steps.Sum(step => StepCost(surface, step.First, step.Second)), 1e-9 * link.Distance);
            Assert.Equal(link.LengthM, steps.Sum(step => CentreDistance(surface.Grid, step.First, step.Second)), 1e-9 * link.LengthM);
        }
    }

    private static int[] Groups(PatchMap patches, IReadOnlyList<LeastCostLink> links, double threshold)
    {
        var group = Enumerable.Range(0, patches.Patches.Count + 1).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var link in links.Where(link => link.Distance <= threshold && group[link.From] != group[link.To]))
            {
                group[link.From] = group[link.To] = Math.Min(group[link.From], group[link.To]);
                changed = true;
            }
        }

        return group;
    }

    private sealed class Heard : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
