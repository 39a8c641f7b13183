using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>The landscape of a species after a choice of measures, computed anew: the check on what the model of a plan said.</summary>
/// <remarks>
/// The cells of the chosen places become habitat and get their new resistance (of several chosen on one cell the lowest); then patches, links and connectivity follow
/// as in a diagnosis. Cells change as a whole (<see cref="PlaceChange.CellsOf"/>), but the hectares of a patch are those of its old habitat plus <see cref="PlaceChange.AddedHa"/>
/// of the chosen places in it, so that shares of cells and quality count for what they are. A place of which no cell ends up in a patch adds nothing.
/// Cost: as a diagnosis of the window.
/// </remarks>
public sealed class ChangedLandscape
{
    private ChangedLandscape(PatchMap patches, IReadOnlyList<double> areaHa, IReadOnlyList<LeastCostLink> links, ResistanceSurface surface, double numerator)
    {
        Patches = patches;
        AreaHa = areaHa;
        Links = links;
        Surface = surface;
        PcNumerator = numerator;
    }

    /// <summary>The patches afterwards.</summary>
    public PatchMap Patches { get; }

    /// <summary>What each patch counts for, ha.</summary>
    public IReadOnlyList<double> AreaHa { get; }

    /// <summary>The links afterwards.</summary>
    public IReadOnlyList<LeastCostLink> Links { get; }

    /// <summary>Resistance afterwards.</summary>
    public ResistanceSurface Surface { get; }

    /// <summary>ΣΣ aᵢ·aⱼ·p*ᵢⱼ afterwards, ha².</summary>
    public double PcNumerator { get; }

    /// <summary>Equivalent connected area afterwards, ha.</summary>
    public double EcaHa => EquivalentConnectedArea.Of(PcNumerator).Hectares;

    /// <summary>Applies a choice.</summary>
    /// <param name="landscape">The landscape today.</param>
    /// <param name="changes">What each unit changes for this species.</param>
    /// <param name="selected">The choice, by unit.</param>
    /// <param name="topology">Links between neighbours, as in a diagnosis, or between all patches within reach, as in the model.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">A change is out of range, or belongs to a unit that the choice does not have.</exception>
    public static ChangedLandscape Of(
        SpeciesLandscape landscape, IReadOnlyList<PlaceChange> changes, ReadOnlySpan<bool> selected, LinkTopology topology = LinkTopology.Planar,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(changes);
        var chosen = new List<PlaceChange>();
        foreach (var change in changes)
        {
            PlanNetwork.Check(change, landscape.Habitat.Grid);
            if (change.Unit >= selected.Length) throw new ArgumentException($"A place belongs to unit {change.Unit}, but the choice has {selected.Length} units.", nameof(changes));
            if (selected[change.Unit]) chosen.Add(change);
        }

        var (habitat, surface) = Apply(landscape, chosen);
        var patches = PatchDelineation.Of(habitat, landscape.Neighbours, landscape.MinimumPatchAreaHa, null, cancellation);
        var links = topology == LinkTopology.Planar
            ? PatchLinks.Planar(surface, patches, landscape.MaximumLinkM, landscape.Neighbours, progress: progress, cancellation: cancellation)
            : PatchLinks.WithinCost(surface, patches, landscape.MaximumLinkM, landscape.Neighbours, progress, cancellation);
        var areas = Areas(landscape, chosen, patches);
        var graph = new PatchGraph(areas, links.Select(link => new Link(link.From - 1, link.To - 1, link.Distance)));
        return new(patches, areas, links, surface, ProbabilityOfConnectivity.Of(graph, landscape.Dispersal, null, cancellation));
    }

    private static (HabitatMap Habitat, ResistanceSurface Surface) Apply(SpeciesLandscape landscape, List<PlaceChange> chosen)
    {
        var grid = landscape.Habitat.Grid;
        var habitat = landscape.Habitat.Cells.AsSpan().ToArray();
        var resistance = new double[grid.CellCount];
        for (var cell = 0; cell < resistance.Length; cell++) resistance[cell] = landscape.Surface[cell];
        var changed = new HashSet<int>();
        foreach (var change in chosen)
        {
            foreach (var cell in change.Cells)
            {
                if (change.IsHabitat) habitat[cell] = 1;
                if (change.Resistance is { } changedTo) resistance[cell] = changed.Add(cell) ? changedTo : Math.Min(resistance[cell], changedTo);
            }
        }

        return (new(grid, habitat), ResistanceSurface.FromRaster(new(grid, resistance)));
    }

    private static double[] Areas(SpeciesLandscape landscape, List<PlaceChange> chosen, PatchMap patches)
    {
        var areas = new double[patches.Patches.Count];
        for (var cell = 0; cell < patches.Labels.Length; cell++)
            if (patches.Labels[cell] != 0 && landscape.Habitat.Cells[cell] != 0) areas[patches.Labels[cell] - 1] += landscape.Habitat.Grid.CellAreaHa;
        foreach (var change in chosen)
        {
            var inPatch = change.Cells.FirstOrDefault(cell => patches.Labels[cell] != 0, -1);
            if (change.IsHabitat && inPatch >= 0) areas[patches.Labels[inPatch] - 1] += change.AddedHa;
        }

        return areas;
    }
}
