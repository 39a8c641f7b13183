namespace Bocage.Landscapes.Tests;

public class SteppingStoneLinksTests
{
    // One row of cells of 10 m: patch 1 in cell 0, stones of resistance 1 in cells 2 and 4, patch 2 in cell 6; land has resistance 3.
    // From a stone to its neighbour or patch: 10·((1+3)/2 + (3+1)/2) = 40. From the first stone to patch 2: 10·(2 + 3 + 3 + 2) = 100, over the other stone's cell as it is today.
    [Fact]
    public void A_row_by_hand()
    {
        var (surface, patches, links) = Row([1, 3, 3, 3, 3, 3, 1], [1, 0, 0, 0, 0, 0, 2]);
        var found = SteppingStoneLinks.Of(surface, patches, links, [new([2], [1], true), new([4], [1], true)], 1000);
        Assert.Equal([(1, 40.0), (2, 100.0)], found[0].Patches);
        Assert.Equal([(1, 40.0)], found[0].Stones);
        Assert.Equal([(1, 100.0), (2, 40.0)], found[1].Patches);
        Assert.Empty(found[1].Stones);
        Assert.Equal([(1, 40.0)], SteppingStoneLinks.Of(surface, patches, links, [new([2], [1], true), new([4], [1], true)], 99)[0].Patches);
    }

    // Rows 2 2 3 / 2 3 2, patch 1 in the second cell, patch 2 in the last, 10·(2.5 + 2.5) = 50 apart. The stone in the first cell touches patch 1, so its own way of 10·(2 + 2.5 + 2.5) = 70 to patch 2 is no use.
    [Fact]
    public void What_a_patch_leads_to_is_left_out()
    {
        var grid = new Grid(3, 2, 10, 10);
        var surface = ResistanceSurface.FromRaster(new(grid, [2, 2, 3, 2, 3, 2]));
        var patches = PatchMap.From(grid, [0, 1, 0, 0, 0, 2]);
        var links = PatchLinks.WithinCost(surface, patches, 1000, Neighbourhood.Rook);
        var found = SteppingStoneLinks.Of(surface, patches, links, [new([0], [2], true)], 1000, Neighbourhood.Rook);
        Assert.Equal([(1, 0.0)], found[0].Patches);
    }

    [Fact]
    public void Habitat_that_touches_is_one_and_land_that_touches_is_a_step_away()
    {
        var (surface, patches, links) = Row([1, 3, 3, 3], [1, 0, 0, 0]);
        Assert.Equal([(1, 0.0)], SteppingStoneLinks.Of(surface, patches, links, [new([1], [1], true), new([2], [1], true)], 1000)[0].Patches);
        Assert.Equal([(1, 0.0)], SteppingStoneLinks.Of(surface, patches, links, [new([2], [1], true), new([3], [1], true)], 1000)[0].Stones);
        Assert.Equal([(1, 15.0)], SteppingStoneLinks.Of(surface, patches, links, [new([1], [2], false)], 1000)[0].Patches);
    }

    // With all distances known from a plain search over the whole map, the best way from a stone to a patch or another stone over patches must be that over the links that were found.
    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(120)]
    [InlineData(40)]
    public void No_link_that_is_left_out_matters(double limit)
    {
        var random = new SeededRandom(11);
        for (var k = 0; k < 50; k++)
        {
            var grid = new Grid(4 + random.Next(8), 4 + random.Next(8), 10, random.Next(2) == 0 ? 10 : 7);
            var neighbourhood = random.Next(2) == 0 ? Neighbourhood.Queen : Neighbourhood.Rook;
            var surface = RandomLandscape.Resistance(grid, [1, 2, 3, 10, double.NaN], random);
            var patches = PatchDelineation.Of(RandomLandscape.Habitat(grid, 0.15, random), neighbourhood);
            var stones = Stones(patches, random, 5);
            if (stones.Length == 0) continue;
            var links = PatchLinks.WithinCost(surface, patches, limit, neighbourhood);
            var found = SteppingStoneLinks.Of(surface, patches, links, stones, limit, neighbourhood);
            Compare(SlowDistances(surface, patches, stones, neighbourhood, limit), Distances(patches.Patches.Count, links, found), patches.Patches.Count, k);
        }
    }

    [Fact]
    public void Threads_make_no_difference()
    {
        var random = new SeededRandom(12);
        var grid = new Grid(60, 60, 10, 10);
        var surface = RandomLandscape.Resistance(grid, [1, 2, 3, 10], random);
        var patches = PatchDelineation.Of(RandomLandscape.Habitat(grid, 0.02, random));
        var links = PatchLinks.Planar(surface, patches, 500);
        var stones = Stones(patches, random, 60);
        var one = SteppingStoneLinks.Of(surface, patches, links, stones, 500, Neighbourhood.Queen, 1, null, TestContext.Current.CancellationToken);
        var three = SteppingStoneLinks.Of(surface, patches, links, stones, 500, Neighbourhood.Queen, 3, null, TestContext.Current.CancellationToken);
        for (var k = 0; k < stones.Length; k++)
        {
            Assert.Equal(one[k].Patches, three[k].Patches);
            Assert.Equal(one[k].Stones, three[k].Stones);
        }
    }

    [Fact]
    public void What_is_no_stone_is_refused()
    {
        var (surface, patches, links) = Row([1, 3, 3], [1, 0, 0]);
        SteppingStone[] wrong = [new([], [], true), new([0], [1], true), new([3], [1], true), new([1], [0], true), new([1], [], true), new([1, 2], [1, 1], false)];
        foreach (var stone in wrong) Assert.Throws<ArgumentException>(() => SteppingStoneLinks.Of(surface, patches, links, [stone], 100));
        Assert.Empty(SteppingStoneLinks.Of(surface, patches, links, [], 100));
    }

    private static (ResistanceSurface, PatchMap, IReadOnlyList<LeastCostLink>) Row(double[] resistance, int[] labels)
    {
        var grid = new Grid(labels.Length, 1, 10, 10);
        var (surface, patches) = (ResistanceSurface.FromRaster(new(grid, resistance)), PatchMap.From(grid, labels));
        return (surface, patches, PatchLinks.WithinCost(surface, patches, 1e6));
    }

    private static SteppingStone[] Stones(PatchMap patches, SeededRandom random, int count)
    {
        var taken = patches.Labels.Select(label => label != 0).ToArray();
        var stones = new List<SteppingStone>();
        for (var attempt = 0; attempt < 5 * count && stones.Count < count; attempt++)
        {
            var first = random.Next(taken.Length);
            var isHabitat = random.Next(3) > 0;
            int[] cells = isHabitat && first % patches.Grid.Columns < patches.Grid.Columns - 1 ? [first, first + 1] : [first];
            if (cells.Any(cell => taken[cell])) continue;
            foreach (var cell in cells) taken[cell] = true;
            stones.Add(new(cells, [.. cells.Select(_ => 1.0 + random.Next(3))], isHabitat));
        }

        return [.. stones];
    }

    /// <summary>Patches and then stones: what each is from each, by a search over the whole map with the two as they would be.</summary>
    private static double[,] SlowDistances(ResistanceSurface surface, PatchMap patches, SteppingStone[] stones, Neighbourhood neighbourhood, double limit)
    {
        var nodes = patches.Patches.Select(patch => new SteppingStone([.. CellsOf(patches, patch.Id)], [.. CellsOf(patches, patch.Id).Select(cell => surface[cell])], true)).Concat(stones).ToArray();
        var distances = new double[nodes.Length, nodes.Length];
        for (var a = 0; a < nodes.Length; a++)
        {
            for (var b = 0; b < nodes.Length; b++)
            {
                var distance = a == b ? 0 : SlowDistance(surface, nodes[a], nodes[b], neighbourhood);
                distances[a, b] = distance <= limit ? distance : double.PositiveInfinity;
            }
        }

        return distances;
    }

    private static IEnumerable<int> CellsOf(PatchMap patches, int id) => Enumerable.Range(0, patches.Labels.Length).Where(cell => patches.Labels[cell] == id);

    private static double SlowDistance(ResistanceSurface surface, SteppingStone from, SteppingStone to, Neighbourhood neighbourhood)
    {
        var grid = surface.Grid;
        var resistance = Enumerable.Range(0, grid.CellCount).Select(cell => surface[cell]).ToArray();
        foreach (var node in (SteppingStone[])[from, to]) for (var k = 0; k < node.Cells.Count; k++) resistance[node.Cells[k]] = node.Resistance[k];
        var cost = Enumerable.Repeat(double.PositiveInfinity, grid.CellCount).ToArray();
        foreach (var cell in from.Cells) cost[cell] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var cell = 0; cell < cost.Length; cell++)
            {
                foreach (var (next, length) in Around(grid, cell, neighbourhood))
                {
                    if (from.IsHabitat && to.IsHabitat && from.Cells.Contains(cell) && to.Cells.Contains(next)) return 0;
                    var there = cost[cell] + (resistance[cell] + resistance[next]) / 2 * length;
                    if (!(there < cost[next] - 1e-12)) continue;
                    (cost[next], changed) = (there, true);
                }
            }
        }

        return to.Cells.Min(cell => cost[cell]);
    }

    private static IEnumerable<(int Cell, double Length)> Around(Grid grid, int cell, Neighbourhood neighbourhood)
    {
        var (row, column) = grid.Position(cell);
        for (var r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, grid.Rows - 1); r++)
        {
            for (var c = Math.Max(column - 1, 0); c <= Math.Min(column + 1, grid.Columns - 1); c++)
            {
                if ((r, c) != (row, column) && (neighbourhood == Neighbourhood.Queen || r == row || c == column))
                    yield return (grid.CellAt(r, c), Math.Sqrt(Math.Pow((r - row) * grid.CellHeight, 2) + Math.Pow((c - column) * grid.CellWidth, 2)));
            }
        }
    }

    private static double[,] Distances(int patches, IReadOnlyList<LeastCostLink> links, IReadOnlyList<SteppingStoneReach> found)
    {
        var distances = new double[patches + found.Count, patches + found.Count];
        for (var a = 0; a < patches + found.Count; a++) for (var b = 0; b < patches + found.Count; b++) distances[a, b] = a == b ? 0 : double.PositiveInfinity;
        foreach (var link in links) Set(link.From - 1, link.To - 1, link.Distance);
        for (var stone = 0; stone < found.Count; stone++)
        {
            foreach (var (patch, distance) in found[stone].Patches) Set(patches + stone, patch - 1, distance);
            foreach (var (other, distance) in found[stone].Stones) Set(patches + stone, patches + other, distance);
        }

        return distances;

        void Set(int a, int b, double distance) => distances[a, b] = distances[b, a] = distance;
    }

    private static void Compare(double[,] slow, double[,] fast, int patches, int landscape)
    {
        OverPatches(slow, patches);
        OverPatches(fast, patches);
        for (var a = 0; a < slow.GetLength(0); a++)
        {
            for (var b = 0; b < slow.GetLength(0); b++)
            {
                Assert.True(slow[a, b].Equals(fast[a, b]) || Math.Abs(slow[a, b] - fast[a, b]) <= 1e-9 * slow[a, b],
                    FormattableString.Invariant($"landscape {landscape}, {a} to {b} of {patches} patches: {slow[a, b]} and {fast[a, b]}"));
            }
        }
    }

    private static void OverPatches(double[,] distances, int patches)
    {
        var count = distances.GetLength(0);
        for (var over = 0; over < patches; over++)
            for (var a = 0; a < count; a++)
                for (var b = 0; b < count; b++) distances[a, b] = Math.Min(distances[a, b], distances[a, over] + distances[over, b]);
    }
}
