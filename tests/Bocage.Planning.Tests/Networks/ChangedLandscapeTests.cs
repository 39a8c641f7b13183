using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ChangedLandscapeTests
{
    private static readonly Grid Cells = new(5, 1, 100, 100);

    // H . . . H of 1 ha each, land of resistance 4; p = ½ at 1,000 m.
    private static SpeciesLandscape Row(double minimumPatchAreaHa) => SpeciesLandscape.Of(
        "row", new(Cells, [1, 0, 0, 0, 1]), ResistanceSurface.FromRaster(new(Cells, [1, 4, 4, 4, 1])), Neighbourhood.Queen, minimumPatchAreaHa, DispersalKernel.NegativeExponential(1000, 0.5), 1e6);

    // 0.6 ha of wood in cell 1 counts as 0.6 ha, though the whole cell changes on the map: patch 1.6 ha, and 100·(2.5 + 4 + 2.5) m to the other.
    [Fact]
    public void Hectares_are_those_of_the_place_and_not_of_its_cells()
    {
        var changed = ChangedLandscape.Of(Row(0), [new(0, [1], 0.6, 1, true)], [true]);
        Assert.Equal([1.6, 1], changed.AreaHa);
        Assert.Equal(2, changed.Patches.Patches[0].CellCount);
        Assert.Equal(1.6 * 1.6 + 1 + 2 * 1.6 * Math.Pow(0.5, 0.9), changed.PcNumerator, 12);
        Assert.Equal(Math.Sqrt(changed.PcNumerator), changed.EcaHa, 12);
    }

    // Habitat of 1 ha is no patch where 2 ha are needed, until a place joins it; what stays apart counts for nothing.
    [Fact]
    public void Small_habitat_becomes_a_patch_when_a_place_joins_it()
    {
        var landscape = Row(2);
        PlaceChange[] places = [new(0, [1], 1, 1, true), new(1, [2], 1, 1, true)];
        Assert.Equal(0, ChangedLandscape.Of(landscape, places, [false, false]).EcaHa);
        Assert.Equal(2, ChangedLandscape.Of(landscape, places, [true, false]).EcaHa, 12);
        Assert.Equal(0, ChangedLandscape.Of(landscape, places, [false, true]).EcaHa);
        Assert.Equal(3, ChangedLandscape.Of(landscape, places, [true, true]).EcaHa, 12);
    }

    // Two chosen measures on one cell: the easier crossing counts, also when it comes first. One alone may make it harder.
    [Theory]
    [InlineData(true, true, 2)]
    [InlineData(true, false, 2)]
    [InlineData(false, true, 9)]
    [InlineData(false, false, 4)]
    public void Of_several_resistances_the_lowest_counts(bool easy, bool hard, double expected) =>
        Assert.Equal(expected, ChangedLandscape.Of(Row(0), [new(0, [2], 0, 2, false), new(1, [2], 0, 9, false)], [easy, hard]).Surface[2]);

    [Fact]
    public void A_choice_without_the_unit_is_refused() => Assert.Throws<ArgumentException>(() => ChangedLandscape.Of(Row(0), [new(1, [1], 1, 1, true)], [true]));

    [Fact]
    public void The_landscape_of_today_is_not_touched()
    {
        var landscape = Row(0);
        ChangedLandscape.Of(landscape, [new(0, [1, 2, 3], 3, 1, true)], [true]);
        Assert.Equal([1, 0, 0, 0, 1], landscape.Habitat.Cells);
        Assert.Equal(4, landscape.Surface[1]);
    }
}
