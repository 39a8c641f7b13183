using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

public class MeshGrowthTests
{
    [Theory]
    [InlineData(30, 1)]
    [InlineData(30, 2)]
    [InlineData(50, 1)]
    public void On_patchy_maps_it_is_no_worse_than_a_plain_greedy_on_bridges(int side, int seed)
    {
        var problem = Patchy(side, seed);
        var found = MeshRestorationSolver.Solve(problem, new(), cancellation: TestContext.Current.CancellationToken);
        var greedy = PlainGreedy(problem);
        Assert.True(problem.Allows(greedy));
        Assert.True(found.Mesh >= problem.MeshOf(greedy) - 1e-9, $"found {found.Mesh}, greedy {problem.MeshOf(greedy)}");
        Assert.True(found.Solution.Bound >= found.Mesh);
        Assert.Equal(problem.MeshOf(found.Solution.Selected), found.Mesh, 1e-9);
    }

    /// <summary>Cells of 1 ha, habitat where the mean of chance around a cell is high: 35 % in patches of some to some hundreds of cells. As many cells may be restored as half a side has.</summary>
    internal static RestorationProblem Patchy(int side, int seed)
    {
        var random = new SeededRandom(seed);
        var noise = Enumerable.Range(0, side * side).Select(_ => random.NextDouble()).ToArray();
        var mean = new double[noise.Length];
        for (var cell = 0; cell < noise.Length; cell++)
        {
            var (sum, count) = (0.0, 0);
            for (var row = Math.Max(0, cell / side - 1); row <= Math.Min(side - 1, cell / side + 1); row++)
                for (var column = Math.Max(0, cell % side - 1); column <= Math.Min(side - 1, cell % side + 1); column++) (sum, count) = (sum + noise[row * side + column], count + 1);
            mean[cell] = sum / count;
        }

        var least = mean.Order().ElementAt((int)(0.65 * mean.Length));
        return new(new(new(side, side, 100, 100), [.. mean.Select(value => value > least ? (byte)1 : (byte)0)]), Enumerable.Repeat(1.0, noise.Length).ToArray(), new(side / 2));
    }

    /// <summary>Again and again the shortest way between two patches that adds most to Σ n² per cell; at the end cells beside the largest patch. Slow, and by plain breadth-first searches.</summary>
    private static int[] PlainGreedy(RestorationProblem problem)
    {
        var cells = (byte[])problem.Habitat.Cells.Clone();
        var left = (int)problem.Rules.MaximumAreaHa;
        while (left > 0)
        {
            var patches = PatchDelineation.Of(new(problem.Grid, cells), Neighbourhood.Rook);
            (double Worth, List<int>? Way) best = (0, null);
            foreach (var patch in patches.Patches) best = BestFrom(problem.Grid, patches, patch, left, best);
            if (best.Way is null) break;
            foreach (var cell in best.Way) cells[cell] = 1;
            left -= best.Way.Count;
        }

        for (; left > 0; left--)
        {
            var patches = PatchDelineation.Of(new(problem.Grid, cells), Neighbourhood.Rook);
            var largest = patches.Patches.MaxBy(patch => patch.CellCount)!.Id;
            cells[Enumerable.Range(0, cells.Length).First(cell => cells[cell] == 0 && Around(problem.Grid, cell).Any(other => patches.Labels[other] == largest))] = 1;
        }

        return [.. Enumerable.Range(0, cells.Length).Where(cell => cells[cell] != problem.Habitat.Cells[cell])];
    }

    private static (double Worth, List<int>? Way) BestFrom(Grid grid, PatchMap patches, Patch patch, int most, (double Worth, List<int>? Way) best)
    {
        var before = new Dictionary<int, int>();
        var layer = Enumerable.Range(0, grid.CellCount).Where(cell => patches.Labels[cell] == patch.Id).ToList();
        foreach (var cell in layer) before[cell] = -1;
        for (var length = 0; length <= most && layer.Count > 0; length++)
        {
            var next = new List<int>();
            foreach (var cell in layer)
            {
                foreach (var other in Around(grid, cell))
                {
                    if (patches.Labels[other] is var label and > 0)
                    {
                        if (label == patch.Id || length == 0) continue;
                        var (a, b) = ((double)patch.CellCount, (double)patches.Patches[label - 1].CellCount);
                        var worth = (Math.Pow(a + b + length, 2) - a * a - b * b) / length;
                        if (worth <= best.Worth) continue;
                        var way = new List<int>();
                        for (var step = cell; patches.Labels[step] == 0; step = before[step]) way.Add(step);
                        best = (worth, way);
                    }
                    else if (before.TryAdd(other, cell))
                    {
                        next.Add(other);
                    }
                }
            }

            layer = next;
        }

        return best;
    }

    private static IEnumerable<int> Around(Grid grid, int cell)
    {
        var (row, column) = grid.Position(cell);
        if (row > 0) yield return cell - grid.Columns;
        if (column > 0) yield return cell - 1;
        if (column < grid.Columns - 1) yield return cell + 1;
        if (row < grid.Rows - 1) yield return cell + grid.Columns;
    }
}
