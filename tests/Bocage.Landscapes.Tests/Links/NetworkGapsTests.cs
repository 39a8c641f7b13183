using static Bocage.Landscapes.Tests.Links.SlowLinks;

namespace Bocage.Landscapes.Tests.Links;

public class NetworkGapsTests
{
    private const double Barrier = double.NaN;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 80)];

    // Cells of 10 m in a row: patch 1, a wall in the middle, patch 2, then dear land (9), patch 3, then easy land, patch 4.
    // 1 and 2: no way, 40 m. 2 and 3: 50 + 90 + 50 = 190 over 30 m. 3 and 4: 20 over 20 m, which works.
    private static readonly (ResistanceSurface Surface, PatchMap Patches) Row = PatchLinksTests.Map(
        new(10, 1, 10, 10),
        [1, 0, 0, 0, 2, 0, 0, 3, 0, 4],
        [1, 1, Barrier, 1, 1, 9, 9, 1, 1, 1]);

    [Fact]
    public void A_wall_and_a_dear_stretch_are_gaps_and_a_working_link_is_none()
    {
        var gaps = NetworkGaps.Candidates(Row.Surface, Row.Patches, PatchLinks.Planar(Row.Surface, Row.Patches), dispersalLimit: 100, maximumGapM: 40);
        Assert.Equal([(1, 2, 40.0, double.PositiveInfinity, 40.0), (2, 3, 30.0, 190.0, 30.0)], gaps.Select(gap => (gap.From, gap.To, gap.LengthM, gap.PresentDistance, gap.ClosedDistance)));
        Assert.Equal([1, 2, 3], gaps[0].Cells);
        Assert.Equal((4, 7), (gaps[1].FromCell, gaps[1].ToCell));
        Assert.Equal([5, 6], gaps[1].Cells);
    }

    [Theory]
    [InlineData(100, 35, 1, "2-3")] // the first is too long
    [InlineData(190, 40, 1, "1-2")] // the second works
    [InlineData(100, 40, 7, "1-2")] // 30 m at 7 is no shorter than 190
    [InlineData(0, 40, 1, "1-2 2-3")] // 20 m at 1 is no shorter than the 20 there are
    public void What_counts_as_a_gap(double dispersalLimit, double maximumGapM, double closedResistance, string expected)
    {
        var gaps = NetworkGaps.Candidates(Row.Surface, Row.Patches, PatchLinks.Planar(Row.Surface, Row.Patches), dispersalLimit, maximumGapM, closedResistance);
        Assert.Equal(expected, string.Join(' ', gaps.Select(gap => $"{gap.From}-{gap.To}")));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_all_pairs_of_cells(int seed)
    {
        var (surface, patches, neighbourhood) = Landscape(seed);
        var links = PatchLinks.Planar(surface, patches, neighbourhood: neighbourhood);
        var gaps = NetworkGaps.Candidates(surface, patches, links, 66.6, 55.5).ToDictionary(gap => (gap.From, gap.To));
        var present = links.ToDictionary(link => (link.From, link.To), link => link.Distance);
        var neighbours = Touching(patches.Grid, EuclideanZones.Of(patches), Neighbourhood.Rook, (_, _) => true);
        foreach (var pair in AllPairs(patches))
        {
            var (length, distance) = (StraightDistance(patches, pair.From, pair.To), present.GetValueOrDefault(pair, double.PositiveInfinity));
            Assert.Equal(neighbours.Contains(pair) && distance > 66.6 && length <= 55.5, gaps.ContainsKey(pair));
            if (!gaps.TryGetValue(pair, out var gap)) continue;
            Assert.Equal(length, gap.LengthM, 9);
            Assert.Equal(length, CentreDistance(patches.Grid, gap.FromCell, gap.ToCell), 9);
            Assert.Equal((pair.From, pair.To, distance), (patches.Labels[gap.FromCell], patches.Labels[gap.ToCell], gap.PresentDistance));
            Assert.Equal(StraightLine.Cells(patches.Grid, gap.FromCell, gap.ToCell), [gap.FromCell, .. gap.Cells, gap.ToCell]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_patches_have_no_gaps(int label)
    {
        var (surface, patches) = PatchLinksTests.Map(new(1, 1), [label], [1]);
        Assert.Empty(NetworkGaps.Candidates(surface, patches, [], 1, 1));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkGaps.Candidates(Row.Surface, Row.Patches, [], double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkGaps.Candidates(Row.Surface, Row.Patches, [], 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkGaps.Candidates(Row.Surface, Row.Patches, [], 1, 1, closedResistance: 0));
        Assert.Throws<ArgumentException>(() => NetworkGaps.Candidates(Row.Surface, Row.Patches, [new(4, 5, 1, 1, [])], 1, 1));
        Assert.ThrowsAny<OperationCanceledException>(() => NetworkGaps.Candidates(Row.Surface, Row.Patches, [], 1, 1, cancellation: new(canceled: true)));
    }
}
