using System.Text.RegularExpressions;
using Bocage.Jobs.Languages;

namespace Bocage.Jobs.Tests.Languages;

public partial class TextsTests
{
    private static readonly Texts English = Texts.Load("Diagnoses", "en");

    public static TheoryData<string, string> PartsInOtherLanguages =>
        new(new[] { "Diagnoses", "Plans", "Measures", "BusinessCases" }.SelectMany(part => Texts.Languages.Where(language => language != "en").Select(language => (part, language))));

    [Theory, MemberData(nameof(PartsInOtherLanguages))]
    public void Every_language_has_the_same_keys(string part, string language) =>
        Assert.Equal(Texts.Load(part, "en").Keys.Order(StringComparer.Ordinal), Texts.Load(part, language).Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(PartsInOtherLanguages))]
    public void Every_language_fills_in_the_same_things(string part, string language)
    {
        var (english, other) = (Texts.Load(part, "en"), Texts.Load(part, language));
        Assert.All(english.Keys, key => Assert.Equal(Placeholders(english[key]), Placeholders(other[key])));
    }

    [Theory, MemberData(nameof(PartsInOtherLanguages))]
    public void Nearly_every_text_is_translated(string part, string language)
    {
        var (english, other) = (Texts.Load(part, "en"), Texts.Load(part, language));
        var same = english.Keys.Count(key => english[key] == other[key]);
        Assert.True(same < english.Keys.Count / 8, $"{same} texts are the same as in English");
    }

    [Theory]
    [InlineData("en", "1,234,567.9")]
    [InlineData("nl", "1.234.567,9")]
    [InlineData("de", "1.234.567,9")]
    [InlineData("fr", "1\u202F234\u202F567,9")]
    public void Numbers_are_written_as_the_language_writes_them(string language, string expected) =>
        Assert.Equal(expected, Texts.Load("Diagnoses", language).Number(1234567.89, 1));

    [Fact]
    public void What_is_not_known_says_so_and_is_never_zero()
    {
        Assert.Equal("not known", English.Number(double.NaN));
        Assert.Equal("not known", English.Hectares(double.NaN));
        Assert.Equal("not known", English.Percent(double.NaN));
        Assert.Equal("not known", English.Figure(double.NaN));
    }

    [Theory]
    [InlineData(0, "0\u00A0m")]
    [InlineData(42.4, "42\u00A0m")]
    [InlineData(984, "980\u00A0m")]
    [InlineData(996, "1.0\u00A0km")]
    [InlineData(1500, "1.5\u00A0km")]
    [InlineData(25_340, "25.3\u00A0km")]
    [InlineData(125_300, "125\u00A0km")]
    public void Lengths_say_no_more_than_a_map_of_cells_knows(double metres, string expected) => Assert.Equal(expected, English.Length(metres));

    [Theory]
    [InlineData(0, "0\u00A0ha")]
    [InlineData(0.04, "<\u00A00.1\u00A0ha")]
    [InlineData(9.94, "9.9\u00A0ha")]
    [InlineData(9.96, "10\u00A0ha")]
    [InlineData(1234.5, "1,234\u00A0ha")]
    public void A_little_land_is_not_none(double hectares, string expected) => Assert.Equal(expected, English.Hectares(hectares));

    [Theory]
    [InlineData(0, 1, "0\u00A0%")]
    [InlineData(0.0004, 1, "<\u00A00.1\u00A0%")]
    [InlineData(0.004, 0, "<\u00A01\u00A0%")]
    [InlineData(0.5, 1, "50.0\u00A0%")]
    [InlineData(1, 1, "100\u00A0%")]
    public void A_small_share_is_not_none(double share, int decimals, string expected) => Assert.Equal(expected, English.Percent(share, decimals));

    [Theory]
    [InlineData(0.5357, "54\u00A0%")]
    [InlineData(0.0996, "10\u00A0%")]
    [InlineData(0.0952, "9.5\u00A0%")]
    [InlineData(0.0099, "0.99\u00A0%")]
    [InlineData(0.00001, "<\u00A00.01\u00A0%")]
    public void Losses_and_gains_show_two_figures(double share, string expected) => Assert.Equal(expected, English.RoundPercent(share));

    [Theory]
    [InlineData(63, "63")]
    [InlineData(98.76, "98.8")]
    [InlineData(1362610, "1,362,610")]
    [InlineData(0.00275, "0.00275")]
    [InlineData(-0.5, "\u22120.500")]
    [InlineData(1.2e-9, "1.2E-9")]
    public void Figures_show_three_digits_and_counts_stay_whole(double value, string expected) => Assert.Equal(expected, English.Figure(value));

    [Theory]
    [InlineData(1.5, "1.5")]
    [InlineData(1071.43, "1,071.43")]
    [InlineData(30, "30")]
    public void Thresholds_and_resistances_stay_as_they_were_given(double value, string expected) => Assert.Equal(expected, English.Given(value));

    [Theory]
    [InlineData(new string[0], "none")]
    [InlineData(new[] { "a" }, "a")]
    [InlineData(new[] { "a", "b", "c" }, "a, b and c")]
    public void Lists_read_as_a_sentence(string[] items, string expected) => Assert.Equal(expected, English.List(items));

    [Fact]
    public void A_language_that_Bocage_does_not_speak_is_refused_with_those_it_does() =>
        Assert.Contains("en, nl, fr, de", Assert.Throws<ArgumentException>(() => Texts.Load("Diagnoses", "sv")).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
