namespace Bocage.Cli.Tests.Verbs;

public class MeasuresVerbTests
{
    [Fact]
    public void Without_a_file_it_lists_our_own_catalogue_in_the_language_that_was_asked_for()
    {
        var run = CommandLine.Run("measures", "--language", "nl");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Houtkant", run.Output, StringComparison.Ordinal);
        Assert.Contains("bronmaatregel", run.Output, StringComparison.Ordinal);
        Assert.Contains("2.45 (1.5–3)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_what_is_not_known_is_null_and_never_zero()
    {
        var measures = CommandLine.Run("measures", Repository.PathOf("measures/catalogue.yaml"), "--json").Json.GetProperty("measures").EnumerateArray().ToDictionary(measure => measure.GetProperty("id").GetString()!);
        Assert.True(measures.Count >= 28);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, measures["desealing"].GetProperty("costs").GetProperty("investment").ValueKind);
        Assert.Equal(75, measures["bioswale"].GetProperty("costs").GetProperty("investment").GetProperty("likely").GetDouble());
        Assert.Equal("source", measures["buffer_zone"].GetProperty("kind").GetString());
        Assert.Equal("forest", measures["mini_forest"].GetProperty("landCover").GetString());
    }

    [Fact]
    public void A_damaged_catalogue_is_refused_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("mine.yaml", File.ReadAllText(Repository.PathOf("measures/catalogue.yaml")).Replace("kind: bridging", "kind: bridge", StringComparison.Ordinal));
        Assert.Matches(@"^.*mine\.yaml, line \d+: measures\.meadow_bird_rest\.kind must be one of source, system, bridging; got 'bridge'\.$", CommandLine.Refusal("measures", path));
        Assert.EndsWith("nowhere.yaml does not exist.", CommandLine.Refusal("measures", folder.File("nowhere.yaml")), StringComparison.Ordinal);
    }
}
