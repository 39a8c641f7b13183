namespace Bocage.Landscapes.Tests.Patches;

public class PatchOutlinesTests
{
    [Fact]
    public void One_cell_is_a_square_walked_clockwise()
    {
        var outline = Assert.Single(Outlines("#"));
        Assert.Equal([(1, 0), (1, -1), (0, -1), (0, 0), (1, 0)], outline.Shell);
        Assert.Empty(outline.Holes);
    }

    [Fact]
    public void Straight_sides_have_no_points_between_their_corners() => Assert.Equal(5, Assert.Single(Outlines("###", "###")).Shell.Count);

    [Fact]
    public void Cells_that_touch_at_a_corner_are_two_polygons() => Assert.Equal(2, Outlines("#.", ".#").Count);

    [Fact]
    public void A_hole_is_an_inner_ring() => Assert.Equal(5, Assert.Single(Assert.Single(Outlines("###", "#.#", "###")).Holes).Count);

    [Fact] // the two holes meet at a corner: two rings, not one that touches itself
    public void Holes_that_touch_at_a_corner_stay_two_rings() =>
        Assert.Equal(2, Assert.Single(Outlines("####", "#.##", "##.#", "####")).Holes.Count);

    [Fact] // the open corner at the top right does not let the hole out
    public void A_ring_closed_by_a_corner_is_a_shell_with_a_hole() => Assert.Single(Assert.Single(Outlines("##.", "#.#", "###")).Holes);

    [Fact]
    public void A_wood_inside_a_hole_of_itself_keeps_the_hole_with_the_right_shell()
    {
        var outlines = Outlines("#####", "#...#", "#.#.#", "#...#", "#####");
        Assert.Equal([1, 0], outlines.OrderByDescending(o => AreaOf(o.Shell)).Select(o => o.Holes.Count));
    }

    [Theory, MemberData(nameof(Seeds))] // area is shells less holes; perimeter is the count of borders
    public void The_outlines_hold_as_many_cells_as_the_patch(int seed)
    {
        var random = new SeededRandom(seed);
        var rows = Enumerable.Range(0, 12).Select(_ => new string([.. Enumerable.Range(0, 15).Select(_ => random.NextDouble() < 0.55 ? '#' : '.')])).ToArray();
        var outlines = Outlines(rows);
        var held = outlines.Sum(o => AreaOf(o.Shell) - o.Holes.Sum(AreaOf));
        Assert.Equal(rows.Sum(row => row.Count(c => c == '#')), held);
        Assert.Equal(BordersOf(rows), outlines.Sum(o => LengthOf(o.Shell) + o.Holes.Sum(LengthOf)));
        Assert.All(outlines.SelectMany(o => o.Holes.Append(o.Shell)), ring => Assert.Equal(ring.Count - 1, ring.Distinct().Count()));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    private static IReadOnlyList<PatchOutlines.Outline> Outlines(params string[] rows)
    {
        var grid = new Grid(rows[0].Length, rows.Length);
        var labels = string.Concat(rows).Select(c => c == '#' ? 1 : 0).ToArray();
        var patch = new Patch(1, labels.Sum(), labels.Sum() * grid.CellAreaHa, 0, 0, 0, 0, grid.Rows - 1, grid.Columns - 1);
        return Assert.Single(PatchOutlines.Of(new PatchMap(grid, labels, [patch])));
    }

    private static double AreaOf(IReadOnlyList<(double X, double Y)> ring) =>
        Math.Abs(ring.Zip(ring.Skip(1), (a, b) => a.X * b.Y - b.X * a.Y).Sum()) / 2;

    private static double LengthOf(IReadOnlyList<(double X, double Y)> ring) =>
        ring.Zip(ring.Skip(1), (a, b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y)).Sum();

    private static double BordersOf(string[] rows)
    {
        char At(int row, int column) => row < 0 || column < 0 || row >= rows.Length || column >= rows[0].Length ? '.' : rows[row][column];
        return Enumerable.Range(0, rows.Length).Sum(r => Enumerable.Range(0, rows[0].Length).Sum(c => At(r, c) != '#' ? 0
            : new[] { At(r - 1, c), At(r + 1, c), At(r, c - 1), At(r, c + 1) }.Count(other => other != '#')));
    }
}
