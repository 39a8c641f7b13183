using System.Text.Json;

namespace Bocage.Cli.Tests.Verbs;

public sealed class OptimiseVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // Three places of 10, 0 and 10 in a row behind two closed gates, one euro each: only both together join the ends, 100 + 100 + 2·100 = 400.
    private string Instance()
    {
        folder.Write("options.csv", "id,cost\nb,1\na,1\n");
        folder.Write("vertices.csv", "id,source_quality,target_quality\nx,10,10\ny,0,0\nz,10,10\n");
        folder.Write("arcs.csv", "id,from,to,probability\nxy,x,y,0\nyx,y,x,0\nyz,y,z,0\nzy,z,y,0\n");
        folder.Write("better.csv", "arc_id,option_id,improved_probability\nxy,a,1\nyx,a,1\nyz,b,1\nzy,b,1\n");
        return folder.Write("instance.json", """{"options": {"csv_file": "options.csv"}, "cases": {"fox": {"vertices": {"csv_file": "vertices.csv"}, "arcs": {"csv_file": "arcs.csv"}, "arcs_improvements": {"csv_file": "better.csv"}}}}""");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Two_gates_that_need_each_other()
    {
        var json = CommandLine.Run("optimise", Instance(), "--budget", "2", "--seconds", "5", "--json").Json;
        Assert.Equal(400, json.GetProperty("objective").GetDouble(), 9);
        Assert.Equal(400, json.GetProperty("upperBound").GetDouble(), 9);
        Assert.Equal(0, json.GetProperty("gap").GetDouble());
        Assert.Equal("optimal", json.GetProperty("outcome").GetString());
        Assert.Equal(2, json.GetProperty("cost").GetDouble());
        Assert.Equal(["a", "b"], json.GetProperty("options").EnumerateArray().Select(option => option.GetString()));
        Assert.True(json.GetProperty("seconds").GetDouble() >= 0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.5")]
    public void Too_little_money_is_an_answer(string budget)
    {
        var json = CommandLine.Run("optimise", Instance(), "--budget", budget, "--json").Json;
        Assert.Equal(200, json.GetProperty("objective").GetDouble(), 9);
        Assert.Equal("optimal", json.GetProperty("outcome").GetString());
        Assert.Equal(0, json.GetProperty("options").GetArrayLength());
        var text = CommandLine.Run("optimise", Instance(), "--budget", budget);
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("Nothing is chosen: the cheapest option costs 1, which is more than the budget.", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--budget is a number, 0 or more; got “-1”.", "--budget", "-1")]
    [InlineData("--budget is a number, 0 or more; got “NaN”.", "--budget", "NaN")]
    [InlineData("--seconds is a number of seconds, 0 or more; got “-2”.", "--budget", "1", "--seconds", "-2")]
    [InlineData("--gap is a number, 0 or more; got “x”.", "--budget", "1", "--gap", "x")]
    [InlineData("--seed is a whole number; got “0.5”.", "--budget", "1", "--seed", "0.5")]
    [InlineData("Option '--budget' is required.")]
    public void Refuses_what_makes_no_sense(string expected, params string[] options) =>
        Assert.StartsWith(expected, CommandLine.Refusal(["optimise", Instance(), .. options]), StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_file_that_is_not_there() => Assert.EndsWith("none.json does not exist.", CommandLine.Refusal("optimise", folder.File("none.json"), "--budget", "1"), StringComparison.Ordinal);

    [Theory] // the best known values, all proven; greedy alone misses the last two by 1 and 3.5 %
    [InlineData("aude", "1.5")]
    [InlineData("aude", "3")]
    [InlineData("aude", "6")]
    [InlineData("aude", "9")]
    [InlineData("aix_40x40_zip", "5.68")]
    [InlineData("aix_40x40_zip", "11.36")]
    public void Finds_the_best_known_choice_of_real_instances(string name, string budget)
    {
        using var results = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("gecot/results.json")));
        var wanted = double.Parse(budget, System.Globalization.CultureInfo.InvariantCulture);
        var known = results.RootElement.GetProperty("instances").GetProperty(name).GetProperty("best_known").EnumerateArray().Single(row => row.GetProperty("budget").GetDouble() == wanted);
        var json = CommandLine.Run("optimise", SharedData.PathOf($"gecot/{name}"), "--budget", budget, "--seconds", "60", "--json").Json;
        var expected = known.GetProperty("objective").GetDouble();
        Assert.Equal(expected, json.GetProperty("objective").GetDouble(), 1e-9 * expected);
        Assert.Equal(known.GetProperty("options").EnumerateArray().Select(option => option.GetString()), json.GetProperty("options").EnumerateArray().Select(option => option.GetString()));
        Assert.True(json.GetProperty("upperBound").GetDouble() >= expected * (1 - 1e-12));
    }
}
