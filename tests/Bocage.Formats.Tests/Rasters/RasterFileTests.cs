using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Rasters;

public class RasterFileTests
{
    private static readonly RasterReadOptions PlainGrid = new() { AllowUnknownCrs = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // ORIGIN: tests/golden/reading-maps/geotiff_variants/ORIGIN.md. In each of these encodings it is the same 237 × 92 cells of 1 km.
    [Theory]
    [InlineData("nitrogen_bigtiff_deflate.tif", "EPSG:31370")]
    [InlineData("nitrogen_float64_nodata_nan.tif", "EPSG:31370")]
    [InlineData("nitrogen_tiled_lzw_pred3.tif", "EPSG:31370")]
    [InlineData("nitrogen_pixelispoint.tif", "EPSG:31370")]
    [InlineData("nitrogen_nocrs.tif", null)]
    public void Measurements_are_the_same_in_every_encoding(string file, string? crs)
    {
        var raster = RasterFile.ReadValues(SharedData.PathOf("gis/geotiff_variants/" + file), PlainGrid, Cancellation);
        Assert.Equal(new Grid(237, 92, 1000, 1000, 22000, 245000, crs), raster.Grid);
        var known = Known(raster);
        Assert.Equal(0.6570, (double)known.Length / raster.Values.Length, 0.00005);
        AssertRelative(10.031484, known.Min());
        AssertRelative(461.427429, known.Max());
        AssertRelative(24.296939, known.Average());
    }

    [Fact] // stored as whole numbers in steps of 0.01, so half a step off at most
    public void Scale_and_offset_are_applied()
    {
        var scaled = RasterFile.ReadValues(SharedData.PathOf("gis/geotiff_variants/nitrogen_uint16_scale001.tif"), null, Cancellation);
        var exact = RasterFile.ReadValues(SharedData.PathOf("gis/geotiff_variants/nitrogen_bigtiff_deflate.tif"), null, Cancellation);
        Assert.Equal(exact.Grid, scaled.Grid);
        Assert.All(exact.Values.Zip(scaled.Values), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 0.005 + 1e-9 || (double.IsNaN(pair.First) && double.IsNaN(pair.Second))));
    }

    [Theory]
    [InlineData("kempen_cog.tif", 1, 4.29722, 0.9045)]
    [InlineData("kempen_3band_pixel_interleaved.tif", 1, 4.29722, 0.9045)]
    [InlineData("kempen_3band_pixel_interleaved.tif", 2, 0.151156, 1)]
    [InlineData("kempen_3band_pixel_interleaved.tif", 3, 0.155344, 1)]
    public void Each_band_is_read(string file, int band, double mean, double knownShare)
    {
        var known = Known(RasterFile.ReadValues(SharedData.PathOf("gis/geotiff_variants/" + file), new() { Band = band }, Cancellation));
        Assert.Equal(mean, known.Average(), 5e-6); // the figures have six digits
        Assert.Equal(knownShare, known.Length / 90_000.0, 0.00005);
    }

    [Fact] // ../shared/data/README.md, B
    public void Classes_are_counted()
    {
        var map = RasterFile.ReadLandCover(SharedData.PathOf("geo/be/flanders/land_use_nara_2016_100m.tif"), null, Cancellation);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], map.Codes);
        Assert.Equal([35118L, 148554, 238207, 497237, 179648, 116574, 53293, 29560, 64419], map.CountCells().PerCode);
    }

    // The peer's answer: gdalwarp -t_srs … -tr 100 100 -r near on the same map.
    [Theory]
    [InlineData("EPSG:3035", "kempen_3035_nn.tif")]
    [InlineData("EPSG:28992", "kempen_28992_nn.tif")]
    public void A_map_is_brought_into_another_system_cell_by_cell(string crs, string expected)
    {
        var moved = RasterFile.ReadLandCover(SharedData.PathOf("gis/geotiff_variants/kempen_cog.tif"), new() { ToCrs = crs }, Cancellation);
        var answer = RasterFile.ReadLandCover(SharedData.PathOf("gis/geotiff_variants/" + expected), null, Cancellation);
        Assert.Equal(answer.Grid, moved.Grid);
        Assert.Equal(answer.Codes, moved.Codes);
        Assert.Equal(answer.Cells, moved.Cells);
    }

    [Fact]
    public void A_map_in_degrees_is_refused_with_what_to_do()
    {
        var path = SharedData.PathOf("patch_metrics/podlasie_ccilc_wgs84.tif");
        var error = Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(path, PlainGrid, Cancellation));
        Assert.Equal($"{path} is in degrees (EPSG:4326); lengths and areas need metres. Give a metric system, for example --crs EPSG:3035.", error.Message);
    }

    [Fact] // 300 m cells of a map in degrees become what GDAL finds fitting; its classes stay those of the map
    public void A_map_in_degrees_is_read_in_a_metric_system()
    {
        var map = RasterFile.ReadLandCover(SharedData.PathOf("patch_metrics/podlasie_ccilc_wgs84.tif"), new() { ToCrs = "EPSG:3035", CellSize = 300 }, Cancellation);
        Assert.Equal((300, 300, "EPSG:3035"), (map.Grid.CellWidth, map.Grid.CellHeight, map.Grid.Crs));
        Assert.All(map.Codes, code => Assert.InRange(code, 10, 210));
    }

    [Fact]
    public void A_map_that_does_not_say_its_system_is_read_when_told_or_as_a_plain_grid()
    {
        var path = SharedData.PathOf("geo/be/zwarte_beek/nitrogen_atmospheric.asc");
        Assert.Contains("does not say its coordinate reference system", Assert.Throws<BadInputException>(() => RasterFile.ReadValues(path, null, Cancellation)).Message, StringComparison.Ordinal);
        var told = RasterFile.ReadValues(path, new() { AssumeCrs = "EPSG:31370" }, Cancellation);
        Assert.Equal(new Grid(188, 84, 5, 5, 216580, 198580, "EPSG:31370"), told.Grid);
        Assert.Equal(17.67, Known(told).Average(), 0.005);
        Assert.Equal(new Grid(188, 84, 5, 5, 216580, 198580), RasterFile.ReadValues(path, PlainGrid, Cancellation).Grid);
    }

    [Theory]
    [InlineData("patch_metrics/landscape.tif", 30)]
    [InlineData("connectivity/graphab_tutorial/rast_simul50.tif", 600)]
    public void Maps_with_a_local_system_or_none_are_read_as_plain_grids(string file, int side) =>
        Assert.Equal((side, side), (RasterFile.ReadLandCover(SharedData.PathOf(file), PlainGrid, Cancellation).Grid.Columns, side));

    [Theory]
    [InlineData("EPSG:2263", "is in another unit than metres (US survey foot, EPSG:2263)")]
    [InlineData("EPSG:3857", "is the web map's Mercator (EPSG:3857)")]
    public void A_system_in_which_areas_come_out_wrong_is_refused(string crs, string reason)
    {
        using var folder = new TemporaryFolder();
        var path = MadeMaps.Converted("gdal_translate", MadeMaps.GeoTiff(folder), folder.File("other.tif"), "-a_srs", crs);
        Assert.Contains(reason, Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(path, null, Cancellation)).Message, StringComparison.Ordinal);
        Assert.Contains(RasterFile.Inspect(path, Cancellation).Warnings, warning => warning.Contains(reason, StringComparison.Ordinal));
    }

    // A world file's lines: cell width, two turns, cell height (minus), x and y of the first cell's middle.
    [Theory]
    [InlineData("10\n2\n2\n-10\n5\n5\n", "rotated")]
    [InlineData("10\n0\n0\n10\n5\n5\n", "from south to north")]
    [InlineData("-10\n0\n0\n-10\n5\n5\n", "from east to west")]
    public void Cells_that_lie_askew_are_refused_with_the_reason_but_can_be_straightened(string worldFile, string reason)
    {
        using var folder = new TemporaryFolder();
        var path = Picture(folder, worldFile);
        Assert.Contains(reason, RasterFile.Inspect(path, Cancellation).WhyNotNorthUp, StringComparison.Ordinal);
        var options = new RasterReadOptions { AssumeCrs = "EPSG:31370" };
        Assert.Contains(reason, Assert.Throws<BadInputException>(() => RasterFile.ReadValues(path, options, Cancellation)).Message, StringComparison.Ordinal);
        Assert.Contains(200, RasterFile.ReadValues(path, options with { ToCrs = "EPSG:31370" }, Cancellation).Values);
    }

    [Fact]
    public void Cells_that_are_transparent_are_not_known()
    {
        using var folder = new TemporaryFolder();
        var path = Picture(folder, "10\n0\n0\n-10\n150005\n200005\n");
        var raster = RasterFile.ReadValues(path, new() { AssumeCrs = "EPSG:31370" }, Cancellation);
        Assert.Equal([200, double.NaN], raster.Values);
        Assert.Equal([1, 0], RasterFile.ReadLandCover(path, new() { AssumeCrs = "EPSG:31370" }, Cancellation).Cells);
        var moved = RasterFile.ReadValues(path, new() { AssumeCrs = "EPSG:31370", CellSize = 5 }, Cancellation);
        Assert.Equal([200, 200, double.NaN, double.NaN, 200, 200, double.NaN, double.NaN], moved.Values);
    }

    [Fact]
    public void A_picture_without_a_place_counts_as_cells_of_one_by_one()
    {
        using var folder = new TemporaryFolder();
        var path = Picture(folder, null);
        Assert.Equal(new Grid(2, 1, 1, 1, 0, 1), RasterFile.ReadValues(path, PlainGrid, Cancellation).Grid);
        Assert.Contains(RasterFile.Inspect(path, Cancellation).Warnings, warning => warning.StartsWith("It does not say where it lies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Byte", "255")]
    [InlineData("Int16", "-32768")]
    [InlineData("UInt16", "65535")]
    [InlineData("Int32", "-2147483648")]
    [InlineData("UInt32", "4294967295")]
    [InlineData("Float32", "-3.4e+38")]
    [InlineData("Float64", "nan")]
    [InlineData("Int64", "-9223372036854775808")]
    public void Codes_are_read_from_every_type_of_number(string type, string noData)
    {
        using var folder = new TemporaryFolder();
        string[] options = ["-ot", type, "-a_nodata", noData, "-a_srs", "EPSG:31370"];
        var path = MadeMaps.Converted("gdal_translate", MadeMaps.Ascii(folder, "7 42 7 0 1"), folder.File("map.tif"), options);
        var map = RasterFile.ReadLandCover(path, null, Cancellation);
        Assert.Equal([0, 1, 7, 42], map.Codes);
        Assert.Equal([3, 4, 3, 1, 2], map.Cells);
        Assert.Equal([7, 42, 7, 0, 1], RasterFile.ReadValues(path, null, Cancellation).Values);
        Assert.Equal(map.Codes, RasterFile.ReadLandCover(path, new() { CellSize = 5 }, Cancellation).Codes);
    }

    [Fact]
    public void No_data_is_told_from_codes_in_whole_and_in_broken_numbers()
    {
        using var folder = new TemporaryFolder();
        var path = MadeMaps.Ascii(folder, "7 -9999 42");
        Assert.Equal([1, 0, 2], RasterFile.ReadLandCover(path, PlainGrid, Cancellation).Cells);
        Assert.Equal([7.5, double.NaN, 42], RasterFile.ReadValues(MadeMaps.Ascii(folder, "7.5 -3.4028235e+38 42", "-3.4028235e+38"), PlainGrid, Cancellation).Values);
    }

    [Fact]
    public void Measurements_are_no_land_cover()
    {
        using var folder = new TemporaryFolder();
        var fraction = Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(MadeMaps.Ascii(folder, "7 7.5 8"), PlainGrid, Cancellation));
        Assert.EndsWith("has the value 7.5 at row 0, column 1; a land-cover code is a whole number.", fraction.Message, StringComparison.Ordinal);
        var many = Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(MadeMaps.Ascii(folder, string.Join(' ', Enumerable.Range(0, 256))), PlainGrid, Cancellation));
        Assert.Contains("more than 255 different values", many.Message, StringComparison.Ordinal);
        Assert.Equal(255, RasterFile.ReadLandCover(MadeMaps.Ascii(folder, string.Join(' ', Enumerable.Range(0, 255))), PlainGrid, Cancellation).Codes.Count);
    }

    [Fact]
    public void A_band_that_is_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = MadeMaps.GeoTiff(folder);
        Assert.Equal($"{path} has no band 2; it has 1.", Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(path, new() { Band = 2 }, Cancellation)).Message);
    }

    [Fact]
    public void A_map_larger_than_memory_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("sparse.tif");
        string[] options = ["-of", "GTiff", "-ot", "Byte", "-outsize", "200000", "200000", "-a_srs", "EPSG:3035", "-a_ullr", "0", "200000", "200000", "0", "-co", "SPARSE_OK=TRUE", "-co", "BIGTIFF=YES", "-co", "TILED=YES", path];
        GdalProgram.RunOnOwn("gdal_create", options, "A test's file cannot be made", Cancellation);
        Assert.Equal(40_000_000_000, RasterFile.Inspect(path, Cancellation).CellCount);
        var error = Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(path, null, Cancellation));
        Assert.Contains("has 200,000 × 200,000 cells, more than the 2,147,483,591 that one map can have (it needs about 40 GB, this machine has ", error.Message, StringComparison.Ordinal);
        var moved = Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(path, new() { ToCrs = "EPSG:25831" }, Cancellation));
        Assert.Contains("more than the 2,147,483,591", moved.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_leaves_no_trace_beside_the_map()
    {
        using var folder = new TemporaryFolder();
        var path = MadeMaps.GeoTiff(folder);
        var before = MadeMaps.Fingerprint(folder.Path);
        RasterFile.Inspect(path, Cancellation);
        RasterFile.ReadValues(path, new() { ToCrs = "EPSG:3035" }, Cancellation);
        RasterFile.ReadLandCover(path, null, Cancellation);
        Assert.Equal(before, MadeMaps.Fingerprint(folder.Path));
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var folder = new TemporaryFolder();
        var path = MadeMaps.GeoTiff(folder);
        Assert.Throws<OperationCanceledException>(() => RasterFile.ReadLandCover(path, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Inspecting_says_what_the_file_says()
    {
        var info = RasterFile.Inspect(SharedData.PathOf("gis/geotiff_variants/nitrogen_uint16_scale001.tif"), Cancellation);
        Assert.Equal(("GTiff", 237, 92, 1000, 1000, 22000, 245000), (info.Driver, info.Columns, info.Rows, info.CellWidth, info.CellHeight, info.West, info.North));
        Assert.Equal(("EPSG:31370", "BD72 / Belgian Lambert 72", CrsKind.Projected, 1), (info.Crs.Code, info.Crs.Name, info.Crs.Kind, info.Crs.UnitInMetres));
        var band = Assert.Single(info.Bands);
        Assert.Equal(("UInt16", 65535, 0.01, 0), (band.Type, band.NoData, band.Scale, band.Offset));
        Assert.Empty(info.Warnings);
    }

    // Two dots: red 200 and opaque, red 100 and transparent.
    private static string Picture(TemporaryFolder folder, string? worldFile)
    {
        File.WriteAllBytes(folder.File("picture.png"), PictureFile.EncodePng(2, 1, [200, 0, 0, 255, 100, 0, 0, 0], Cancellation));
        if (worldFile is not null) folder.Write("picture.pgw", worldFile);
        return folder.File("picture.png");
    }

    private static double[] Known(Raster<double> raster) => [.. raster.Values.Where(value => !double.IsNaN(value))];

    private static void AssertRelative(double expected, double actual) => Assert.Equal(expected, actual, 1e-6 * expected);
}
