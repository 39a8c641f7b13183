using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

public class RestorationUnitsTests
{
    // Cells of 1 ha in blocks of 2 × 2: 3 of 4 habitat; 1 of 4; 0 of 2 with data. Below: 2 of 2; nothing known; 1 of 4.
    private static readonly LandCover Map = LandCover.From(new Raster<int>(
        new Grid(6, 4, 100, 100),
        [
            1, 1, 0, 1, 9, 0,
            1, 0, 0, 0, 9, 0,
            9, 1, 9, 9, 0, 0,
            9, 1, 9, 9, 0, 1,
        ],
        noData: 9));

    [Fact]
    public void Blocks_with_enough_habitat_are_habitat_and_the_others_take_their_other_cells()
    {
        var problem = RestorationUnits.Of(Map, [1], 2, 0.7, new(1));
        Assert.Equal([1, 0, 0, 1, 0, 0], problem.Habitat.Cells);
        Assert.Equal([double.NaN, 3, 2, double.NaN, double.NaN, 3], problem.RestorableHa);
        Assert.Equal(5 * 4, problem.LandscapeHa, 12); // every block with data counts with four cells
        Assert.Equal((4, 200.0), (problem.UnitHa, problem.Grid.CellWidth));
    }

    [Fact] // 0.75 of 4 cells is 3, of 2 cells 1.5, so 2 of them; 0.7 of 4 is 2.8: 3 cells.
    public void A_lower_share_to_reach_takes_fewer_cells()
    {
        Assert.Equal([double.NaN, 2, 2, double.NaN, double.NaN, 2], RestorationUnits.Of(Map, [1], 2, 0.7, new(1), restoredShare: 0.75).RestorableHa);
        Assert.Equal([double.NaN, 2, 2, double.NaN, double.NaN, 2], RestorationUnits.Of(Map, [1], 2, 0.7, new(1), restoredShare: 0.7).RestorableHa);
        Assert.Throws<ArgumentOutOfRangeException>(() => RestorationUnits.Of(Map, [1], 2, 0.7, new(1), restoredShare: 0.6));
    }

    [Fact] // Locked: two of four cells of the first block, one of two of the third.
    public void A_block_is_locked_out_when_enough_of_its_cells_are()
    {
        bool Locked(int cell) => cell is 0 or 1 or 5;
        Assert.Equal([true, false, true, false, false, false], RestorationUnits.LockedOut(Map, 2, Locked, 0.5));
        Assert.Equal([false, false, false, false, false, false], RestorationUnits.LockedOut(Map, 2, Locked, 0.51));
        Assert.Equal([true, false, true, false, false, false], RestorationUnits.LockedOut(Map, 2, Locked, 1e-9));
        Assert.Throws<ArgumentOutOfRangeException>(() => RestorationUnits.LockedOut(Map, 2, Locked, 0));
    }
}
