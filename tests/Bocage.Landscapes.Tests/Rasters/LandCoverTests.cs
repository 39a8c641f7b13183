namespace Bocage.Landscapes.Tests.Rasters;

public class LandCoverTests
{
    private static readonly Grid Square = new(2, 2);

    [Fact]
    public void Codes_are_sorted_and_no_data_has_none()
    {
        var map = LandCover.From(new Raster<int>(Square, [42, -9999, 7, 42], noData: -9999));
        Assert.Equal([7, 42], map.Codes);
        Assert.Equal([42, null, 7, 42], Enumerable.Range(0, 4).Select(map.CodeAt));
        Assert.Equal([1L, 2], map.CountCells().PerCode);
        Assert.Equal(1, map.CountCells().NoData);
    }

    [Fact]
    public void Habitat_is_the_cells_of_the_named_codes() =>
        Assert.Equal([1, 0, 0, 1], LandCover.From(new Raster<int>(Square, [42, 0, 7, 42])).Habitat([42]).Cells);

    [Fact]
    public void Whole_numbers_in_a_float_raster_are_codes_and_NaN_is_no_data() =>
        Assert.Equal([1, 2], LandCover.From(new Raster<double>(Square, [1, double.NaN, 2, 1])).Codes);

    [Fact]
    public void Measurements_are_refused_with_their_place()
    {
        var error = Assert.Throws<ArgumentException>(() => LandCover.From(new Raster<double>(Square, [1, 2, 3.5, 4])));
        Assert.Contains("got 3.5 at row 1, column 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_255_classes_are_refused() =>
        Assert.Throws<ArgumentException>(() => LandCover.From(new Raster<int>(new Grid(256, 1), [.. Enumerable.Range(0, 256)])));

    [Fact]
    public void A_habitat_code_that_does_not_occur_is_refused_with_those_that_do()
    {
        var map = LandCover.From(new Raster<int>(Square, [1, 1, 7, 42]));
        Assert.Contains("it has 1, 7, 42", Assert.Throws<ArgumentException>(() => map.Habitat([9])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => map.Habitat([]));
    }

    [Fact]
    public void Cells_that_are_numbered_by_class_are_wrapped_as_they_are()
    {
        byte[] cells = [2, 0, 1, 2];
        var map = LandCover.FromPlaces(Square, cells, [7, 42]);
        Assert.Same(cells, map.Cells);
        Assert.Equal([42, null, 7, 42], Enumerable.Range(0, 4).Select(map.CodeAt));
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 1 }, new[] { 7, 42 }, "needs as many values; got 3")]
    [InlineData(new byte[] { 1, 2, 1, 2 }, new[] { 42, 7 }, "7 follows 42")]
    [InlineData(new byte[] { 1, 3, 1, 2 }, new[] { 7, 42 }, "class number 3")]
    [InlineData(new byte[] { 1, 0, 1, 1 }, new[] { 7, 42 }, "Code 42 does not occur")]
    public void Numbers_and_codes_that_do_not_fit_are_refused(byte[] cells, int[] codes, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => LandCover.FromPlaces(Square, cells, codes)).Message, StringComparison.Ordinal);
}
