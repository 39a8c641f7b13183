namespace Bocage.Landscapes.Tests.Zones;

public class ZoneCoverageTests
{
    // Four columns and three rows of 10 × 10 m; x from 100 to 140, y from 200 (north) to 170.
    private static readonly Grid Small = new(4, 3, 10, 10, west: 100, north: 200);

    [Fact] // x 105–125, y 175–195: the corner cells are covered for a quarter, the sides for a half
    public void A_square_that_lies_across_nine_cells()
    {
        var coverage = ZoneCoverage.Of(Small, Rectangle(105, 175, 125, 195));
        Assert.Equal([0.25, 0.5, 0.25, 0, 0.5, 1, 0.5, 0, 0.25, 0.5, 0.25, 0], Shares(coverage));
        Assert.Equal(0.04, coverage.AreaHa, 15);
        Assert.Equal(0.04, coverage.ZoneAreaHa, 15);
    }

    [Fact] // right triangle (100,200) (120,200) (100,180): the diagonal halves cells 1 and 4
    public void A_triangle_whose_long_side_is_the_diagonal_of_cells() =>
        Assert.Equal([1, 0.5, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, 0], Shares(ZoneCoverage.Of(Small, Polygon((100, 200), (120, 200), (100, 180)))));

    [Fact] // from (100,200) to (140,190) the line falls 2.5 m a cell; above it lie on average 1.25, 3.75, 6.25 and 8.75 of 10 m
    public void A_gentle_slope_through_a_row() =>
        Assert.Equal([0.125, 0.375, 0.625, 0.875], Shares(ZoneCoverage.Of(Small, Polygon((100, 200), (140, 200), (140, 190))))[..4]);

    [Fact]
    public void Edges_on_cell_borders_cover_whole_cells_in_one_run_a_row()
    {
        var coverage = ZoneCoverage.Of(Small, Rectangle(110, 170, 130, 190));
        Assert.Equal([new CoverageRun(5, 2, 1), new(9, 2, 1)], coverage.Runs);
        Assert.Equal(coverage.Runs, ZoneCoverage.ByCentre(Small, Rectangle(110, 170, 130, 190)).Runs);
    }

    [Fact] // the whole grid but the middle of cell 5: a hole of 5 × 5 m takes a quarter of it
    public void A_hole_is_left_out_whichever_way_its_ring_runs()
    {
        Ring hole = new([(112.5, 187.5), (117.5, 187.5), (117.5, 182.5), (112.5, 182.5)]);
        foreach (var ring in new[] { hole, new Ring(hole.Points.Reverse()) })
        {
            var zone = new Zone(new Ring([(100, 170), (140, 170), (140, 200), (100, 200)]), ring);
            Assert.Equal([1, 1, 1, 1, 1, 0.75, 1, 1, 1, 1, 1, 1], Shares(ZoneCoverage.Of(Small, zone)));
            Assert.Equal([1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1], Shares(ZoneCoverage.ByCentre(Small, zone)));
            Assert.Equal((1200 - 25) / 10_000.0, zone.AreaHa, 15);
        }
    }

    [Fact]
    public void Parts_add_up_in_the_cell_that_they_share()
    {
        var zone = Zone.Of([Rectangle(100, 190, 103, 200), Rectangle(108, 190, 112, 200)]);
        Assert.Equal([0.3 + 0.2, 0.2, 0, 0], Shares(ZoneCoverage.Of(Small, zone))[..4].Select(share => Math.Round(share, 14)));
    }

    [Fact]
    public void A_zone_that_holds_the_grid_covers_all_of_it()
    {
        foreach (var zone in new[] { Rectangle(-1e6, -1e6, 1e6, 1e6), Polygon((120, -1000), (2000, 185), (120, 2000), (-2000, 185)) })
        {
            Assert.All(Shares(ZoneCoverage.Of(Small, zone)), share => Assert.Equal(1, share));
            Assert.All(Shares(ZoneCoverage.ByCentre(Small, zone)), share => Assert.Equal(1, share));
            Assert.Equal(Small.CellCount * Small.CellAreaHa, ZoneCoverage.Of(Small, zone).AreaHa, 12);
        }
    }

    [Theory]
    [InlineData(0, 170, 100, 200)] // touches the western side
    [InlineData(140, 170, 150, 200)]
    [InlineData(100, 200, 140, 210)]
    [InlineData(100, 160, 140, 170)]
    [InlineData(1e12, 1e12, 2e12, 2e12)]
    public void A_zone_beside_the_grid_covers_nothing(double west, double south, double east, double north)
    {
        Assert.Empty(ZoneCoverage.Of(Small, Rectangle(west, south, east, north)).Runs);
        Assert.Empty(ZoneCoverage.ByCentre(Small, Rectangle(west, south, east, north)).Runs);
        Assert.Equal(0, ZoneCoverage.Of(Small, Rectangle(west, south, east, north)).AreaHa);
    }

    [Fact] // 1 cm wide and 30 m long: 0.1 % of each of three cells, and no centre
    public void A_sliver_counts_for_what_it_is()
    {
        var sliver = Rectangle(111, 170, 111.01, 200);
        Assert.Equal([0, 0.001, 0, 0, 0, 0.001, 0, 0, 0, 0.001, 0, 0], Shares(ZoneCoverage.Of(Small, sliver)).Select(share => Math.Round(share, 12)));
        Assert.Empty(ZoneCoverage.ByCentre(Small, sliver).Runs);
    }

    [Fact]
    public void A_zone_of_no_part_and_a_ring_of_no_area_cover_nothing()
    {
        Assert.Empty(ZoneCoverage.Of(Small, Zone.Of([])).Runs);
        Assert.Empty(ZoneCoverage.Of(Small, Polygon((105, 185), (125, 185), (115, 185))).Runs);
        Assert.Empty(ZoneCoverage.ByCentre(Small, Polygon((105, 185), (125, 185), (115, 185))).Runs);
    }

    [Fact] // a centre (105, 195) on the shared border belongs to the eastern and to the southern zone
    public void A_centre_on_a_border_belongs_to_one_of_the_two()
    {
        Assert.Equal([1, 2, 3], Cells(ZoneCoverage.ByCentre(Small, Rectangle(110, 190, 140, 200))));
        Assert.Equal([1], Cells(ZoneCoverage.ByCentre(Small, Rectangle(115, 190, 125, 200)))); // from 115 (in) to 125 (out)
        Assert.Equal([4], Cells(ZoneCoverage.ByCentre(Small, Rectangle(100, 175, 110, 185)))); // from 185 (in) to 175 (out)
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Shares_agree_with_clipping_the_rings_to_each_cell(int seed)
    {
        var (grid, zone) = Random(seed);
        var coverage = ZoneCoverage.Of(grid, zone);
        var shares = Shares(coverage);
        for (var cell = 0; cell < grid.CellCount; cell++) Assert.Equal(ShareByClipping(grid, zone, cell), shares[cell], 8);
        Assert.All(coverage.Runs, run => Assert.InRange(run.Fraction, 1e-11, 1));
        Assert.Equal(coverage.Cells.Select(cell => cell.Cell).Distinct().Order(), coverage.Cells.Select(cell => cell.Cell));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Centres_agree_with_a_test_of_every_point(int seed)
    {
        var (grid, zone) = Random(seed);
        var cells = Cells(ZoneCoverage.ByCentre(grid, zone));
        Assert.Equal(Enumerable.Range(0, grid.CellCount).Where(cell => Holds(zone, grid.Centre(cell))), cells);
    }

    [Theory, MemberData(nameof(Seeds))] // corners on halves of cells, so that many edges pass through centres and cell corners
    public void Zones_that_share_out_the_land_claim_every_cell_once(int seed)
    {
        var random = new SeededRandom(seed);
        var grid = new Grid(12, 9, 2, 4, west: -3, north: 7);
        var corner = new (double X, double Y)[5, 5];
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
                corner[i, j] = (grid.West + 6 * i + (i is 0 or 4 ? 0 : random.Next(-1, 2)), grid.North - 9 * j + (j is 0 or 4 ? 0 : 2 * random.Next(-1, 2)));
        }

        var (claims, shares) = (new int[grid.CellCount], new double[grid.CellCount]);
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                foreach (var zone in new[] { Polygon(corner[i, j], corner[i + 1, j], corner[i, j + 1]), Polygon(corner[i + 1, j], corner[i + 1, j + 1], corner[i, j + 1]) })
                {
                    foreach (var (cell, _) in ZoneCoverage.ByCentre(grid, zone).Cells) claims[cell]++;
                    foreach (var (cell, share) in ZoneCoverage.Of(grid, zone).Cells) shares[cell] += share;
                }
            }
        }

        Assert.All(claims, claim => Assert.Equal(1, claim));
        Assert.All(shares, share => Assert.Equal(1, share, 12));
    }

    [Fact]
    public void A_ring_needs_three_finite_points()
    {
        Assert.Throws<ArgumentException>(() => new Ring([(0, 0), (1, 1)]));
        Assert.Throws<ArgumentException>(() => new Ring([(0, 0), (1, 1), (double.NaN, 0)]));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    private static Zone Rectangle(double west, double south, double east, double north) => Polygon((west, south), (east, south), (east, north), (west, north));

    private static Zone Polygon(params (double, double)[] points) => new(new Ring(points));

    private static int[] Cells(ZoneCoverage coverage) => [.. coverage.Cells.Select(cell => cell.Cell)];

    private static double[] Shares(ZoneCoverage coverage)
    {
        var shares = new double[coverage.Grid.CellCount];
        foreach (var (cell, share) in coverage.Cells) shares[cell] = share;
        return shares;
    }

    private static (Grid Grid, Zone Zone) Random(int seed)
    {
        var random = new SeededRandom(seed);
        var grid = new Grid(random.Next(1, 20), random.Next(1, 20), 0.5 + random.NextDouble(), 0.5 + random.NextDouble(), west: 150_000, north: 230_000);
        // Centre and size such that some zones stick out of the grid and some hold it.
        var x = grid.West + random.NextDouble() * (grid.East - grid.West);
        var y = grid.North + random.NextDouble() * (grid.South - grid.North);
        return (grid, RandomZone.Of(random, x, y, 0.2 + 15 * Math.Pow(random.NextDouble(), 2)));
    }

    // Independent of the sweep: every ring is clipped to the cell (Sutherland and Hodgman) and measured; shells count, holes are taken off.
    private static double ShareByClipping(Grid grid, Zone zone, int cell)
    {
        var (row, column) = grid.Position(cell);
        var (west, north) = (grid.West + column * grid.CellWidth, grid.North - row * grid.CellHeight);
        var (east, south) = (west + grid.CellWidth, north - grid.CellHeight);
        var sum = 0.0;
        foreach (var (ring, sign) in zone.Boundaries)
        {
            var points = ring.Points.Select(point => (X: point.X - west, Y: point.Y - north)).ToList();
            points = Clip(points, point => point.X);
            points = Clip(points, point => east - west - point.X);
            points = Clip(points, point => -point.Y);
            points = Clip(points, point => point.Y - (south - north));
            var twice = 0.0;
            for (var k = 0; k < points.Count; k++)
            {
                var (a, b) = (points[k], points[(k + 1) % points.Count]);
                twice += a.X * b.Y - b.X * a.Y;
            }

            sum += sign * twice / 2;
        }

        return sum / (grid.CellWidth * grid.CellHeight);
    }

    private static List<(double X, double Y)> Clip(List<(double X, double Y)> points, Func<(double X, double Y), double> inside)
    {
        var kept = new List<(double X, double Y)>();
        for (var k = 0; k < points.Count; k++)
        {
            var (a, b) = (points[k], points[(k + 1) % points.Count]);
            var (da, db) = (inside(a), inside(b));
            if (da >= 0) kept.Add(a);
            if (da >= 0 != db >= 0) kept.Add((a.X + (b.X - a.X) * da / (da - db), a.Y + (b.Y - a.Y) * da / (da - db)));
        }

        return kept;
    }

    // Even-odd along a ray to the north; random corners never lie on it.
    private static bool Holds(Zone zone, (double X, double Y) point)
    {
        var holds = false;
        foreach (var (ring, _) in zone.Boundaries)
        {
            for (var k = 0; k < ring.Points.Count; k++)
            {
                var (a, b) = (ring.Points[k], ring.Points[(k + 1) % ring.Points.Count]);
                if (a.X > point.X == b.X > point.X) continue;
                if (a.Y + (point.X - a.X) / (b.X - a.X) * (b.Y - a.Y) > point.Y) holds = !holds;
            }
        }

        return holds;
    }
}
