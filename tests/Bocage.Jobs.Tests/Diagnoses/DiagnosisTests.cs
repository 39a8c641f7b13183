using System.Text.Json;
using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Runs;

namespace Bocage.Jobs.Tests.Diagnoses;

public class DiagnosisTests
{
    // Woods of 2, 1 and 2 ha. From wood to wood over two cells of grass: 1·½(1+2) + 2 + ½(2+1) = 5 cells, 500 m of effort: p = ½^½.
    // The third wood lies behind water; the straight gap of three cells (centre to centre 400 m) has p = ½^0.4 when closed.
    private static readonly string[] ThreeWoods =
    [
        "WggW~~~W",
        "WggggggW",
        "~~~~~~~~",
    ];

    [Fact]
    public void The_network_of_three_woods_by_hand()
    {
        using var landscape = new MadeLandscape("WggW~~~W", "Wggg~~~W");
        var vole = Assert.Single(landscape.Diagnose().Species);
        Assert.Equal([2, 1, 2], vole.Patches.Patches.Select(patch => patch.AreaHa));
        var link = Assert.Single(vole.Links);
        Assert.Equal((1, 2, 500.0), (link.From, link.To, Math.Round(link.Distance, 9)));
        // 4 + 1 + 4 + 2·2·1·½^½ for the first two woods
        Assert.Equal(Math.Sqrt(9 + 4 * Math.Sqrt(0.5)), vole.EcaHa, 9);
        Assert.Equal(2, vole.Components.Count);
        // closed: 400 m, p = ½^0.4 to the second wood and ½^0.9 to the first
        var gap = Assert.Single(vole.Gaps);
        Assert.Equal((2, 3, 400.0), (gap.Gap.From, gap.Gap.To, gap.Gap.LengthM));
        var closed = Math.Sqrt(9 + 4 * Math.Sqrt(0.5) + 4 * Math.Pow(0.5, 0.4) + 8 * Math.Pow(0.5, 0.9));
        Assert.Equal(closed - vole.EcaHa, gap.GainHa, 9);
        Assert.Equal([(3, 400.0)], gap.Crosses.Select(part => (part.Code!.Value, part.LengthM)));
        // the only link is the only way between 2 and 1 ha
        Assert.Equal((2.0, 1.0), vole.PinchLinks[0].Sides);
    }

    [Fact]
    public void Everything_is_written_and_nothing_else()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose();
        Assert.Equal(["corridors.tif", "metrics.json", "network.gpkg", "report.html", "run.json"], Directory.EnumerateFileSystemEntries(landscape.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["components", "gaps", "links", "patches"],
            VectorFile.Inspect(landscape.File("network.gpkg"), TestContext.Current.CancellationToken).Layers.Where(layer => layer.HasShapes).Select(layer => layer.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_shapes_in_the_GeoPackage_are_valid_and_carry_the_figures()
    {
        using var landscape = new MadeLandscape("WWWg", "WgWg", "WWWW");
        var result = landscape.Diagnose();
        var patches = VectorFile.Read(landscape.File("network.gpkg"), "patches", cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(patches.Mended);
        var patch = Assert.Single(patches.Features);
        Assert.Equal(90_000, patch.Geometry!.Area, 6);
        Assert.Equal(9.0, patch.Properties["area_ha"]);
        Assert.Equal(100.0, (double)patch.Properties["dpc"]!, 9);
        Assert.Null(patch.Properties["protected_share"]);
        Assert.Equal("EPSG:31370", patches.Crs.Code);
        Assert.Empty(result.Species[0].Links);
    }

    [Fact]
    public void Running_twice_gives_the_same_bytes()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose();
        var first = RunRecord.Read<DiagnosisRequest>(landscape.File("run.json"));
        landscape.Diagnose();
        Assert.Empty(first.CompareWith(RunRecord.Read<DiagnosisRequest>(landscape.File("run.json"))));
        first.CheckInputs();
    }

    [Fact]
    public void A_changed_input_is_noticed_before_a_rerun()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose();
        File.AppendAllText(landscape.Request.Species[0], "# later\n");
        Assert.Contains("vole.yaml is not the file that the run read", Assert.Throws<BadInputException>(() => RunRecord.Read<DiagnosisRequest>(landscape.File("run.json")).CheckInputs()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_holds_what_is_needed_to_run_again()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose(landscape.Request with { Habitat = [1], Language = "nl", Top = 3 });
        var record = RunRecord.Read<DiagnosisRequest>(landscape.File("run.json"));
        Assert.Equal(("diagnosis", "nl", 3), (record.Kind, record.Request.Language, record.Request.Top));
        Assert.Equal([1], record.Request.Habitat);
        Assert.Equal(["map", "species"], record.Inputs.Select(input => input.Role));
        Assert.Equal(FileHash.Sha256(landscape.Request.Map), record.Inputs[0].Sha256);
        Assert.Equal(FileHash.Sha256(landscape.File("report.html")), record.Results.Single(result => result.Name == "report.html").Sha256);
        Assert.Null(record.Seed);
    }

    [Fact]
    public void A_run_that_fails_leaves_nothing_behind()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        Assert.Throws<BadInputException>(() => landscape.Diagnose(landscape.Request with { Habitat = [7] }));
        Assert.Equal(["map.tif", "vole.yaml"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(landscape.Out)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_that_is_stopped_leaves_an_earlier_result_as_it_was()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose();
        var before = FileHash.Sha256(landscape.File("run.json"));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Diagnosis.Run(landscape.Request, landscape.Out, TimeProvider.System, cancellation: stopped.Token));
        Assert.Equal(before, FileHash.Sha256(landscape.File("run.json")));
        Assert.Equal(5, Directory.EnumerateFileSystemEntries(landscape.Out).Count());
    }

    [Fact] // resistance 1 everywhere: the way is three cells, 300 m
    public void A_resistance_raster_takes_the_place_of_the_table()
    {
        using var landscape = new MadeLandscape("WggW");
        var raster = landscape.Write("resistance.asc", "ncols 4\nnrows 1\nxllcorner 150000\nyllcorner 199900\ncellsize 100\n1 1 1 1\n");
        Assert.Equal(300, Assert.Single(landscape.Diagnose(landscape.Request with { Resistance = raster }).Species[0].Links).Distance, 9);
    }

    [Fact]
    public void A_resistance_raster_on_another_grid_is_refused_with_both_grids()
    {
        using var landscape = new MadeLandscape("WggW");
        var raster = landscape.Write("resistance.asc", "ncols 2\nnrows 1\nxllcorner 150000\nyllcorner 199900\ncellsize 100\n1 1\n");
        var message = Assert.Throws<BadInputException>(() => landscape.Diagnose(landscape.Request with { Resistance = raster })).Message;
        Assert.Contains("2 × 1 cells", message, StringComparison.Ordinal);
        Assert.Contains("4 × 1 cells", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_that_are_not_known_are_null_in_the_figures_file()
    {
        using var landscape = new MadeLandscape("gggg", "gWgg");
        landscape.Diagnose();
        var figures = JsonDocument.Parse(File.ReadAllText(landscape.File("metrics.json"))).RootElement;
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("classes").GetProperty("1").GetProperty("ENN_MN").ValueKind);
        Assert.Equal(1, figures.GetProperty("species")[0].GetProperty("ecaPc").GetDouble(), 12);
    }
}
