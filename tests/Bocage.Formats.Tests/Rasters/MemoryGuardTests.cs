namespace Bocage.Formats.Tests.Rasters;

public class MemoryGuardTests
{
    [Fact] // 30,000 × 30,000 cells × 35 bytes = 31.5 GB
    public void What_does_not_fit_is_refused_with_both_figures() =>
        Assert.Equal(
            "map.tif has 30,000 × 30,000 cells: it needs about 32 GB, this machine has 22 GB free; cut it, or make its cells larger.",
            Assert.Throws<BadInputException>(() => MemoryGuard.Require("map.tif", 30_000, 30_000, 35, 22_000_000_000)).Message);

    [Fact]
    public void More_cells_than_a_map_can_have_are_refused_whatever_the_memory() =>
        Assert.Contains(
            "has 200,000 × 200,000 cells, more than the 2,147,483,591",
            Assert.Throws<BadInputException>(() => MemoryGuard.Require("map.tif", 200_000, 200_000, 1, long.MaxValue)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void What_fits_passes()
    {
        MemoryGuard.Require("map.tif", 10_000, 10_000, 16, 1_600_000_000);
        Assert.Throws<BadInputException>(() => MemoryGuard.Require("map.tif", 10_000, 10_000, 16, 1_599_999_999));
        MemoryGuard.Require("map.tif", 100, 100, 16);
        Assert.InRange(MemoryGuard.AvailableBytes(), 1, long.MaxValue);
    }
}
