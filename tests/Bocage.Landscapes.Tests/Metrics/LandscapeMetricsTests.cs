namespace Bocage.Landscapes.Tests.Metrics;

public class LandscapeMetricsTests
{
    private const int NoData = -1;

    // A wood (1) of 2 × 2 and one of a single cell, in fields (2); cells of 100 m, so of 1 ha. One cell is not known.
    private static readonly LandCover Woods = Map(5, 100, 100,
    [
        1, 1, 2, 2, 2,
        1, 1, 2, 2, 1,
        2, 2, 2, 2, NoData,
    ]);

    [Fact] // 4 + 1 ha of wood in 14 ha; edges of wood: 400 m around the block less its 400 m on the map's outline, and 300 - 100 m of the single cell
    public void Areas_and_edges_by_hand()
    {
        var metrics = Of(Woods);
        var (all, wood) = (metrics.Landscape, metrics.Classes[1]);
        Assert.Equal(14, all["TA"]);
        Assert.Equal(3, all["NP"]);
        Assert.Equal(5, wood["CA"]);
        Assert.Equal(4 / 14.0 * 100, wood["LPI"], 12);
        Assert.Equal(2 / 14.0 * 100, wood["PD"], 12);
        Assert.Equal(600, wood["TE"]); // block: 2 sides east, 2 south; single cell: north and west. 6 sides of 100 m
        Assert.Equal(600, all["TE"]);
        Assert.Equal(600 / 14.0, all["ED"], 12);
        Assert.Equal(800 + 400, wood["LSI"] * 1000, 9); // outline 800 + 400 m; the least outline of five cells is 10 sides
        Assert.Equal((16 + 1) / 14.0, wood["MESH"], 12);
        Assert.Equal(14 * 14 / 17.0, wood["SPLIT"], 12);
        Assert.Equal(1 - 17 / 196.0, wood["DIVISION"], 12);
    }

    [Fact]
    public void The_outline_of_the_map_and_of_its_holes_counts_as_edge_only_when_asked()
    {
        var metrics = Of(Woods, new() { CountBoundaryAsEdge = true });
        Assert.Equal(800 + 400, metrics.Classes[1]["TE"]);
        Assert.Equal(600 + 1600, metrics.Landscape["TE"]); // 2·(5 + 3) sides around the map, hole included: its two outer sides are replaced by two inner ones
    }

    [Fact] // like adjacencies of wood: 4 pairs in the block, 5 at most for five cells (block of 2 × 2 and one more): AI = 4/5
    public void Aggregation_by_hand()
    {
        var wood = Of(Woods).Classes[1];
        Assert.Equal(80, wood["AI"], 12);
        Assert.Equal(100 * 8 / 20.0, wood["PLADJ"], 12);
        var (g, p) = (8 / (20.0 - 10), 5 / 14.0);
        Assert.Equal((g - p) / (1 - p), wood["CLUMPY"], 12);
        Assert.Equal((12 - 10) / (20.0 - 10), wood["NLSI"], 12); // 12 sides of outline; at least 10, at most 20
        Assert.Equal(100 * (1 - 12 / (8 * 2 + 4 * 1.0)) / (1 - 1 / Math.Sqrt(14)), wood["COHESION"], 12);
    }

    [Fact] // shares 5/14 and 9/14
    public void Diversity_by_hand()
    {
        var all = Of(Woods).Landscape;
        Assert.Equal(-(5 / 14.0 * Math.Log(5 / 14.0) + 9 / 14.0 * Math.Log(9 / 14.0)), all["SHDI"], 12);
        Assert.Equal(1 - (25 + 81) / 196.0, all["SIDI"], 12);
        Assert.Equal((1 - 106 / 196.0) / 0.5, all["SIEI"], 12);
        Assert.Equal(double.NaN, all["IJI"]); // needs three classes
    }

    [Fact] // nearest centres: row 1, columns 1 and 4; cells of 30 × 20 m give 90 m, and 3 cells wide means 3 · 30
    public void Distances_and_outlines_heed_cells_that_are_not_square()
    {
        var patches = Of(Map(5, 30, 20, [1, 1, 2, 2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 2, NoData])).Patches;
        Assert.Equal(90, patches[0].Values["ENN"]);
        Assert.Equal(90, patches[2].Values["ENN"]);
        Assert.Equal(2 * 60 + 2 * 40, patches[0].Values["PERIM"]);
        Assert.Equal(1 - 60 * 40 / (Math.PI / 4 * (60 * 60 + 40 * 40)), patches[0].Values["CIRCLE"], 12);
        Assert.Equal(Math.Sqrt(15 * 15 + 10 * 10), patches[0].Values["GYRATE"], 12);
        Assert.Equal((30.0, -20.0), (patches[0].X, patches[0].Y));
        // Least outline of 4 cells: 2 × 2 (200 m), 3 × 2 (260 m), 1 × 4 (220 m), 4 × 1 (280 m).
        Assert.Equal(1, patches[0].Values["SHAPE"]);
    }

    [Fact] // a field of 5 × 5: the rim is edge, 3 × 3 remain; at 2 cells only the middle remains; at 3 nothing
    public void Core_is_what_lies_beyond_the_edge_depth()
    {
        var field = Map(5, 10, 10, Enumerable.Repeat(1, 25).ToArray());
        Assert.Equal(0.09, Of(field).Patches[0].Values["CORE"], 12);
        Assert.Equal(36, Of(field).Patches[0].Values["CAI"], 12);
        Assert.Equal(0.01, Of(field, new() { EdgeDepthM = 20 }).Patches[0].Values["CORE"], 12);
        Assert.Equal(0, Of(field, new() { EdgeDepthM = 30 }).Patches[0].Values["CORE"]);
        Assert.Equal(0.25, Of(field, new() { EdgeDepthM = 9.99 }).Patches[0].Values["CORE"], 12);
    }

    [Fact]
    public void Corners_join_patches_for_the_queen_and_not_for_the_rook()
    {
        var diagonal = Map(2, 1, 1, [1, 2, 2, 1]);
        Assert.Equal(2, Of(diagonal).Landscape["NP"]);
        Assert.Equal(4, Of(diagonal, new() { Neighbourhood = Neighbourhood.Rook }).Landscape["NP"]);
        Assert.Equal(Math.Sqrt(2), Of(diagonal, new() { Neighbourhood = Neighbourhood.Rook }).Patches[0].Values["ENN"]);
    }

    [Fact]
    public void A_map_without_data_has_no_patches_and_nothing_else_is_known()
    {
        var metrics = Of(Map(2, 1, 1, [NoData, NoData]));
        Assert.Empty(metrics.Patches);
        Assert.Empty(metrics.Classes);
        Assert.Equal(["TA", "NP", "PR"], metrics.Landscape.Where(pair => !double.IsNaN(pair.Value)).Select(pair => pair.Key));
        Assert.Equal(0, metrics.Landscape["NP"]);
    }

    [Fact]
    public void What_needs_two_patches_or_two_classes_is_not_known_for_one_cell()
    {
        var metrics = Of(Map(1, 100, 100, [7]));
        Assert.Equal(["ENN"], metrics.Patches[0].Values.Where(pair => double.IsNaN(pair.Value)).Select(pair => pair.Key));
        foreach (var name in (string[])["ENN_MN", "CONTAG", "IJI", "AI", "PAFRAC", "COHESION", "DCORE_MN"]) Assert.Equal(double.NaN, metrics.Landscape[name]);
        foreach (var name in (string[])["CLUMPY", "AI", "NLSI", "CAI_CV"]) Assert.Equal(double.NaN, metrics.Classes[7][name]);
        Assert.Equal(0, metrics.Landscape["SHDI"]);
        Assert.Equal(0, metrics.Landscape["SHEI"]);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_the_definitions_on_random_maps(int seed)
    {
        var (map, options) = RandomMap(seed);
        var (ours, slow) = (Of(map, options), new SlowLandscapeMetrics(map, options));
        AssertSame("landscape", slow.Landscape, ours.Landscape);
        Assert.Equal(slow.Classes.Keys, ours.Classes.Keys);
        foreach (var (code, values) in slow.Classes) AssertSame($"class {code}", values, ours.Classes[code]);
        Assert.Equal(slow.Patches.Count, ours.Patches.Count);
        for (var k = 0; k < slow.Patches.Count; k++)
        {
            Assert.Equal(slow.CodeOf(k), ours.Patches[k].Code);
            AssertSame($"patch {k + 1}", slow.Patches[k], ours.Patches[k].Values);
        }
    }

    [Fact] // far beyond the window that is searched cell by cell: 300 columns of one class between two dots and a bar of another
    public void Distances_to_far_neighbours_are_exact()
    {
        var cells = Enumerable.Repeat(2, 300 * 40).ToArray();
        (cells[0], cells[39 * 300 + 299], cells[20 * 300 + 150]) = (1, 1, 1);
        for (var row = 5; row < 35; row++) cells[row * 300 + 30] = 1;
        var patches = Of(Map(300, 3, 7, cells)).Patches.Where(patch => patch.Code == 1).ToArray();
        Assert.Equal(
            [Math.Sqrt(90 * 90 + 35 * 35), Math.Sqrt(90 * 90 + 35 * 35), 3 * 120, Math.Sqrt(149 * 149 * 9 + 19 * 19 * 49)],
            patches.Select(patch => patch.Values["ENN"]));
    }

    [Fact]
    public void Work_can_be_followed_and_stopped()
    {
        var told = new List<double>();
        LandscapeMetrics.Of(Woods, null, new Told(told.Add), TestContext.Current.CancellationToken);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        Assert.Throws<OperationCanceledException>(() => LandscapeMetrics.Of(Woods, null, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Options_that_mean_nothing_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricsOptions { EdgeDepthM = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricsOptions { EdgeDepthM = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricsOptions { Neighbourhood = (Neighbourhood)6 });
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    /// <summary>Small maps of all kinds: noise and lumps, holes, one class, one row, cells that are not square, every option.</summary>
    private static (LandCover Map, MetricsOptions Options) RandomMap(int seed)
    {
        var random = new SeededRandom(seed);
        var (columns, rows) = (random.Next(1, 15), seed % 10 == 0 ? 1 : random.Next(1, 15));
        var (classes, holes, lumpy) = (random.Next(1, 5), random.NextDouble() * 0.4, random.Next(2) == 0);
        var cells = new int[columns * rows];
        for (var k = 0; k < cells.Length; k++)
        {
            cells[k] = random.NextDouble() < holes ? NoData : 10 * random.Next(classes);
            if (lumpy && random.NextDouble() < 0.7 && k > columns) cells[k] = cells[random.Next(2) == 0 ? k - 1 : k - columns];
        }

        var (width, height) = seed % 2 == 0 ? (25.0, 25.0) : (27.95, 29.74);
        return (Map(columns, width, height, cells), new()
        {
            Neighbourhood = random.Next(2) == 0 ? Neighbourhood.Rook : Neighbourhood.Queen,
            EdgeDepthM = random.Next(2) == 0 ? null : random.Next(4) * 25 + random.Next(2) * random.NextDouble() * 25,
            CountBoundaryAsEdge = random.Next(2) == 0,
        });
    }

    private static void AssertSame(string what, Dictionary<string, double> expected, MetricValues got)
    {
        Assert.Equal(expected.Keys.Order(), got.Keys.Order());
        foreach (var (name, value) in expected)
        {
            var same = double.IsNaN(value) ? double.IsNaN(got[name]) : Math.Abs(value - got[name]) <= 1e-8 * Math.Max(1, Math.Abs(value));
            Assert.True(same, FormattableString.Invariant($"{what}, {name}: by definition {value}, got {got[name]}"));
        }
    }

    private static LandscapeMetrics Of(LandCover map, MetricsOptions? options = null) =>
        LandscapeMetrics.Of(map, options, cancellation: TestContext.Current.CancellationToken);

    private static LandCover Map(int columns, double cellWidth, double cellHeight, int[] cells) =>
        LandCover.From(new Raster<int>(new Grid(columns, cells.Length / columns, cellWidth, cellHeight), cells, NoData));

    private sealed class Told(Action<double> told) : IProgress<double>
    {
        public void Report(double value) => told(value);
    }
}
