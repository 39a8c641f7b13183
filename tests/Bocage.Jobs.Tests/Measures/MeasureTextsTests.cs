using System.Text.RegularExpressions;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Measures;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Jobs.Tests.Measures;

public partial class MeasureTextsTests
{
    private static readonly Texts English = Texts.Load("Measures", "en");

    private static readonly LandCoverKindMap Kinds = new("made", new Dictionary<LandCoverKind, IReadOnlyList<int>> { [LandCoverKind.Arable] = [4], [LandCoverKind.Heath] = [1], [LandCoverKind.WetNature] = [1] }, new Dictionary<LandCoverKind, int>());

    public static TheoryData<string> AllLanguages => [.. Texts.Languages];

    [Theory, MemberData(nameof(AllLanguages))]
    public void Every_language_has_the_same_keys_and_fills_in_the_same_things(string language)
    {
        var other = Texts.Load("Measures", language);
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(English.Keys, key => Assert.Equal(Placeholders(English[key]), Placeholders(other[key])));
        if (language != "en") Assert.True(English.Keys.Count(key => English[key] == other[key]) < English.Keys.Count / 8);
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public void Every_rule_has_its_three_sentences_in_every_language(string language)
    {
        var texts = new MeasureTexts(language);
        ApplicabilityRule[] rules =
        [
            new LandCoverRequired([LandCoverKind.Arable, LandCoverKind.Heath], 0.5), new LandCoverExcluded([LandCoverKind.Heath], 0.1),
            new GroundwaterRule(GroundwaterSeason.Mean, 20, 120), new GroundwaterRule(GroundwaterSeason.Winter, null, 40), new GroundwaterRule(GroundwaterSeason.Summer, 20, null),
            new ProtectedDistanceRule(null, 1_000), new SizeRule(5, null), new LengthRule(20, null), new SlopeRule(null, 3),
            new SoilRule(["peat"]), new SoilRule(["sand", "clay"], true), new OwnershipRule(["public"]), new OwnershipRule(["army"], true), new AttributeRule("roof", ["flat"]), new AttributeRule("roof", ["steep"], true),
        ];
        // Every rule that there is stands above.
        Assert.Equal(typeof(ApplicabilityRule).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ApplicabilityRule))).OrderBy(type => type.Name), rules.Select(rule => rule.GetType()).Distinct().OrderBy(type => type.Name));
        var zone = new Zone(new Ring([(0, 0), (200, 0), (200, 200), (0, 200)]));
        PlaceFacts[] places =
        [
            PlaceFacts.Of(new("unknown", zone), new Dictionary<int, double> { [1] = 4 }, Kinds),
            PlaceFacts.Of(new("one", zone, 400) { GroundwaterCm = 60, WinterGroundwaterCm = 30, SummerGroundwaterCm = 90, SlopePercent = 1, Soil = "peat", Owner = "public", Attributes = new Dictionary<string, string> { ["roof"] = "flat" } }, new Dictionary<int, double> { [4] = 4 }, Kinds, 500),
            PlaceFacts.Of(new("other", zone, 10) { GroundwaterCm = 160, WinterGroundwaterCm = 70, SummerGroundwaterCm = 10, SlopePercent = 8, Soil = "clay", Owner = "army", Attributes = new Dictionary<string, string> { ["roof"] = "steep" } }, new Dictionary<int, double> { [7] = 0.5, [1] = 3.5 }, Kinds, 5_000),
        ];
        var reasons = places.SelectMany(place => rules.Select(rule => rule.Check(place))).ToArray();
        Assert.All(reasons, reason =>
        {
            var sentence = texts.Of(reason);
            Assert.DoesNotContain('{', sentence);
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        });
        Assert.All(rules, rule => Assert.All(new[] { "kept", "broken", "unknown" }, outcome => Assert.Contains($"{rule.Key}.{outcome}", English.Keys)));
    }

    [Fact]
    public void A_reason_reads_like_a_sentence()
    {
        var place = new Place("p", new Zone(new Ring([(0, 0), (200, 0), (200, 200), (0, 200)]))) { SummerGroundwaterCm = 90.5 };
        var facts = PlaceFacts.Of(place, new Dictionary<int, double> { [4] = 1 }, Kinds);
        var rule = new GroundwaterRule(GroundwaterSeason.Summer, null, 50) { Otherwise = Applicability.NotYet, ChangeFirst = new(new Dictionary<string, string> { ["en"] = "First raise it.", ["nl"] = "Verhoog het eerst." }) };
        Assert.Equal("In summer the groundwater stands 90.5\u00A0cm below the surface; it must be at most 50\u00A0cm. First raise it.", new MeasureTexts("en").Of(rule.Check(facts)));
        Assert.Equal("In de zomer staat het grondwater 90,5\u00A0cm onder maaiveld; het moet hoogstens 50\u00A0cm zijn. Verhoog het eerst.", new MeasureTexts("nl").Of(rule.Check(facts)));
        Assert.Equal("Zoek de grondwaterstand uit; die moet tussen 20\u00A0cm en 120\u00A0cm onder maaiveld zijn.", new MeasureTexts("nl").Of(new GroundwaterRule(GroundwaterSeason.Mean, 20, 120).Check(facts)));
        // 1 of 4 ha is arable, and of the other 3 nothing is known.
        Assert.Equal("Find out the land cover: 25\u00A0% of the place is arable land or heath for certain, 100\u00A0% perhaps; at least 50\u00A0% is needed.", new MeasureTexts("en").Of(new LandCoverRequired([LandCoverKind.Arable, LandCoverKind.Heath], 0.5).Check(facts)));
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public void Every_word_of_a_measure_has_a_name(string language)
    {
        var texts = new MeasureTexts(language);
        Assert.All(Enum.GetValues<MeasureKind>(), kind => Assert.NotEmpty(texts.Of(kind)));
        Assert.All(Enum.GetValues<MeasureUnit>(), unit => Assert.NotEmpty(texts.Of(unit)));
        Assert.All(Enum.GetValues<Evidence>(), evidence => Assert.NotEmpty(texts.Of(evidence)));
        Assert.All(Enum.GetValues<Applicability>(), verdict => Assert.NotEmpty(texts.Of(verdict)));
        Assert.All(Enum.GetValues<LandCoverKind>(), kind => Assert.NotEmpty(texts.Of(kind)));
        Assert.NotEmpty(texts.Of(new Reason("land.unknown", Applicability.NotYet, new Dictionary<string, ReasonValue>())));
    }

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
