using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

public sealed class GecotInstanceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public GecotInstanceTests()
    {
        folder.Write("options.csv", "id,cost\n1:2_in_arc,3\nb,0\n");
        folder.Write("vertices.csv", "id,quality,x\nu,2,0\nv,3,0\n");
        folder.Write("arcs.csv", "id,from,to,probability\nuv,u,v,0.25\nvu,v,u,0\n");
        folder.Write("better.csv", "arc_id,option_id,improved_probability\nuv,1:2_in_arc,0.5\n");
        folder.Write("gains.csv", "vertex_id,option_id,gain\nv,b,4\n");
    }

    public void Dispose() => folder.Dispose();

    private const string Case = """
        "vertices": {"csv_file": "vertices.csv", "csv_columns": {"source_quality": "quality", "target_quality": "quality"}},
        "arcs": {"csv_file": "arcs.csv"},
        "vertices_improvements": {"csv_file": "gains.csv", "csv_columns": {"source_quality_gain": "gain", "target_quality_gain": "gain"}},
        "arcs_improvements": {"csv_file": "better.csv"}
        """;

    private PlanningProblem Read(string criterion = "\"fox\"", string networks = "\"fox\": {" + Case + "}") =>
        GecotInstance.Read(folder.Write("instance.json", $$$"""{"options": {"csv_file": "options.csv"}, "cases": { {{{networks}}} }, "criterion": {{{criterion}}} }"""));

    [Fact] // 2² + 3² + 2·3·0.25 = 14.5; with the first unit 0.5: 16; with the second v is 7: 4 + 49 + 3.5 = 56.5
    public void Reads_units_networks_and_improvements()
    {
        var problem = Read();
        Assert.Equal(["1:2_in_arc", "b"], problem.Units.Select(unit => unit.Id));
        Assert.Equal([3, 0], problem.Units.Select(unit => unit.Cost));
        Assert.Equal(14.5, problem.ValueOf([false, false]), 12);
        Assert.Equal(16, problem.ValueOf([true, false]), 12);
        Assert.Equal(56.5, problem.ValueOf([false, true]), 12);
    }

    [Theory] // the value of the one case is 14.5
    [InlineData("7", 7)]
    [InlineData("[2, \"fox\"]", 29)]
    [InlineData("""{"operation": "sum", "values": ["fox", [0.5, "fox"], 1]}""", 22.75)]
    [InlineData("""{"operation": "product", "values": ["fox", 2, "fox"]}""", 420.5)]
    [InlineData("""{"operation": "min", "values": ["fox", 20, {"operation": "sum", "values": [3, 4]}]}""", 7)]
    public void Reads_formulas(string criterion, double expected) => Assert.Equal(expected, Read(criterion).ValueOf([false, false]), 12);

    [Theory]
    [InlineData("\"wolf\"", "criterion: got \"wolf\", expected the name of a case (fox)")]
    [InlineData("-1", "criterion: got -1, expected a number, 0 or more")]
    [InlineData("true", "criterion: got true, expected a number")]
    [InlineData("[1, \"fox\", 2]", "expected [factor, formula]")]
    [InlineData("""{"operation": "max", "values": ["fox"]}""", "criterion.operation: got \"max\", expected sum, product or min")]
    [InlineData("""{"operation": "sum", "values": []}""", "criterion.values: got [], expected a list of at least one formula")]
    [InlineData("""{"operation": "sum", "values": [1, "ox"]}""", "criterion.values[1]: got \"ox\"")]
    [InlineData("""{"operation": "sum", "values": [1], "weights": []}""", "criterion.weights: not a known key")]
    public void Says_what_is_wrong_in_a_formula(string criterion, string expected) =>
        Assert.Contains(expected, Assert.Throws<BadInputException>(() => Read(criterion)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("options.csv", "id,cost\na,-1\n", "options.csv, row 2, column cost: got '-1', expected a cost, 0 or more")]
    [InlineData("options.csv", "id,cost\na,1\na,2\n", "options.csv, row 3, column id: got 'a', expected a name that is not yet in the table (it stands in row 2)")]
    [InlineData("options.csv", "id,price\na,1\n", "the header has no column cost")]
    [InlineData("vertices.csv", "id,quality,x\nu,-2,0\n", "vertices.csv, row 2, column quality: got '-2', expected a number, 0 or more")]
    [InlineData("vertices.csv", "id,quality,x\nu,2,0\nu,2,0\n", "vertices.csv, row 3, column id: got 'u'")]
    [InlineData("arcs.csv", "id,from,to,probability\nuv,u,w,0.5\n", "arcs.csv, row 2, column to: got 'w', expected the id of a vertex")]
    [InlineData("arcs.csv", "id,from,to,probability\nuv,u,v,1.5\n", "arcs.csv, row 2, column probability: got '1.5', expected a probability from 0 to 1")]
    [InlineData("arcs.csv", "id,from,to,probability\nuv,u,v,NaN\n", "got 'NaN', expected a probability from 0 to 1")]
    [InlineData("arcs.csv", "id,from,to,probability\nuv,u,v,1\nuv,v,u,1\n", "arcs.csv, row 3, column id: got 'uv'")]
    [InlineData("better.csv", "arc_id,option_id,improved_probability\nuv,c,0.5\n", "better.csv, row 2, column option_id: got 'c', expected the id of an option")]
    [InlineData("better.csv", "arc_id,option_id,improved_probability\nxy,b,0.5\n", "column arc_id: got 'xy', expected the id of an arc")]
    [InlineData("better.csv", "arc_id,option_id,improved_probability\nuv,b,-0.5\n", "got '-0.5', expected a probability from 0 to 1")]
    [InlineData("gains.csv", "vertex_id,option_id,gain\nv,b,-4\n", "gains.csv, row 2, column gain: got '-4', expected a number, 0 or more")]
    [InlineData("gains.csv", "vertex_id,option_id,gain\nw,b,4\n", "column vertex_id: got 'w', expected the id of a vertex")]
    public void Says_which_row_is_wrong(string file, string text, string expected)
    {
        folder.Write(file, text);
        Assert.Contains(expected, Assert.Throws<BadInputException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"fox\": {}", "cases.fox: the key vertices is missing")]
    [InlineData("", "cases: got {")]
    [InlineData("\"fox\": 3", "cases.fox: got 3, expected an object")]
    [InlineData("\"fox\": {\"vertices\": {\"csv_file\": \"none.csv\"}, \"arcs\": {\"csv_file\": \"arcs.csv\"}}", "none.csv does not exist")]
    [InlineData("\"fox\": {" + Case + "}, \"fox\": {" + Case + "}", "cases.fox: this key stands there twice")]
    [InlineData("\"fox\": {" + Case + ", \"edges\": {}}", "cases.fox.edges: not a known key")]
    [InlineData("\"fox\": {\"vertices\": {\"csv_file\": \"vertices.csv\", \"csv_columns\": {\"quality\": \"quality\"}}, \"arcs\": {\"csv_file\": \"arcs.csv\"}}", "csv_columns.quality: not a known key")]
    public void Says_which_key_is_wrong(string networks, string expected) =>
        Assert.Contains(expected, Assert.Throws<BadInputException>(() => Read(networks: networks)).Message, StringComparison.Ordinal);

    [Fact]
    public void Says_that_a_file_is_not_there_or_not_json()
    {
        Assert.Contains("does not exist", Assert.Throws<BadInputException>(() => GecotInstance.Read(folder.File("no.json"))).Message, StringComparison.Ordinal);
        Assert.Contains("is not JSON", Assert.Throws<BadInputException>(() => GecotInstance.Read(folder.Write("x.json", "{"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aude")]
    [InlineData("aix_40x40_zip")]
    public void Real_instances_have_the_published_values(string name)
    {
        using var results = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("gecot/results.json")));
        var known = results.RootElement.GetProperty("instances").GetProperty(name);
        var problem = GecotInstance.Read(SharedData.PathOf($"gecot/{name}"));
        Assert.Equal(known.GetProperty("options").GetInt32(), problem.Units.Length);
        Same("base_objective", new bool[problem.Units.Length]);
        Same("all_options_objective", [.. problem.Units.Select(_ => true)]);

        void Same(string key, bool[] selected)
        {
            var expected = known.GetProperty(key).GetDouble();
            Assert.Equal(expected, problem.ValueOf(selected), expected * 1e-12);
        }
    }
}
