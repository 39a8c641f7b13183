namespace Bocage.Cli.Tests.Verbs;

public sealed class PrioritiseVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact] // owl 3 and elm 3: b+d holds 4 and 3 and costs 6, as a+b+c does (3 and 5); nothing cheaper holds both
    public void The_cheapest_choice_is_proven()
    {
        var json = CommandLine.Run("prioritise", Tables(), "--json").Json;
        Assert.Equal("optimal", json.GetProperty("outcome").GetString());
        Assert.Equal(6, json.GetProperty("objective").GetDouble(), 9);
        Assert.Equal(6, json.GetProperty("cost").GetDouble(), 9);
        Assert.InRange(json.GetProperty("bound").GetDouble(), 5.9999, 6);
        Assert.InRange(json.GetProperty("gap").GetDouble(), 0, 1e-5);
        foreach (var feature in json.GetProperty("features").EnumerateArray())
        {
            Assert.Equal(3, feature.GetProperty("target").GetDouble());
            Assert.InRange(feature.GetProperty("held").GetDouble(), 3, 5);
            Assert.Equal(0, feature.GetProperty("shortfall").GetDouble());
        }

        Assert.Empty(json.GetProperty("relax").EnumerateArray());
    }

    [Fact] // with a side cost of 1: a+b+c leaves one side out (7), b+d three (9)
    public void A_boundary_costs()
    {
        var json = CommandLine.Run("prioritise", Tables(), "--blm", "1", "--json").Json;
        Assert.Equal(7, json.GetProperty("objective").GetDouble(), 9);
        Assert.Equal(1, json.GetProperty("boundary").GetDouble());
        Assert.Equal(["a", "b", "c"], json.GetProperty("units").EnumerateArray().Select(unit => unit.GetString()!));
    }

    [Theory] // budget 5: a+b misses one elm of 3, a+c one owl; utility is Σ weight · amount: 2, 3, 3, 4 for 1, 2, 3, 4, so a+d = 6
    [InlineData("min-shortfall", 1.0 / 3)]
    [InlineData("max-cover", 2)]
    [InlineData("max-utility", 6)]
    public void A_budget_is_spent_well(string objective, double expected)
    {
        var json = CommandLine.Run("prioritise", Tables(), "--objective", objective, "--budget", "5", "--json").Json;
        Assert.Equal("optimal", json.GetProperty("outcome").GetString());
        Assert.InRange(json.GetProperty("cost").GetDouble(), 0, 5);
        Assert.Equal(expected, json.GetProperty("objective").GetDouble(), 9);
    }

    [Fact]
    public void Nothing_that_reaches_the_targets_is_an_answer()
    {
        File.WriteAllText(System.IO.Path.Combine(Tables(), "features.csv"), "id,target\nowl,7\nelm,3\n");
        var run = CommandLine.Run("prioritise", folder.Path, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("infeasible", run.Json.GetProperty("outcome").GetString());
        var limit = Assert.Single(run.Json.GetProperty("relax").EnumerateArray());
        Assert.Equal("the target of owl", limit.GetProperty("name").GetString());
        Assert.Equal(6, limit.GetProperty("needed").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json.GetProperty("objective").ValueKind);
        Assert.Contains("the target of owl: 6 instead of 7", CommandLine.Run("prioritise", folder.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_told_in_one_sentence()
    {
        Assert.Equal("--objective max-cover needs --budget: the most that the chosen units may cost together.", CommandLine.Refusal("prioritise", Tables(), "--objective", "max-cover"));
        Assert.Contains("--objective is one of min-set", CommandLine.Refusal("prioritise", Tables(), "--objective", "best"), StringComparison.Ordinal);
        Assert.EndsWith("does not exist.", CommandLine.Refusal("prioritise", folder.File("nowhere.dat")), StringComparison.Ordinal);
    }

    private string Tables()
    {
        folder.Write("units.csv", "id,cost\na,1\nb,2\nc,3\nd,4\n");
        folder.Write("features.csv", "id,target\nowl,3\nelm,3\n");
        folder.Write("amounts.csv", "unit,feature,amount\na,owl,2\nb,owl,1\nb,elm,2\nc,elm,3\nd,owl,3\nd,elm,1\n");
        folder.Write("boundary.csv", "id1,id2,boundary\na,b,1\nb,c,1\nc,d,1\n");
        return folder.Path;
    }
}
