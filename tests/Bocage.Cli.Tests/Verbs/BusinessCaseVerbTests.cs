using System.Text.Json;

namespace Bocage.Cli.Tests.Verbs;

/// <summary>The examples that come with the schemes, by the command a user types.</summary>
public sealed class BusinessCaseVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Out => folder.File("out");

    [Fact]
    public void The_peat_farm_by_its_facts()
    {
        var run = CommandLine.Run([.. Example("peat-farm"), "--draws", "200", "--json"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        var farm = Party(run.Json, "farm");
        // 32 ha · 13.66 t · € 70
        var carbon = farm.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("scheme").GetString() == "peat-carbon-credit").GetProperty("amounts");
        Assert.Equal(30_598.4, carbon[1].GetDouble(), 6);
        Assert.Equal(JsonValueKind.Null, Party(run.Json, "water-board").GetProperty("netPresentValue").ValueKind);
        foreach (var name in new[] { "business-case.html", "business-case.json", "party-farm.html", "party-farm.csv", "party-water-board.csv", "run.json" }) Assert.True(File.Exists(Path.Combine(Out, name)), name);
    }

    [Fact]
    public void A_farm_gets_no_grants_of_places_where_it_does_not_lie()
    {
        var run = CommandLine.Run([.. Example("neighbourhood"), "--draws", "200", "--json"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        var stack = Party(run.Json, "farm").GetProperty("stack");
        string[] taken = [.. stack.GetProperty("schemes").EnumerateArray().Select(use => use.GetProperty("scheme").GetString()!)];
        Assert.Contains("kruibeke-hedge-planting", taken);
        Assert.All(taken, scheme => Assert.True(scheme.StartsWith("kruibeke", StringComparison.Ordinal) || scheme.StartsWith("flemish", StringComparison.Ordinal), scheme));
        Assert.Contains(stack.GetProperty("refused").EnumerateArray(), refused => refused.GetProperty("use").GetProperty("scheme").GetString() == "lebbeke-hedge-planting" && refused.GetProperty("reason").GetString() == "OtherPlace");
    }

    [Fact]
    public void The_table_says_who_is_whole_and_a_rerun_gives_the_same()
    {
        var run = CommandLine.Run([.. Example("neighbourhood"), "--draws", "200"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("neighbours", run.Output, StringComparison.Ordinal);
        Assert.Contains("of extra public money", run.Output, StringComparison.Ordinal);
        var again = CommandLine.Run("rerun", Path.Combine(Out, "run.json"), "--out", folder.File("again"));
        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.Contains("the same as before, to the byte", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--draws", "0", "--draws")]
    [InlineData("--schemes", "nowhere.yaml", "nowhere.yaml")]
    public void A_wrong_word_gets_one_sentence(string option, string value, string named)
    {
        var run = CommandLine.Run([.. Example("peat-farm"), option, value]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    public void Dispose() => folder.Dispose();

    private static JsonElement Party(JsonElement json, string id) => json.GetProperty("parties").EnumerateArray().Single(party => party.GetProperty("id").GetString() == id);

    private string[] Example(string name) =>
        ["business-case", Repository.PathOf($"schemes/examples/{name}.yaml"), "--parties", Repository.PathOf($"schemes/examples/{name}-parties.yaml"), "--schemes", Repository.PathOf("schemes/library.yaml"), "--out", Out];
}
