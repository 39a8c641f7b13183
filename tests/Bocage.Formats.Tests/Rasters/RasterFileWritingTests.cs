using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Rasters;

public class RasterFileWritingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-9999f)]
    public void A_cog_holds_what_was_written(float noData)
    {
        using var folder = new TemporaryFolder();
        var raster = new Raster<float>(MadeMaps.Lambert, [1.5f, float.NaN, -0.1f, 3e30f, -1f, 0f], noData: -1f);
        RasterFile.WriteCog(folder.File("a.tif"), raster, "Corridor, cost units", noData, Cancellation);
        var back = RasterFile.ReadValues(folder.File("a.tif"), null, Cancellation);
        Assert.Equal(raster.Grid, back.Grid);
        Assert.Equal([1.5f, float.NaN, -0.1f, 3e30f, float.NaN, 0f], back.Values.Select(value => (float)value));
        Assert.Equal("Corridor, cost units", RasterFile.Inspect(folder.File("a.tif"), Cancellation).Bands[0].Description);
    }

    [Fact]
    public void A_large_cog_has_overviews_and_odd_cells_survive()
    {
        using var folder = new TemporaryFolder();
        var grid = new Grid(1100, 700, 1.0 / 3, 0.1, -17.3, 5e6 + 0.7, "EPSG:3035");
        var raster = new Raster<float>(grid, [.. Enumerable.Range(0, grid.CellCount).Select(cell => cell * 0.37f)]);
        RasterFile.WriteCog(folder.File("a.tif"), raster, "x", cancellation: Cancellation);
        var back = RasterFile.ReadValues(folder.File("a.tif"), null, Cancellation);
        Assert.Equal(grid, back.Grid);
        Assert.Equal(raster.Values, back.Values.Select(value => (float)value));
        var facts = GdalProgram.Run("gdalinfo", ["-json", folder.File("a.tif")], "It cannot be read", Cancellation).Output;
        Assert.Contains("\"LAYOUT\":\"COG\"", facts, StringComparison.Ordinal);
        Assert.Contains("\"overviews\"", facts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_land_cover_map_keeps_its_codes_colours_and_names()
    {
        using var folder = new TemporaryFolder();
        var legend = new LandCoverLegend("made", [new(1, new("Wood & hedge"), "#0a5a14"), new(40, new("Water"), "#0000c8")]);
        RasterFile.WriteGeoTiff(folder.File("a.tif"), MadeMaps.LandCover, legend, cancellation: Cancellation);
        var back = RasterFile.ReadLandCover(folder.File("a.tif"), null, Cancellation);
        Assert.Equal(MadeMaps.Lambert, back.Grid);
        Assert.Equal(MadeMaps.LandCover.Codes, back.Codes);
        Assert.Equal(MadeMaps.LandCover.Cells, back.Cells);
        var facts = GdalProgram.Run("gdalinfo", ["-json", folder.File("a.tif")], "It cannot be read", Cancellation).Output;
        Assert.Contains("\"CLASS_1\":\"Wood & hedge\"", facts, StringComparison.Ordinal);
        Assert.Contains("90", facts[facts.IndexOf("\"colorTable\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-5, 70_000)]
    [InlineData(0, 255)]
    [InlineData(0, 254)]
    public void Codes_of_any_size_are_kept(int low, int high)
    {
        using var folder = new TemporaryFolder();
        var map = LandCover.From(new Raster<int>(new Grid(3, 1, crs: "EPSG:3035"), [high, int.MaxValue, low], noData: int.MaxValue));
        RasterFile.WriteGeoTiff(folder.File("a.tif"), map, cancellation: Cancellation);
        var back = RasterFile.ReadLandCover(folder.File("a.tif"), null, Cancellation);
        Assert.Equal(map.Codes, back.Codes);
        Assert.Equal(map.Cells, back.Cells);
    }

    [Fact]
    public void The_same_map_gives_the_same_bytes_and_replaces_the_old_file()
    {
        using var folder = new TemporaryFolder();
        var raster = new Raster<float>(new Grid(600, 600, 10, 10, crs: "EPSG:3035"), [.. Enumerable.Range(0, 360_000).Select(cell => MathF.Sin(cell))]);
        RasterFile.WriteCog(folder.File("a.tif"), raster, "x", cancellation: Cancellation);
        RasterFile.WriteCog(folder.Write("b.tif", "old"), raster, "x", cancellation: Cancellation);
        Assert.Equal(FileHash.Sha256(folder.File("a.tif")), FileHash.Sha256(folder.File("b.tif")));
        Assert.Equal(FileHash.Sha256(MadeMaps.GeoTiff(folder, "c.tif")), FileHash.Sha256(MadeMaps.GeoTiff(folder, "d.tif")));
        Assert.Equal(4, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        var raster = new Raster<float>(new Grid(1, 1, crs: "EPSG:3035"));
        var missing = Path.Combine(folder.Path, "nowhere", "a.tif");
        Assert.Equal($"{missing} cannot be written: its folder does not exist.", Assert.Throws<BadInputException>(() => RasterFile.WriteCog(missing, raster, "x", cancellation: Cancellation)).Message);
        Assert.Contains("is a folder", Assert.Throws<BadInputException>(() => RasterFile.WriteCog(folder.Path, raster, "x", cancellation: Cancellation)).Message, StringComparison.Ordinal);
        var nonsense = new Raster<float>(new Grid(1, 1, crs: "EPSG:99999"));
        Assert.Throws<BadInputException>(() => RasterFile.WriteCog(folder.File("a.tif"), nonsense, "x", cancellation: Cancellation));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
