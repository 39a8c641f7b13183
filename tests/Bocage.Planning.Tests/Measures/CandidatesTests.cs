using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CandidatesTests
{
    private static readonly LandCoverRequired OnFarmland = new([LandCoverKind.Arable, LandCoverKind.Grassland], 0.5);

    [Fact]
    public void A_measure_is_counted_and_priced_on_the_part_that_fits()
    {
        // 4 ha, of which 2 arable, 1 grassland, 1 wood: 3 ha fit. 3 × (1000, 2000, ?) once and 3 × 10 a year.
        var candidate = Candidates.Of(MadePlaces.Measure(rules: OnFarmland), MadePlaces.Facts(MadePlaces.Place(), (2, 1), (3, 1), (4, 2)))!;
        Assert.Equal("wood@here", candidate.Id);
        Assert.Equal(Applicability.Applicable, candidate.Applicability);
        Assert.Equal([3, 4], candidate.AppliesToCodes);
        Assert.Equal((3.0, 3.0, 0.75), (candidate.Quantity, candidate.AppliesToHa, candidate.AppliesToShare));
        Assert.Equal(new Estimate(3_000, 6_000, null), candidate.Costs.Investment);
        Assert.Equal(30, candidate.Costs.UpkeepPerYear!.Likely);
        Assert.Equal("land_cover.kept", Assert.Single(candidate.Reasons).Key);
    }

    [Fact]
    public void What_is_excluded_is_not_counted()
    {
        var candidate = Candidates.Of(MadePlaces.Measure(MeasureUnit.SquareMetre, rules: new LandCoverExcluded([LandCoverKind.Forest], 0.3)), MadePlaces.Facts(MadePlaces.Place(), (2, 1), (3, 3)))!;
        Assert.Equal(Applicability.Applicable, candidate.Applicability);
        Assert.Equal((30_000.0, 3.0), (candidate.Quantity, candidate.AppliesToHa));
    }

    [Fact]
    public void A_candidate_that_is_not_certain_is_counted_where_it_may_be()
    {
        // Heath is required for half; 3 ha can be heath or marsh, 1 ha is wood.
        var candidate = Candidates.Of(MadePlaces.Measure(rules: new LandCoverRequired([LandCoverKind.Heath], 0.5)), MadePlaces.Facts(MadePlaces.Place(), (1, 3), (2, 1)))!;
        Assert.Equal((Applicability.NotYet, 3.0), (candidate.Applicability, candidate.Quantity));
        Assert.Equal([1], candidate.AppliesToCodes);
    }

    [Fact]
    public void An_applicable_measure_leaves_out_what_is_not_certain()
    {
        // Code 9 could be anything: the 2 ha of arable are enough, and alone are counted.
        var candidate = Candidates.Of(MadePlaces.Measure(rules: OnFarmland), MadePlaces.Facts(MadePlaces.Place(), (4, 2), (9, 2)))!;
        Assert.Equal((Applicability.Applicable, 2.0), (candidate.Applicability, candidate.Quantity));
    }

    [Fact]
    public void The_worst_rule_decides()
    {
        ApplicabilityRule[] rules = [OnFarmland, new SoilRule(["peat"]), new SizeRule(10, null)];
        var candidate = Candidates.Of(MadePlaces.Measure(rules: rules), MadePlaces.Facts(MadePlaces.Place(), (4, 4)))!;
        Assert.Equal([Applicability.Applicable, Applicability.NotYet, Applicability.Never], candidate.Reasons.Select(reason => reason.Verdict));
        Assert.Equal(Applicability.Never, candidate.Applicability);
        Assert.Empty(Candidates.Of([candidate.Measure], [candidate.Facts], keepNever: false));
        Assert.Single(Candidates.Of([candidate.Measure], [candidate.Facts]));
    }

    [Fact]
    public void A_line_is_counted_in_metres_of_the_part_that_fits()
    {
        // A strip of 400 m and 4 ha; 3 of 4 ha are arable: 300 m.
        var candidate = Candidates.Of(MadePlaces.Measure(MeasureUnit.Metre, MeasureShape.Line, OnFarmland), MadePlaces.Facts(MadePlaces.Place(lengthM: 400), (4, 3), (5, 1)))!;
        Assert.Equal(300, candidate.Quantity);
    }

    [Fact]
    public void Shapes_must_match_and_a_point_takes_either()
    {
        var (area, line) = (MadePlaces.Facts(MadePlaces.Place(), (4, 4)), MadePlaces.Facts(MadePlaces.Place(lengthM: 400), (4, 4)));
        Assert.Null(Candidates.Of(MadePlaces.Measure(), line));
        Assert.Null(Candidates.Of(MadePlaces.Measure(MeasureUnit.Metre, MeasureShape.Line), area));
        Assert.All(new[] { area, line }, facts => Assert.Equal(1, Candidates.Of(MadePlaces.Measure(MeasureUnit.Piece, MeasureShape.Point), facts)!.Quantity));
        Assert.Equal(2, Candidates.Of([MadePlaces.Measure(), MadePlaces.Measure(MeasureUnit.Piece, MeasureShape.Point)], [area]).Count);
    }

    [Fact]
    public void Where_the_map_knows_nothing_a_measure_without_rules_is_not_yet()
    {
        var candidate = Candidates.Of(MadePlaces.Measure(), MadePlaces.Facts(MadePlaces.Place()))!;
        Assert.Equal((Applicability.NotYet, 0.0, "land.unknown"), (candidate.Applicability, candidate.Quantity, candidate.Reasons.Single().Key));
    }

    [Fact]
    public void Facts_come_from_the_map_by_exact_shares()
    {
        // Cells of 100 m: arable, wood / wood, no data. The place takes the middle 100 m by 100 m: a quarter hectare of each.
        var map = LandCover.From(new Raster<byte>(new Grid(2, 2, 100, 100, north: 200), [4, 2, 2, 0], noData: 0));
        var place = new Place("middle", new Zone(new Ring([(50, 50), (150, 50), (150, 150), (50, 150)])));
        var facts = PlaceFacts.Of(place, map, MadePlaces.Kinds);
        Assert.Equal([(2, 0.5), (4, 0.25)], facts.HaByCode.Select(pair => (pair.Key, Math.Round(pair.Value, 12))));
        Assert.Equal(0.75, facts.KnownHa, 12);
        var (certain, possible) = facts.ShareOf([LandCoverKind.Arable]);
        Assert.Equal((0.25, 0.5), (Math.Round(certain, 12), Math.Round(possible, 12)));
    }

    [Fact]
    public void Candidates_of_random_places_agree_with_the_definition_cell_by_cell()
    {
        // The slow way: every cell by itself, its kinds from the mapping, no shares and no codes.
        var chance = new SeededRandom(20);
        for (var round = 0; round < 200; round++)
        {
            var cells = new byte[36];
            for (var k = 0; k < cells.Length; k++) cells[k] = (byte)(chance.NextDouble() * 6);
            var map = LandCover.From(new Raster<byte>(new Grid(6, 6, 100, 100, north: 600), cells, noData: 0));
            var minimum = 0.1 + 0.8 * chance.NextDouble();
            LandCoverKind[] wanted = chance.NextDouble() < 0.5 ? [LandCoverKind.Heath, LandCoverKind.Arable] : [LandCoverKind.Grassland, LandCoverKind.Forest, LandCoverKind.Heath];
            var candidate = Candidates.Of(MadePlaces.Measure(rules: new LandCoverRequired(wanted, minimum)), PlaceFacts.Of(CellBlocks.Covering(map, 6)[0], map, MadePlaces.Kinds))!;
            var certain = cells.Count(code => code != 0 && MadePlaces.Kinds.KindsOf(code).All(wanted.Contains));
            var possible = cells.Count(code => code == 0 || MadePlaces.Kinds.KindsOf(code).Any(wanted.Contains));
            var known = cells.Count(code => code != 0 && MadePlaces.Kinds.KindsOf(code).Any(wanted.Contains));
            var expected = certain >= 36 * minimum ? Applicability.Applicable : possible < 36 * minimum ? Applicability.Never : Applicability.NotYet;
            Assert.Equal(expected, candidate.Applicability);
            Assert.Equal(expected, candidate.Reasons.Max(reason => reason.Verdict));
            Assert.Equal(expected == Applicability.Applicable ? certain : known, candidate.Quantity, 9);
        }
    }
}
