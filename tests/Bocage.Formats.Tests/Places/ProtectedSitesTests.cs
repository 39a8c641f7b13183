using Bocage.Landscapes;
using Bocage.Planning;
using NetTopologySuite.IO;

namespace Bocage.Formats.Tests.Places;

public class ProtectedSitesTests
{
    // One site from (0, 0) to (100, 100), another over its eastern half and beyond.
    private static readonly ProtectedSites Sites = new([new WKTReader().Read("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))"), new WKTReader().Read("POLYGON ((50 0, 150 0, 150 100, 50 100, 50 0))")]);

    [Theory]
    [InlineData(10, 10, 10, 0, 1)] // inside
    [InlineData(140, 0, 20, 0, 0.5)] // half over the eastern edge
    [InlineData(40, 0, 20, 0, 1)] // in both: counted once
    [InlineData(150, 40, 20, 0, 0)] // touches
    [InlineData(180, 40, 20, 30, 0)] // 30 m to the east
    [InlineData(180, 140, 20, 50, 0)] // 30 m east and 40 m north of the corner
    public void Distance_is_from_edge_to_edge_and_a_share_counts_land_once(double west, double south, double size, double distance, double share)
    {
        var place = new Place("p", new Zone(new Ring([(west, south), (west + size, south), (west + size, south + size), (west, south + size)])));
        var found = Sites.Of(place);
        Assert.Equal(distance, found.DistanceM, 9);
        Assert.Equal(share, found.Share, 9);
    }

    [Fact]
    public void The_nearest_of_many_is_found_as_by_asking_each()
    {
        var chance = new SeededRandom(4);
        for (var round = 0; round < 100; round++)
        {
            var squares = Enumerable.Range(0, 12).Select(_ => Square(1_000 * chance.NextDouble(), 1_000 * chance.NextDouble(), 5 + 60 * chance.NextDouble())).ToArray();
            var place = Square(1_000 * chance.NextDouble(), 1_000 * chance.NextDouble(), 40);
            var expected = squares.Min(square => ZoneGeometry.ToGeometry(square).Distance(ZoneGeometry.ToGeometry(place)));
            Assert.Equal(expected, new ProtectedSites(squares.Select(ZoneGeometry.ToGeometry)).Of(new("p", place)).DistanceM, 9);
        }

        static Zone Square(double x, double y, double size) => new(new Ring([(x, y), (x + size, y), (x + size, y + size), (x, y + size)]));
    }

    [Fact]
    public void No_site_at_all_is_a_mistake() => Assert.Throws<ArgumentException>(() => new ProtectedSites([new WKTReader().Read("POINT (0 0)")]));

    [Theory]
    [InlineData("POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0), (50 25, 50 75, 100 75, 100 25, 50 25))")]
    [InlineData("MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (10 10, 20 10, 20 20, 10 20, 10 10), (30 10, 30 20, 40 20, 40 10, 30 10)), ((300 0, 300 100, 400 100, 400 0, 300 0)))")]
    public void A_geometry_that_became_a_zone_comes_back(string wkt)
    {
        var shape = new WKTReader().Read(wkt);
        Assert.True(shape.EqualsExact(ZoneGeometry.ToGeometry(ZoneGeometry.ToZone(shape))));
    }
}
