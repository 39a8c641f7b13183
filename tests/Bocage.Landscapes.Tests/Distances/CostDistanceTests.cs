namespace Bocage.Landscapes.Tests.Distances;

public class CostDistanceTests
{
    private const double No = double.NaN; // a barrier
    private static readonly double Root2 = Math.Sqrt(2);

    // Cells of 1 × 1:   1 4 1     from the first cell, by hand: right ½(1+4) = 2.5, down ½(1+2) = 1.5, diagonal ½(1+1)·√2 = 1.4142;
    //                   2 1 1     to (0, 2) over the middle: √2 + ½(1+1)·√2 = 2√2 = 2.83, and 2.5 + ½(4+1) = 5 straight on; to (1, 2): √2 + 1
    [Fact]
    public void Least_costs_by_hand() =>
        AssertNear([0, 2.5, 2 * Root2, 1.5, Root2, Root2 + 1], CostDistance.From(Surface(3, [1, 4, 1, 2, 1, 1]), [0]).Cost.Values);

    [Fact] // without the diagonal: the middle over 2: 1.5 + ½(2+1) = 3; (1, 2): 3 + 1 = 4; (0, 2): straight on 2.5 + 2.5 = 5, or 4 + 1 = 5
    public void The_rook_takes_no_diagonal_steps() =>
        AssertNear([0, 2.5, 5, 1.5, 3, 4], CostDistance.From(Surface(3, [1, 4, 1, 2, 1, 1]), [0], Neighbourhood.Rook).Cost.Values);

    [Fact] // cells of 3 × 4, resistance 2: across 2·3, down 2·4, diagonally 2·5
    public void Oblong_cells_have_three_lengths_of_step() =>
        AssertNear([0, 6, 8, 10], CostDistance.From(Surface(2, [2, 2, 2, 2], width: 3, height: 4), [0]).Cost.Values);

    [Fact] // the two barriers touch at a corner; the step between the two other cells passes there
    public void A_diagonal_step_slips_between_two_barriers() =>
        AssertNear([0, double.PositiveInfinity, double.PositiveInfinity, Root2], CostDistance.From(Surface(2, [1, No, No, 1]), [0]).Cost.Values);

    [Fact]
    public void Behind_a_barrier_nothing_is_reached()
    {
        var distance = CostDistance.From(Surface(3, [1, No, 1]), [0]);
        Assert.Equal([0, double.PositiveInfinity, double.PositiveInfinity], distance.Cost.Values);
        Assert.Equal([1, 0, 0], distance.Allocation.Values);
    }

    [Theory]
    [InlineData(new[] { 1 })]
    [InlineData(new[] { 1, 1 })]
    public void A_source_on_a_barrier_reaches_nothing(int[] sources)
    {
        var distance = CostDistance.From(Surface(3, [1, No, 1]), sources);
        Assert.Equal([double.PositiveInfinity, 0, double.PositiveInfinity], distance.Cost.Values);
        Assert.Equal([0, 1, 0], distance.Allocation.Values);
    }

    [Fact]
    public void A_map_of_nothing_but_barriers() =>
        Assert.Equal([double.PositiveInfinity, 0, double.PositiveInfinity], CostDistance.From(Surface(3, [No, No, No]), [1]).Cost.Values);

    [Fact]
    public void A_map_of_one_cell() => Assert.Equal([0.0], CostDistance.From(Surface(1, [5]), [0]).Cost.Values);

    [Theory] // the middle cell is as far from both: the lowest number wins, whatever the place
    [InlineData(0, 4, new[] { 1, 1, 1, 2, 2 })]
    [InlineData(4, 0, new[] { 2, 2, 1, 1, 1 })]
    public void Ties_go_to_the_lowest_source(int first, int second, int[] allocation) =>
        Assert.Equal(allocation, CostDistance.From(Surface(5, [1, 1, 1, 1, 1]), [first, second]).Allocation.Values);

    [Fact]
    public void A_cell_named_twice_counts_as_its_first_source() =>
        Assert.Equal([2, 1, 1], CostDistance.From(Surface(3, [1, 1, 1]), [2, 0, 2]).Allocation.Values);

    [Fact] // steps of 1: exactly 2 is still reached
    public void Beyond_the_limit_cells_stay_unreached() =>
        Assert.Equal([0, 1, 2, double.PositiveInfinity], CostDistance.From(Surface(4, [1, 1, 1, 1]), [0], limit: 2).Cost.Values);

    [Fact] // the patches 1 . . 2: the middle cells go to the nearer
    public void All_cells_of_a_patch_have_cost_zero()
    {
        var distance = CostDistance.From(Surface(6, [3, 3, 1, 1, 9, 3]), PatchMap.From(new Grid(6, 1), [1, 1, 0, 0, 0, 2]));
        Assert.Equal([0, 0, 2, 3, 6, 0], distance.Cost.Values);
        Assert.Equal([1, 1, 1, 1, 2, 2], distance.Allocation.Values);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        var surface = Surface(3, [1, 1, 1]);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => CostDistance.From(surface, [])).Message, StringComparison.Ordinal);
        Assert.Contains("cells 0 to 2", Assert.Throws<ArgumentException>(() => CostDistance.From(surface, [3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CostDistance.From(surface, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostDistance.From(surface, [0], limit: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostDistance.From(surface, [0], limit: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostDistance.From(surface, [0], (Neighbourhood)5));
        Assert.Throws<ArgumentException>(() => CostDistance.From(surface, PatchMap.From(new Grid(3, 1), new int[3])));
        Assert.Contains("3 × 2", Assert.Throws<ArgumentException>(() => CostDistance.From(surface, PatchMap.From(new Grid(3, 2), [1, 0, 0, 0, 0, 0]))).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => CostDistance.From(surface, [0], cancellation: new CancellationToken(true)));
    }

    [Theory] // stopped half-way, by a token or by an exception of the caller's, with helpers at work
    [InlineData(true)]
    [InlineData(false)]
    public void Stopping_half_way_stops_all_workers(bool byToken)
    {
        using var source = new CancellationTokenSource();
        var progress = new Halfway(() =>
        {
            if (!byToken) throw new InvalidOperationException("enough");
            source.Cancel();
        });
        var surface = Surface(700, [.. Enumerable.Repeat(1.0, 700 * 700)]);
        void Run() => CostDistance.From(surface, [0], Neighbourhood.Queen, double.PositiveInfinity, workers: 3, progress, source.Token);
        if (byToken) Assert.Throws<OperationCanceledException>(Run);
        else Assert.Throws<InvalidOperationException>(Run);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 120)];

    [Theory, MemberData(nameof(Seeds))] // sums are compared bit for bit, and ties by source: the order of work must not matter
    public void Agrees_with_a_plain_dijkstra_whatever_the_number_of_workers(int seed)
    {
        var random = new SeededRandom(seed);
        double[][] palettes =
        [
            [1, 2, 5, 10, 100], [1, 1, 1, No], [1e-6, 1, 1e9], [0.3, 0.7, 1.1, 17.3, No, No], [1e9], [1e-6], [1e-6, 1e9, No], [1, 1, 1, 1, 1e7], [2, 3],
        ];
        var (width, height) = (seed % 3) switch { 0 => (1.0, 1.0), 1 => (30, 10), _ => (0.25, 0.31) };
        var grid = new Grid(random.Next(1, seed % 10 == 0 ? 700 : 90), random.Next(1, 140), width, height);
        var surface = RandomLandscape.Resistance(grid, palettes[seed % palettes.Length], random);
        var sources = Enumerable.Range(0, random.Next(1, 1 + seed % 2 * 12 + 1)).Select(_ => random.Next(grid.CellCount)).ToArray();
        var neighbourhood = seed % 4 == 3 ? Neighbourhood.Rook : Neighbourhood.Queen;
        var limit = seed % 5 == 4 ? 20 * width * random.NextDouble() : double.PositiveInfinity;
        var (cost, allocation) = PlainDijkstra(surface, sources, neighbourhood, limit);
        for (var workers = 1; workers <= 3; workers++)
        {
            var distance = CostDistance.From(workers == 2 ? RandomLandscape.AsClasses(surface) : surface, sources, neighbourhood, limit, workers, null, default);
            Assert.Equal(cost, distance.Cost.Values);
            Assert.Equal(allocation, distance.Allocation.Values);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Patches_spread_as_all_their_cells_would(int seed)
    {
        var random = new SeededRandom(seed);
        var grid = new Grid(random.Next(1, 100), random.Next(1, 100));
        var surface = RandomLandscape.Resistance(grid, [1, 2, 5, 10, No], random);
        var habitat = RandomLandscape.Habitat(grid, 0.3, random);
        habitat.Cells[0] = 1;
        var patches = PatchDelineation.Of(habitat);
        var sources = Enumerable.Range(0, grid.CellCount).Where(cell => habitat.Cells[cell] == 1).OrderBy(cell => patches.Labels[cell]).ToArray();
        var (cost, nearest) = PlainDijkstra(surface, sources, Neighbourhood.Queen, double.PositiveInfinity);
        var distance = CostDistance.From(surface, patches, Neighbourhood.Queen, double.PositiveInfinity, workers: 1 + seed % 2, null, default);
        Assert.Equal(cost, distance.Cost.Values);
        Assert.Equal(nearest.Select(source => source == 0 ? 0 : patches.Labels[sources[source - 1]]), distance.Allocation.Values);
    }

    [Fact] // 300,000 cells in a row: few cells a bucket, numbers of buckets far beyond one level of the queue
    public void A_long_row_of_growing_resistance()
    {
        var values = Enumerable.Range(0, 300_000).Select(k => 1.0 + k / 1000).ToArray();
        var expected = new double[values.Length];
        for (var k = 1; k < values.Length; k++) expected[k] = expected[k - 1] + (values[k - 1] + values[k]) * 0.5;
        Assert.Equal(expected, CostDistance.From(Surface(values.Length, values), [0]).Cost.Values);
    }

    private static (double[] Cost, int[] Allocation) PlainDijkstra(ResistanceSurface surface, int[] sources, Neighbourhood neighbourhood, double limit)
    {
        var grid = surface.Grid;
        var cost = new double[grid.CellCount];
        var allocation = new int[grid.CellCount];
        Array.Fill(cost, double.PositiveInfinity);
        var front = new PriorityQueue<int, (double Cost, int Source)>();
        for (var k = sources.Length - 1; k >= 0; k--) (cost[sources[k]], allocation[sources[k]]) = (0, k + 1);
        foreach (var source in sources) front.Enqueue(source, (0, allocation[source]));
        while (front.TryDequeue(out var cell, out var reached))
        {
            if (reached != (cost[cell], allocation[cell])) continue;
            var (row, column) = grid.Position(cell);
            for (var y = Math.Max(0, row - 1); y <= Math.Min(grid.Rows - 1, row + 1); y++)
            {
                for (var x = Math.Max(0, column - 1); x <= Math.Min(grid.Columns - 1, column + 1); x++)
                {
                    if ((y, x) == (row, column) || (neighbourhood == Neighbourhood.Rook && y != row && x != column)) continue;
                    var next = grid.CellAt(y, x);
                    var length = y == row ? grid.CellWidth : x == column ? grid.CellHeight : Math.Sqrt(grid.CellWidth * grid.CellWidth + grid.CellHeight * grid.CellHeight);
                    var sum = reached.Cost + (surface[cell] + surface[next]) / 2 * length;
                    if (!(sum <= limit) || (sum, reached.Source).CompareTo((cost[next], allocation[next])) >= 0) continue;
                    (cost[next], allocation[next]) = (sum, reached.Source);
                    front.Enqueue(next, (sum, reached.Source));
                }
            }
        }

        return (cost, allocation);
    }

    private static ResistanceSurface Surface(int columns, double[] values, double width = 1, double height = 1) =>
        ResistanceSurface.FromRaster(new(new Grid(columns, values.Length / columns, width, height), values));

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++) Assert.Equal(expected[k], actual[k], 1e-12);
    }

    private sealed class Halfway(Action act) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value > 0.5) act();
        }
    }
}
