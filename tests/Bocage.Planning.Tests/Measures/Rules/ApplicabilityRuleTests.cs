namespace Bocage.Planning.Tests;

public class ApplicabilityRuleTests
{
    private static readonly PlaceFacts Nothing = MadePlaces.Facts(MadePlaces.Place());

    // 4 ha: 2 ha arable, 1 ha grassland, 1 ha wood.
    private static readonly PlaceFacts Field = MadePlaces.Facts(MadePlaces.Place(), (4, 2), (3, 1), (2, 1));

    [Theory]
    [InlineData(0.5, true)] // exactly the 2 of 4 ha
    [InlineData(0.51, false)]
    public void Land_cover_is_required_for_a_share_of_the_place(double minimum, bool kept) =>
        Assert.Equal(kept, new LandCoverRequired([LandCoverKind.Arable], minimum).IsKept(Field));

    [Fact]
    public void Kinds_count_together() => Assert.True(new LandCoverRequired([LandCoverKind.Arable, LandCoverKind.Grassland], 0.75).IsKept(Field));

    // 1.2 ha certain wood, 2 ha that can be heath or marsh, 0.8 ha without data.
    [Theory]
    [InlineData(0.5, null)] // heath: none certain, (2 + 0.8) / 4 = 0.7 possible
    [InlineData(0.7, null)]
    [InlineData(0.71, false)]
    public void What_the_map_does_not_tell_is_not_known(double minimum, bool? kept) =>
        Assert.Equal(kept, new LandCoverRequired([LandCoverKind.Heath], minimum).IsKept(MadePlaces.Facts(MadePlaces.Place(), (1, 2), (2, 1.2))));

    [Fact]
    public void Kinds_that_share_a_code_are_certain_together() =>
        Assert.True(new LandCoverRequired([LandCoverKind.Heath, LandCoverKind.WetNature], 0.5).IsKept(MadePlaces.Facts(MadePlaces.Place(), (1, 2), (2, 1.2))));

    [Theory]
    [InlineData(0.24, false)] // 1 of 4 ha is wood for certain
    [InlineData(0.25, true)]
    public void Land_cover_can_be_excluded_above_a_share(double maximum, bool kept) =>
        Assert.Equal(kept, new LandCoverExcluded([LandCoverKind.Forest], maximum).IsKept(Field));

    [Theory]
    [InlineData(0.1, null)] // none certain, 0.7 possible
    [InlineData(0.7, true)]
    public void An_exclusion_is_not_known_where_the_map_does_not_tell(double maximum, bool? kept) =>
        Assert.Equal(kept, new LandCoverExcluded([LandCoverKind.Heath], maximum).IsKept(MadePlaces.Facts(MadePlaces.Place(), (1, 2), (2, 1.2))));

    [Theory]
    [InlineData(19.9, false)]
    [InlineData(20.0, true)]
    [InlineData(120.0, true)]
    [InlineData(120.1, false)]
    [InlineData(null, null)]
    public void Groundwater_lies_within_both_limits(double? level, bool? kept) =>
        Assert.Equal(kept, new GroundwaterRule(GroundwaterSeason.Mean, 20, 120).IsKept(MadePlaces.Facts(MadePlaces.Place() with { GroundwaterCm = level })));

    [Fact]
    public void Every_season_has_its_own_groundwater()
    {
        var facts = MadePlaces.Facts(MadePlaces.Place() with { WinterGroundwaterCm = 10, SummerGroundwaterCm = 90 });
        Assert.Null(new GroundwaterRule(GroundwaterSeason.Mean, null, 50).IsKept(facts));
        Assert.True(new GroundwaterRule(GroundwaterSeason.Winter, null, 50).IsKept(facts));
        Assert.False(new GroundwaterRule(GroundwaterSeason.Summer, null, 50).IsKept(facts));
    }

    [Fact]
    public void Size_length_and_slope_are_ranges_too()
    {
        var strip = MadePlaces.Facts(MadePlaces.Place(lengthM: 400) with { SlopePercent = 2 });
        Assert.True(new SizeRule(4, null).IsKept(strip));
        Assert.False(new SizeRule(null, 3.9).IsKept(strip));
        Assert.True(new LengthRule(400, null).IsKept(strip));
        Assert.False(new LengthRule(401, null).IsKept(strip));
        Assert.Null(new LengthRule(1, null).IsKept(Nothing));
        Assert.True(new SlopeRule(null, 2).IsKept(strip));
        Assert.Null(new SlopeRule(null, 2).IsKept(Nothing));
    }

    [Fact]
    public void Distance_to_a_protected_site_is_at_least_or_at_most()
    {
        var near = PlaceFacts.Of(MadePlaces.Place(), new Dictionary<int, double>(), MadePlaces.Kinds, protectedDistanceM: 800);
        Assert.True(new ProtectedDistanceRule(null, 1_000).IsKept(near));
        Assert.False(new ProtectedDistanceRule(1_000, null).IsKept(near));
        Assert.Null(new ProtectedDistanceRule(null, 1_000).IsKept(Nothing));
    }

    [Fact]
    public void Words_are_compared_without_case_and_blanks()
    {
        var facts = MadePlaces.Facts(MadePlaces.Place() with { Soil = " Veen", Owner = "gemeente", Attributes = new Dictionary<string, string> { ["roof"] = "flat" } });
        Assert.True(new SoilRule(["peat", "veen"]).IsKept(facts));
        Assert.False(new SoilRule(["peat", "veen"], Excludes: true).IsKept(facts));
        Assert.False(new OwnershipRule(["private"]).IsKept(facts));
        Assert.True(new OwnershipRule(["private"], Excludes: true).IsKept(facts));
        Assert.True(new AttributeRule("roof", ["flat"]).IsKept(facts));
        Assert.All(new ApplicabilityRule[] { new SoilRule(["x"]), new SoilRule(["x"], true), new OwnershipRule(["x"]), new AttributeRule("roof", ["x"], true) }, rule => Assert.Null(rule.IsKept(Nothing)));
    }

    [Fact]
    public void Not_known_is_not_yet_even_when_a_broken_rule_is_never()
    {
        var rule = new SoilRule(["peat"]) { Otherwise = Applicability.Never };
        Assert.Equal(("soil.unknown", Applicability.NotYet), KeyAndVerdict(rule.Check(Nothing)));
        Assert.Equal(("soil.broken", Applicability.Never), KeyAndVerdict(rule.Check(MadePlaces.Facts(MadePlaces.Place() with { Soil = "sand" }))));
        Assert.Equal(("soil.kept", Applicability.Applicable), KeyAndVerdict(rule.Check(MadePlaces.Facts(MadePlaces.Place() with { Soil = "peat" }))));
    }

    [Fact]
    public void A_reason_says_what_must_change_first_only_when_the_rule_is_broken()
    {
        var rule = new GroundwaterRule(GroundwaterSeason.Summer, null, 50) { Otherwise = Applicability.NotYet, ChangeFirst = new("First raise the groundwater.") };
        var dry = rule.Check(MadePlaces.Facts(MadePlaces.Place() with { SummerGroundwaterCm = 90 }));
        Assert.Equal(("summer_groundwater.broken", Applicability.NotYet), KeyAndVerdict(dry));
        Assert.Equal("First raise the groundwater.", dry.ChangeFirst!.In("nl"));
        Assert.Equal(90, dry.Values["value"].Number);
        Assert.Equal((null, 50.0), dry.Values["range"].Range);
        var unknown = rule.Check(Nothing);
        Assert.Null(unknown.ChangeFirst);
        Assert.False(unknown.Values.ContainsKey("value"));
    }

    private static (string Key, Applicability Verdict) KeyAndVerdict(Reason reason) => (reason.Key, reason.Verdict);
}
