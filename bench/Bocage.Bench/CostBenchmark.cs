using Bocage.Landscapes;

namespace Bocage.Bench;

/// <summary>Cost distance from one cell or many, against lcp.py and cost_many.py.</summary>
internal static class CostBenchmark
{
    public static void Run(int size, int sources) => Measured.Run(
        sources == 1 ? "accumulated cost, 1 source" : $"accumulated cost and allocation, {sources} sources",
        size,
        side => (Surface: Instances.Resistance(side), Sources: Instances.Sources(side, sources)),
        input => CostDistance.From(input.Surface, input.Sources),
        Check);

    /// <summary>Cost at the four corners and the mean; the sum of the allocation.</summary>
    private static object Check(CostDistance distance)
    {
        var (cost, last) = (distance.Cost, distance.Cost.Grid.Columns - 1);
        double[] corners = [cost[0, 0], cost[0, last], cost[last, 0], cost[last, last]];
        return corners.Select(value => Math.Round(value, 2))
            .Append(Math.Round(cost.Values.Sum() / cost.Values.Length, 4))
            .Append(distance.Allocation.Values.Sum(source => (double)source));
    }
}
