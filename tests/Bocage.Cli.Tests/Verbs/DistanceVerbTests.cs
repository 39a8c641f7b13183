namespace Bocage.Cli.Tests.Verbs;

public sealed class DistanceVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // Classes 1 (resistance 1) and 2 (resistance 4); class 9 is a barrier. Cells of 10 m.
    private string Map => Maps.Write(folder, "map.asc", 10, "1129", "1991", "1991");

    private string Costs => folder.Write("costs.csv", "class,resistance\n1,1\n2,4\n");

    [Fact] // a (5,25) → b (25,25) along the first row: (1+1)/2 + (1+4)/2 = 3.5 cells, 35 m; from b on to c (35,15) only diagonally: (4+1)/2·√2
    public void Distances_are_means_of_two_cells_times_the_step()
    {
        var json = Run("id,x,y\na,5,25\nb,25,25\nc,35,15\n").Json;
        Assert.Equal(["a", "b", "c"], json.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("cells", json.GetProperty("unit").GetString());
        var ab = json.GetProperty("distance")[0][1].GetDouble();
        Assert.Equal(3.5, ab, 12);
        Assert.Equal(2.5 * Math.Sqrt(2), json.GetProperty("distance")[1][2].GetDouble(), 12);
        Assert.Equal(35, json.GetProperty("distanceMapUnits")[0][1].GetDouble(), 12);
        Assert.Equal(0, json.GetProperty("distance")[2][2].GetDouble());
    }

    [Fact] // the only step from b to c is the diagonal one
    public void With_four_neighbours_there_are_no_diagonal_steps() =>
        Assert.Equal(System.Text.Json.JsonValueKind.Null, Run("id,x,y\nb,25,25\nc,35,15\n", "--neighbours", "4").Json.GetProperty("distance")[0][1].ValueKind);

    [Fact]
    public void What_cannot_be_reached_is_null()
    {
        var run = Run("id,x,y\na,5,25\nbarrier,35,25\n");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json.GetProperty("distance")[0][1].ValueKind);
        Assert.Contains("point barrier lies on a barrier", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void People_get_a_table() => Assert.Contains("Distance in cells × resistance", CommandLine.Run("distance", Map, "--costs", Costs, "--points", Points("id,x,y\na,5,25\n")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("id,x,y\na,500,25\n", "point a (500, 25) lies outside the map, which spans x 0 to 40 and y 0 to 30")]
    [InlineData("id,x,y\na,5,north\n", "row 2, column y: got 'north'")]
    public void A_wrong_point_is_named(string points, string part) =>
        Assert.Contains(part, CommandLine.Refusal("distance", Map, "--costs", Costs, "--points", Points(points)), StringComparison.Ordinal);

    [Fact]
    public void A_resistance_of_zero_is_refused() =>
        Assert.Contains("got '0'", CommandLine.Refusal("distance", Map, "--costs", folder.Write("zero.csv", "class,resistance\n1,0\n"), "--points", Points("id,x,y\na,5,25\n")), StringComparison.Ordinal);

    [Fact]
    public void A_map_that_is_not_there_is_refused() =>
        Assert.Contains("nowhere.tif", CommandLine.Refusal("distance", "nowhere.tif", "--costs", Costs, "--points", Points("id,x,y\na,5,25\n")), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private string Points(string text) => folder.Write("points.csv", text);

    private CommandLine Run(string points, params string[] more)
    {
        var run = CommandLine.Run(["distance", Map, "--costs", Costs, "--points", Points(points), "--json", .. more]);
        Assert.Equal(0, run.ExitCode);
        return run;
    }
}
