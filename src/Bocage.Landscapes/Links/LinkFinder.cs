using System.Diagnostics;

namespace Bocage.Landscapes;

/// <summary>Finds the least-cost links of one patch after another, with work arrays that are used again.</summary>
/// <remarks>
/// The cost to the nearest patch never exceeds the cost to the patch that is sought, so it serves as the bound of the search; and in the zone
/// of that patch it is the cost itself, so the first cell that settles there already tells the distance, and the rest of the path runs downhill.
/// </remarks>
internal sealed class LinkFinder(ResistanceSurface surface, PatchMap patches, PatchRims rims, Moves moves, CostDistance nearest, CancellationToken cancellation)
{
    private readonly LocalSearch search = new(surface, patches, rims, moves, cancellation);
    private readonly int[] zones = nearest.Allocation.Values;
    private readonly double[] costs = nearest.Cost.Values;
    private readonly int[] mark = new int[patches.Patches.Count + 1]; // equal to the patch that is searched from: wanted, or found when all are

    /// <summary>The links from a patch to some others, as far as they are no farther than a distance.</summary>
    /// <param name="from">Id of the patch.</param>
    /// <param name="others">Ids of the others; null for every one with a higher id.</param>
    /// <param name="maximumDistance">The largest distance of interest.</param>
    public List<LeastCostLink> Find(int from, IReadOnlyCollection<int>? others, double maximumDistance)
    {
        foreach (var other in others ?? []) mark[other] = from;
        var open = others?.Count ?? patches.Patches.Count - from;
        var links = new List<LeastCostLink>(Math.Min(open, 8));
        if (open == 0) return links;
        var bound = new NearestPatch(costs);
        search.Start(from, maximumDistance, bound);
        while (open > 0 && search.TryNext(bound, out var cell, out _))
        {
            var zone = zones[cell];
            var wanted = others is null ? zone > from && mark[zone] != from : mark[zone] == from;
            if (!wanted) continue;
            mark[zone] = others is null ? from : 0;
            open--;
            links.Add(Link(from, zone, cell));
        }

        return links;
    }

    private LeastCostLink Link(int from, int to, int meeting)
    {
        var path = search.PathTo(meeting);
        for (var cell = meeting; patches.Labels[cell] != to;) path.Add(cell = Downhill(cell, to));
        if (from > to) path.Reverse();
        var (distance, length) = (0.0, 0.0);
        for (var k = 1; k < path.Count; k++)
        {
            var half = moves.HalfLength[moves.Between(path[k - 1], path[k])];
            length += 2 * half;
            distance += StepLengths.Cost(surface[path[k - 1]], surface[path[k]], half);
        }

        return new(Math.Min(from, to), Math.Max(from, to), distance, length, path);
    }

    /// <summary>The next cell on the cheapest way from a cell of a zone to its patch.</summary>
    private int Downhill(int cell, int zone)
    {
        var (row, column) = patches.Grid.Position(cell);
        var (best, least) = (-1, double.PositiveInfinity);
        for (var move = 0; move < moves.Count; move++)
        {
            var next = moves.Target(row, column, move);
            if (next < 0 || zones[next] != zone || !(costs[next] < costs[cell])) continue;
            var cost = costs[next] + StepLengths.Cost(surface[cell], surface[next], moves.HalfLength[move]);
            if (cost < least) (best, least) = (next, cost);
        }

        return best >= 0 ? best : throw new UnreachableException($"Cell {cell} lies in the zone of patch {zone}, but no neighbour is nearer to it.");
    }

    private readonly struct NearestPatch(double[] costs) : ILowerBound
    {
        public double At(int cell) => costs[cell];
    }
}
