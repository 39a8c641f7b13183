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
        var inputs = LandscapeInputs.Read(request, clock, cancellation);
        var map = inputs.Map;
        var species = inputs.Profiles.Select((profile, k) => SpeciesDiagnosis.Of(k + 1, map, profile, request, inputs.Resistance, clock, cancellation)).ToArray();
        var metrics = clock.Step("landscape metrics", p => LandscapeMetrics.Of(map, new(), p, cancellation));
        var overlay = inputs.Sites is null ? null : clock.Step("protected sites and pressures", _ => SiteOverlay.Of(inputs.Sites, map, species, inputs.Pressures, cancellation));
        return new()
        {
            Request = request,
            Inputs = inputs.Files,
            Map = map,
            Legend = inputs.Legend,
            Species = species,
            Sites = overlay,
            Pressures = inputs.Pressures,
            Metrics = metrics,
            Places = inputs.Places,
            Mended = inputs.Notes.Mended,
            Notes = inputs.Notes.Notes,
        };
    }
}
