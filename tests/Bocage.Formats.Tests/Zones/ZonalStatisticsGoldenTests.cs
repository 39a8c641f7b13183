using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Zones;

/// <summary>tests/golden/zonal-statistics/flanders-natura2000/ORIGIN.md says where the figures come from and why these tolerances.</summary>
public class ZonalStatisticsGoldenTests
{
    private const double Relative = 1e-5;
    private const double TwoCellsHa = 2;

    [Fact]
    public void Nitrogen_and_land_use_of_the_Flemish_Natura_2000_areas_equal_those_of_terra()
    {
        var (areas, mended) = NaturaSites.Read();
        var expected = NaturaSites.ReadExpected();
        Assert.Equal((38, 2, 38), (areas.Length, mended, expected.Length));
        var nitrogen = NaturaSites.ReadRaster("nitrogen_vlops_1km.tif");
        var landUse = LandCover.From(NaturaSites.ReadRaster("land_use_nara_2016_100m.tif"));
        foreach (var (area, figures) in areas.Zip(expected))
        {
            var zone = ZoneGeometry.ToZone(area);
            AssertNear(figures["area_ha"], zone.AreaHa);
            var coverage = ZoneCoverage.Of(nitrogen.Grid, zone);
            var summary = ZonalStatistics.Summarise(coverage, nitrogen);
            AssertNear(figures["nitrogen_mean"], summary.Mean);
            AssertNear(figures["nitrogen_max"], summary.Maximum);
            Assert.Equal(figures["n_cells"], coverage.Cells.Count(cell => !nitrogen.IsNoData(cell.Cell)));
            var classes = ZonalStatistics.Classes(ZoneCoverage.ByCentre(landUse.Grid, zone), landUse).HaByCode;
            Assert.All(Enumerable.Range(1, 9), code => Assert.InRange(classes[code], figures[$"ha_class{code}"] - TwoCellsHa, figures[$"ha_class{code}"] + TwoCellsHa));
        }
    }

    private static void AssertNear(double expected, double actual) => Assert.InRange(actual / expected, 1 - Relative, 1 + Relative);
}
