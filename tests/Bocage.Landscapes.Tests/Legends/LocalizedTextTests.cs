namespace Bocage.Landscapes.Tests.Legends;

public class LocalizedTextTests
{
    [Fact]
    public void A_text_of_no_language_is_the_same_in_all()
    {
        var text = new LocalizedText("Rana arvalis");
        Assert.Equal("Rana arvalis", text.In("fr"));
        Assert.Empty(text.Languages);
    }

    [Theory]
    [InlineData("nl", "sloot")]
    [InlineData("de", "Graben")]
    [InlineData("fr", "sloot")] // missing: the first of en, nl, fr, de that is there
    [InlineData("xx", "sloot")]
    public void A_missing_language_falls_back(string language, string expected) =>
        Assert.Equal(expected, new LocalizedText(new Dictionary<string, string> { ["de"] = "Graben", ["nl"] = "sloot" }).In(language));

    [Fact]
    public void English_is_the_first_fallback() =>
        Assert.Equal("ditch", new LocalizedText(new Dictionary<string, string> { ["nl"] = "sloot", ["en"] = "ditch" }).ToString());

    [Theory]
    [InlineData("it", "fosso")]
    [InlineData("en", " ")]
    public void A_strange_language_and_an_empty_text_are_refused(string language, string text) =>
        Assert.Throws<ArgumentException>(() => new LocalizedText(new Dictionary<string, string> { [language] = text }));

    [Fact]
    public void No_text_at_all_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new LocalizedText(" "));
        Assert.Throws<ArgumentException>(() => new LocalizedText(new Dictionary<string, string>()));
    }

    [Fact]
    public void Texts_that_say_the_same_are_equal()
    {
        var ditch = new LocalizedText(new Dictionary<string, string> { ["nl"] = "sloot", ["en"] = "ditch" });
        var again = new LocalizedText(new Dictionary<string, string> { ["en"] = "ditch", ["nl"] = "sloot" });
        Assert.Equal(ditch, again);
        Assert.Equal(ditch.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(ditch, new LocalizedText(new Dictionary<string, string> { ["en"] = "ditch" }));
        Assert.NotEqual(ditch, new LocalizedText(new Dictionary<string, string> { ["en"] = "ditch", ["nl"] = "greppel" }));
        Assert.NotEqual(ditch, new LocalizedText(new Dictionary<string, string> { ["en"] = "ditch", ["fr"] = "sloot" }));
        Assert.NotEqual(ditch, new LocalizedText("ditch"));
        Assert.False(ditch.Equals(null));
    }
}
