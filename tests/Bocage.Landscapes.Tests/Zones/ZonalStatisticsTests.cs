namespace Bocage.Landscapes.Tests.Zones;

public class ZonalStatisticsTests
{
    // Three columns and two rows of 100 × 100 m: 1 ha a cell.
    private static readonly Grid Hectares = new(3, 2, 100, 100, west: 0, north: 200);

    // x 50–250, y 50–200: shares ½ 1 ½ in the first row, ¼ ½ ¼ in the second; 3 ha.
    private static readonly Zone Middle = new(new Ring([(50, 50), (250, 50), (250, 200), (50, 200)]));

    [Fact] // (½·10 + 1·20 + ¼·40 + ½·50) / (½ + 1 + ¼ + ½) = 60 / 2.25; cells 2 and 5 (¾ ha) are not known
    public void The_mean_weighs_known_cells_by_their_share()
    {
        var summary = ZonalStatistics.Summarise(ZoneCoverage.Of(Hectares, Middle), new Raster<float>(Hectares, [10, 20, -1, 40, 50, float.NaN], noData: -1));
        Assert.Equal(60 / 2.25, summary.Mean, 14);
        Assert.Equal((10, 50), (summary.Minimum, summary.Maximum));
        Assert.Equal(2.25, summary.KnownHa, 14);
        Assert.Equal(0.75, summary.KnownShare, 14);
    }

    [Fact] // centres (50, 150) and (150, 150) count, (250, 150) and those of the second row, on the border at y = 50, do not
    public void By_centre_each_cell_counts_wholly()
    {
        var summary = ZonalStatistics.Summarise(ZoneCoverage.ByCentre(Hectares, Middle), new Raster<int>(Hectares, [10, 20, 30, 40, 50, 60]));
        Assert.Equal(new ZonalSummary(15, 10, 20, 2, 2.0 / 3), summary);
    }

    [Fact] // half of a zone of 2 ha lies outside
    public void Land_outside_the_raster_is_not_known()
    {
        var zone = new Zone(new Ring([(200, 100), (400, 100), (400, 200), (200, 200)]));
        Assert.Equal(new ZonalSummary(3, 3, 3, 1, 0.5), ZonalStatistics.Summarise(ZoneCoverage.Of(Hectares, zone), new Raster<double>(Hectares, [1, 2, 3, 4, 5, 6])));
    }

    [Fact]
    public void Nothing_known_is_not_zero()
    {
        var unknown = new Raster<double>(Hectares, [.. Enumerable.Repeat(double.NaN, 6)]);
        Assert.Equal(new ZonalSummary(double.NaN, double.NaN, double.NaN, 0, 0), ZonalStatistics.Summarise(ZoneCoverage.Of(Hectares, Middle), unknown));
        Assert.Equal(double.NaN, ZonalStatistics.Summarise(ZoneCoverage.Of(Hectares, Zone.Of([])), unknown).KnownShare);
    }

    [Fact]
    public void Classes_by_share_and_by_centre()
    {
        var map = LandCover.From(new Raster<int>(Hectares, [7, 7, 42, 0, 42, 42], noData: 0));
        var exact = ZonalStatistics.Classes(ZoneCoverage.Of(Hectares, Middle), map);
        Assert.Equal([(7, 1.5), (42, 1.25)], exact.HaByCode.Select(pair => (pair.Key, pair.Value))); // ½ + 1; ½ + ½ + ¼
        Assert.Equal(0.25, exact.NoDataHa);
        var byCentre = ZonalStatistics.Classes(ZoneCoverage.ByCentre(Hectares, Middle), map);
        Assert.Equal([(7, 2.0), (42, 0)], byCentre.HaByCode.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(0, byCentre.NoDataHa);
    }

    [Fact]
    public void A_raster_on_another_grid_is_refused_with_both()
    {
        var other = new Raster<double>(new Grid(3, 2, 100, 100));
        var error = Assert.Throws<ArgumentException>(() => ZonalStatistics.Summarise(ZoneCoverage.Of(Hectares, Middle), other));
        Assert.Contains("from (0, 0)", error.Message, StringComparison.Ordinal);
        Assert.Contains("from (0, 200)", error.Message, StringComparison.Ordinal);
    }
}
