using System.Text.RegularExpressions;
using Bocage.Jobs.Languages;

namespace Bocage.Jobs.Tests.Languages;

public partial class TextsTests
{
    private static readonly Texts English = Texts.Load("Diagnoses", "en");

    public static TheoryData<string> OtherLanguages => [.. Texts.Languages.Where(language => language != "en")];

    [Theory, MemberData(nameof(OtherLanguages))]
    public void Every_language_has_the_same_keys(string language) =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Texts.Load("Diagnoses", language).Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(OtherLanguages))]
    public void Every_language_fills_in_the_same_things(string language)
    {
        var other = Texts.Load("Diagnoses", language);
        Assert.All(English.Keys, key => Assert.Equal(Placeholders(English[key]), Placeholders(other[key])));
    }

    [Theory, MemberData(nameof(OtherLanguages))]
    public void Nearly_every_text_is_translated(string language)
    {
        var other = Texts.Load("Diagnoses", language);
        var same = English.Keys.Count(key => English[key] == other[key]);
        Assert.True(same < English.Keys.Count / 8, $"{same} texts are the same as in English");
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
    [InlineData(999.4, "999\u00A0m")]
    [InlineData(1500, "1.5\u00A0km")]
    [InlineData(25_300, "25\u00A0km")]
    public void Lengths_are_metres_below_a_kilometre(double metres, string expected) => Assert.Equal(expected, English.Length(metres));

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
