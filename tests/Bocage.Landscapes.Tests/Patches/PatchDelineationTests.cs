namespace Bocage.Landscapes.Tests.Patches;

public class PatchDelineationTests
{
    // Cells of 10 × 20 m = 0.02 ha. By hand, queen:   1 1 . 2     rook:   1 1 . 2
    //                                                 . . 1 .             . . 3 .
    //                                                 3 . . .             4 . . .
    private static readonly HabitatMap Small = new(new Grid(4, 3, 10, 20, 100, 500), [1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0]);

    [Fact] // the cell at (1, 2) touches both (0, 1) and (0, 3) at a corner, so the queen joins them: only two patches remain
    public void A_corner_joins_patches_for_the_queen() =>
        Assert.Equal([1, 1, 0, 1, 0, 0, 1, 0, 2, 0, 0, 0], PatchDelineation.Of(Small).Labels);

    [Fact]
    public void A_corner_does_not_join_patches_for_the_rook() =>
        Assert.Equal([1, 1, 0, 2, 0, 0, 3, 0, 4, 0, 0, 0], PatchDelineation.Of(Small, Neighbourhood.Rook).Labels);

    [Fact] // x: 100 + 10·(½ + 1½ + 3½ + 2½)/4 = 120; y: 500 − 20·(½ + ½ + ½ + 1½)/4 = 485; 4 · 0.02 ha = 0.08 ha
    public void A_patch_knows_its_area_centre_and_extent() =>
        Assert.Equal(new Patch(1, 4, 0.08, 120, 485, Top: 0, Left: 0, Bottom: 1, Right: 3), PatchDelineation.Of(Small).Patches[0]);

    [Theory]
    [InlineData(0.02, new[] { 1, 1, 0, 2, 0, 0, 3, 0, 4, 0, 0, 0 })] // exactly the minimum stays
    [InlineData(0.03, new[] { 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(0.05, new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void Patches_under_the_minimum_are_left_out_before_numbering(double minimumHa, int[] labels)
    {
        var map = PatchDelineation.Of(Small, Neighbourhood.Rook, minimumHa);
        Assert.Equal(labels, map.Labels);
        Assert.Equal(labels.Max(), map.Patches.Count);
    }

    [Fact]
    public void A_map_without_habitat_has_no_patches()
    {
        var map = PatchDelineation.Of(new(new Grid(70, 3), new byte[210]));
        Assert.Empty(map.Patches);
        Assert.All(map.Labels, label => Assert.Equal(0, label));
    }

    [Fact]
    public void A_map_of_one_cell() => Assert.Equal(new Patch(1, 1, 1e-4, 0.5, -0.5, 0, 0, 0, 0), Assert.Single(PatchDelineation.Of(new(new Grid(1, 1), [1])).Patches));

    [Fact] // the arms of the comb meet only in the last row, in another strip than where they begin
    public void A_comb_is_one_patch()
    {
        var grid = new Grid(129, 100);
        var comb = new byte[grid.CellCount];
        for (var cell = 0; cell < comb.Length; cell++) comb[cell] = grid.Position(cell).Column % 2 == 0 || grid.Position(cell).Row == 99 ? (byte)1 : (byte)0;
        Assert.Equal(65 * 100 + 64, Assert.Single(PatchDelineation.Of(new(grid, comb)).Patches).CellCount);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_a_flood_fill(int seed)
    {
        var random = new SeededRandom(seed);
        var grid = new Grid(random.Next(1, 200), random.Next(1, 60), 5, 7, -30, 12);
        var habitat = RandomLandscape.Habitat(grid, 0.1 + 0.8 * random.NextDouble(), random);
        var neighbourhood = seed % 2 == 0 ? Neighbourhood.Queen : Neighbourhood.Rook;
        var minimumHa = seed % 3 == 0 ? 10 * grid.CellAreaHa : 0;
        var (labels, patches) = FloodFill(habitat, neighbourhood, seed % 3 == 0 ? 10 : 1);
        var map = PatchDelineation.Of(habitat, neighbourhood, minimumHa);
        Assert.Equal(labels, map.Labels);
        Assert.Equal(patches.Count, map.Patches.Count);
        for (var k = 0; k < patches.Count; k++) AssertSame(patches[k], map.Patches[k]);
        for (var k = 0; k < patches.Count; k++) AssertSame(patches[k], PatchMap.From(grid, labels).Patches[k]);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchDelineation.Of(Small, minimumAreaHa: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchDelineation.Of(Small, minimumAreaHa: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PatchDelineation.Of(Small, (Neighbourhood)6));
        Assert.Throws<OperationCanceledException>(() => PatchDelineation.Of(Small, cancellation: new CancellationToken(true)));
    }

    private static void AssertSame(Patch expected, Patch actual)
    {
        Assert.Equal(expected with { X = actual.X, Y = actual.Y, AreaHa = actual.AreaHa }, actual);
        Assert.Equal(expected.AreaHa, actual.AreaHa, 12);
        Assert.Equal(expected.X, actual.X, 9);
        Assert.Equal(expected.Y, actual.Y, 9);
    }

    private static (int[] Labels, List<Patch> Patches) FloodFill(HabitatMap habitat, Neighbourhood neighbourhood, int minimumCells)
    {
        var grid = habitat.Grid;
        var labels = new int[grid.CellCount];
        var seen = new bool[grid.CellCount];
        var patches = new List<Patch>();
        for (var first = 0; first < grid.CellCount; first++)
        {
            if (habitat.Cells[first] == 0 || seen[first]) continue;
            var cells = new List<int> { first };
            seen[first] = true;
            for (var k = 0; k < cells.Count; k++)
            {
                var (row, column) = grid.Position(cells[k]);
                for (var cell = 0; cell < grid.CellCount; cell++)
                {
                    var (dy, dx) = (Math.Abs(grid.Position(cell).Row - row), Math.Abs(grid.Position(cell).Column - column));
                    if (dy > 1) cell += dy > 1 && grid.Position(cell).Row < row ? grid.Columns - 1 : grid.CellCount;
                    else if (dx <= 1 && (neighbourhood == Neighbourhood.Queen || dy + dx == 1) && habitat.Cells[cell] == 1 && !seen[cell])
                    {
                        seen[cell] = true;
                        cells.Add(cell);
                    }
                }
            }

            if (cells.Count < minimumCells) continue;
            var id = patches.Count + 1;
            foreach (var cell in cells) labels[cell] = id;
            var positions = cells.Select(grid.Position).ToList();
            patches.Add(new(
                id,
                cells.Count,
                cells.Count * grid.CellAreaHa,
                cells.Average(cell => grid.Centre(cell).X),
                cells.Average(cell => grid.Centre(cell).Y),
                positions.Min(p => p.Row),
                positions.Min(p => p.Column),
                positions.Max(p => p.Row),
                positions.Max(p => p.Column)));
        }

        return (labels, patches);
    }
}
