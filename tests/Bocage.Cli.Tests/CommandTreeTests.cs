namespace Bocage.Cli.Tests;

public sealed class CommandTreeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Map => Maps.Write(folder, "map.asc", 100, "1122", "1133");

    [Fact]
    public void Without_a_verb_the_verbs_are_named() => Assert.Contains("diagnose, demo, rerun, inspect, distance, connectivity, patches, metrics", CommandLine.Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_verb_that_is_not_known_is_named_with_those_that_are()
    {
        var sentence = CommandLine.Refusal("frobnicate", "map.tif");
        Assert.Contains("“frobnicate”", sentence, StringComparison.Ordinal);
        Assert.Contains("patches, metrics", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_speaks_of_bocage_as_it_is_called() => Assert.Contains("bocage metrics <RASTER>", CommandLine.Run("metrics", "--help").Output, StringComparison.Ordinal);

    [Fact]
    public void Help_shows_values_as_they_are_typed()
    {
        var help = CommandLine.Run("metrics", "--help").Output;
        Assert.Contains("--neighbours <8|4>", help, StringComparison.Ordinal);
        Assert.DoesNotContain("Queen", help, StringComparison.Ordinal);
    }

    [Fact] // an option with several values must not take the map for one more
    public void A_map_may_follow_an_option_with_several_values() =>
        Assert.Equal(2, CommandLine.Run("patches", "--habitat", "2", "3", Map, "--json").Json.GetProperty("classes").EnumerateObject().Count());

    [Fact]
    public void A_misspelt_option_is_named() => Assert.Contains("--bogus", CommandLine.Refusal("patches", Map, "--habitat", "2", "--bogus", "3"), StringComparison.Ordinal);

    [Fact]
    public void A_file_name_may_begin_with_an_at_sign() => Assert.Contains("@map.tif does not exist", CommandLine.Refusal("metrics", "@map.tif"), StringComparison.Ordinal);

    [Theory]
    [InlineData("--min-area", "-3", "--min-area is a number of hectares, 0 or more; got “-3”")]
    [InlineData("--min-area", "nan", "got “nan”")]
    [InlineData("--min-area", "some", "got “some”")]
    [InlineData("--neighbours", "6", "--neighbours is 8 or 4; got 6")]
    [InlineData("--cell-size", "0", "--cell-size is a number of metres above 0; got “0”")]
    [InlineData("--crs", "nonsense", "\"nonsense\" is not a coordinate reference system")]
    public void A_wrong_value_is_named_with_those_that_are_allowed(string option, string value, string part) =>
        Assert.Contains(part, CommandLine.Refusal("patches", Map, "--habitat", "2", option, value), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
