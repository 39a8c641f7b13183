using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bocage.Jobs.Diagnoses;

namespace Bocage.Jobs.Tests.Diagnoses;

/// <summary>Whole diagnoses on real maps; tests/golden/diagnosis/natura2000/ORIGIN.md says where the figures come from and why these tolerances.</summary>
public sealed class NaturaDiagnosisGoldenTests : IDisposable
{
    private const string Flanders = "geo/be/flanders/";
    private const string Netherlands = "geo/nl/";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_sites_of_Flanders_have_the_figures_of_terra()
    {
        var result = Run(new()
        {
            Map = SharedData.PathOf(Flanders + "land_use_nara_2016_100m.tif"),
            Species = [Repository.PathOf("species/nara/forest-bird-like.yaml")],
            Sites = new(SharedData.PathOf(Flanders + "natura2000_hbtrl_BD72.gpkg")),
            Pressures = [new("Nitrogen (kg N/ha/yr)", SharedData.PathOf(Flanders + "nitrogen_vlops_1km.tif"), [])],
        });
        var expected = File.ReadLines(SharedData.PathOf(Flanders + "expected_zonal_natura2000.csv")).Skip(1).Select(Numbers).ToArray();
        Assert.Equal(38, expected.Length);
        Assert.Equal(expected.Length, result.Sites!.All.Count);
        foreach (var (site, figures) in result.Sites.All.Zip(expected))
        {
            AssertNear(figures[0], site.AreaHa, 1e-3);
            AssertNear(figures[1], site.Pressures[0].Mean, 1e-3);
            AssertNear(figures[2], site.Pressures[0].Maximum, 1e-6);
            Assert.All(Enumerable.Range(1, 9), code => Assert.InRange(site.HaByClass[code], figures[3 + code] - 2, figures[3 + code] + 2));
        }

        // Read back from the files that people get, not from memory.
        var kalmthout = Json().GetProperty("sites").EnumerateArray().Single(site => site.GetProperty("name").GetString() == "Kalmthoutse Heide");
        Assert.InRange(kalmthout.GetProperty("haByClass").GetProperty("2").GetDouble(), 863, 867);
        Assert.Equal(2, Json().GetProperty("mended").GetArrayLength());
        // The cell of 461 kg: the picture stops below it, and the report says so.
        Assert.InRange(result.Pressures[0].Maximum, 461.3, 461.5);
        Assert.Matches("the highest cell on the map has 461", Report());
    }

    [Fact]
    public void The_sites_of_the_Netherlands_keep_their_size_and_nothing_had_to_be_mended()
    {
        var sites = SharedData.PathOf(Netherlands + "natura2000_nl_rd_simplified20m.gpkg");
        var provinces = SharedData.PathOf(Netherlands + "NLD_prov_rd.gpkg");
        var map = folder.File("netherlands.tif");
        Rasterize("-burn", "3", "-init", "0", "-a_nodata", "0", "-ot", "Byte", "-tr", "250", "250", "-te", "13500", "306750", "278000", "619250", provinces, map);
        Rasterize("-burn", "2", sites, map);
        Rasterize("-burn", "1", "-where", "stikstofgevoelig = 1", sites, map);
        var profile = folder.Write("butterfly.yaml", """
            name: Butterfly
            habitat: [1]
            minimum_patch_area_ha: 50
            dispersal: {distance_m: 2000, probability: 0.5}
            maximum_gap_m: 2000
            resistance: {1: 1, 2: 2, 3: 4}
            confidence: low
            """);

        var result = Run(new() { Map = map, Species = [profile], Sites = new(sites), Places = new(provinces) });

        Assert.Equal(144, result.Sites!.All.Count);
        AssertNear(1_777_696.6, result.Sites.All.Sum(site => site.AreaHa), 1e-3);
        foreach (var (name, hectares) in new[] { ("Biesbosch", 9640.09), ("Oude Maas", 473.58), ("Veluwe", 88436.16) })
            AssertNear(hectares, result.Sites.All.Single(site => site.Name == name).AreaHa, 0.01);
        // The map was drawn from the sites: all of the Veluwe is class 1, but for cells of 6.25 ha along its edge.
        var veluwe = result.Sites.All.Single(site => site.Name == "Veluwe");
        AssertNear(veluwe.AreaHa, veluwe.HaByClass[1], 0.01);
        Assert.Equal(1, veluwe.OnMapShare, 3);
        Assert.Empty(result.Mended);
        // Parts of the sea lie off the map, and the report says which.
        Assert.Contains(result.Sites.OffMap, site => site.Name == "Doggersbank");
        Assert.Contains("Doggersbank", Report(), StringComparison.Ordinal);
        Assert.Contains("near Gelderland", Report(), StringComparison.Ordinal);
    }

    private DiagnosisResult Run(DiagnosisRequest request) => Diagnosis.Run(request, folder.File("out"), TimeProvider.System, cancellation: TestContext.Current.CancellationToken);

    private JsonElement Json() => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "out", "metrics.json"))).RootElement;

    private string Report() => File.ReadAllText(Path.Combine(folder.Path, "out", "report.html"));

    // The last 14 columns, from area_ha to n_hogweed; the names before them hold commas.
    private static double[] Numbers(string line) => [.. line.Split(',')[^14..].Select(field => double.Parse(field, CultureInfo.InvariantCulture))];

    private static void AssertNear(double expected, double actual, double relative) => Assert.InRange(actual / expected, 1 - relative, 1 + relative);

    private static void Rasterize(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("gdal_rasterize", ["-q", .. arguments]))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
