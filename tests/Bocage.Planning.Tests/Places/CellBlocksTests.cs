using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CellBlocksTests
{
    [Fact]
    public void Blocks_are_cut_off_at_the_edge_and_left_out_where_nothing_is_known()
    {
        // 5 × 3 cells of 100 m in blocks of 2: 2 rows and 3 columns of blocks; the one at the top left is without data.
        byte[] cells = [0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1];
        var places = CellBlocks.Covering(LandCover.From(new Raster<byte>(new Grid(5, 3, 100, 100, north: 300), cells, noData: 0)), 2);
        Assert.Equal([("r0c1", 4.0), ("r0c2", 2.0), ("r1c0", 2.0), ("r1c1", 2.0), ("r1c2", 1.0)], places.Select(place => (place.Id, place.AreaHa)));
    }
}
