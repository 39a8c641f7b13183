using Bocage.Landscapes;

namespace Bocage.Formats.Tests;

public sealed class MapWindowTests : IDisposable
{
    private const string Flanders = "geo/be/flanders/land_use_nara_2016_100m.tif";

    private readonly TemporaryFolder folder = new();

    // MadeMaps: 3 × 2 cells of 10 m from (150000, 200000): 1 2 3 / 1 - 40.
    [Theory]
    [InlineData(150_010, 199_980, 150_030, 200_000, 2, 2, "2 3 - 40")]
    [InlineData(150_011, 199_991, 150_019, 199_999, 1, 1, "2")] // within a cell: the whole cell
    [InlineData(150_009, 199_991, 150_011, 199_999, 2, 1, "1 2")]
    [InlineData(150_010.0000001, 199_990, 150_020.0000001, 200_000, 1, 1, "2")] // a rounding error is no cell
    [InlineData(0, 0, 1e6, 1e6, 3, 2, "1 2 3 1 - 40")] // cut off at the edge
    public void A_window_is_whole_cells_of_the_map(double west, double south, double east, double north, int columns, int rows, string codes)
    {
        var read = RasterFile.ReadLandCover(MadeMaps.GeoTiff(folder), new() { Window = new(west, south, east, north) }, TestContext.Current.CancellationToken);
        Assert.Equal((columns, rows), (read.Grid.Columns, read.Grid.Rows));
        Assert.Equal(codes, string.Join(' ', Enumerable.Range(0, read.Grid.CellCount).Select(cell => read.CodeAt(cell)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")));
        var whole = MadeMaps.LandCover;
        for (var cell = 0; cell < read.Grid.CellCount; cell++)
        {
            var (x, y) = read.Grid.Centre(cell);
            Assert.Equal(whole.CodeAt(whole.Grid.CellAtPoint(x, y)), read.CodeAt(cell));
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("EPSG:3035", null)]
    [InlineData(null, 250.0)]
    public void A_window_of_a_real_map_is_the_map_there(string? crs, double? cellSize)
    {
        var path = SharedData.PathOf(Flanders);
        var options = new RasterReadOptions { ToCrs = crs, CellSize = cellSize };
        var whole = RasterFile.ReadLandCover(path, options, TestContext.Current.CancellationToken);
        var (x, y) = whole.Grid.Centre(whole.Grid.CellAt(whole.Grid.Rows / 2, whole.Grid.Columns / 2));
        var part = RasterFile.ReadLandCover(path, options with { Window = MapWindow.Around(x + 12, y - 34, 5000) }, TestContext.Current.CancellationToken);
        Assert.InRange(part.Grid.Columns * part.Grid.CellWidth, 5000, 5000 + 2 * part.Grid.CellWidth);
        Assert.Equal(whole.Grid.Crs, part.Grid.Crs);
        Assert.Equal(0, (part.Grid.West - whole.Grid.West) / whole.Grid.CellWidth % 1, 1e-6);
        var differing = Enumerable.Range(0, part.Grid.CellCount).Count(cell =>
        {
            var (cellX, cellY) = part.Grid.Centre(cell);
            return part.CodeAt(cell) != whole.CodeAt(whole.Grid.CellAtPoint(cellX, cellY));
        });
        Assert.Equal(0, differing);
    }

    [Fact]
    public void Values_and_masks_are_read_within_the_window()
    {
        var grid = new Grid(4, 3, 10, 10, 150_000, 200_000, "EPSG:31370");
        RasterFile.WriteCog(folder.File("values.tif"), new Raster<float>(grid, [0, 1, 2, 3, 4, 5, float.NaN, 7, 8, 9, 10, 11]), "values", cancellation: TestContext.Current.CancellationToken);
        var read = RasterFile.ReadValues(folder.File("values.tif"), new() { Window = new(150_010, 199_970, 150_030, 199_990) }, TestContext.Current.CancellationToken);
        Assert.Equal([5, double.NaN, 9, 10], read.Values);
    }

    [Fact]
    public void A_window_beside_the_map_or_without_size_is_refused()
    {
        var map = MadeMaps.GeoTiff(folder);
        var beside = Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(map, new() { Window = new(0, 0, 100, 100) }));
        Assert.Equal($"The window 0,0,100,100 lies outside {map}, which spans 150000,199980,150030,200000.", beside.Message);
        Assert.Contains("has no size", Assert.Throws<BadInputException>(() => RasterFile.ReadLandCover(map, new() { Window = new(150_010, 199_980, 150_010, 200_000) })).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
