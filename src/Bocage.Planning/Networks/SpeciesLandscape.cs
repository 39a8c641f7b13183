using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>A landscape as one species sees it today: what a plan changes.</summary>
public sealed record SpeciesLandscape
{
    /// <summary>The name of the species.</summary>
    public required string Name { get; init; }

    /// <summary>Which cells are habitat.</summary>
    public required HabitatMap Habitat { get; init; }

    /// <summary>What each cell costs to cross.</summary>
    public required ResistanceSurface Surface { get; init; }

    /// <summary>Its patches, of at least the minimum area.</summary>
    public required PatchMap Patches { get; init; }

    /// <summary>The links between patches, none longer than <see cref="MaximumLinkM"/>: those of a diagnosis (planar), or all within reach.</summary>
    public required IReadOnlyList<LeastCostLink> Links { get; init; }

    /// <summary>Which cells touch each other in a patch and on a path.</summary>
    public required Neighbourhood Neighbours { get; init; }

    /// <summary>The smallest patch that counts, ha.</summary>
    public required double MinimumPatchAreaHa { get; init; }

    /// <summary>How likely it is to cover an effective distance.</summary>
    public required DispersalKernel Dispersal { get; init; }

    /// <summary>The longest link that functions, in metres times resistance.</summary>
    public required double MaximumLinkM { get; init; }

    /// <summary>Finds patches and links.</summary>
    /// <param name="name">The name of the species.</param>
    /// <param name="habitat">Which cells are habitat.</param>
    /// <param name="surface">What each cell costs to cross, on the same grid.</param>
    /// <param name="neighbours">Which cells touch.</param>
    /// <param name="minimumPatchAreaHa">The smallest patch that counts, ha.</param>
    /// <param name="dispersal">How likely it is to cover a distance.</param>
    /// <param name="maximumLinkM">The longest link that functions.</param>
    /// <param name="topology">Links between neighbours, as a diagnosis has them, or between all patches within reach.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The grids differ, or a number is out of range.</exception>
    public static SpeciesLandscape Of(
        string name, HabitatMap habitat, ResistanceSurface surface, Neighbourhood neighbours, double minimumPatchAreaHa, DispersalKernel dispersal,
        double maximumLinkM, LinkTopology topology = LinkTopology.Planar, CancellationToken cancellation = default)
    {
        var patches = PatchDelineation.Of(habitat, neighbours, minimumPatchAreaHa, null, cancellation);
        var links = topology == LinkTopology.Planar
            ? PatchLinks.Planar(surface, patches, maximumLinkM, neighbours, cancellation: cancellation)
            : PatchLinks.WithinCost(surface, patches, maximumLinkM, neighbours, null, cancellation);
        return new()
        {
            Name = name,
            Habitat = habitat,
            Surface = surface,
            Patches = patches,
            Links = links,
            Neighbours = neighbours,
            MinimumPatchAreaHa = minimumPatchAreaHa,
            Dispersal = dispersal,
            MaximumLinkM = maximumLinkM,
        };
    }
}

/// <summary>Which patches are linked.</summary>
public enum LinkTopology
{
    /// <summary>Neighbours: the minimum planar graph, as in a diagnosis.</summary>
    Planar,

    /// <summary>All within the longest link.</summary>
    WithinReach,
}
