namespace Bocage.Landscapes.Tests.Distances;

public class LeastCostPathTests
{
    // 1 9 1     from 0 to 2: down the middle row 0-4-2 costs 2√2 = 2.83 and is 2.83 long; straight on 0-1-2 costs 10
    // 1 1 1
    [Fact]
    public void The_way_round_a_hill()
    {
        var surface = Surface(new Grid(3, 2), [1, 9, 1, 1, 1, 1]);
        var path = LeastCostPath.Trace(surface, CostDistance.From(surface, [0]), 2);
        Assert.Equal([0, 4, 2], path!.Cells);
        Assert.Equal(2 * Math.Sqrt(2), path.Cost, 12);
        Assert.Equal(2 * Math.Sqrt(2), path.LengthM, 12);
    }

    [Fact] // cells of 3 × 4: across 3, diagonally 5
    public void Length_counts_oblong_cells()
    {
        var surface = Surface(new Grid(3, 2, 3, 4), [1, 1, double.NaN, double.NaN, double.NaN, 1]);
        Assert.Equal(8, LeastCostPath.Trace(surface, CostDistance.From(surface, [0]), 5)!.LengthM, 12);
    }

    [Fact]
    public void A_source_is_its_own_way()
    {
        var surface = Surface(new Grid(2, 1), [1, 1]);
        var path = LeastCostPath.Trace(surface, CostDistance.From(surface, [1]), 1)!;
        Assert.Equal([1], path.Cells);
        Assert.Equal((0, 0), (path.Cost, path.LengthM));
    }

    [Fact]
    public void There_is_no_way_through_a_barrier()
    {
        var surface = Surface(new Grid(3, 1), [1, double.NaN, 1]);
        Assert.Null(LeastCostPath.Trace(surface, CostDistance.From(surface, [0]), 2));
    }

    [Fact] // after 10⁹ + 10⁹ a step of 10⁻⁸ is lost in rounding: the plain beyond has one cost all over
    public void A_plain_where_steps_are_lost_in_rounding_is_crossed()
    {
        double[] row = [1e9, 1e9, 1e9, 1e-8, 1e-8, 1e-8, 1e-8, 1e-8];
        var grid = new Grid(8, 3);
        var surface = Surface(grid, [.. row, .. row, .. row]);
        var distance = CostDistance.From(surface, [8]);
        Assert.Equal(distance.Cost[14], distance.Cost[15]);
        var path = LeastCostPath.Trace(surface, distance, 15)!.Cells;
        Assert.Equal(8, path[0]);
        Assert.Equal(15, path[^1]);
        AssertIsAWay(surface, distance, path);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_steps_of_the_way_add_up_to_its_cost(int seed)
    {
        var random = new SeededRandom(seed);
        var grid = new Grid(random.Next(2, 60), random.Next(2, 60), 2, 3);
        var surface = RandomLandscape.Resistance(grid, seed % 2 == 0 ? [1, 2, 5, double.NaN] : [1e-6, 0.1, 7, 1e9], random);
        int[] sources = [random.Next(grid.CellCount), random.Next(grid.CellCount), random.Next(grid.CellCount)];
        var distance = CostDistance.From(surface, sources, seed % 3 == 0 ? Neighbourhood.Rook : Neighbourhood.Queen);
        for (var k = 0; k < 20; k++)
        {
            var cell = random.Next(grid.CellCount);
            var path = LeastCostPath.Trace(surface, distance, cell);
            Assert.Equal(double.IsPositiveInfinity(distance.Cost[cell]), path is null);
            if (path is null) continue;
            Assert.Equal(sources[distance.Allocation[cell] - 1], path.Cells[0]);
            Assert.Equal(cell, path.Cells[^1]);
            AssertIsAWay(surface, distance, path.Cells);
        }
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        var surface = Surface(new Grid(2, 1), [1, 1]);
        var distance = CostDistance.From(surface, [0]);
        Assert.Throws<ArgumentException>(() => LeastCostPath.Trace(surface, distance, 2));
        Assert.Throws<ArgumentException>(() => LeastCostPath.Trace(Surface(new Grid(2, 1), [1, 5]), distance, 1));
        Assert.Throws<ArgumentException>(() => LeastCostPath.Trace(Surface(new Grid(1, 2), [1, 1]), distance, 1));
    }

    private static void AssertIsAWay(ResistanceSurface surface, CostDistance distance, IReadOnlyList<int> cells)
    {
        var (grid, sum) = (surface.Grid, 0.0);
        for (var k = 1; k < cells.Count; k++)
        {
            var ((y, x), (v, u)) = (grid.Position(cells[k - 1]), grid.Position(cells[k]));
            Assert.InRange(Math.Max(Math.Abs(y - v), Math.Abs(x - u)), 1, 1);
            Assert.True(distance.Neighbourhood == Neighbourhood.Queen || y == v || x == u);
            var length = Math.Sqrt((y - v) * (y - v) * grid.CellHeight * grid.CellHeight + (x - u) * (x - u) * grid.CellWidth * grid.CellWidth);
            sum += (surface[cells[k - 1]] + surface[cells[k]]) / 2 * length;
        }

        Assert.Equal(distance.Cost[cells[^1]], sum);
    }

    private static ResistanceSurface Surface(Grid grid, double[] values) => ResistanceSurface.FromRaster(new(grid, values));
}
