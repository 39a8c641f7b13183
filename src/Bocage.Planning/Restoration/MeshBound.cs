namespace Bocage.Planning;

/// <summary>An upper bound on the sum of squares that choices from a set of units can reach, for landscapes too large for a search with proof.</summary>
/// <remarks>
/// All joined patches and new units in one patch is best, so no choice is above max (X + k)² − Σ a² + Σ(all) a², X the units in the joined patches, a those of each, k the most units
/// that the area pays for, over sets of patches whose <see cref="JoiningCosts"/> add up to at most the area and the dearest single one. The square is replaced by its chord on pieces of
/// the range of X; what is left is a fractional knapsack. docs/methods/mesh-restoration.md has the proof. Cost: O(pieces · patches log patches).
/// </remarks>
internal sealed class MeshBound(MeshLandscape landscape, double[] joiningCost)
{
    private const int Pieces = 64;

    /// <summary>The bound for choices from some units, as a sum of squares.</summary>
    public double Of(IReadOnlyCollection<int> units)
    {
        var area = RestorationRules.Loose(landscape.Problem.Rules.MaximumAreaHa);
        var more = CountWithin(units, area);
        Span<int> at = stackalloc int[8];
        var patches = new HashSet<int>();
        foreach (var unit in units) foreach (var patch in at[..landscape.PatchesAt(unit, at)]) patches.Add(patch);
        return Of(patches, more, area);
    }

    private double Of(HashSet<int> patches, int more, double area)
    {
        // A patch that can be joined to no other can still be the one that takes up the new units: the heaviest of those, at no cost.
        var alone = patches.Where(patch => double.IsInfinity(joiningCost[patch])).Select(patch => landscape.Mass[patch]).DefaultIfEmpty(0).Max();
        (double Mass, double Cost)[] items =
            [(alone, 0), .. patches.Where(patch => double.IsFinite(joiningCost[patch])).Select(patch => ((double)landscape.Mass[patch], joiningCost[patch]))];
        var room = area + items.Max(item => item.Cost);
        var best = (double)more * more;
        var most = Knapsack(items, item => item.Mass, room);
        for (var piece = 0; piece < Pieces; piece++)
        {
            var (low, high) = (most * piece / Pieces, most * (piece + 1) / Pieces);
            var (slope, start) = (low + high + 2.0 * more, (low + more) * (low + more));
            best = Math.Max(best, Knapsack(items, item => item.Mass * (slope - item.Mass), room) + start - slope * low);
        }

        return (landscape.Squares + best) * (1 + 1e-12);
    }

    /// <summary>How many of the units the area pays for at most.</summary>
    private int CountWithin(IEnumerable<int> units, double area)
    {
        var count = 0;
        foreach (var unit in units.OrderBy(unit => landscape.Cost[unit]))
        {
            area -= landscape.Cost[unit];
            if (area < -1e-9) break;
            count++;
        }

        return count;
    }

    /// <summary>The largest value of items, parts of items allowed, within a room.</summary>
    private static double Knapsack((double Mass, double Cost)[] items, Func<(double Mass, double Cost), double> valueOf, double room)
    {
        var sum = 0.0;
        foreach (var (value, cost) in items.Select(item => (Value: valueOf(item), item.Cost)).Where(item => item.Value > 0).OrderByDescending(item => item.Cost == 0 ? double.PositiveInfinity : item.Value / item.Cost))
        {
            if (cost > room) return sum + value * (room / cost);
            (sum, room) = (sum + value, room - cost);
        }

        return sum;
    }
}
