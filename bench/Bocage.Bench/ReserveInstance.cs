using Bocage.Planning;

namespace Bocage.Bench;

/// <summary>The peers' minimum sets of reserve.py, number for number: a square of units, 100 features of which 17 to 34 % is wanted, and sides of length 1.</summary>
internal static class ReserveInstance
{
    private const int FeatureCount = 100;

    public static PlanningProblem Make(int size, double boundaryWeight)
    {
        var side = (int)Math.Round(Math.Sqrt(size));
        var costs = Instances.Noise(side, 100, value => 1 + (value >> 10));
        var held = Enumerable.Range(0, FeatureCount).Select(k => Instances.Noise(side, (uint)(1000 + k), value => value - 30000 - 130 * k is > 0 and var a ? 1 + (a >> 9) : 0)).ToArray();
        var kept = Enumerable.Range(0, FeatureCount).Where(k => held[k].Any(a => a > 0)).ToArray();
        var features = kept.Select(k => new ConservationFeature($"f{k}", Math.Max(1, (long)(held[k].Sum(a => (long)a) * (17 + 17 * (k % 10) / 9.0) / 100)))).ToArray();
        var first = new int[side * side + 1];
        var (entryFeatures, entryAmounts) = (new List<int>(), new List<double>());
        for (var unit = 0; unit < side * side; unit++)
        {
            for (var k = 0; k < kept.Length; k++)
            {
                if (held[kept[k]][unit] == 0) continue;
                entryFeatures.Add(k);
                entryAmounts.Add(held[kept[k]][unit]);
            }

            first[unit + 1] = entryFeatures.Count;
        }

        var problem = new PlanningProblem(costs.Select((cost, unit) => new PlanningUnit($"{unit}", cost)), new MinimumSetObjective(new(features, first, [.. entryFeatures], [.. entryAmounts])));
        return boundaryWeight > 0 ? problem.With(new BoundaryPenalty(boundaryWeight, [.. Sides(side)], [])) : problem;
    }

    private static IEnumerable<SharedBoundary> Sides(int side)
    {
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                if (column + 1 < side) yield return new(row * side + column, row * side + column + 1, 1);
                if (row + 1 < side) yield return new(row * side + column, (row + 1) * side + column, 1);
            }
        }
    }
}
