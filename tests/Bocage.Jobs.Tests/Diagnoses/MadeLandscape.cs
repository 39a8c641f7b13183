using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Landscapes;

namespace Bocage.Jobs.Tests.Diagnoses;

/// <summary>A landscape small enough to work out by hand, as files in a folder of its own.</summary>
/// <remarks>
/// Cells of 100 m (1 ha). W wood (habitat, resistance 1), g grass (resistance 2), ~ water (barrier), '.' no data.
/// Half of all dispersers get 1 km of effort; links end at 2 km.
/// </remarks>
internal sealed class MadeLandscape : IDisposable
{
    private const string Profile = """
        name: {en: Vole, nl: Woelmuis, fr: Campagnol, de: Wühlmaus}
        habitat: [1]
        dispersal: {distance_m: 1000, probability: 0.5}
        maximum_link_m: 2000
        maximum_gap_m: 1000
        resistance: {1: 1, 2: 2, 3: barrier}
        confidence: low
        """;

    private readonly TemporaryFolder folder = new();

    public MadeLandscape(params string[] rows)
    {
        var grid = new Grid(rows[0].Length, rows.Length, 100, 100, 150_000, 200_000, "EPSG:31370");
        var codes = string.Concat(rows).Select(c => c switch { 'W' => 1, 'g' => 2, '~' => 3, _ => 0 }).ToArray();
        RasterFile.WriteGeoTiff(folder.File("map.tif"), LandCover.From(new Raster<int>(grid, codes, noData: 0)));
        Request = new() { Map = folder.File("map.tif"), Species = [folder.Write("vole.yaml", Profile)] };
        Out = folder.File("out");
    }

    public DiagnosisRequest Request { get; }

    public string Out { get; }

    public string File(string name) => Path.Combine(Out, name);

    public string Write(string name, string text) => folder.Write(name, text);

    public DiagnosisResult Diagnose(DiagnosisRequest? request = null) => Diagnosis.Run(request ?? Request, Out, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);

    public void Dispose() => folder.Dispose();
}
