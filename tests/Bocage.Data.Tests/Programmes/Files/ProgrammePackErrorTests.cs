using Bocage.Data.Programmes;
using Bocage.Formats;

namespace Bocage.Data.Tests.Programmes;

public class ProgrammePackErrorTests
{
    [Theory]
    [InlineData("areas.yaml", "    province: Voorbeeld", "    provinces: Voorbeeld", "areas.yaml, line 14: the key 'areas.provinces' is not known; allowed in areas are id, within, name, earlier_names, kind, country, province, point, outline, summary, natura2000, pressures, tracks, partners, agreements, timeline, quantities, budgets, sources.")]
    [InlineData("areas.yaml", "    kind: pilot", "    kind: garden", "areas.yaml, line 12: areas.kind must be the id of a kind of area (pilot); got 'garden'.")]
    [InlineData("areas.yaml", "    country: NL", "    country: nl", "areas.yaml, line 13: areas.country must be a two-letter code of a country such as NL; got 'nl'.")]
    [InlineData("areas.yaml", "lat: 52.1", "lat: 152.1", "areas.yaml, line 17: areas.point.lat must be a number of degrees north, -90 to 90; got '152.1'.")]
    [InlineData("areas.yaml", "precision_m: 2000", "precision_m: 0", "areas.yaml, line 18: areas.point.precision_m must be a number of metres above 0; got '0'.")]
    [InlineData("areas.yaml", "[desiccation, eutrophication]", "[desiccation, noise]", "areas.yaml, line 27: areas.pressures must be a pressure (nitrogen_deposition, eutrophication, acidification, desiccation, pollution, fragmentation, sealing, heat, flooding, uniformity); got 'noise'.")]
    [InlineData("areas.yaml", "[desiccation, eutrophication]", "[desiccation, desiccation]", "areas.yaml, line 27: areas.pressures names 'desiccation' twice.")]
    [InlineData("areas.yaml", "partners: [farmers]", "partners: [fishers]", "areas.yaml, line 34: areas.partners must be the id of a partner (farmers, province); got 'fishers'.")]
    [InlineData("areas.yaml", "within: valley", "within: mountain", "areas.yaml, line 85: areas.within must be the id of an area (spring, valley); got 'mountain'.")]
    [InlineData("areas.yaml", "within: valley", "within: spring", "areas.yaml, line 85: areas.within must be an area that is not a part of 'spring' itself; got 'spring'.")]
    [InlineData("areas.yaml", "    kind: pilot\n    country: NL\n    province: Voorbeeld\n", "    kind: pilot\n    within: spring\n    country: NL\n", "areas.yaml, line 13: areas.within must be an area that is not a part of 'valley' itself; got 'spring'.")]
    [InlineData("projects.yaml", "      - id: hay\n", "      - id: land\n", "projects.yaml, line 33: projects.contributions.id 'land' stands here twice, first in line 19.")]
    [InlineData("areas.yaml", "- id: spring", "- id: valley", "areas.yaml, line 80: areas.id 'valley' stands here twice, first in line 7.")]
    [InlineData("areas.yaml", "- id: spring", "- id: The Spring", "areas.yaml, line 80: areas.id must be an id of at most 60 small letters, digits and -, that begins with a letter or a digit; got 'The Spring'.")]
    [InlineData("areas.yaml", "      nl: Een nat dal.\n", "", "areas.yaml, line 22: areas.summary has no text in nl; every text stands there in en, nl.")]
    [InlineData("areas.yaml", "      nl: Een nat dal.\n", "      nl: Een nat dal.\n      fr: Une vallée.\n", "areas.yaml, line 25: areas.summary has a text in 'fr', which is not a language of this programme (en, nl).")]
    [InlineData("areas.yaml", "      nl: Een nat dal.\n", "      nl:\n", "areas.yaml, line 24: areas.summary.nl must be a text; got nothing.")]
    [InlineData("areas.yaml", "    summary:\n      en: A wet valley.\n      nl: Een nat dal.\n", "    summary: A wet valley.\n", "areas.yaml, line 22: areas.summary must be a text in each of en, nl; got 'A wet valley.'.")]
    [InlineData("areas.yaml", "date: 2024-05", "date: May 2024", "areas.yaml, line 40: areas.agreements.date must be a date such as 2024, 2024-03 or 2024-03-31; got 'May 2024'.")]
    [InlineData("areas.yaml", "unit: eur", "unit: ha", "areas.yaml, line 72: areas.budgets.unit must be money or a share of it (percent, eur, dkk, sek, nok, eur_per_year); got 'ha'.")]
    [InlineData("areas.yaml", "unit: eur", "unit: acres", "areas.yaml, line 72: areas.budgets.unit must be a unit (ha, m2, km2, m, km, piece, t, percent, celsius, year, ha_per_year, km_per_year, piece_per_year, t_per_year, eur, dkk, sek, nok, eur_per_year); got 'acres'.")]
    [InlineData("areas.yaml", "up_to: 250000", "up_to: 150000", "areas.yaml, line 76: areas.budgets.claims.up_to must be a number above value (200000); got '150000'.")]
    [InlineData("areas.yaml", "    outline:\n      source: plan\n", "", "areas.yaml, line 7: the key 'areas.outline' is missing: outlines/valley.geojson is there, and its source must be named.")]
    [InlineData("areas.yaml", "    kind: pilot\n    within: valley\n", "    kind: pilot\n    within: valley\n    outline:\n      source: plan\n", "areas.yaml, line 86: areas.outline needs the file outlines/spring.geojson, which is not there.")]
    [InlineData("objectives.yaml", "        unit: t_per_year", "        unit: t", "objectives.yaml, line 47: objectives.counters.unit must be an amount per year (ha_per_year, km_per_year, piece_per_year, t_per_year, eur_per_year), because the kind is flow; got 't'.")]
    [InlineData("objectives.yaml", "        kind: flow", "        kind: stock", "objectives.yaml, line 47: objectives.counters.unit is an amount per year, which goes with the kind flow only; got 't_per_year' for a stock.")]
    [InlineData("objectives.yaml", "        denominator:\n          en: All grassland\n          nl: Al het grasland\n", "", "objectives.yaml, line 55: objectives.counters is a share, so it needs a denominator: of what it is a share.")]
    [InlineData("objectives.yaml", "        unit: percent\n", "        unit: ha\n", "objectives.yaml, line 59: objectives.counters.unit must be percent, because the kind is share; got 'ha'.")]
    [InlineData("objectives.yaml", "        kind: share", "        kind: level", "objectives.yaml, line 60: objectives.counters.kind must be stock, flow or share: levels are not counted; got 'level'.")]
    [InlineData("objectives.yaml", "        kind: share", "        kind: part", "objectives.yaml, line 60: objectives.counters.kind must be one of stock, flow, share, level; got 'part'.")]
    [InlineData("objectives.yaml", "qualifier: net_positive", "qualifier: good", "objectives.yaml, line 27: objectives.counters.qualifier must be one of none, net_positive, at_least_neutral; got 'good'.")]
    [InlineData("objectives.yaml", "value: 400", "value: -400", "objectives.yaml, line 40: objectives.counters.target.claims.value must be a number, 0 or more; got '-400'.")]
    [InlineData("objectives.yaml", "year: 2030", "year: soon", "objectives.yaml, line 38: objectives.counters.target.year must be a year such as 2024; got 'soon'.")]
    [InlineData("objectives.yaml", "objectives: [meadows]", "objectives: [forests]", "objectives.yaml, line 88: categories.objectives must be the id of an objective (meadows); got 'forests'.")]
    [InlineData("objectives.yaml", "axis: land", "axis: sea", "objectives.yaml, line 13: objectives.axis must be the id of an axis (land); got 'sea'.")]
    [InlineData("objectives.yaml", "- id: hay-t", "- id: meadow-ha", "objectives.yaml, line 43: objectives.counters.id 'meadow-ha' stands here twice, first in line 21.")]
    [InlineData("projects.yaml", "counter: meadow-ha", "counter: hay-t", "projects.yaml, line 24: projects.contributions.unit must be that of the counter hay-t (t_per_year); got 'ha'.")]
    [InlineData("projects.yaml", "kind: stock", "kind: level", "projects.yaml, line 25: projects.contributions.kind must be that of the counter meadow-ha (stock); got 'level'.")]
    [InlineData("projects.yaml", "counter: meadow-ha", "counter: bees", "projects.yaml, line 23: projects.contributions.counter must be the id of a counter (hay-t, meadow-ha, meadow-share); got 'bees'.")]
    [InlineData("projects.yaml", "sources: [plan, news]", "sources: [plan, rumour]", "projects.yaml, line 82: projects.sources must be the id of a source (editors, news, plan); got 'rumour'.")]
    [InlineData("projects.yaml", "sources: [plan, news]", "sources: []", "projects.yaml, line 82: projects.sources must be a list of at least one; got an empty list.")]
    [InlineData("programme.yaml", "primary: \"#1f5c3a\"", "primary: \"#8fce00\"", "programme.yaml, line 20: colours.primary must stand out from white by 4.5 to 1 or more, so that text in it can be read; got '#8fce00', 1.9 to 1.")]
    [InlineData("programme.yaml", "primary: \"#1f5c3a\"", "primary: green", "programme.yaml, line 20: colours.primary must be a colour such as \"#0a5c36\", with small letters and in quotes; got 'green'.")]
    [InlineData("programme.yaml", "  end: 2027", "  end: 2023", "programme.yaml, line 14: period.end must not lie before start (2024-03-01); got '2023'.")]
    [InlineData("programme.yaml", "    end: 2025", "    end: 2023", "programme.yaml, line 49: phases.end must not lie before start (2024); got '2023'.")]
    [InlineData("programme.yaml", "website: https://example.org/", "website: javascript:alert(1)", "programme.yaml, line 23: contact.website must be an address that begins with https:// or http://; got 'javascript:alert(1)'.")]
    [InlineData("programme.yaml", "office@example.org", "office", "programme.yaml, line 24: contact.email must be an e-mail address; got 'office'.")]
    [InlineData("programme.yaml", "languages: [en, nl]", "languages: [en, nl, it]", "programme.yaml, line 18: languages must be a language (en, nl, fr, de); got 'it'.")]
    [InlineData("programme.yaml", "lead: province", "lead: nobody", "programme.yaml, line 16: lead must be the id of a partner (farmers, province); got 'nobody'.")]
    [InlineData("sources.yaml", "kind: secondary", "kind: rumour", "sources.yaml, line 9: sources.kind must be one of owner, secondary, editors; got 'rumour'.")]
    [InlineData("partners.yaml", "roles: [province]", "roles: [king]", "partners.yaml, line 9: partners.roles must be the id of a role (province); got 'king'.")]
    [InlineData("toolbox.yaml", "kind: method", "kind: magic", "toolbox.yaml, line 3: tools.kind must be one of theme, method, framework, reward, background; got 'magic'.")]
    [InlineData("sources.yaml", "  - id: editors\n    publisher: Bocage\n    kind: editors\n", "  - editors\n", "sources.yaml, line 10: sources must be a mapping of keys to values; got 'editors'.")]
    [InlineData("pages/home.nl.md", "# home nl", "home", "pages/home.nl.md, line 1: a page must begin with its title, '# Title'; got 'home'.")]
    public void A_mistake_is_one_sentence_with_file_line_and_key(string file, string right, string wrong, string sentence)
    {
        using var example = new ExamplePack();
        example.Replace(file, right, wrong);
        var read = example.ReadIt();
        Assert.Null(read.Pack);
        var sentences = read.Errors.Select(error => error.Sentence).ToArray();
        Assert.True(sentences.Contains(example.PathOf(sentence)), string.Join('\n', sentences));
    }

    [Theory]
    [InlineData("[[[5.49, 52.09], [5.51, 52.11],\n [5.51, 52.09], [5.49, 52.11], [5.49, 52.09]]]", "outlines/valley.geojson, line 2: the outline must not cross or touch itself; got: Self-intersection at longitude 5.5, latitude 52.1.")]
    [InlineData("[[[5.49, 52.09], [5.51, 52.09], [5.51, 52.11], [5.49, 52.11]]]", "outlines/valley.geojson, line 2: a ring must end where it begins (5.49, 52.09); it ends at (5.49, 52.11).")]
    [InlineData("[[[5.49, 52.09], [5.51, 52.09], [5.49, 52.09]]]", "outlines/valley.geojson, line 2: a ring must have four positions or more, the last one as the first; got 3.")]
    [InlineData("[[[145000, 452000], [146000, 452000], [146000, 453000], [145000, 452000]]]", "outlines/valley.geojson, line 2: coordinates must be a longitude, -180 to 180; got '145000'.")]
    [InlineData("[]", "outlines/valley.geojson, line 2: a polygon must have at least one ring; got an empty list.")]
    [InlineData("[[[5.49, 52.09], [5.51, north], [5.51, 52.11], [5.49, 52.09]]]", "outlines/valley.geojson, line 2: coordinates must be a latitude, -90 to 90; got 'north'.")]
    public void An_outline_that_cannot_be_used_is_refused(string coordinates, string sentence)
    {
        using var example = new ExamplePack();
        example.Write("outlines/valley.geojson", $"{{\"type\": \"Polygon\",\n\"coordinates\": {coordinates}}}");
        Assert.Equal(example.PathOf(sentence), Assert.Single(example.ReadIt().Errors).Sentence);
    }

    [Fact]
    public void The_line_of_a_crossing_is_that_of_the_position_beside_it()
    {
        using var example = new ExamplePack();
        // The first ring is a square on line 2 to 6; the second polygon, a bow tie, crosses itself at (7, 50.5) beside the position on line 9, (7.01, 50.4).
        example.Write("outlines/valley.geojson", """
            {"type": "MultiPolygon", "coordinates": [
              [[[0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
              [0, 0]]],
              [[[6, 50],
              [8, 51],
              [7.01, 50.4],
              [6, 51],
              [6, 50]]]]}
            """);
        var error = Assert.Single(example.ReadIt().Errors);
        Assert.StartsWith(example.PathOf("outlines/valley.geojson, line 9: the outline must not cross or touch itself"), error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outline_may_be_a_feature_or_a_collection_of_one()
    {
        using var example = new ExamplePack();
        var bare = ExamplePack.Files["outlines/valley.geojson"];
        var expected = example.ReadIt().PackOrThrow();
        example.Write("outlines/valley.geojson", $"{{\"type\": \"Feature\", \"properties\": null, \"geometry\": {bare}}}");
        Assert.Equal(expected, example.ReadIt().PackOrThrow());
        example.Write("outlines/valley.geojson", $"{{\"type\": \"FeatureCollection\", \"features\": [{{\"type\": \"Feature\", \"properties\": {{}}, \"geometry\": {bare}}}]}}");
        Assert.Equal(expected, example.ReadIt().PackOrThrow());
    }

    [Fact]
    public void Every_mistake_is_named_and_nothing_is_taken()
    {
        using var example = new ExamplePack();
        example.Replace("areas.yaml", "    country: NL", "    country: nl");
        example.Replace("areas.yaml", "precision_m: 2000", "precision_m: 0");
        example.Replace("areas.yaml", "    province: Voorbeeld", "    provinces: Voorbeeld");
        example.Replace("objectives.yaml", "        unit: t_per_year", "        unit: t");
        example.Replace("programme.yaml", "lead: province", "lead: nobody");
        example.Replace("sources.yaml", "kind: secondary", "kind: rumour");
        example.Write("pages/home.nl.md", "home");
        File.Delete(example.PathOf("pages/data.en.md"));
        var read = example.ReadIt();
        Assert.Null(read.Pack);
        // By file and line; a flow in t also no longer fits the contribution of 700 t/year.
        Assert.Equal(["areas.yaml:13", "areas.yaml:14", "areas.yaml:18", "objectives.yaml:47", "pages/data.en.md:0", "pages/home.nl.md:1", "programme.yaml:16", "projects.yaml:38", "sources.yaml:9"],
            read.Errors.Select(error => $"{Path.GetRelativePath(example.Folder, error.File)}:{error.Line}"));
        Assert.EndsWith("(and 8 more)", Assert.Throws<BadInputException>(read.PackOrThrow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_yaml_hides_no_mistake_elsewhere_and_makes_none_up()
    {
        using var example = new ExamplePack();
        example.Write("partners.yaml", "partners: [\n");
        example.Replace("areas.yaml", "    country: NL", "    country: nl");
        var read = example.ReadIt();
        // The lead and the partners of areas are not called missing: nobody can tell.
        Assert.Equal(2, read.Errors.Count);
        Assert.Contains("areas.country", read.Errors[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("this is not valid YAML", read.Errors[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_belong_or_are_missing_are_named()
    {
        using var example = new ExamplePack();
        example.Write("area.yaml", "a: 1\n");
        example.Write("pages/home.fr.md", "# Bonjour\n");
        example.Write("outlines/mountain.geojson", ExamplePack.Files["outlines/valley.geojson"]);
        example.Write(".DS_Store", "left by a computer");
        File.Delete(example.PathOf("sources.yaml"));
        var sentences = example.ReadIt().Errors.Select(error => error.Sentence).ToArray();
        Assert.Equal(
        [
            example.PathOf("area.yaml is not a file of a pack; those are programme.yaml, sources.yaml, partners.yaml, objectives.yaml, areas.yaml, projects.yaml, toolbox.yaml, news.yaml, pages/*.md and outlines/*.geojson."),
            example.PathOf("outlines/mountain.geojson must be named after an area; this pack has no area 'mountain'."),
            example.PathOf("pages/home.fr.md must be called page.language.md, such as home.en.md, in a language of this programme (en, nl)."),
            example.PathOf("sources.yaml is missing; a pack has at least programme.yaml, sources.yaml and its pages."),
        ],
        sentences);
    }

    [Fact]
    public void A_page_that_must_be_there_is_missed_in_every_language()
    {
        using var example = new ExamplePack();
        File.Delete(example.PathOf("pages/about.en.md"));
        File.Delete(example.PathOf("pages/about.nl.md"));
        Assert.Equal(
            [example.PathOf("pages/about.en.md is missing: the page about must be there in en, nl."), example.PathOf("pages/about.nl.md is missing: the page about must be there in en, nl.")],
            example.ReadIt().Errors.Select(error => error.Sentence));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_empty_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.EndsWith("nowhere does not exist.", Assert.Single(ProgrammePackFolder.Read(folder.File("nowhere")).Errors).Sentence, StringComparison.Ordinal);
        Assert.EndsWith("a.yaml is a file; a pack is a folder.", Assert.Single(ProgrammePackFolder.Read(folder.Write("a.yaml", "x")).Errors).Sentence, StringComparison.Ordinal);
        Directory.CreateDirectory(folder.File("empty"));
        Assert.Contains(ProgrammePackFolder.Read(folder.File("empty")).Errors, error => error.Sentence.EndsWith("programme.yaml is missing; a pack has at least programme.yaml, sources.yaml and its pages.", StringComparison.Ordinal));
    }

    [Fact]
    public void One_mistake_is_not_three()
    {
        using var example = new ExamplePack();
        example.Replace("objectives.yaml", "        kind: flow", "        kind: flaw");
        example.Replace("projects.yaml", "        kind: flow\n", "");
        // Neither is the unit of a kind that cannot be read wrong, nor the kind that of another counter.
        Assert.Equal(["objectives.counters.kind must be one of stock, flow, share, level; got 'flaw'.", "the key 'projects.contributions.kind' is missing."],
            example.ReadIt().Errors.Select(error => error.Sentence[(error.Sentence.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    public static TheoryData<string> FileNames => [.. ExamplePack.Files.Keys];

    [Theory, MemberData(nameof(FileNames))]
    public void Whatever_line_is_lost_or_broken_the_pack_is_read_or_refused_in_sentences(string file)
    {
        using var example = new ExamplePack();
        var lines = ExamplePack.Files[file].TrimEnd('\n').Split('\n');
        for (var k = 0; k < lines.Length; k++)
        {
            var key = lines[k].IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? lines[k][..(at + 1)] : lines[k];
            string[][] broken = [[], [$"{key} [1, 2]"], [$"{key} -3"], [$"{key} {{a: b}}"], [$"{key} null"], [lines[k], lines[k]], ["\t" + lines[k]]];
            foreach (var instead in broken)
            {
                example.Write(file, string.Join('\n', [.. lines[..k], .. instead, .. lines[(k + 1)..]]) + "\n");
                var read = example.ReadIt();
                Assert.Equal(read.Errors.Count == 0, read.Pack is not null);
                Assert.All(read.Errors, error => Assert.Matches(@"^/.*\.(yaml|md|geojson)\b.*\.$", error.Sentence));
                if (read.Pack is { } pack) Assert.NotEmpty(ProgrammePackFolder.Export(pack));
            }
        }
    }

    [Fact]
    public void A_link_out_of_the_pack_is_not_followed()
    {
        using var example = new ExamplePack();
        using var elsewhere = new TemporaryFolder();
        File.Delete(example.PathOf("pages/home.en.md"));
        File.CreateSymbolicLink(example.PathOf("pages/home.en.md"), elsewhere.Write("secret.md", "# Secret\n"));
        Assert.Equal(example.PathOf("pages/home.en.md must be a file of its own; it is a link to another."), Assert.Single(example.ReadIt().Errors).Sentence);
    }

    [Fact]
    public void Hostile_markdown_is_text()
    {
        using var example = new ExamplePack();
        const string Hostile = "# <script>alert(1)</script>\n\n[click](javascript:alert(1)) | a | b |\n<img src=x onerror=alert(1)>";
        example.Write("pages/home.en.md", Hostile + "\n");
        Assert.Equal(Hostile, example.ReadIt().PackOrThrow().Pages.Single(page => page.Id == "home").Markdown.In("en"));
    }
}
