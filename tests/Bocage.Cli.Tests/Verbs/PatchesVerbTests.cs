namespace Bocage.Cli.Tests.Verbs;

public sealed class PatchesVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // Cells of 1 ha. Class 2 has a patch of 3 and one of 1; class 3 one of 2, which touches the first by a side.
    private string Map => Maps.Write(folder, "map.asc", 100, "22331", "21111", "1112.");

    [Fact] // 14 cells have data: LPI = 100·3/14, MESH = (9 + 1)/14, SPLIT = 14²/10
    public void Figures_stand_under_their_names()
    {
        var json = CommandLine.Run("patches", Map, "--habitat", "2", "--json").Json;
        Assert.Equal(14, json.GetProperty("landscape").GetProperty("TA").GetDouble(), 12);
        foreach (var level in (System.Text.Json.JsonElement[])[json.GetProperty("landscape"), json.GetProperty("classes").GetProperty("2")])
        {
            Assert.Equal(2, level.GetProperty("NP").GetDouble());
            Assert.Equal(4, level.GetProperty("CA").GetDouble(), 12);
            Assert.Equal(300 / 14.0, level.GetProperty("LPI").GetDouble(), 12);
            Assert.Equal(10 / 14.0, level.GetProperty("MESH").GetDouble(), 12);
            Assert.Equal(19.6, level.GetProperty("SPLIT").GetDouble(), 12);
        }

        var patch = json.GetProperty("patches")[0];
        Assert.Equal(1, patch.GetProperty("id").GetInt32());
        Assert.Equal(3, patch.GetProperty("AREA").GetDouble(), 12);
        Assert.Equal((50 + 150 + 50) / 3.0, patch.GetProperty("x").GetDouble(), 10);
        Assert.Equal((250 + 250 + 150) / 3.0, patch.GetProperty("y").GetDouble(), 10);
    }

    [Fact] // together 2 and 3 make a patch of 5 and one of 1; 3 has its 2 ha in one of them
    public void A_patch_of_several_classes_counts_for_each_with_its_own_part()
    {
        var json = CommandLine.Run("patches", Map, "--habitat", "2,3", "--json").Json;
        Assert.Equal(5, json.GetProperty("patches")[0].GetProperty("AREA").GetDouble(), 12);
        Assert.Equal(2, json.GetProperty("landscape").GetProperty("NP").GetDouble());
        Assert.Equal(1, json.GetProperty("classes").GetProperty("3").GetProperty("NP").GetDouble());
        Assert.Equal(2, json.GetProperty("classes").GetProperty("3").GetProperty("CA").GetDouble(), 12);
    }

    [Fact]
    public void No_patch_is_an_answer()
    {
        var landscape = CommandLine.Run("patches", Map, "--habitat", "2", "--min-area", "100", "--json").Json.GetProperty("landscape");
        Assert.Equal(0, landscape.GetProperty("NP").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, landscape.GetProperty("AREA_MN").ValueKind);
    }

    [Fact]
    public void A_code_that_does_not_occur_is_refused_with_the_file_and_the_codes_that_do() =>
        Assert.Contains("map.asc; it has 1, 2, 3.", CommandLine.Refusal("patches", Map, "--habitat", "9"), StringComparison.Ordinal);

    [Fact]
    public void A_map_without_data_is_refused() =>
        Assert.Contains("has no data in any cell", CommandLine.Refusal("patches", Maps.Write(folder, "empty.asc", 100, "..", ".."), "--habitat", "2"), StringComparison.Ordinal);

    [Fact]
    public void A_map_in_degrees_is_refused_with_an_option_that_this_verb_has()
    {
        var map = Map;
        folder.Write("map.prj", """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""");
        Assert.Contains("is in degrees", CommandLine.Refusal("patches", map, "--habitat", "2"), StringComparison.Ordinal);
        Assert.Contains("--crs", CommandLine.Run("patches", "--help").Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
