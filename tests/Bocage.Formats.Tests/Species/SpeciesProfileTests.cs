using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Species;

public class SpeciesProfileTests
{
    private const string Least = """
        name: Badger-like
        dispersal: {distance_m: 1000, probability: 0.5}
        resistance: {1: 1, 2: 2.5, 3: barrier}

        """;

    [Fact]
    public void The_least_profile_takes_the_documented_defaults()
    {
        var profile = Parse(Least);
        Assert.Equal("Badger-like", profile.Name.In("fr"));
        Assert.Null(profile.Description);
        Assert.Empty(profile.Habitat);
        Assert.Equal(0, profile.MinimumPatchAreaHa);
        Assert.Equal(Neighbourhood.Queen, profile.Neighbours);
        Assert.Equal(0.5, profile.Dispersal.Probability(1000), 12);
        Assert.Equal([1, 2.5, double.NaN], [profile.Resistance[1], profile.Resistance[2], profile.Resistance[3]]);
        Assert.Null(profile.OtherClasses);
        // 0.5^(d / 1000) = 0.05 at d = 1000 · log₂ 20 = 4321.928…
        Assert.Equal(4321.928094887363, profile.MaximumLinkM, 9);
        Assert.Equal(4321.928094887363, profile.MaximumGapM, 9);
        Assert.Null(profile.Confidence);
        Assert.Empty(profile.Sources);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var profile = Parse("""
            name: {nl: Das, en: Badger}
            description: Digs.
            legend: NARA
            habitat: [2, 1]
            minimum_patch_area_ha: 1e1
            neighbours: 4
            dispersal:
              distance_m: 3000
              probability: .05
            resistance: {"1": 1, 2: 0.5}
            other_classes: barrier
            maximum_link_m: 2500
            maximum_gap_m: 2500
            sources: [a book, a map]
            confidence: medium
            """);
        Assert.Equal("Das", profile.Name.In("nl"));
        Assert.Equal("Badger", profile.Name.In("de")); // no German: the first of en, nl, fr, de that is there
        Assert.Equal("Digs.", profile.Description?.In("nl"));
        Assert.Equal("NARA", profile.Legend);
        Assert.Equal([2, 1], profile.Habitat);
        Assert.Equal(10, profile.MinimumPatchAreaHa);
        Assert.Equal(Neighbourhood.Rook, profile.Neighbours);
        Assert.Equal((3000, 0.05), (profile.DispersalDistanceM, profile.DispersalProbability));
        Assert.Equal(double.NaN, profile.OtherClasses);
        Assert.Equal((2500, 2500), (profile.MaximumLinkM, profile.MaximumGapM));
        Assert.Equal(["a book", "a map"], profile.Sources);
        Assert.Equal(Confidence.Medium, profile.Confidence);
    }

    [Theory]
    [InlineData("color: red", "p.yaml, line 4: the key 'color' is not known; allowed are name, description, legend, habitat, minimum_patch_area_ha, neighbours, dispersal, resistance, other_classes, maximum_link_m, maximum_gap_m, sources, confidence.")]
    [InlineData("name: Other", "p.yaml, line 4: the key 'name' stands here twice, first in line 1.")]
    [InlineData("neighbours: 6", "p.yaml, line 4: neighbours must be 8 or 4; got '6'.")]
    [InlineData("neighbours:", "p.yaml, line 4: neighbours must be 8 or 4; got nothing.")]
    [InlineData("minimum_patch_area_ha: -1", "p.yaml, line 4: minimum_patch_area_ha must be a number of hectares, 0 or more; got '-1'.")]
    [InlineData("minimum_patch_area_ha: .nan", "p.yaml, line 4: minimum_patch_area_ha must be a number of hectares, 0 or more; got '.nan'.")]
    [InlineData("minimum_patch_area_ha: 1,5", "p.yaml, line 4: minimum_patch_area_ha must be a number of hectares, 0 or more, with a decimal point and no comma; got '1,5'.")]
    [InlineData("habitat: forest", "p.yaml, line 4: habitat must be a list; got 'forest'.")]
    [InlineData("habitat: []", "p.yaml, line 4: habitat must be a list of at least one code; got an empty list.")]
    [InlineData("habitat:\n  - 1\n  - forest", "p.yaml, line 6: habitat must be a whole number; got 'forest'.")]
    [InlineData("habitat: [1, 1]", "p.yaml, line 4: habitat names code 1 twice.")]
    [InlineData("habitat: [3]", "p.yaml, line 4: habitat names code 3, which is a barrier by its resistance; habitat must have a number.")]
    [InlineData("habitat: [7]\nother_classes: barrier", "p.yaml, line 4: habitat names code 7, which is a barrier by its resistance; habitat must have a number.")]
    [InlineData("other_classes: 0", "p.yaml, line 4: other_classes must be a number above 0 or the word barrier; got '0'.")]
    [InlineData("maximum_link_m: 0", "p.yaml, line 4: maximum_link_m must be a number of effective metres above 0; got '0'.")]
    [InlineData("maximum_gap_m: 0", "p.yaml, line 4: maximum_gap_m must be a number of metres above 0; got '0'.")]
    [InlineData("sources: a book", "p.yaml, line 4: sources must be a list; got 'a book'.")]
    [InlineData("confidence: sure", "p.yaml, line 4: confidence must be low, medium or high; got 'sure'.")]
    [InlineData("description: {it: Riccio}", "p.yaml, line 4: the key 'description.it' is not known; allowed in description are en, nl, fr, de.")]
    [InlineData("description: [a]", "p.yaml, line 4: description must be a text, or a text per language; got a list.")]
    [InlineData("description: {}", "p.yaml, line 4: description must be a text, or a text per language; got an empty mapping.")]
    [InlineData("description: {en: ''}", "p.yaml, line 4: description.en must be a text; got ''.")]
    [InlineData("description: &a x\nlegend: *a", "p.yaml, line 5: aliases (*name) are not supported; write the value out.")]
    [InlineData("---\nname: x", "p.yaml, line 4: a second document begins here; one is expected.")]
    public void A_wrong_addition_is_one_sentence_with_file_line_and_key(string addition, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => Parse(Least + addition)).Message);

    [Theory]
    [InlineData("name: x\nresistance: {1: 1}", "p.yaml, line 1: the key 'dispersal' is missing.")]
    [InlineData("resistance: {1: 1}\ndispersal: {distance_m: 5, probability: 0.5}", "p.yaml, line 1: the key 'name' is missing.")]
    [InlineData("name: x\ndispersal: {distance_m: 5, probability: 0.5}", "p.yaml, line 1: the key 'resistance' is missing.")]
    [InlineData("name: x\nresistance: {1: 1}\ndispersal:\n  distance_m: 5", "p.yaml, line 3: the key 'dispersal.probability' is missing.")]
    [InlineData("name: x\nresistance: {1: 1}\ndispersal: 1000", "p.yaml, line 3: dispersal must be a mapping of keys to values; got '1000'.")]
    [InlineData("name: x\nresistance: {1: 1}\ndispersal:\n  distance_m: 0\n  probability: 0.5", "p.yaml, line 4: dispersal.distance_m must be a number of effective metres above 0; got '0'.")]
    [InlineData("name: x\nresistance: {1: 1}\ndispersal:\n  distance_m: 5\n  probability: 1", "p.yaml, line 5: dispersal.probability must be a number between 0 and 1, both excluded; got '1'.")]
    [InlineData("name: x\ndispersal: {distance_m: 5, probability: 0.5}\nresistance:\n  1: 1\n  2: -3", "p.yaml, line 5: resistance.2 must be a number above 0 or the word barrier; got '-3'.")]
    [InlineData("name: x\ndispersal: {distance_m: 5, probability: 0.5}\nresistance:\n  1: 1\n  forest: 3", "p.yaml, line 5: the keys of resistance are class codes (whole numbers); got 'forest'.")]
    [InlineData("name: x\ndispersal: {distance_m: 5, probability: 0.5}\nresistance:\n  1: 1\n  01: 3", "p.yaml, line 5: resistance names class 1 twice.")]
    [InlineData("name: x\ndispersal: {distance_m: 5, probability: 0.5}\nresistance:\n  1: 1\n  1: 3", "p.yaml, line 5: the key 'resistance.1' stands here twice, first in line 4.")]
    [InlineData("name: x\ndispersal: {distance_m: 5, probability: 0.5}\nresistance: {}", "p.yaml, line 3: resistance must name at least one class; got an empty mapping.")]
    [InlineData("", "p.yaml is empty; a mapping of keys to values is expected.")]
    [InlineData("# only a comment", "p.yaml is empty; a mapping of keys to values is expected.")]
    [InlineData("- a\n- b", "p.yaml, line 1: the file must be a mapping of keys to values; got a list.")]
    [InlineData("? [a]\n: b", "p.yaml, line 1: a key must be a word or a number.")]
    public void A_wrong_profile_is_one_sentence_with_file_line_and_key(string yaml, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => Parse(yaml)).Message);

    [Theory]
    [InlineData("name: [x\nresistance: }")]
    [InlineData("name: x\n\tresistance: 1")]
    [InlineData("name: \"x")]
    [InlineData("name: x: y")]
    public void Damaged_YAML_is_one_sentence_with_file_and_line(string yaml) =>
        Assert.Matches("^p[.]yaml, line [12]( or soon after)?: this is not valid YAML( [(].+[)])?[.]$", Assert.Throws<BadInputException>(() => Parse(yaml)).Message);

    [Fact] // a parser that recurses would end the process here
    public void A_hundred_thousand_brackets_are_refused() =>
        Assert.Contains("nested deeper than 10 levels", Assert.Throws<BadInputException>(() => Parse("name: " + new string('[', 100_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_done_to_a_profile_it_is_read_or_refused_with_a_sentence()
    {
        var random = new SeededRandom(7);
        var whole = File.ReadAllText(Repository.PathOf("species/polder/hedgehog-like.yaml"));
        const string Symbols = "[]{}:,-#*&!|>'\"%@`? \n\t0a\u0000\ufeff\ud800";
        var refused = 0;
        for (var round = 0; round < 3000; round++)
        {
            var text = whole.ToCharArray();
            for (var change = random.Next(1, 6); change > 0; change--) text[random.Next(text.Length)] = Symbols[random.Next(Symbols.Length)];
            try
            {
                Parse(new string(text, 0, random.Next(4) == 0 ? random.Next(text.Length) : text.Length));
            }
            catch (BadInputException error)
            {
                refused++;
                Assert.StartsWith("p.yaml", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, 1000, 2999);
    }

    [Fact]
    public void A_missing_file_and_one_that_is_not_text_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.EndsWith("no.yaml does not exist.", Assert.Throws<BadInputException>(() => SpeciesProfile.Read(folder.File("no.yaml"))).Message, StringComparison.Ordinal);
        File.WriteAllBytes(folder.File("latin1.yaml"), [0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0xE9]);
        Assert.EndsWith("save it as UTF-8.", Assert.Throws<BadInputException>(() => SpeciesProfile.Read(folder.File("latin1.yaml"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resistance_on_a_map_follows_the_table_and_other_classes()
    {
        var map = LandCover.From(new Raster<int>(new Grid(2, 2), [1, 2, 3, 9]));
        var surface = Parse(Least + "other_classes: 7").ResistanceOn(map);
        Assert.Equal([1, 2.5, double.NaN, 7], [surface[0], surface[1], surface[2], surface[3]]);
    }

    [Fact]
    public void A_class_of_the_map_that_is_not_listed_is_refused_when_used()
    {
        var map = LandCover.From(new Raster<int>(new Grid(2, 2), [1, 2, 8, 9]));
        Assert.Equal(
            "p.yaml: the map has classes 8, 9, for which 'resistance' has no entry; it has 1, 2, 3, so add the missing or set other_classes.",
            Assert.Throws<BadInputException>(() => Parse(Least).ResistanceOn(map)).Message);
    }

    [Fact]
    public void The_example_in_the_documentation_is_read_and_shows_every_key()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/species-profiles.md"));
        var yaml = page.Split("```yaml\n")[1].Split("```")[0];
        var profile = Parse(yaml);
        Assert.Equal("Egelachtig bodemzoogdier", profile.Name.In("nl"));
        Assert.Equal([2], profile.Habitat);
        Assert.Equal((12000, 1000), (profile.MaximumLinkM, profile.MaximumGapM));
        // 0.5^(8,644 / 2,000) = 0.0500, as the page says of the default
        Assert.Equal(8_644, profile.Dispersal.DistanceAt(0.05), 0);
        var keys = Assert.Throws<BadInputException>(() => Parse(yaml + "\nx: 1")).Message.Split("allowed are ")[1].TrimEnd('.').Split(", ");
        Assert.All(keys, key =>
        {
            Assert.Contains($"\n{key}:", "\n" + yaml, StringComparison.Ordinal);
            Assert.Contains($"| `{key}` |", page, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_profile_speaks_four_languages_and_says_what_it_rests_on(string file)
    {
        var profile = SpeciesProfile.Read(Repository.PathOf(file));
        Assert.Equal(["en", "nl", "fr", "de"], profile.Name.Languages);
        Assert.Equal(["en", "nl", "fr", "de"], profile.Description!.Languages);
        Assert.NotNull(profile.Legend);
        Assert.NotEmpty(profile.Habitat);
        Assert.NotEmpty(profile.Sources);
        Assert.NotNull(profile.Confidence);
    }

    [Theory]
    [InlineData("species/polder/hedgehog-like.yaml")]
    [InlineData("species/polder/forest-bird-like.yaml")]
    public void A_polder_profile_covers_the_legend_of_the_polder(string file)
    {
        var profile = SpeciesProfile.Read(Repository.PathOf(file));
        Assert.Equal(PolderLandscape.Legend.Name, profile.Legend);
        Assert.Equal(PolderLandscape.Legend.Classes.Select(entry => entry.Code), profile.Resistance.Keys.Order());
        Assert.False(double.IsNaN(profile.ResistanceOn(PolderLandscape.Create(1, 60, 40)).Minimum));
    }

    public static TheoryData<string> Shipped =>
        [.. Directory.EnumerateFiles(Repository.PathOf("species"), "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file)).Order()];

    private static SpeciesProfile Parse(string yaml) => SpeciesProfile.Parse(yaml, "p.yaml");
}
