namespace Bocage.Planning.Tests;

public class LandCoverKindMapTests
{
    [Theory]
    [InlineData(4, true)] // arable and nothing else
    [InlineData(2, false)] // wood and nothing else
    [InlineData(1, null)] // heath or marsh
    [InlineData(9, null)] // not named: anything
    public void A_code_is_of_the_wanted_kinds_or_not_or_nobody_knows(int code, bool? expected) =>
        Assert.Equal(expected, MadePlaces.Kinds.IsAny(code, [LandCoverKind.Arable, LandCoverKind.Heath]));

    [Fact]
    public void A_class_that_is_not_named_leaves_a_rule_open()
    {
        // 1 of 4 ha is arable, 3 ha are of a class that the mapping does not name: perhaps arable, perhaps not.
        var facts = MadePlaces.Facts(MadePlaces.Place(), (4, 1), (9, 3));
        Assert.Null(new LandCoverRequired([LandCoverKind.Arable], 0.5).IsKept(facts));
        Assert.Equal((0.25, 1.0), facts.ShareOf([LandCoverKind.Arable]));
    }

    [Fact]
    public void Kinds_have_one_name_each_way()
    {
        Assert.All(Enum.GetValues<LandCoverKind>(), kind => Assert.Equal(kind, LandCoverKinds.Find(LandCoverKinds.IdOf(kind))));
        Assert.Equal("species_rich_grassland", LandCoverKinds.IdOf(LandCoverKind.SpeciesRichGrassland));
        Assert.Null(LandCoverKinds.Find("moat"));
    }
}
