namespace Bocage.Landscapes.Tests.Links;

/// <summary>Slow answers by other algorithms: sweeps until nothing changes, and all pairs of cells.</summary>
internal static class SlowLinks
{
    /// <summary>A landscape of chance with barriers, also inside patches; cells of 10 × 10 or 10 × 7.</summary>
    public static (ResistanceSurface Surface, PatchMap Patches, Neighbourhood Neighbourhood) Landscape(int seed, bool barriers = true)
    {
        var random = new SeededRandom(seed);
        var grid = new Grid(random.Next(1, 20), random.Next(1, 20), 10, seed % 3 == 0 ? 7 : 10);
        var neighbourhood = seed % 4 == 1 ? Neighbourhood.Rook : Neighbourhood.Queen;
        var patches = PatchDelineation.Of(RandomLandscape.Habitat(grid, 0.02 + 0.2 * random.NextDouble(), random), neighbourhood);
        var values = Enumerable.Range(0, grid.CellCount).Select(_ => barriers && random.NextDouble() < 0.25 ? double.NaN : seed % 2 == 0 ? random.Next(1, 6) : 1 + 40 * random.NextDouble());
        return (ResistanceSurface.FromRaster(new(grid, [.. values])), patches, neighbourhood);
    }

    /// <summary>Least cost from a patch to every cell: relaxes every step of the map, over and over, until nothing changes.</summary>
    public static double[] CostFrom(ResistanceSurface surface, PatchMap patches, int patch, Neighbourhood neighbourhood)
    {
        var cost = patches.Labels.Select(label => label == patch ? 0 : double.PositiveInfinity).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (one, other) in Steps(surface.Grid, neighbourhood))
            {
                var there = cost[one] + StepCost(surface, one, other);
                if (!(there < cost[other])) continue;
                cost[other] = there;
                changed = true;
            }
        }

        return cost;
    }

    public static double CostBetween(ResistanceSurface surface, PatchMap patches, int from, int to, Neighbourhood neighbourhood)
    {
        var cost = CostFrom(surface, patches, from, neighbourhood);
        return Enumerable.Range(0, cost.Length).Where(cell => patches.Labels[cell] == to).Min(cell => cost[cell]);
    }

    public static double StepCost(ResistanceSurface surface, int one, int other) => (surface[one] + surface[other]) / 2 * CentreDistance(surface.Grid, one, other);

    public static double CentreDistance(Grid grid, int one, int other)
    {
        var ((x, y), (u, v)) = (grid.Centre(one), grid.Centre(other));
        return Math.Sqrt((x - u) * (x - u) + (y - v) * (y - v));
    }

    public static double StraightDistance(PatchMap patches, int from, int to) =>
        Cells(patches, from).Min(one => Cells(patches, to).Min(other => CentreDistance(patches.Grid, one, other)));

    /// <summary>Pairs of labels that lie side by side (or corner to corner) somewhere.</summary>
    public static HashSet<(int, int)> Touching(Grid grid, int[] zones, Neighbourhood neighbourhood, Func<int, int, bool> counts) =>
        [.. Steps(grid, neighbourhood).Where(step => zones[step.One] > 0 && zones[step.One] < zones[step.Other] && counts(step.One, step.Other)).Select(step => (zones[step.One], zones[step.Other]))];

    public static IEnumerable<(int From, int To)> AllPairs(PatchMap patches) =>
        from a in Enumerable.Range(1, patches.Patches.Count) from b in Enumerable.Range(1, patches.Patches.Count) where a < b select (a, b);

    public static IEnumerable<int> Cells(PatchMap patches, int patch) => Enumerable.Range(0, patches.Labels.Length).Where(cell => patches.Labels[cell] == patch);

    /// <summary>Everything in a list of links, for comparison.</summary>
    public static string[] Told(IEnumerable<LeastCostLink> links) =>
        [.. links.Select(link => FormattableString.Invariant($"{link.From}-{link.To} {link.Distance:R} {link.LengthM:R} {string.Join(' ', link.Path)}"))];

    private static IEnumerable<(int One, int Other)> Steps(Grid grid, Neighbourhood neighbourhood)
    {
        for (var cell = 0; cell < grid.CellCount; cell++)
        {
            var (row, column) = grid.Position(cell);
            for (var r = Math.Max(0, row - 1); r <= Math.Min(row + 1, grid.Rows - 1); r++)
            {
                for (var c = Math.Max(0, column - 1); c <= Math.Min(column + 1, grid.Columns - 1); c++)
                {
                    var apart = Math.Abs(r - row) + Math.Abs(c - column);
                    if (apart == 1 || (apart == 2 && neighbourhood == Neighbourhood.Queen)) yield return (cell, grid.CellAt(r, c));
                }
            }
        }
    }
}
