namespace Bocage.Cli.Tests.Verbs;

public sealed class MetricsVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact] // cells of 1 ha; class 2 is one patch of 2 cells with 6 sides of 100 m, so it has no neighbour
    public void Metrics_stand_under_FRAGSTATS_names_at_each_level()
    {
        var json = CommandLine.Run("metrics", Maps.Write(folder, "map.asc", 100, "122", "111"), "--json").Json;
        Assert.Equal(2, json.GetProperty("landscape").GetProperty("NP").GetDouble());
        Assert.Equal((16 + 4) / 6.0, json.GetProperty("landscape").GetProperty("MESH").GetDouble(), 12);
        Assert.Equal(2, json.GetProperty("classes").GetProperty("2").GetProperty("CA").GetDouble(), 12);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("classes").GetProperty("2").GetProperty("ENN_MN").ValueKind);
        var patch = json.GetProperty("patches")[1];
        Assert.Equal(2, patch.GetProperty("id").GetInt32());
        Assert.Equal(2, patch.GetProperty("class").GetInt32());
        Assert.Equal(200, patch.GetProperty("x").GetDouble(), 10);
        Assert.Equal(150, patch.GetProperty("y").GetDouble(), 10);
        Assert.Equal(2, patch.GetProperty("AREA").GetDouble(), 12);
        Assert.Equal(600, patch.GetProperty("PERIM").GetDouble(), 12);
    }

    public void Dispose() => folder.Dispose();
}
