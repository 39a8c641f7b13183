namespace Bocage.Landscapes.Tests.Rasters;

public class GridTests
{
    private static readonly Grid TwoByThree = new(columns: 3, rows: 2, cellWidth: 10, cellHeight: 20, west: 100, north: 500);

    [Fact] // second row, third column: x = 100 + 2.5·10, y = 500 − 1.5·20
    public void The_centre_of_the_last_cell() => Assert.Equal((125.0, 470.0), TwoByThree.Centre(5));

    [Theory]
    [InlineData(100, 500, 0)] // the north-west corner belongs to the first cell
    [InlineData(129.9, 460.1, 5)]
    [InlineData(130, 470, -1)] // the eastern edge is outside
    [InlineData(110, 460, -1)] // so is the southern
    [InlineData(99.9, 490, -1)]
    public void A_point_lies_in_one_cell_or_in_none(double x, double y, int cell) => Assert.Equal(cell, TwoByThree.CellAtPoint(x, y));

    [Fact]
    public void A_cell_of_200_square_metres_is_a_fiftieth_of_a_hectare() => Assert.Equal(0.02, TwoByThree.CellAreaHa, 15);

    [Fact]
    public void Grids_are_equal_when_every_field_is()
    {
        Assert.Equal(TwoByThree, new Grid(3, 2, 10, 20, 100, 500));
        Assert.NotEqual(TwoByThree, new Grid(3, 2, 10, 20, 100, 500, "EPSG:31370"));
    }

    [Theory]
    [InlineData(0, 1, 1.0)]
    [InlineData(1, -1, 1.0)]
    [InlineData(1, 1, 0.0)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(100_000, 100_000, 1.0)] // 10¹⁰ cells
    public void Nonsense_is_refused(int columns, int rows, double size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Grid(columns, rows, size, size));

    [Fact] // a definition fills a page, and a message should be a sentence
    public void In_a_message_a_long_reference_system_stands_with_its_name() =>
        Assert.Equal("2 × 3 cells of 10 × 10 m from (0, 0), My Lambert", new Grid(2, 3, 10, 10, 0, 0, "PROJCRS[\"My Lambert\",\n    BASEGEOGCRS[\"x\"]]").ToString());
}
