namespace Bocage.Landscapes;

/// <summary>The links that places would have if they became stepping stones: to patches and to each other.</summary>
/// <remarks>
/// Distance of two stones: the least cost of a way between them over the land as it is, except that their own cells count with the resistance they would have; as between
/// patches (<see cref="PatchLinks"/>), steps cost the mean of two resistances times their length, and habitat is reached at its first cell. Habitat that touches has distance 0.
/// Left out, because it can never matter: a link that is no shorter than a way over patches, whose links exist whatever is chosen. Two chosen stones with a third between them
/// need no link of their own through it: crossing the third costs no more by way of it than as land.
/// Cost: a bounded search per stone, over the cells that it reaches more cheaply than any patch that it can reach does. Memory: 20 bytes a cell per thread, and the result.
/// The result does not depend on the number of threads. docs/methods/plan-network.md.
/// </remarks>
public static class SteppingStoneLinks
{
    /// <summary>Finds the links.</summary>
    /// <param name="surface">What each cell costs to cross today.</param>
    /// <param name="patches">The patches of today.</param>
    /// <param name="links">The links between patches: they tell which others are left out.</param>
    /// <param name="stones">The places.</param>
    /// <param name="maximumDistance">Links that are longer are left out; in metres times resistance.</param>
    /// <param name="neighbourhood">Whether movement may go diagonally, and habitat touches at corners.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Per stone, in order, what it is linked to.</returns>
    /// <exception cref="ArgumentException">The grids differ, a distance is negative or NaN, a link names no patch, or a stone is not as <see cref="SteppingStone"/> says.</exception>
    public static IReadOnlyList<SteppingStoneReach> Of(
        ResistanceSurface surface, PatchMap patches, IReadOnlyList<LeastCostLink> links, IReadOnlyList<SteppingStone> stones, double maximumDistance,
        Neighbourhood neighbourhood = Neighbourhood.Queen, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(surface, patches, links, stones, maximumDistance, neighbourhood, Workers.Usual, progress, cancellation);

    internal static IReadOnlyList<SteppingStoneReach> Of(
        ResistanceSurface surface, PatchMap patches, IReadOnlyList<LeastCostLink> links, IReadOnlyList<SteppingStone> stones, double maximumDistance,
        Neighbourhood neighbourhood, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        LinkChecks.SameGrid(surface, patches);
        LinkChecks.BetweenPatches(links, patches);
        LinkChecks.NotNegative(maximumDistance, nameof(maximumDistance));
        neighbourhood.MustBeKnown();
        ArgumentNullException.ThrowIfNull(stones);
        foreach (var stone in stones) Check(stone, patches);
        if (stones.Count == 0) return [];
        var map = new StoneMap(surface, patches, stones, neighbourhood, maximumDistance, cancellation);
        var ways = PatchDistances.Of(patches.Patches.Count, links, maximumDistance);
        var found = Workers.Map(stones.Count, threads, () => new StoneSearch(map, ways, cancellation), (search, stone) => search.From(stone), progress, cancellation);
        return Workers.Map(stones.Count, threads, () => new StoneSieve(found, ways), (sieve, stone) => sieve.Keep(stone), null, cancellation);
    }

    private static void Check(SteppingStone stone, PatchMap patches)
    {
        if (stone.Cells.Count == 0 || stone.Resistance.Count != stone.Cells.Count)
            throw new ArgumentException($"A stepping stone has one cell or more and as many resistances; got {stone.Cells.Count} and {stone.Resistance.Count}.", nameof(stone));
        if (!stone.IsHabitat && stone.Cells.Count > 1)
            throw new ArgumentException($"A stepping stone that is no habitat has one cell; got {stone.Cells.Count}. Make one stone of each cell.", nameof(stone));
        for (var k = 0; k < stone.Cells.Count; k++)
        {
            var (cell, resistance) = (stone.Cells[k], stone.Resistance[k]);
            if (cell < 0 || cell >= patches.Grid.CellCount) throw new ArgumentException($"Cell {cell} of a stepping stone lies outside the grid, which has cells 0 to {patches.Grid.CellCount - 1}.", nameof(stone));
            if (patches.Labels[cell] != 0) throw new ArgumentException($"Cell {cell} of a stepping stone lies in patch {patches.Labels[cell]}; a stone lies outside all patches.", nameof(stone));
            if (!double.IsNaN(resistance) && !(resistance > 0 && double.IsFinite(resistance)))
                throw new ArgumentException(FormattableString.Invariant($"The resistance of a stepping stone must be above 0 and finite; got {resistance}."), nameof(stone));
        }
    }
}
