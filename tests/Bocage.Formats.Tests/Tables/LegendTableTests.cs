using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Tables;

public sealed class LegendTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Names_come_in_the_language_that_is_asked_for()
    {
        var legend = Read("value,class_nl,class_en\n2,Bos,forest\n8,Water,water\n");
        Assert.Equal(["Bos", "forest", "forest"], new[] { "nl", "en", "de" }.Select(language => legend.Find(2)!.Name.In(language)));
        Assert.Null(legend.Find(3));
        Assert.Null(legend.Find(2)!.Colour);
    }

    [Fact]
    public void One_name_for_all_languages_will_do()
    {
        var wood = Read("value,class,colour\n1,wood,#0b5d2f\n").Find(1)!;
        Assert.Equal(("wood", "#0b5d2f"), (wood.Name.In("fr"), wood.Colour));
    }

    [Fact]
    public void A_written_legend_reads_back_the_same()
    {
        LegendTable.Write(folder.File("polder.csv"), PolderLandscape.Legend);
        var read = LegendTable.Read(folder.File("polder.csv"));
        Assert.Equal("polder", read.Name);
        Assert.Equal(PolderLandscape.Legend.Classes.Select(c => (c.Code, c.Name.In("fr"), c.Colour)), read.Classes.Select(c => (c.Code, c.Name.In("fr"), c.Colour)));
    }

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
        Assert.Equal("Hoog groen", legend.Find(7)!.Name.In("nl"));
        Assert.Equal("other", legend.Find(9)!.Name.In("en"));
    }

    public void Dispose() => folder.Dispose();

    private LandCoverLegend Read(string text) => LegendTable.Read(folder.Write("legend.csv", text));
}
