using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>The network of one species with all that candidate places could add to it: what a solver optimises.</summary>
/// <remarks>
/// Vertices: patches with S = T = area (ha), in order; then per place that would be habitat two: its entrance and its core, joined by an arc of probability 0 that the unit
/// raises to 1, with S and T of the core raised by the hectares added; a place that is only easier to cross has such a pair per cell, without hectares.
/// Arcs: p = kernel of the least-cost distance, both ways; 1 for habitat that touches. So P of any choice is that of the least-cost way on the changed map, where habitat
/// is crossed freely: such a way consists of stretches over land as it is and of chosen places. docs/methods/plan-network.md says what is left out.
/// Habitat added counts when the place touches a patch or is itself as large as the smallest patch. Else the place is a stepping stone, and <see cref="SmallPlaces"/> says what its
/// hectares count for; when they count once they are joined to a patch, they lie in a third vertex, which only those of touching places lead to.
/// A place inside a patch raises that patch.
/// </remarks>
public sealed class PlanNetwork
{
    private PlanNetwork(ConnectivityCase network, int patchCount, int stoneCount, int leftOut, int worsened)
    {
        Case = network;
        PatchCount = patchCount;
        StoneCount = stoneCount;
        WeakLinksLeftOut = leftOut;
        WorsenedUnits = worsened;
    }

    /// <summary>The case.</summary>
    public ConnectivityCase Case { get; }

    /// <summary>Number of patches today: the first vertices.</summary>
    public int PatchCount { get; }

    /// <summary>Number of stepping stones: places that would be habitat, and cells that would be easier to cross; two vertices each, after the patches (and then the vertices of land that counts once it is joined to a patch).</summary>
    public int StoneCount { get; }

    /// <summary>Links between places left out for <see cref="PlanNetworkOptions.LeastPlaceProbability"/>.</summary>
    public int WeakLinksLeftOut { get; }

    /// <summary>Units that would make a cell harder to cross for this species. The model takes no notice of that; <see cref="ChangedLandscape"/> does.</summary>
    public int WorsenedUnits { get; }

    /// <summary>Makes the network of a species.</summary>
    /// <param name="landscape">The landscape today.</param>
    /// <param name="changes">What each unit changes for this species; a unit may change several places.</param>
    /// <param name="options">What is left out.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">A cell lies outside the grid, hectares are negative or not finite, or a resistance is not above 0.</exception>
    public static PlanNetwork Of(
        SpeciesLandscape landscape, IReadOnlyList<PlaceChange> changes, PlanNetworkOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes) Check(change, landscape.Patches.Grid);
        var stones = PlanStones.Of(landscape, changes);
        var reach = SteppingStoneLinks.Of(
            landscape.Surface, landscape.Patches, landscape.Links, [.. stones.Stones.Select(stone => stone.Shape)], landscape.MaximumLinkM, landscape.Neighbours, progress, cancellation);
        var assembly = new PlanAssembly(landscape, stones, reach, options ?? new());
        return new(assembly.Case(), landscape.Patches.Patches.Count, assembly.StoneCount, assembly.WeakLinksLeftOut, stones.WorsenedUnits);
    }

    internal static void Check(PlaceChange change, Grid grid)
    {
        if (change.Unit < 0) throw new ArgumentException($"A place belongs to unit {change.Unit}; units count from 0.", nameof(change));
        if (!(change.AddedHa >= 0) || !double.IsFinite(change.AddedHa))
            throw new ArgumentException(FormattableString.Invariant($"The habitat that unit {change.Unit} adds must be 0 ha or more and finite; got {change.AddedHa}."), nameof(change));
        if (change.Resistance is { } resistance && !(resistance > 0 && double.IsFinite(resistance)))
            throw new ArgumentException(FormattableString.Invariant($"The resistance that unit {change.Unit} makes must be above 0 and finite; got {resistance}."), nameof(change));
        foreach (var cell in change.Cells)
            if (cell < 0 || cell >= grid.CellCount) throw new ArgumentException($"Cell {cell} of unit {change.Unit} lies outside the grid, which has cells 0 to {grid.CellCount - 1}.", nameof(change));
    }
}
