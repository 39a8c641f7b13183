using Bocage.Formats;
using Bocage.Jobs.Runs;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>The patches and links that one species finds on a map: what a diagnosis weighs and a plan improves.</summary>
public sealed class SpeciesNetwork
{
    // Ways are searched beyond the longest link, so that a gap can say what the way around costs today.
    private const double SearchedShare = 2;

    /// <summary>The species.</summary>
    public required SpeciesProfile Profile { get; init; }

    /// <summary>Its name in the language of the report.</summary>
    public required string Name { get; init; }

    /// <summary>The codes that are habitat to it.</summary>
    public required IReadOnlyList<int> Habitat { get; init; }

    /// <summary>What moving through each cell costs it.</summary>
    public required ResistanceSurface Surface { get; init; }

    /// <summary>Its patches.</summary>
    public required PatchMap Patches { get; init; }

    /// <summary>The ways between neighbouring patches as far as they were searched, also those too long to be links.</summary>
    public required IReadOnlyList<LeastCostLink> Ways { get; init; }

    /// <summary>The links that function, as least-cost paths.</summary>
    public required IReadOnlyList<LeastCostLink> Links { get; init; }

    /// <summary>Patches and links as a graph.</summary>
    public required PatchGraph Graph { get; init; }

    /// <summary>Habitat in patches, ha.</summary>
    public double HabitatHa => Patches.Patches.Sum(patch => patch.AreaHa);

    /// <summary>How far ways were searched, m of effort.</summary>
    public double SearchedM => Profile.MaximumLinkM * SearchedShare;

    /// <summary>Finds patches and links.</summary>
    /// <param name="map">The land-cover map.</param>
    /// <param name="profile">The species.</param>
    /// <param name="request">Parameters.</param>
    /// <param name="resistance">A resistance raster for every species, or null to use the profile's table.</param>
    /// <param name="clock">Keeps time and reports progress.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SpeciesNetwork Of(LandCover map, SpeciesProfile profile, DiagnosisRequest request, ResistanceSurface? resistance, RunClock clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        var name = profile.Name.In(request.Language);
        var habitat = HabitatOf(map, profile, request);
        var surface = resistance ?? profile.ResistanceOn(map);
        var patches = clock.Step($"{name}: patches", p =>
            PatchDelineation.Of(map.Habitat(habitat), profile.Neighbours, profile.MinimumPatchAreaHa, p, cancellation));
        var ways = clock.Step($"{name}: links", p =>
            PatchLinks.Planar(surface, patches, profile.MaximumLinkM * SearchedShare, profile.Neighbours, progress: p, cancellation: cancellation));
        var links = ways.Where(link => link.Distance <= profile.MaximumLinkM).ToArray();
        return new()
        {
            Profile = profile,
            Name = name,
            Habitat = habitat,
            Surface = surface,
            Patches = patches,
            Ways = ways,
            Links = links,
            Graph = PatchLinks.ToGraph(patches, links),
        };
    }

    private static IReadOnlyList<int> HabitatOf(LandCover map, SpeciesProfile profile, DiagnosisRequest request)
    {
        var codes = request.Habitat.Count > 0 ? request.Habitat : profile.Habitat;
        if (codes.Count == 0) throw new BadInputException($"{profile.File} names no habitat, so give the codes with --habitat; the map has {string.Join(", ", map.Codes)}.");
        ClassCodes.Require(map, codes, request.Map);
        return codes;
    }
}
