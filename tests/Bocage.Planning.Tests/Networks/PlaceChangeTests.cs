using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class PlaceChangeTests
{
    private static readonly Grid Cells = new(4, 4, 10, 10, 0, 40);

    private static Zone Square(double west, double south, double side) => new(new Ring([(west, south), (west + side, south), (west + side, south + side), (west, south + side)]));

    [Fact]
    public void A_place_changes_the_cells_with_their_centre_in_it() => Assert.Equal([5, 6, 9, 10], PlaceChange.CellsOf(Cells, Square(12, 12, 15)));

    // A square of 4 m around (19, 25) lies in cells 5 (3 × 4 m) and 6 (1 × 4 m), and holds neither centre.
    [Fact]
    public void A_place_without_a_centre_changes_the_cell_it_covers_most() => Assert.Equal([5], PlaceChange.CellsOf(Cells, Square(17, 23, 4)));

    [Fact]
    public void A_place_off_the_map_changes_nothing() => Assert.Empty(PlaceChange.CellsOf(Cells, Square(100, 100, 10)));

    [Theory]
    [InlineData(-1, 0, 1, 1.0)]
    [InlineData(0, -1, 1, 1.0)]
    [InlineData(0, 99, 1, 1.0)]
    [InlineData(0, 0, -1, 1.0)]
    [InlineData(0, 0, double.NaN, 1.0)]
    [InlineData(0, 0, 1, 0.0)]
    [InlineData(0, 0, 1, double.NaN)]
    public void What_is_no_change_is_refused(int unit, int cell, double hectares, double resistance)
    {
        var landscape = RandomPlan.Landscape(new SeededRandom(5), 1000);
        var shifted = cell == 99 ? landscape.Habitat.Grid.CellCount : cell;
        Assert.Throws<ArgumentException>(() => PlanNetwork.Of(landscape, [new(unit, [shifted], hectares, resistance, true)]));
    }
}
