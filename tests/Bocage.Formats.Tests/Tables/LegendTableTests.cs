namespace Bocage.Formats.Tests.Tables;

public sealed class LegendTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Names_come_in_the_language_that_is_asked_for()
    {
        var legend = Read("value,class_nl,class_en\n2,Bos,forest\n8,Water,water\n");
        Assert.Equal(["Bos", "forest", "forest"], new[] { "nl", "en", "de" }.Select(language => legend.NameOf(2, language)!));
        Assert.Null(legend.NameOf(3, "en"));
        Assert.Null(legend.ColourOf(2));
    }

    [Fact]
    public void Colours_and_plain_names() => Assert.Equal(("wood", "#0b5d2f"), (Read("value,class,colour\n1,wood,#0b5d2f\n").NameOf(1, "fr"), Read("value,class,colour\n1,wood,#0b5d2f\n").ColourOf(1)));

    [Theory]
    [InlineData("value,name\n1,wood\n", "no column with names")]
    [InlineData("value,class\n1,wood\n1,water\n", "row 3, column value: got '1'")]
    [InlineData("value,class,colour\n1,wood,green\n", "got 'green', expected a colour")]
    [InlineData("value,class\nx,wood\n", "got 'x', expected a whole number")]
    public void Mistakes_are_named(string text, string part) =>
        Assert.Contains(part, Assert.Throws<BadInputException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_legend_of_Flanders_has_nine_classes_in_two_languages()
    {
        var legend = LegendTable.Read(SharedData.PathOf("geo/be/flanders/land_use_nara_2016_legend.csv"));
        Assert.Equal("Hoog groen", legend.NameOf(7, "nl"));
        Assert.Equal("other", legend.NameOf(9, "en"));
    }

    public void Dispose() => folder.Dispose();

    private LegendTable Read(string text) => LegendTable.Read(folder.Write("legend.csv", text));
}
