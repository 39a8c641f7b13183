using Bocage.Formats;
using Bocage.Jobs.Runs;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Everything that a diagnosis reads, brought onto one grid; a plan reads the same before it improves on it.</summary>
public sealed class LandscapeInputs
{
    // Per cell: land cover 1, labels 4, allocation and cost of the links 12 and their queue, outlines 1, corridors 4, working space of two searches.
    private const double BytesPerCell = 64;

    /// <summary>The files with their fingerprints.</summary>
    public required IReadOnlyList<RunInput> Files { get; init; }

    /// <summary>The land-cover map.</summary>
    public required LandCover Map { get; init; }

    /// <summary>Names of its classes, or null when no legend was given.</summary>
    public required LandCoverLegend? Legend { get; init; }

    /// <summary>The species.</summary>
    public required IReadOnlyList<SpeciesProfile> Profiles { get; init; }

    /// <summary>A resistance raster for every species, or null to use the tables of the profiles.</summary>
    public required ResistanceSurface? Resistance { get; init; }

    /// <summary>The protected sites, or null when none were given.</summary>
    public required IReadOnlyList<Site>? Sites { get; init; }

    /// <summary>Where places are.</summary>
    public required PlaceNames Places { get; init; }

    /// <summary>The pressures.</summary>
    public required IReadOnlyList<PressureLayer> Pressures { get; init; }

    /// <summary>What the reader should know of the inputs.</summary>
    public required InputNotes Notes { get; init; }

    /// <summary>Reads all inputs of a diagnosis.</summary>
    /// <exception cref="BadInputException">An input cannot be used.</exception>
    public static LandscapeInputs Read(DiagnosisRequest request, RunClock clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        var inputs = clock.Step("reading the inputs", _ => RunInput.Of(request.Inputs(cancellation)));
        var profiles = ProfilesOf(request);
        var legend = request.Legend is null ? null : LegendTable.Read(request.Legend);
        var map = clock.Step("reading the map", _ => RasterFile.ReadLandCover(
            request.Map, Reading(request), cancellation));
        var notes = new InputNotes();
        var resistance = request.Resistance is null ? null : clock.Step("reading the resistance", _ => ResistanceOf(request, map, cancellation));
        var sites = request.Sites is null ? null : clock.Step("reading the protected sites", _ => Site.Read(request.Sites, map.Grid, request.AssumeCrs, notes, cancellation));
        var places = request.Places is null ? new([]) : clock.Step("reading the places", _ => PlaceNames.Read(request.Places, map.Grid, request.AssumeCrs, notes, cancellation));
        var pressures = request.Pressures.Select(source => clock.Step($"reading {source.Name}", _ => PressureLayer.Read(source, request, map.Grid, notes, cancellation))).ToArray();
        return new()
        {
            Files = inputs,
            Map = map,
            Legend = legend,
            Profiles = profiles,
            Resistance = resistance,
            Sites = sites,
            Places = places,
            Pressures = pressures,
            Notes = notes,
        };
    }

    private static ResistanceSurface ResistanceOf(DiagnosisRequest request, LandCover map, CancellationToken cancellation)
    {
        // A resistance raster is made from the map, often in a format that does not say the reference system.
        var raster = RasterFile.ReadValues(request.Resistance!, Reading(request) with { AssumeCrs = request.AssumeCrs ?? map.Grid.Crs }, cancellation);
        if (raster.Grid != map.Grid)
            throw new BadInputException($"The resistance raster {request.Resistance} and the map {request.Map} must have the same grid: {raster.Grid}, against {map.Grid}.");
        try
        {
            return ResistanceSurface.FromRaster(raster);
        }
        catch (ArgumentException error)
        {
            throw new BadInputException($"{request.Resistance}: {error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal)}", error);
        }
    }

    private static RasterReadOptions Reading(DiagnosisRequest request) =>
        new() { ToCrs = request.Crs, CellSize = request.CellSizeM, AssumeCrs = request.AssumeCrs, Window = request.Window, BytesPerCell = BytesPerCell };

    // Results are told apart by the names of the species alone.
    private static SpeciesProfile[] ProfilesOf(DiagnosisRequest request)
    {
        var profiles = request.Species.Select(SpeciesProfile.Read).ToArray();
        foreach (var sameName in profiles.GroupBy(profile => profile.Name.In(request.Language)).Where(group => group.Count() > 1))
            throw new BadInputException($"{string.Join(" and ", sameName.Select(profile => profile.File))} name the same species, “{sameName.Key}”; give each species once, with a name of its own.");
        return profiles;
    }
}
