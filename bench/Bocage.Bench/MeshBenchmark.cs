using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Bench;

/// <summary>Restoring half a side's number of cells for the largest effective mesh size, without a limit on where they lie (restopt.py).</summary>
internal static class MeshBenchmark
{
    public static void Run(int size)
    {
        foreach (var milliseconds in (int?[])[50, 200, 1000, null])
        {
            Measured.Run(
                $"restoration for MESH, {size / 2} cells, {(milliseconds is { } most ? $"{most} ms" : "no limit of time")}",
                size,
                Patchy,
                problem => MeshRestorationSolver.Solve(problem, new() { Time = milliseconds is { } limit ? TimeSpan.FromMilliseconds(limit) : null }),
                found => new { before = Math.Round(found.MeshBefore, 2), mesh = Math.Round(found.Mesh, 2), bound = Math.Round(found.Solution.Bound, 2), chosen = found.Solution.Selected.Length });
        }
    }

    /// <summary>Cells of 1 ha, habitat where the mean of chance around a cell is high: 35 % in patches of some to some hundreds of cells.</summary>
    private static RestorationProblem Patchy(int side)
    {
        var random = new SeededRandom(1);
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
}
