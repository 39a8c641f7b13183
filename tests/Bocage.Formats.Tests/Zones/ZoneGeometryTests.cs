using Bocage.Landscapes;
using NetTopologySuite.IO;

namespace Bocage.Formats.Tests.Zones;

public class ZoneGeometryTests
{
    [Theory]
    [InlineData("POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0), (50 25, 50 75, 100 75, 100 25, 50 25))", 1.75)] // 2 ha less a hole of 0.25 ha
    [InlineData("MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)), ((300 0, 300 100, 400 100, 400 0, 300 0)))", 2)]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 9 9), POLYGON EMPTY, POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0)))", 1)]
    [InlineData("MULTIPOLYGON EMPTY", 0)]
    [InlineData("POINT (1 1)", 0)]
    public void Polygons_become_a_zone_and_the_rest_has_no_area(string wkt, double areaHa)
    {
        var zone = ZoneGeometry.ToZone(new WKTReader().Read(wkt));
        Assert.Equal(areaHa, zone.AreaHa, 12);
        Assert.Equal(areaHa, ZoneCoverage.Of(new Grid(7, 5, 70, 70, -10, 300), zone).AreaHa, 12);
    }
}
