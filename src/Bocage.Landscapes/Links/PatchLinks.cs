namespace Bocage.Landscapes;

/// <summary>The links between the patches of a landscape: between neighbours (planar), or between all within a distance (threshold, complete).</summary>
/// <remarks>
/// The step between two cells that touch costs the mean of their resistances times the distance between their centres; a barrier cannot be crossed.
/// A patch is reached at its first cell, at no further cost; a way may lead through other patches, at their resistance.
/// Of several ways of equal cost one is taken, always the same. Results are sorted by From, then To, and do not depend on the number of threads.
/// docs/methods/patch-graph.md.
/// </remarks>
public static class PatchLinks
{
    private const double ShareOfAllocation = 0.2; // of the time, roughly, for progress

    /// <summary>Links each patch to its neighbours: the minimum planar graph, with the true least-cost way between the two patches of each link.</summary>
    /// <remarks>
    /// Which patches are neighbours is told by zones around them; the way itself is free to leave the two zones, so its cost is never more than a way within.
    /// Distance: metres times resistance, above 0, at most <paramref name="maximumDistance"/>; the result is that of no maximum without the longer links.
    /// No patch or one patch gives no links; two neighbours with only barriers between them have no link.
    /// Cost: O(cells · log cells) for zones and bounds, then per patch a search over the cells that may lie on a way to its farthest neighbour;
    /// memory 30 bytes a cell on two threads.
    /// Fall, Fortin, Manseau and O'Brien (2007), Ecosystems 10: 448–461, doi:10.1007/s10021-007-9038-7.
    /// Nearest tool: Graphab, whose planar links come out pair for pair, with their distance (in cells there, in map units here) and length.
    /// </remarks>
    /// <param name="surface">What each cell costs to cross.</param>
    /// <param name="patches">The patches, on the same grid.</param>
    /// <param name="maximumDistance">Links that are longer are left out; in metres times resistance.</param>
    /// <param name="neighbourhood">Whether movement may go diagonally.</param>
    /// <param name="zones">Which zones tell who is a neighbour.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The grids differ, or the maximum is negative or NaN.</exception>
    public static IReadOnlyList<LeastCostLink> Planar(
        ResistanceSurface surface, PatchMap patches, double maximumDistance = double.PositiveInfinity, Neighbourhood neighbourhood = Neighbourhood.Queen,
        NeighbourZones zones = NeighbourZones.StraightLine, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Planar(surface, patches, maximumDistance, neighbourhood, zones, Workers.Usual, progress, cancellation);

    /// <summary>Links all patches that lie within a least-cost distance of each other: the threshold graph, and with no limit the complete graph.</summary>
    /// <remarks>
    /// Distance and ways as in <see cref="Planar(ResistanceSurface, PatchMap, double, Neighbourhood, NeighbourZones, IProgress{double}, CancellationToken)"/>; pairs with no way between them have no link.
    /// Cost: per patch a search over all cells within the distance, so O(patches · cells · log cells) without a limit: for small landscapes only;
    /// every path is kept, which can be most of the memory.
    /// Nearest tool: Graphab's complete topology with a maximum distance; Conefor's threshold graph.
    /// </remarks>
    /// <exception cref="ArgumentException">The grids differ, or the maximum is negative or NaN.</exception>
    public static IReadOnlyList<LeastCostLink> WithinCost(
        ResistanceSurface surface, PatchMap patches, double maximumDistance, Neighbourhood neighbourhood = Neighbourhood.Queen,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        WithinCost(surface, patches, maximumDistance, neighbourhood, Workers.Usual, progress, cancellation);

    /// <summary>Links all patches that lie within a straight distance of each other, edge to edge.</summary>
    /// <remarks>
    /// d = distance between the centres of the two closest cells, in metres: patches that touch at a side are one cell apart, not 0
    /// (FRAGSTATS' convention for the nearest neighbour). <see cref="LeastCostLink.Distance"/> and <see cref="LeastCostLink.LengthM"/> are both d;
    /// the path holds the cells under the straight line. Which land lies between plays no part.
    /// Cost: O(pairs of patches whose bounding boxes are near · cells on their rims); O(1) memory beside the result.
    /// </remarks>
    /// <exception cref="ArgumentException">The maximum is negative or NaN.</exception>
    public static IReadOnlyList<LeastCostLink> Euclidean(PatchMap patches, double maximumDistance, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(patches);
        LinkChecks.NotNegative(maximumDistance, nameof(maximumDistance));
        var rims = PatchRims.From(patches);
        var found = Workers.Map(patches.Patches.Count, Workers.Usual, () => rims, (_, place) => EuclideanFrom(patches, rims, place + 1, maximumDistance), progress, cancellation);
        return [.. found.SelectMany(links => links)];
    }

    /// <summary>Makes the graph on which connectivity is computed: patch k stands at place k - 1, with its area in hectares.</summary>
    /// <exception cref="ArgumentException">A link names a patch that is not on the map.</exception>
    public static PatchGraph ToGraph(PatchMap patches, IReadOnlyList<LeastCostLink> links)
    {
        ArgumentNullException.ThrowIfNull(patches);
        LinkChecks.BetweenPatches(links, patches);
        return new([.. patches.Patches.Select(patch => patch.AreaHa)], links.Select(link => new Link(link.From - 1, link.To - 1, link.Distance)));
    }

    internal static IReadOnlyList<LeastCostLink> Planar(
        ResistanceSurface surface, PatchMap patches, double maximumDistance, Neighbourhood neighbourhood,
        NeighbourZones zones, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        LinkChecks.SameGrid(surface, patches);
        LinkChecks.NotNegative(maximumDistance, nameof(maximumDistance));
        neighbourhood.MustBeKnown();
        if (!Enum.IsDefined(zones)) throw new ArgumentOutOfRangeException(nameof(zones), zones, "The zones are by straight line or by least cost.");
        if (patches.Patches.Count < 2) return [];
        var nearest = CostDistance.From(surface, patches, neighbourhood, double.PositiveInfinity, PartOfProgress.Of(progress, 0, ShareOfAllocation), cancellation);
        var plan = SearchPlan.Of(patches, PlanarPairs.Of(surface, patches, nearest, zones, neighbourhood));
        return Find(surface, patches, nearest, patch => plan[patch], maximumDistance, neighbourhood, threads, progress, cancellation);
    }

    internal static IReadOnlyList<LeastCostLink> WithinCost(
        ResistanceSurface surface, PatchMap patches, double maximumDistance, Neighbourhood neighbourhood,
        int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        LinkChecks.SameGrid(surface, patches);
        LinkChecks.NotNegative(maximumDistance, nameof(maximumDistance));
        neighbourhood.MustBeKnown();
        if (patches.Patches.Count < 2) return [];
        var nearest = CostDistance.From(surface, patches, neighbourhood, double.PositiveInfinity, PartOfProgress.Of(progress, 0, ShareOfAllocation), cancellation);
        return Find(surface, patches, nearest, _ => null, maximumDistance, neighbourhood, threads, progress, cancellation);
    }

    private static LeastCostLink[] Find(
        ResistanceSurface surface, PatchMap patches, CostDistance nearest, Func<int, List<int>?> others, double maximumDistance,
        Neighbourhood neighbourhood, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (rims, moves) = (PatchRims.From(patches), new Moves(surface.Grid, neighbourhood));
        var found = Workers.Map(
            patches.Patches.Count, threads,
            () => new LinkFinder(surface, patches, rims, moves, nearest, cancellation),
            (finder, place) => finder.Find(place + 1, others(place + 1), maximumDistance),
            PartOfProgress.Of(progress, ShareOfAllocation, 1), cancellation);
        return [.. found.SelectMany(links => links).OrderBy(link => link.From).ThenBy(link => link.To)];
    }

    private static List<LeastCostLink> EuclideanFrom(PatchMap patches, PatchRims rims, int from, double maximumDistance)
    {
        var links = new List<LeastCostLink>();
        for (var to = from + 1; to <= patches.Patches.Count; to++)
        {
            if (patches.GapBetweenBoxes(from, to) > maximumDistance) continue;
            var (fromCell, toCell, length) = ClosestCells.Of(patches, rims, from, to);
            if (length <= maximumDistance) links.Add(new(from, to, length, length, StraightLine.Cells(patches.Grid, fromCell, toCell)));
        }

        return links;
    }
}
