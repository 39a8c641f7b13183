using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bocage.Jobs.Languages;

namespace Bocage.Jobs.Tests.Diagnoses.Report;

/// <summary>What the report says, in every language and in the cases where there is little to say.</summary>
public sealed partial class ReportTests
{
    private static readonly string[] ThreeWoods = ["WggW~~~W", "Wggg~~~W"];

    private static readonly Dictionary<string, string[]> Landscapes = new()
    {
        ["three woods, one gap"] = ThreeWoods,
        ["one wood"] = ["gggg", "gWgg"],
        ["no wood is large enough"] = ["ggg", "gWg"],
        ["no links: water all around"] = ["W~~~~~~~~~~~~W"],
        ["no gaps: all linked"] = ["WggW", "gggg"],
        ["one cell"] = ["W"],
        ["land cover mostly unknown"] = ["W..W", "g..g"],
    };

    // Every language has the same texts with the same places to fill in (TextsTests), so one language per case will do.
    public static TheoryData<string, string> Cases => [.. Landscapes.Keys.Select((name, place) => (name, Texts.Languages[place % Texts.Languages.Count]))];

    [Theory, MemberData(nameof(Cases))]
    public void Every_report_is_whole(string name, string language)
    {
        using var landscape = new MadeLandscape(Landscapes[name]);
        if (name.StartsWith("no wood", StringComparison.Ordinal)) File.AppendAllText(landscape.Request.Species[0], "\nminimum_patch_area_ha: 5\n");
        landscape.Diagnose(landscape.Request with { Language = language });
        AssertWhole(Read(landscape), language);
    }

    [Theory]
    [InlineData("en"), InlineData("nl"), InlineData("fr"), InlineData("de")]
    public void A_report_with_every_section_is_whole(string language)
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose(landscape.WithEverything() with { Language = language });
        var page = Read(landscape);
        AssertWhole(page, language);
        Assert.Equal(["brief", "species-1", "sites", "pressures", "metrics", "method"], page.Descendants("section").Select(section => section.Attribute("id")!.Value));
    }

    [Fact]
    public void What_was_not_given_is_not_mentioned()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose();
        var page = Read(landscape);
        Assert.Equal(["brief", "species-1", "metrics", "method"], page.Descendants("section").Select(section => section.Attribute("id")!.Value));
        Assert.DoesNotContain("protected", Text(page), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_patches_there_is_a_sentence_and_no_map()
    {
        using var landscape = new MadeLandscape("gWg");
        File.AppendAllText(landscape.Request.Species[0], "\nminimum_patch_area_ha: 5\n");
        landscape.Diagnose(landscape.WithEverything());
        var text = Text(Read(landscape));
        Assert.Contains("Vole: no patch is large enough (at least 5.0 ha is needed). There is no network to diagnose.", text, StringComparison.Ordinal);
        Assert.Contains("not known", text, StringComparison.Ordinal); // the share of the importance of no patches
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onload='alert(1)")]
    [InlineData("&lt;b&gt; & </style></title></svg>")]
    [InlineData("{species} {{0}} @Model")]
    public void Names_from_files_are_text_and_nothing_else(string hostile)
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        var profile = File.ReadAllText(landscape.Request.Species[0]).Replace("en: Vole", $"en: '{("Vole" + hostile).Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal);
        File.WriteAllText(landscape.Request.Species[0], profile);
        landscape.Diagnose(landscape.WithEverything(hostile));
        var page = Read(landscape);
        Assert.Empty(page.Descendants("script"));
        Assert.Empty(page.Descendants("img"));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        foreach (var name in new[] { "wood", "Wold", "Hamlet", "Nitrogen", "Vole" }) Assert.Contains(name + hostile, Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_asks_for_nothing_from_outside()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose(landscape.WithEverything());
        var page = Read(landscape);
        Assert.All(page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href"),
            attribute => Assert.Matches("^(#[a-z0-9-]+|data:image/png;base64,.*)$", attribute.Value));
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact] // the one high cell (461) is above the 99.5th percentile of the sixteen, so the picture stops at the next (17)
    public void The_highest_pressure_is_named_and_tables_are_not_capped()
    {
        using var landscape = new MadeLandscape("ggggWggg", "Wggggggg");
        var request = landscape.WithEverything();
        landscape.Diagnose(request with { Sites = null });
        var text = Text(Read(landscape));
        Assert.Contains("The highest cell on the map has 461.", text, StringComparison.Ordinal);
        Assert.Contains("values above 17 are drawn as 17; the highest cell on the map has 461. The figures in the table are not capped.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_that_join_the_same_groups_say_so()
    {
        using var landscape = new MadeLandscape("WWg~gWW", "~~~~~~~", "WWg~gWW");
        File.AppendAllText(landscape.Request.Species[0], "\nneighbours: 4\n");
        var vole = landscape.Diagnose(landscape.Request).Species[0];
        Assert.True(vole.Gaps.Count > 1);
        Assert.Contains("Closing it would join a group of", Text(Read(landscape)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mark_of_the_tables_is_on_the_map()
    {
        using var landscape = new MadeLandscape(ThreeWoods);
        landscape.Diagnose();
        var page = Read(landscape);
        Assert.Equal(["1", "1", "2", "3", "A"], Marks(page, "gap").Concat(Marks(page, "patch")).Concat(Marks(page, "link")).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Marks(XDocument page, string kind) =>
        page.Descendants("g").Where(g => (string?)g.Attribute("class") == $"mark {kind}-mark").Select(g => g.Element("text")!.Value);

    // But for the elements that HTML never closes, the page is one that a strict reader of XML takes too: nothing unclosed, nothing unquoted.
    private static XDocument Read(MadeLandscape landscape) => XDocument.Parse(Unclosed().Replace(File.ReadAllText(landscape.File("report.html")), "<$1/>"));

    private static string Text(XDocument page)
    {
        page.Descendants("style").Remove();
        return page.Root!.Value.Replace('\u00A0', ' ');
    }

    private static void AssertWhole(XDocument page, string language)
    {
        Assert.Equal(language, page.Root!.Attribute("lang")!.Value);
        foreach (var cell in page.Descendants().Where(element => element.Name.LocalName is "td" or "th" or "li" or "p" or "dd" or "dt" or "h2" or "h3" or "figcaption"))
        {
            if (cell.AncestorsAndSelf().Any(element => element.Attribute("aria-hidden") is not null)) continue;
            Assert.False(string.IsNullOrWhiteSpace(cell.Value), $"an empty {cell.Name} after “{cell.Parent!.Value.Trim()}”");
        }

        Assert.DoesNotMatch(Unfilled(), Text(page) + string.Concat(page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "aria-label" or "d" or "style" or "viewBox" or "x" or "y").Select(a => a.Value + " ")));
    }

    [GeneratedRegex("<((?:meta|br)[^>]*?)/?>")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"NaN|∞|Infinity|\{\w+\}|-?\d,?\d*E[+-]?\d{3}|brief\.|\bnull\b")]
    private static partial Regex Unfilled();
}
