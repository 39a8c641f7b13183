using System.Text;

namespace Bocage.Formats.Tests.Files;

public class InputFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/vsicurl/http://example.org/a.tif", "is a virtual path of GDAL")]
    [InlineData("/vsizip/a.zip/a.tif", "is a virtual path of GDAL")]
    [InlineData("/nowhere/a.tif", "does not exist")]
    [InlineData("https://example.org/a.tif", "does not exist; download it first")]
    [InlineData("PG:dbname=x", "does not exist")]
    [InlineData("GTIFF_DIR:1:a.tif", "does not exist")]
    [InlineData("", "A file name is empty")]
    public void Only_files_on_this_machine_are_read(string path, string reason) => AssertRefused(path, reason);

    [Fact]
    public void A_folder_and_an_empty_file_are_refused()
    {
        using var folder = new TemporaryFolder();
        AssertRefused(folder.Path, "is a folder");
        AssertRefused(folder.Write("a.tif", ""), "is empty: it has 0 bytes");
    }

    [Fact]
    public void Text_that_is_called_a_map_is_refused()
    {
        using var folder = new TemporaryFolder();
        AssertRefused(folder.Write("a.tif", "this is no map"), "GDAL does not know its format, or it is damaged");
        AssertRefused(folder.Write("a.gpkg", "this is no map"), "GDAL does not know its format, or it is damaged");
    }

    [Fact]
    public void A_raster_is_no_vector_file_and_the_other_way_round()
    {
        using var folder = new TemporaryFolder();
        var raster = MadeMaps.GeoTiff(folder);
        Assert.StartsWith($"{raster} cannot be read as a vector file: ", Assert.Throws<BadInputException>(() => VectorFile.Read(raster, cancellation: Cancellation)).Message, StringComparison.Ordinal);
        var vector = MadeMaps.GeoJson(folder, "", MadeMaps.Feature(MadeMaps.Square(4, 51, 1)));
        Assert.StartsWith($"{vector} cannot be read as a raster: ", Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(vector, null, Cancellation)).Message, StringComparison.Ordinal);
        var package = MadeMaps.Converted("ogr2ogr", vector, folder.File("layer.gpkg"));
        Assert.StartsWith($"{package} cannot be read as a raster: ", Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(package, null, Cancellation)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_only_points_to_others_is_refused()
    {
        using var folder = new TemporaryFolder();
        var virtualRaster = MadeMaps.Converted("gdal_translate", MadeMaps.GeoTiff(folder), folder.File("a.vrt"), "-of", "VRT");
        Assert.Contains("only points to other files", Assert.Throws<BadInputException>(() => RasterFile.Inspect(virtualRaster, Cancellation)).Message, StringComparison.Ordinal);
        var virtualLayer = folder.Write("b.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"passwd\"><SrcDataSource>CSV:/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
        Assert.Contains("GDAL does not know its format", Assert.Throws<BadInputException>(() => VectorFile.Read(virtualLayer, cancellation: Cancellation)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.05)]
    [InlineData(0.95)]
    public void A_map_that_was_cut_off_is_refused(double part)
    {
        var whole = File.ReadAllBytes(SharedData.PathOf("gis/geotiff_variants/nitrogen_bigtiff_deflate.tif"));
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("a.tif"), whole[..(int)(whole.Length * part)]);
        var error = Assert.Throws<BadInputException>(() => RasterFile.ReadValues(folder.File("a.tif"), null, Cancellation));
        Assert.StartsWith(folder.File("a.tif") + " cannot be read ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    // Whatever a file holds, the answer is a map or one sentence; and the folder stays as it was.
    [Theory]
    [InlineData("gis/geotiff_variants/kempen_cog.tif")]
    [InlineData("gis/gpkg/polygon_4326.gpkg")]
    [InlineData("gis/shp/date.shp")]
    [InlineData("geo/be/flanders/habitatsprings_flanders_31370.geojson")]
    public void Damaged_files_give_a_map_or_a_sentence(string file)
    {
        var whole = File.ReadAllBytes(SharedData.PathOf(file));
        var random = new Landscapes.SeededRandom(20);
        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var folder = new TemporaryFolder();
            var bytes = (byte[])whole.Clone();
            for (var hit = 0; hit < 20; hit++) bytes[random.Next(Math.Min(bytes.Length, 2000))] = (byte)random.Next(256);
            var path = folder.File(Path.GetFileName(file));
            File.WriteAllBytes(path, bytes);
            var before = MadeMaps.Fingerprint(folder.Path);
            AssertAnswered(path);
            Assert.Equal(before, MadeMaps.Fingerprint(folder.Path));
        }
    }

    [Fact]
    public void File_names_with_spaces_dashes_accents_and_quotes_are_only_names()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("-o \"$(touch x)\" 'ë' {}.tif");
        File.Move(MadeMaps.GeoTiff(folder), path);
        Assert.Equal(6, RasterFile.ReadLandCover(path, null, Cancellation).Cells.Length);
    }

    private static void AssertAnswered(string path)
    {
        try
        {
            if (path.EndsWith(".tif", StringComparison.Ordinal)) RasterFile.ReadLandCover(path, new() { AllowUnknownCrs = true }, Cancellation);
            else VectorFile.Inspect(path, Cancellation);
        }
        catch (BadInputException error)
        {
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
            Assert.Equal(error.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(error.Message)));
        }
    }

    private static void AssertRefused(string path, string reason)
    {
        foreach (var read in (Action[])[() => RasterFile.Inspect(path, Cancellation), () => RasterFile.ReadLandCover(path, null, Cancellation), () => VectorFile.Read(path, cancellation: Cancellation)])
            Assert.Contains(reason, Assert.Throws<BadInputException>(read).Message, StringComparison.Ordinal);
    }
}
