namespace Bocage.Landscapes.Tests.Rasters;

public class RasterAggregationTests
{
    private static readonly LandCover FiveByThree = LandCover.From(new Raster<int>(
        new Grid(5, 3, cellWidth: 10, cellHeight: 20, west: 100, north: 200),
        [
            1, 1, 0, 9, 1,
            1, 0, 9, 9, 0,
            1, 1, 0, 0, 9,
        ],
        noData: 9));

    [Fact] // Blocks of 2 × 2: 3/4, 0/1, 1/2 above; 2/2, 0/2 and nothing known below.
    public void The_share_of_habitat_is_that_of_the_cells_with_data()
    {
        var share = RasterAggregation.HabitatShare(FiveByThree, [1], 2);
        Assert.Equal([0.75, 0, 0.5, 1, 0, double.NaN], share.Values);
        Assert.Equal(new Grid(3, 2, 20, 40, 100, 200), share.Grid);
    }

    [Fact]
    public void A_block_is_habitat_when_its_share_reaches_the_minimum_and_never_without_data()
    {
        var share = RasterAggregation.HabitatShare(FiveByThree, [1], 2);
        Assert.Equal([1, 0, 0, 1, 0, 0], RasterAggregation.Habitat(share, 0.75).Cells);
        Assert.Equal([1, 0, 1, 1, 0, 0], RasterAggregation.Habitat(share, 0.5).Cells);
    }

    [Fact]
    public void A_factor_of_one_changes_nothing() =>
        Assert.Equal(FiveByThree.Habitat([1]).Cells, RasterAggregation.Habitat(RasterAggregation.HabitatShare(FiveByThree, [1], 1), 0.5).Cells);

    [Fact]
    public void A_factor_larger_than_the_map_makes_one_block() => // 6 of the 11 cells with data
        Assert.Equal([6 / 11.0], RasterAggregation.HabitatShare(FiveByThree, [1], 100).Values);

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        var share = RasterAggregation.HabitatShare(FiveByThree, [1], 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => RasterAggregation.HabitatShare(FiveByThree, [1], 0));
        Assert.Throws<ArgumentException>(() => RasterAggregation.HabitatShare(FiveByThree, [], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => RasterAggregation.Habitat(share, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RasterAggregation.Habitat(share, double.NaN));
    }

    [Fact] // see tests/golden/raster-aggregation/newcaledonia/ORIGIN.md
    public void New_Caledonia_starts_with_2682_units_in_88_patches_and_a_mesh_of_13668_ha()
    {
        var raster = SharedRaster.Read("restoration/newcaledonia/habitat_hi_res.tif");
        var grid = new Grid(raster.Columns, raster.Rows, raster.CellWidth, raster.CellHeight);
        var share = RasterAggregation.HabitatShare(LandCover.From(new Raster<double>(grid, raster.Values)), [1], 16);
        var habitat = RasterAggregation.Habitat(share, 0.7).Cells;
        Assert.Equal(2682, habitat.Count(cell => cell == 1));

        var units = new Raster<int>(share.Grid, [.. habitat.Select((cell, k) => share.IsNoData(k) ? -1 : cell)], noData: -1);
        var metrics = LandscapeMetrics.Of(LandCover.From(units), new() { Neighbourhood = Neighbourhood.Rook }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(101638.061, metrics.Landscape["TA"], 0.001);
        Assert.Equal(88, metrics.Classes[1]["NP"]);
        Assert.Equal(13667.8388, metrics.Classes[1]["MESH"], 0.0001);
    }
}
