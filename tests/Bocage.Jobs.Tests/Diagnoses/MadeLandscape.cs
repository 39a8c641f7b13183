using System.Text.Json;
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

    /// <summary>A request with a legend, two sites (one outside the map), places, and a pressure with and one without thresholds.</summary>
    public DiagnosisRequest WithEverything(string hostile = "")
    {
        string Layer(string field, params (string Name, double West, double East)[] squares) => Write(field + ".geojson", JsonSerializer.Serialize(new
        {
            type = "FeatureCollection",
            crs = new { type = "name", properties = new { name = "urn:ogc:def:crs:EPSG::31370" } },
            features = squares.Select(square => new
            {
                type = "Feature",
                properties = new Dictionary<string, string> { ["name"] = square.Name },
                geometry = new
                {
                    type = "Polygon",
                    coordinates = new[] { new double[][] { [square.West, 199_800], [square.East, 199_800], [square.East, 200_100], [square.West, 200_100], [square.West, 199_800] } },
                },
            }),
        }));
        var pressure = folder.File("pressure.tif");
        float[] values = [10, 11, 12, 13, 14, 15, 16, 461, 10, 11, 12, 13, 14, 15, 16, 17];
        RasterFile.WriteCog(pressure, new Raster<float>(new Grid(8, 2, 100, 100, 150_000, 200_000, "EPSG:31370"), values, float.NaN), "pressure");
        return Request with
        {
            Legend = Write("legend.csv", $"value,class_en,class_nl,class_fr,class_de,colour\n1,\"wood{hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\",bos,bois,Wald,#33691e\n2,grass,gras,herbe,Gras,#cddc39\n3,water,water,eau,Wasser,#90caf9\n"),
            Sites = new(Layer("sites", ($"Wold{hostile}", 149_950, 150_250), ("Far away", 900_000, 900_300))),
            Places = new(Layer("places", ($"Hamlet{hostile}", 150_000, 150_800))),
            Pressures = [new($"Nitrogen{hostile} (kg N/ha/yr)", pressure, [12, 15]), new("Noise (dB)", pressure, [])],
        };
    }

    public string File(string name) => Path.Combine(Out, name);

    public string Write(string name, string text) => folder.Write(name, text);

    public DiagnosisResult Diagnose(DiagnosisRequest? request = null) => Diagnosis.Run(request ?? Request, Out, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);

    public void Dispose() => folder.Dispose();
}
