using Bocage.Jobs.Diagnoses;

namespace Bocage.Cli.Output;

/// <summary>Runs a diagnosis with progress, then says what was found and where it lies.</summary>
internal static class DiagnosisDisplay
{
    public static void Run(DiagnosisRequest request, string folder, CancellationToken cancellation)
    {
        var result = ProgressDisplay.While(progress => Diagnosis.Run(request, folder, TimeProvider.System, progress, cancellation));
        var table = new PlainTable("species", "patches", "habitat ha", "ECA ha", "links", "groups", "gaps", "best gap adds ha");
        foreach (var species in result.Species)
        {
            table.Row(species.Name, species.Patches.Patches.Count, Math.Round(species.HabitatHa, 1), Math.Round(species.EcaHa, 1), species.Links.Count, species.Components.Count,
                species.Gaps.Count, species.Gaps.Count > 0 ? Math.Round(species.Gaps[0].GainHa, 1) : "–");
        }

        table.Print();
        Console.Out.WriteLine($"Report: {Path.Combine(folder, "report.html")}");
        Console.Out.WriteLine($"Maps for QGIS: {Path.Combine(folder, "network.gpkg")}, {Path.Combine(folder, "corridors.tif")}");
        Console.Out.WriteLine($"Figures: {Path.Combine(folder, "metrics.json")}; what was run: {Path.Combine(folder, "run.json")}");
    }
}
