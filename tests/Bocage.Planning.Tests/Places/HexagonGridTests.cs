using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class HexagonGridTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(25.5)]
    public void A_hexagon_has_its_area_and_six_neighbours_at_one_distance(double areaHa)
    {
        var grid = new HexagonGrid(areaHa);
        Assert.Equal(areaHa, grid.Zone(3, -5).AreaHa, 9 * areaHa * 1e-12);
        // (3√3/2)·s² = A
        Assert.Equal(areaHa * 10_000, 1.5 * Math.Sqrt(3) * grid.SideM * grid.SideM, 1e-6);
    }

    [Fact]
    public void Hexagons_share_land_out_without_gap_or_overlap()
    {
        // Cells of 40 m and hexagons of 1 ha, on a map away from the origin: every cell must be covered exactly once.
        var map = LandCover.From(new Raster<byte>(new Grid(23, 17, 40, 40, west: 101_230, north: 188_770), [.. Enumerable.Repeat((byte)1, 23 * 17)]));
        var places = new HexagonGrid(1).Covering(map);
        var covered = new double[map.Grid.CellCount];
        foreach (var (cell, fraction) in places.SelectMany(place => ZoneCoverage.Of(map.Grid, place.Zone).Cells)) covered[cell] += fraction;
        Assert.All(covered, share => Assert.Equal(1, share, 9));
        Assert.Equal(23 * 17 * 0.16, places.Sum(place => place.AreaHa), 6);
        Assert.Equal(places.Count, places.Select(place => place.Id).Distinct().Count());
    }

    [Fact]
    public void Ids_do_not_depend_on_the_map()
    {
        var small = Filled(new Grid(10, 10, 100, 100, west: 2_000, north: 5_000));
        var large = Filled(new Grid(30, 30, 100, 100, west: 1_000, north: 6_000));
        var hexagons = new HexagonGrid(4);
        var inLarge = hexagons.Covering(large).ToDictionary(place => place.Id);
        var inside = hexagons.Covering(small).Where(place => Math.Abs(place.AreaHa - 4) < 1e-9).ToArray();
        Assert.NotEmpty(inside);
        Assert.All(inside, place => Assert.Equal(PointsOf(place), PointsOf(inLarge[place.Id])));

        static string PointsOf(Place place) => string.Join(' ', ZoneCoverage.Of(new Grid(300, 300, 10, 10, 1_000, 6_000), place.Zone).Runs);
    }

    [Fact]
    public void Where_the_map_knows_nothing_there_is_no_hexagon()
    {
        // Only the north-western cell of 10 × 10 is known: 1 ha, so at most the few hexagons that touch it.
        var values = new byte[100];
        values[0] = 1;
        var map = LandCover.From(new Raster<byte>(new Grid(10, 10, 100, 100, north: 1_000), values, noData: 0));
        var places = new HexagonGrid(4).Covering(map);
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.True(ZonalStatistics.Classes(ZoneCoverage.Of(map.Grid, place.Zone), map).HaByCode[1] > 0));
        Assert.Equal(1, places.Sum(place => ZonalStatistics.Classes(ZoneCoverage.Of(map.Grid, place.Zone), map).HaByCode[1]), 9);
    }

    [Fact]
    public void A_size_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new HexagonGrid(0));

    private static LandCover Filled(Grid grid) => LandCover.From(new Raster<byte>(grid, [.. Enumerable.Repeat((byte)1, grid.CellCount)]));
}
