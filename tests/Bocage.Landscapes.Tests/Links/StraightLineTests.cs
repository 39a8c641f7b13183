namespace Bocage.Landscapes.Tests.Links;

public class StraightLineTests
{
    private static readonly Grid Grid = new(9, 8, 10, 7);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    [Fact] // from (0, 0) to (1, 2): the line leaves the first row in the middle of the second column
    public void A_line_passes_every_cell_that_it_runs_through() => Assert.Equal([0, 1, 10, 11], StraightLine.Cells(Grid, 0, 11));

    [Fact]
    public void Through_a_corner_it_goes_on_diagonally() => Assert.Equal([0, 10, 20], StraightLine.Cells(Grid, 0, 20));

    [Fact]
    public void From_a_cell_to_itself_it_is_that_cell() => Assert.Equal([5], StraightLine.Cells(Grid, 5, 5));

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_cutting_the_line_at_every_cell(int seed)
    {
        var random = new SeededRandom(seed);
        var a = random.Next(Grid.CellCount);
        var b = (a + 1 + random.Next(Grid.CellCount - 1)) % Grid.CellCount; // any other
        var cells = StraightLine.Cells(Grid, a, b);
        Assert.Equal(Enumerable.Range(0, Grid.CellCount).Where(cell => ShareInside(a, b, cell) > 1e-9), cells.Order());
        Assert.Equal((a, b), (cells[0], cells[^1]));
        Assert.Equal(cells.Reverse(), StraightLine.Cells(Grid, b, a));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 72)]
    public void A_cell_outside_is_refused(int a, int b) => Assert.Throws<ArgumentOutOfRangeException>(() => StraightLine.Cells(Grid, a, b));

    private static double ShareInside(int a, int b, int cell)
    {
        var ((x, y), (u, v), (cx, cy)) = (Grid.Centre(a), Grid.Centre(b), Grid.Centre(cell));
        var (low, high) = (0.0, 1.0);
        foreach (var (start, change, centre, half) in new[] { (x, u - x, cx, 5.0), (y, v - y, cy, 3.5) })
        {
            if (change == 0)
            {
                if (Math.Abs(start - centre) >= half) return 0;
                continue;
            }

            var (enter, leave) = ((centre - half - start) / change, (centre + half - start) / change);
            (low, high) = (Math.Max(low, Math.Min(enter, leave)), Math.Min(high, Math.Max(enter, leave)));
        }

        return high - low;
    }
}
