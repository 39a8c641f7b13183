namespace Bocage.Cli.Tests.Verbs;

public class ProgrammeVerbTests
{
    [Fact]
    public void A_pack_in_order_is_summed_up()
    {
        var run = CommandLine.Run("programme", "check", Repository.PathOf("programmes/belgian-alliance"));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.Matches(@"objectives\s.*10\b", run.Output);
        Assert.Matches(@"counters\s.*13\b", run.Output);
        Assert.Matches(@"languages\s.*en, nl, fr, de", run.Output);
        Assert.Contains("Sources disagree: Wetland", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_with_mistakes_is_refused_with_every_one_of_them()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf("programmes/belgian-alliance"), "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(Repository.PathOf("programmes/belgian-alliance"), path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = File.ReadAllText(path);
            if (path.EndsWith("objectives.yaml", StringComparison.Ordinal)) text = text.Replace("unit: t_per_year", "unit: t", StringComparison.Ordinal).Replace("kind: share", "kind: shares", StringComparison.Ordinal);
            File.WriteAllText(copy, text);
        }

        var run = CommandLine.Run("programme", "check", folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        var lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // Four flows without a year, and one kind that does not exist.
        Assert.Equal(4, lines.Count(line => line.Contains("must be an amount per year", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.Contains("must be one of stock, flow, share, level; got 'shares'.", StringComparison.Ordinal));
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^bocage: .*objectives\.yaml, line \d+: objectives\.counters", line));
    }

    [Theory]
    [InlineData("say what to do; the verbs are check. Try: bocage programme --help")]
    [InlineData("Required argument missing for command: 'check'. Try: bocage programme check --help", "check")]
    [InlineData("there is no verb “chek”; the verbs are check. Try: bocage programme --help", "chek")]
    public void Without_a_verb_of_its_own_it_says_which_there_are(string sentence, params string[] more) => Assert.Equal(sentence, CommandLine.Refusal(["programme", .. more]));

    [Fact]
    public void A_folder_that_is_not_there_is_one_sentence() =>
        Assert.EndsWith("nowhere does not exist.", CommandLine.Refusal("programme", "check", "nowhere"), StringComparison.Ordinal);
}
