using System.Text.RegularExpressions;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>Whatever is wrong in one line of a file is told in one sentence, or is not wrong: then a case can be worked out.</summary>
public partial class DamagedCaseFilesTests
{
    private static readonly string[] Examples =
        [.. Yaml().Matches(File.ReadAllText(Repository.PathOf("docs/schemes.md"))).Select(match => match.Groups[1].Value)];

    private static readonly string Schemes = Examples[0];

    private static readonly string Parties = Examples[2].Replace("    hedge: {party: farm, lifetime_years: 25, renewed: yes}\n    hedge@parcel-7: ", "    trees@street: ", StringComparison.Ordinal);

    private static readonly string Plan = Examples[3];

    private static readonly MeasureCatalogue Catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_line_is_told_in_one_sentence_or_makes_a_case(int file)
    {
        string[] files = [Schemes, Parties, Plan];
        var lines = files[file].Split('\n');
        var (told, read) = (0, 0);
        for (var k = 0; k < lines.Length; k++)
            foreach (var damaged in Damaged(lines[k]))
            {
                var broken = (string[])files.Clone();
                broken[file] = string.Join('\n', [.. lines[..k], .. damaged is null ? [] : (string[])[damaged], .. lines[(k + 1)..]]);
                if (Sentence(broken) is { } sentence)
                {
                    Assert.Matches(@"^(schemes|parties|plan)\.yaml(, line \d+|[: ])|^(Nobody carries out|fair_deal names)", sentence);
                    Assert.DoesNotContain('\n', sentence);
                    told++;
                }
                else
                {
                    read++;
                }
            }

        Assert.True(told > 100 && read > 5, $"{told} told, {read} read");
    }

    private static string? Sentence(string[] files)
    {
        try
        {
            var library = SchemesFile.Parse(files[0], "schemes.yaml");
            var parties = PartiesFile.Parse(files[1], "parties.yaml", library);
            var plan = PlannedMeasuresFile.Parse(files[2], "plan.yaml", parties, Catalogue);
            var inputs = new BusinessCaseInputs(parties.Setting, parties.Parties, plan.Measures, library.Schemes, library.Scorecards, plan.Lands);
            parties.FairDeal?.In(inputs);
            BusinessCase.Of(inputs, []);
            return null;
        }
        catch (BadInputException error)
        {
            return error.Message;
        }
    }

    // The line left out, with another key, and with other values.
    private static IEnumerable<string?> Damaged(string line)
    {
        yield return null;
        if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) yield break;
        yield return line.Insert(colon, "s");
        foreach (var value in new[] { "", " x", " -1", " 0", " 1e9", " 0,5", " []", " {}", " [1, 2]", " {a: 1}", " unknown", " {en: a, nl: b, fr: c, de: d}" })
            yield return line[..(colon + 1)] + value;
        foreach (var match in Number().Matches(line).Cast<Match>())
            foreach (var value in new[] { "-7", "0", "1e300", "0.5", "x", "101" })
                yield return line[..match.Index] + value + line[(match.Index + match.Length)..];
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
