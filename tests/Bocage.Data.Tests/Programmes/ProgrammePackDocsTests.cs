using Bocage.Data.Programmes;

namespace Bocage.Data.Tests.Programmes;

/// <summary>What docs/programme-packs.md shows is a whole pack, and what it says is true.</summary>
public class ProgrammePackDocsTests
{
    [Fact]
    public void Its_pieces_make_a_pack()
    {
        using var example = new ExamplePack();
        var read = example.ReadIt();
        Assert.Empty(read.Errors);
        var pack = read.Pack!;
        Assert.Equal(15, ExamplePack.Files.Count);
        Assert.Equal(("example", "A2", 3, 2), (pack.Programme.Id, pack.Programme.ActionLines[0].Code, pack.Counters.Count(), pack.Areas.Count));
        Assert.Equal("2024-03-01", pack.Programme.Period!.Start.ToString());
        Assert.Equal(new Unit?[] { Unit.Find("ha"), Unit.Find("t_per_year"), Unit.Percent }, pack.Counters.Select(counter => counter.Unit));
        Assert.Equal(Qualifier.NetPositive, pack.Counters.First().Qualifier);
        Assert.Equal(5, pack.Areas[0].Outline!.Shape.NumPoints);
        Assert.Equal(4326, pack.Areas[0].Outline!.Shape.SRID);
        Assert.Equal((5.5, 52.1, 2000.0, "editors"), (pack.Areas[0].Point!.Longitude, pack.Areas[0].Point!.Latitude, pack.Areas[0].Point!.PrecisionM, pack.Areas[0].Point!.Source));
        Assert.Equal(["desiccation", "eutrophication"], pack.Areas[0].Pressures);
        Assert.Equal("They *signed*.\n\nThen they had soup.", pack.News[0].Text.In("en"));
        Assert.Equal("home nl", pack.Pages.Single(page => page.Id == "home").Title("nl"));
    }

    [Fact]
    public void It_stands_there_in_the_canonical_form()
    {
        using var example = new ExamplePack();
        var exported = ProgrammePackFolder.Export(example.ReadIt().PackOrThrow());
        Assert.Equal(ExamplePack.Files.Keys, exported.Keys);
        Assert.All(exported, file => Assert.Equal(ExamplePack.Files[file.Key], file.Value));
    }

    [Fact]
    public void It_names_every_unit() => Assert.All(Unit.All, unit => Assert.Contains($"`{unit}`", ExamplePack.Page, StringComparison.Ordinal));

    [Fact]
    public void Its_pack_tells_where_sources_disagree()
    {
        using var example = new ExamplePack();
        var pack = example.ReadIt().PackOrThrow();
        // 14 without a year and 13 in 2025 are a history; 150 and 100 ha, 320 and 380 ha are disagreements.
        Assert.Equal(["Farmland that becomes nature", "Meadow"], pack.Disputed().Select(name => name.In("en")));
    }
}
