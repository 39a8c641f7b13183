namespace Bocage.Cli.Tests.Verbs;

public sealed class ConnectivityVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // By hand: areas 10, 1, 10; half of all reach 1 km. Direct 1→3 is 4 km (¹⁄₁₆), over 2 it is ½·½ = ¼.
    // PC numerator = 100 + 1 + 100 + 2·(10·1·½ + 10·1·½ + 10·10·¼) = 271. IIC: 1–3 are one link apart: 201 + 2·(5 + 5 + 50) = 321.
    private string Nodes => folder.Write("nodes.csv", "id,area\n1,10\n2,1\n3,10\n");

    private string Links => folder.Write("links.csv", "from,to,distance\n1,2,1000\n2,3,1000\n1,3,4000\n");

    [Fact]
    public void The_stepping_stone_by_hand()
    {
        var json = Run("--nodes", Nodes, "--links", Links, "--distance", "1000", "--probability", "0.5", "--area", "100");
        Assert.Equal(271, json.GetProperty("pcNumerator").GetDouble(), 10);
        Assert.Equal(0.0271, json.GetProperty("pc").GetDouble(), 12);
        Assert.Equal(Math.Sqrt(271), json.GetProperty("ecaPc").GetDouble(), 10);
        Assert.Equal(321, json.GetProperty("iicNumerator").GetDouble(), 10);
        Assert.Equal(1, json.GetProperty("components").GetInt32());
        // Without patch 2: 200 + 2·100/16 = 212.5 are left, 58.5 are lost: its own 1, flux 2·(5 + 5) = 20, the rest as stepping stone 37.5.
        var stone = json.GetProperty("nodes")[1];
        Assert.Equal("2", stone.GetProperty("id").GetString());
        Assert.Equal(100 * 58.5 / 271, stone.GetProperty("dPC").GetDouble(), 10);
        Assert.Equal(100 * 1 / 271.0, stone.GetProperty("dPCintra").GetDouble(), 10);
        Assert.Equal(100 * 20 / 271.0, stone.GetProperty("dPCflux").GetDouble(), 10);
        Assert.Equal(100 * 37.5 / 271, stone.GetProperty("dPCconnector").GetDouble(), 10);
        Assert.Equal(3, json.GetProperty("links").GetArrayLength());
    }

    [Fact] // for IIC, links over 2 km are no links: 201 + 2·(5 + 5 + 100/3); PC weighs all distances, whatever the threshold
    public void A_threshold_takes_links_away_from_IIC_and_not_from_PC()
    {
        var json = Run("--nodes", Nodes, "--links", Links, "--distance", "1000", "--probability", "0.5", "--threshold", "2000");
        Assert.Equal(201 + 2 * (5 + 5 + 100 / 3.0), json.GetProperty("iicNumerator").GetDouble(), 10);
        Assert.Equal(271, json.GetProperty("pcNumerator").GetDouble(), 10);
        Assert.Equal(2, json.GetProperty("links").GetArrayLength());
    }

    [Fact] // p ≥ ½ at 1 km with p(1 km) = ½: only 1–2 counts as linked
    public void A_threshold_on_probabilities_is_the_probability_at_that_distance()
    {
        var links = folder.Write("p.csv", "from,to,probability\n1,2,0.6\n2,3,0.4\n");
        var json = Run("--nodes", Nodes, "--links", links, "--distance", "1000", "--probability", "0.5", "--threshold", "1000");
        Assert.Equal(2, json.GetProperty("components").GetInt32());
        Assert.Equal(201 + 2 * (10 * 0.6 + 10 * 0.4 + 100 * 0.24), json.GetProperty("pcNumerator").GetDouble(), 10);
    }

    [Theory] // threshold, links, components, IIC and PC numerators (ha²): PC of all pairs, half of all at the threshold
    [InlineData("1500", 16, 390, 183833886895.5385, 183950798010.1098)]
    [InlineData("10000", 1048, 31, 199831346527.58847, 211455918414.0273)]
    public void The_404_patches_of_a_volcanic_belt(string threshold, int links, int components, double iic, double pc)
    {
        var nodes = folder.Write("nodes.csv", File.ReadAllText(SharedData.PathOf("connectivity/makurhini_tmvs/nodes_centroids.csv")).Replace("area_ha", "area", StringComparison.Ordinal));
        var json = Run("--nodes", nodes, "--distance", threshold, "--probability", "0.5", "--threshold", threshold);
        Assert.Equal(links, json.GetProperty("links").GetArrayLength());
        Assert.Equal(components, json.GetProperty("components").GetInt32());
        Assert.Equal(1, json.GetProperty("iicNumerator").GetDouble() / iic, 9);
        Assert.Equal(1, json.GetProperty("pcNumerator").GetDouble() / pc, 9);
    }

    [Fact]
    public void Without_the_area_of_the_landscape_the_indices_are_not_known() =>
        Assert.Equal(System.Text.Json.JsonValueKind.Null, Run("--nodes", Nodes, "--links", Links, "--distance", "1000", "--probability", "0.5").GetProperty("pc").ValueKind);

    [Fact]
    public void Conefors_own_files_give_the_same()
    {
        var nodes = folder.Write("nodes.txt", "1\t10\n2\t1\n3\t10\n");
        var links = folder.Write("links.txt", "1\t2\t1000\n2\t3\t1000\n1\t3\t4000\n");
        Assert.Equal(271, Run("--nodes", nodes, "--links", links, "--distance", "1000", "--probability", "0.5").GetProperty("pcNumerator").GetDouble(), 10);
    }

    [Fact] // distances in km, all within 1: with --distance they are not taken for probabilities
    public void Conefors_short_distances_are_distances_when_a_dispersal_distance_is_given()
    {
        var nodes = folder.Write("nodes.txt", "1\t10\n2\t1\n3\t10\n");
        var links = folder.Write("links.txt", "1\t2\t0.5\n2\t3\t0.5\n");
        Assert.Equal(271, Run("--nodes", nodes, "--links", links, "--distance", "0.5", "--probability", "0.5").GetProperty("pcNumerator").GetDouble(), 10);
    }

    [Theory]
    [InlineData("--probability", "1.5", "--probability is a number between 0 and 1, both excluded; got “1.5”")]
    [InlineData("--area", "0", "--area is a number above 0; got “0”")]
    [InlineData("--threshold", "-1", "--threshold is a number, 0 or more; got “-1”")]
    public void A_wrong_number_is_named(string option, string value, string part) =>
        Assert.Contains(part, CommandLine.Refusal("connectivity", "--nodes", Nodes, "--links", Links, "--distance", "1000", option, value), StringComparison.Ordinal);

    [Fact] // 10 and 10 with p = ½: 100 + 100 + 2·50
    public void Probabilities_are_taken_as_they_are()
    {
        var links = folder.Write("p.csv", "from,to,probability\n1,3,0.5\n");
        Assert.Equal(301, Run("--nodes", Nodes, "--links", links).GetProperty("pcNumerator").GetDouble(), 10);
    }

    [Fact] // three patches on a line, 1 km apart
    public void Without_links_straight_distances_between_the_points_count()
    {
        var nodes = folder.Write("xy.csv", "id,area,x,y\na,10,0,0\nb,1,1000,0\nc,10,2000,0\n");
        Assert.Equal(271, Run("--nodes", nodes, "--distance", "1000", "--probability", "0.5").GetProperty("pcNumerator").GetDouble(), 10);
    }

    [Fact]
    public void A_dispersal_distance_must_be_given() =>
        Assert.Contains("--distance", CommandLine.Refusal("connectivity", "--nodes", Nodes, "--links", Links), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_patch_in_a_link_is_named() =>
        Assert.Contains("'7'", CommandLine.Refusal("connectivity", "--nodes", Nodes, "--links", folder.Write("bad.csv", "from,to,distance\n1,7,10\n"), "--distance", "1000", "--probability", "0.5"), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private static System.Text.Json.JsonElement Run(params string[] arguments)
    {
        var run = CommandLine.Run(["connectivity", .. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Json;
    }
}
