using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Rasters;

public class RasterFileTests
{
    // ORIGIN: tests/golden/reading-maps/geotiff_variants/ORIGIN.md. In each of these encodings it is the same 237 × 92 cells of 1 km.
    [Theory]
    [InlineData("nitrogen_bigtiff_deflate.tif", "EPSG:31370", 1e-6)]
    [InlineData("nitrogen_float64_nodata_nan.tif", "EPSG:31370", 1e-6)]
    [InlineData("nitrogen_tiled_lzw_pred3.tif", "EPSG:31370", 1e-6)]
    [InlineData("nitrogen_pixelispoint.tif", "EPSG:31370", 1e-6)]
    [InlineData("nitrogen_nocrs.tif", null, 1e-6)]
    [InlineData("nitrogen_uint16_scale001.tif", "EPSG:31370", 0.005)] // stored in steps of 0.01
    public void Measurements_are_the_same_in_every_encoding(string file, string? crs, double tolerance)
    {
        var raster = RasterFile.ReadValues(SharedData.PathOf("gis/geotiff_variants/" + file), new() { AllowUnknownCrs = true }, TestContext.Current.CancellationToken);
        Assert.Equal(new Grid(237, 92, 1000, 1000, 22000, 245000, crs), raster.Grid);
        var known = raster.Values.Where(value => !double.IsNaN(value)).ToArray();
        Assert.Equal(0.6570, (double)known.Length / raster.Values.Length, 0.00005);
        Assert.Equal(10.031484, known.Min(), tolerance < 0.001 ? 1e-6 * 10 : tolerance);
        Assert.Equal(461.427429, known.Max(), tolerance < 0.001 ? 1e-6 * 461 : tolerance);
        Assert.Equal(24.296939, known.Average(), tolerance < 0.001 ? 1e-6 * 24 : tolerance);
    }

    [Theory]
    [InlineData("kempen_cog.tif", 1, 4.29722)]
    [InlineData("kempen_3band_pixel_interleaved.tif", 1, 4.29722)]
    [InlineData("kempen_3band_pixel_interleaved.tif", 2, 0.151156)]
    [InlineData("kempen_3band_pixel_interleaved.tif", 3, 0.155344)]
    public void Each_band_of_a_picture_is_read(string file, int band, double mean)
    {
        var raster = RasterFile.ReadValues(SharedData.PathOf("gis/geotiff_variants/" + file), new() { Band = band }, TestContext.Current.CancellationToken);
        Assert.Equal(mean, raster.Values.Where(value => !double.IsNaN(value)).Average(), 5e-6);
    }

    [Fact]
    public void Classes_are_counted()
    {
        var map = RasterFile.ReadLandCover(SharedData.PathOf("geo/be/flanders/land_use_nara_2016_100m.tif"), null, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], map.Codes);
        Assert.Equal([35118L, 148554, 238207, 497237, 179648, 116574, 53293, 29560, 64419], map.CountCells().PerCode);
    }

    // The peer's answer: gdalwarp -t_srs … -tr 100 100 -r near on the same map.
    [Theory]
    [InlineData("EPSG:3035", "kempen_3035_nn.tif")]
    [InlineData("EPSG:28992", "kempen_28992_nn.tif")]
    public void A_map_is_brought_into_another_system_cell_by_cell(string crs, string expected)
    {
        var moved = RasterFile.ReadLandCover(SharedData.PathOf("gis/geotiff_variants/kempen_cog.tif"), new() { ToCrs = crs }, TestContext.Current.CancellationToken);
        var answer = RasterFile.ReadLandCover(SharedData.PathOf("gis/geotiff_variants/" + expected), null, TestContext.Current.CancellationToken);
        Assert.Equal(answer.Grid, moved.Grid);
        Assert.Equal(answer.Codes, moved.Codes);
        Assert.Equal(answer.Cells, moved.Cells);
    }
}
