namespace Bocage.Landscapes;

/// <summary>Where a network could be mended: neighbouring patches without a link that works.</summary>
/// <remarks>docs/methods/patch-graph.md.</remarks>
public static class NetworkGaps
{
    /// <summary>Lists the pairs of neighbouring patches whose link is missing or too long, and which lie close enough to be joined.</summary>
    /// <remarks>
    /// Neighbours: their straight-line zones touch (<see cref="NeighbourZones.StraightLine"/>), whatever lies between, barriers included.
    /// A gap is a pair with no link in <paramref name="links"/> or with a distance above <paramref name="dispersalLimit"/>; its length, between the centres of
    /// the closest cells, is at most <paramref name="maximumGapM"/>; and closing it would shorten the way: length · <paramref name="closedResistance"/> &lt; present distance.
    /// No patch or one patch gives none. Sorted by From, then To. Which gap is worth most is for <see cref="LinkImprovement"/> to say.
    /// Links that were left out by a maximum distance count as missing, so compute the links at least as far as the dispersal limit.
    /// Cost: O(cells) for the zones, then O(cells on the rims) per pair.
    /// </remarks>
    /// <param name="surface">The surface that the links were found on.</param>
    /// <param name="patches">The patches, on the same grid.</param>
    /// <param name="links">The links there are.</param>
    /// <param name="dispersalLimit">Distance, in metres times resistance, beyond which a link does not work.</param>
    /// <param name="maximumGapM">The longest gap of interest, in metres.</param>
    /// <param name="closedResistance">Resistance of the strip that would close a gap; 1 is as easy as the best habitat.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The grids differ, a link names a patch that is not on the map, or a number is out of range.</exception>
    public static IReadOnlyList<GapCandidate> Candidates(
        ResistanceSurface surface, PatchMap patches, IReadOnlyList<LeastCostLink> links, double dispersalLimit, double maximumGapM,
        double closedResistance = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        LinkChecks.SameGrid(surface, patches);
        LinkChecks.BetweenPatches(links, patches);
        LinkChecks.NotNegative(dispersalLimit, nameof(dispersalLimit));
        LinkChecks.NotNegative(maximumGapM, nameof(maximumGapM));
        if (!(closedResistance > 0 && double.IsFinite(closedResistance)))
            throw new ArgumentOutOfRangeException(nameof(closedResistance), closedResistance, "A resistance must be above 0 and finite.");
        var present = new Dictionary<(int, int), double>();
        foreach (var link in links) present[(link.From, link.To)] = Math.Min(link.Distance, present.GetValueOrDefault((link.From, link.To), double.PositiveInfinity));

        cancellation.ThrowIfCancellationRequested();
        var neighbours = ZoneContacts.Of(patches.Grid, EuclideanZones.Of(patches), Neighbourhood.Rook);
        var rims = PatchRims.From(patches);
        var found = Workers.Map(neighbours.Length, Workers.Usual, () => rims, (_, k) => Candidate(neighbours[k].From, neighbours[k].To), progress, cancellation);
        return [.. found.OfType<GapCandidate>()];

        GapCandidate? Candidate(int from, int to)
        {
            var distance = present.GetValueOrDefault((from, to), double.PositiveInfinity);
            if (distance <= dispersalLimit && !double.IsPositiveInfinity(distance)) return null;
            if (patches.GapBetweenBoxes(from, to) > maximumGapM) return null;
            var (fromCell, toCell, length) = ClosestCells.Of(patches, rims, from, to);
            if (length > maximumGapM || !(length * closedResistance < distance)) return null;
            var line = StraightLine.Cells(patches.Grid, fromCell, toCell);
            return new(from, to, length, fromCell, toCell, [.. line.Skip(1).SkipLast(1)], distance, length * closedResistance);
        }
    }
}
