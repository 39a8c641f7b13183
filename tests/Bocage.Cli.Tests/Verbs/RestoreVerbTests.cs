using Bocage.Formats;
using NetTopologySuite.Geometries;

namespace Bocage.Cli.Tests.Verbs;

public sealed class RestoreVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // Cells of 1 ha; patches of 3 and 2 with one unit between them.
    private string Map => Maps.Write(folder, "map.asc", 100, "111011", "000000");

    [Fact] // Σ n² / A: (9 + 4)/12 before, 6²/12 after
    public void The_bridge_is_chosen_and_told_in_json()
    {
        var json = CommandLine.Run("restore", Map, "--max-area", "1", "--json").Json;
        Assert.Equal(36 / 12.0, json.GetProperty("mesh").GetDouble(), 12);
        Assert.Equal(13 / 12.0, json.GetProperty("meshBefore").GetDouble(), 12);
        Assert.Equal(36 / 12.0, json.GetProperty("upperBound").GetDouble(), 12);
        Assert.Equal(0, json.GetProperty("gap").GetDouble());
        Assert.Equal("optimal", json.GetProperty("outcome").GetString());
        Assert.Equal(1, json.GetProperty("restoredHa").GetDouble(), 12);
        Assert.Equal((1, 1, 0.0), (json.GetProperty("units").GetInt32(), json.GetProperty("components").GetInt32(), json.GetProperty("diameterM").GetDouble()));
        Assert.Equal("[0,3]", json.GetProperty("cells")[0].GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.True(json.GetProperty("seconds").GetDouble() >= 0);
    }

    [Fact] // Without the bridge, the unit at the larger patch: (16 + 4)/12
    public void What_is_locked_out_is_left_and_what_lies_outside_the_areas_too()
    {
        var locked = Maps.Write(folder, "locked.asc", 100, "000100", "00.000");
        var json = CommandLine.Run("restore", Map, "--max-area", "1", "--locked-out", locked, "--json").Json;
        Assert.Equal(20 / 12.0, json.GetProperty("mesh").GetDouble(), 12);

        // Only the south-eastern corner, x 400 to 600: (9 + 9)/12.
        var areas = Path.Combine(folder.Path, "areas.gpkg");
        var corner = GeometryFactory.Default.ToGeometry(new Envelope(400, 600, 0, 100));
        GeoPackageFile.Write(areas, "EPSG:3035", [new("areas", "Areas", OgcGeometryType.Polygon, [], [new(corner, [])])]);
        json = CommandLine.Run("restore", Map, "--max-area", "1", "--within", areas, "--assume-crs", "EPSG:3035", "--json").Json;
        Assert.Equal(18 / 12.0, json.GetProperty("mesh").GetDouble(), 12);
    }

    [Fact]
    public void The_chosen_units_are_written_where_they_lie()
    {
        var file = Path.Combine(folder.Path, "chosen.gpkg");
        Assert.Equal(0, CommandLine.Run("restore", Map, "--max-area", "1", "--out", file).ExitCode);
        var unit = Assert.Single(VectorFile.Read(file).Features);
        Assert.Equal((300.0, 100.0, 10_000.0), (unit.Geometry!.EnvelopeInternal.MinX, unit.Geometry.EnvelopeInternal.MinY, unit.Geometry.Area));
        Assert.Equal(1.0, unit.Properties["restored_ha"]);
    }

    [Fact]
    public void What_cannot_be_kept_is_an_answer()
    {
        var json = CommandLine.Run("restore", Map, "--max-area", "20", "--min-area", "8", "--json").Json;
        Assert.Equal("infeasible", json.GetProperty("outcome").GetString());
        Assert.Equal("the least restored area", json.GetProperty("relax")[0].GetProperty("name").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("mesh").ValueKind);
    }

    [Fact]
    public void What_cannot_be_used_is_refused_in_one_sentence()
    {
        Assert.Contains("smallest unit that can be restored takes 1 ha", CommandLine.Refusal("restore", Map, "--max-area", "0.5"), StringComparison.Ordinal);
        Assert.Contains("above --max-area, 1 ha", CommandLine.Refusal("restore", Map, "--max-area", "1", "--min-area", "2"), StringComparison.Ordinal);
        Assert.Contains("--max-area is a number of hectares", CommandLine.Refusal("restore", Map, "--max-area", "-1"), StringComparison.Ordinal);
        Assert.Contains("lies on another grid than", CommandLine.Refusal("restore", Map, "--max-area", "1", "--locked-out", Maps.Write(folder, "small.asc", 100, "11", "11")), StringComparison.Ordinal);
        Assert.Contains("Nothing can be restored", CommandLine.Refusal("restore", Map, "--max-area", "1", "--locked-out", Maps.Write(folder, "all.asc", 100, "111111", "111111")), StringComparison.Ordinal);
        Assert.Contains("would not be habitat", CommandLine.Refusal("restore", Map, "--max-area", "1", "--habitat-share", "0.8", "--restored-share", "0.7"), StringComparison.Ordinal);
    }

    [Fact] // The README of restoptr: 15 units, 219.3772 ha, 3 components, 2280.175 m, MESH 14232.66 ha.
    public void The_published_example_comes_out()
    {
        var data = SharedData.PathOf("restoration/newcaledonia");
        var json = CommandLine.Run(
            "restore", Path.Combine(data, "habitat_hi_res.tif"), "--locked-out", Path.Combine(data, "locked_out.tif"), "--min-area", "90", "--max-area", "220",
            "--max-diameter", "2400", "--diameter-in-unit-widths", "--aggregate", "16", "--habitat-share", "0.7", "--json").Json;
        Assert.Equal("optimal", json.GetProperty("outcome").GetString());
        Assert.Equal(14232.66, json.GetProperty("mesh").GetDouble(), 0.005);
        Assert.Equal(13667.8388, json.GetProperty("meshBefore").GetDouble(), 0.0001);
        Assert.Equal(15, json.GetProperty("units").GetInt32());
    }

    public void Dispose() => folder.Dispose();
}
