using Bocage.Formats;
using Bocage.Jobs.Diagnoses.Report;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Pages;
using Bocage.Jobs.Runs;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>From a land-cover map to what is wrong with its network: reads the inputs, diagnoses each species, writes all results or none.</summary>
public static class Diagnosis
{
    // Per cell: land cover 1, labels 4, allocation and cost of the links 12 and their queue, outlines 1, corridors 4, working space of two searches.
    private const double BytesPerCell = 64;

    /// <summary>Runs a diagnosis and writes network.gpkg, corridors.tif, metrics.json, report.html and run.json into a folder.</summary>
    /// <exception cref="BadInputException">An input cannot be used; nothing is written.</exception>
    public static DiagnosisResult Run(
        DiagnosisRequest request, string folder, TimeProvider time, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var output = new OutputFolder(folder);
        var clock = new RunClock(time, progress);
        var result = Compute(request, clock, cancellation);
        clock.Step("writing network.gpkg", _ => NetworkFile.Write(output.File("network.gpkg"), result, cancellation));
        clock.Step("writing corridors.tif", _ => CorridorsFile.Write(output.File("corridors.tif"), result, cancellation));
        clock.Step("writing metrics.json", _ => MetricsFile.Write(output.File("metrics.json"), result));
        clock.Step("writing report.html", _ => PageFile.Write<Report.Report>(output.File("report.html"), new ReportModel(result, Texts.Load("Diagnoses", request.Language))));
        cancellation.ThrowIfCancellationRequested();
        RunRecord.Of(request, result.Inputs, output.Files, clock).Write(output.File(RunRecord.FileName));
        output.Publish();
        return result;
    }

    private static DiagnosisResult Compute(DiagnosisRequest request, RunClock clock, CancellationToken cancellation)
    {
        var inputs = clock.Step("reading the inputs", _ => RunInput.Of(request.Inputs(cancellation)));
        var profiles = Profiles(request);
        var legend = request.Legend is null ? null : LegendTable.Read(request.Legend);
        var map = clock.Step("reading the map", _ => RasterFile.ReadLandCover(
            request.Map, Reading(request), cancellation));
        var notes = new InputNotes();
        var resistance = request.Resistance is null ? null : clock.Step("reading the resistance", _ => Resistance(request, map, cancellation));
        var sites = request.Sites is null ? null : clock.Step("reading the protected sites", _ => Site.Read(request.Sites, map.Grid, request.AssumeCrs, notes, cancellation));
        var places = request.Places is null ? new([]) : clock.Step("reading the places", _ => PlaceNames.Read(request.Places, map.Grid, request.AssumeCrs, notes, cancellation));
        var pressures = request.Pressures.Select(source => clock.Step($"reading {source.Name}", _ => PressureLayer.Read(source, request, map.Grid, notes, cancellation))).ToArray();
        var species = profiles.Select((profile, k) => SpeciesDiagnosis.Of(k + 1, map, profile, request, resistance, clock, cancellation)).ToArray();
        var metrics = clock.Step("landscape metrics", p => LandscapeMetrics.Of(map, new(), p, cancellation));
        var overlay = sites is null ? null : clock.Step("protected sites and pressures", _ => SiteOverlay.Of(sites, map, species, pressures, cancellation));
        return new()
        {
            Request = request,
            Inputs = inputs,
            Map = map,
            Legend = legend,
            Species = species,
            Sites = overlay,
            Pressures = pressures,
            Metrics = metrics,
            Places = places,
            Mended = notes.Mended,
            Notes = notes.Notes,
        };
    }

    private static ResistanceSurface Resistance(DiagnosisRequest request, LandCover map, CancellationToken cancellation)
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
        new() { ToCrs = request.Crs, CellSize = request.CellSizeM, AssumeCrs = request.AssumeCrs, BytesPerCell = BytesPerCell };

    // Results are told apart by the names of the species alone.
    private static SpeciesProfile[] Profiles(DiagnosisRequest request)
    {
        var profiles = request.Species.Select(SpeciesProfile.Read).ToArray();
        foreach (var sameName in profiles.GroupBy(profile => profile.Name.In(request.Language)).Where(group => group.Count() > 1))
            throw new BadInputException($"{string.Join(" and ", sameName.Select(profile => profile.File))} name the same species, “{sameName.Key}”; give each species once, with a name of its own.");
        return profiles;
    }
}
