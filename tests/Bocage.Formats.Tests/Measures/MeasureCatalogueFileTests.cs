using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class MeasureCatalogueFileTests
{
    private const string Hedge = """
        name: {en: Ours, nl: Van ons, fr: Les nôtres, de: Unsere}
        programmes: {ours: Our programme}
        measures:
          hedge:
            name: {en: Hedge, nl: Haag, fr: Haie, de: Hecke}
            description: {en: Shrubs, nl: Struiken, fr: Arbustes, de: Sträucher}
            kind: system
            shape: line
            unit: m
            rules:
              - land_cover: [arable, grassland]
                minimum_share: 0.5
              - groundwater_cm: {season: winter, minimum: 20, maximum: 120}
                otherwise: not_yet
                change_first: {en: First drain, nl: Eerst afvoeren, fr: Drainer, de: Erst entwässern}
            effects:
              - land_cover: tree_row
              - pressure: fragmentation
                amount_per_unit: unknown
            costs:
              investment: {low: 5, likely: 8, high: 15}
              upkeep_per_year: 2.45
              lost_income_per_year: unknown
              price_year: 2024
              evidence: weak
              sources:
                - {what: an offer, where: a nursery, year: 2024}
            years_until_effective: 5
            evidence: expert
            sources:
              - {what: named, where: a page, year: unknown}
            programmes: [ours]
        """;

    [Fact]
    public void A_catalogue_is_read_as_it_stands()
    {
        var catalogue = MeasureCatalogueFile.Parse(Hedge, "ours.yaml");
        var hedge = Assert.Single(catalogue.Measures);
        Assert.Equal("Haie", hedge.Name.In("fr"));
        Assert.Equal((MeasureKind.System, MeasureShape.Line, MeasureUnit.Metre), (hedge.Kind, hedge.Shape, hedge.Unit));
        var cover = Assert.IsType<LandCoverRequired>(hedge.Rules[0]);
        Assert.Equal([LandCoverKind.Arable, LandCoverKind.Grassland], cover.Kinds);
        Assert.Equal((0.5, Applicability.Never), (cover.MinimumShare, cover.Otherwise));
        var groundwater = Assert.IsType<GroundwaterRule>(hedge.Rules[1]);
        Assert.Equal((GroundwaterSeason.Winter, 20.0, 120.0, Applicability.NotYet), (groundwater.Season, groundwater.Minimum!.Value, groundwater.Maximum!.Value, groundwater.Otherwise));
        Assert.Equal("First drain", groundwater.ChangeFirst!.In("en"));
        Assert.Equal(LandCoverKind.TreeRow, hedge.CreatedLandCover);
        Assert.Null(Assert.IsType<PressureRelief>(hedge.Effects[1]).AmountPerUnit);
        Assert.Equal(new Estimate(5, 8, 15), hedge.Costs.Investment);
        Assert.Equal(new Estimate(null, 2.45, null), hedge.Costs.UpkeepPerYear);
        Assert.Null(hedge.Costs.LostIncomePerYear);
        Assert.Equal((2024, Evidence.Weak, 5.0), (hedge.Costs.PriceYear, hedge.Costs.Evidence, hedge.YearsUntilEffective));
        Assert.Equal(new MeasureSource("named", "a page", null), Assert.Single(hedge.Sources));
    }

    [Theory]
    [InlineData("kind: system", "kind: systemic", "ours.yaml, line 7: measures.hedge.kind must be one of source, system, bridging; got 'systemic'.")]
    [InlineData("unit: m", "unit: km", "ours.yaml, line 9: measures.hedge.unit must be one of ha, m2, m, piece; got 'km'.")]
    [InlineData("unit: m", "unit: piece", "ours.yaml, line 9: measures.hedge.unit is piece, which goes with the shape point only.")]
    [InlineData("shape: line", "shape: area", "ours.yaml, line 9: measures.hedge.unit is m, which goes with the shape line only.")]
    [InlineData("shape: line", "shape: point", "ours.yaml, line 9: measures.hedge.unit is m, which goes with the shape line only.")]
    [InlineData("shape: line", "shape: round", "ours.yaml, line 8: measures.hedge.shape must be one of area, line, point; got 'round'.")]
    [InlineData("name: {en: Hedge, nl: Haag, fr: Haie, de: Hecke}", "name: {en: Hedge, nl: Haag, de: Hecke}", "ours.yaml, line 5: measures.hedge.name has no text in fr; every text of a catalogue stands there in en, nl, fr, de.")]
    [InlineData("name: {en: Hedge, nl: Haag, fr: Haie, de: Hecke}", "name: Hedge", "ours.yaml, line 5: measures.hedge.name must be a text in each of en, nl, fr, de; got 'Hedge'.")]
    [InlineData("kind: system", "sort: system", "ours.yaml, line 7: the key 'measures.hedge.sort' is not known; allowed in measures.hedge are name, description, kind, shape, unit, rules, effects, costs, years_until_effective, evidence, sources, programmes.")]
    [InlineData("years_until_effective: 5", "", "ours.yaml, line 4: the key 'measures.hedge.years_until_effective' is missing.")]
    [InlineData("years_until_effective: 5", "years_until_effective: -1", "ours.yaml, line 28: measures.hedge.years_until_effective must be a number of years, 0 or more, or the word unknown; got '-1'.")]
    [InlineData("evidence: expert", "evidence: sure", "ours.yaml, line 29: measures.hedge.evidence must be one of strong, moderate, weak, expert; got 'sure'.")]
    [InlineData("programmes: [ours]", "programmes: [theirs]", "ours.yaml, line 32: measures.hedge.programmes must be one of the programmes of this file (ours); got 'theirs'.")]
    [InlineData("where: a page, year: unknown", "where: a page, year: soon", "ours.yaml, line 31: measures.hedge.sources.year must be a year such as 2024, or the word unknown; got 'soon'.")]
    [InlineData("where: a page, year: unknown", "where: a page", "ours.yaml, line 31: the key 'measures.hedge.sources.year' is missing.")]
    [InlineData("[arable, grassland]", "[arable, lawn]", "ours.yaml, line 11: measures.hedge.rules.land_cover must be a kind of land cover (arable, grassland, species_rich_grassland, heath, wet_nature, open_nature, forest, conifer_forest, tree_row, orchard, urban_sealed, urban_green, road, water, other); got 'lawn'.")]
    [InlineData("[arable, grassland]", "[]", "ours.yaml, line 11: measures.hedge.rules.land_cover must be a list of at least one; got an empty list.")]
    [InlineData("minimum_share: 0.5", "minimum_share: 50", "ours.yaml, line 12: measures.hedge.rules.minimum_share must be a share above 0 and at most 1; got '50'.")]
    [InlineData("minimum_share: 0.5", "maximum_share: 0.5", "ours.yaml, line 12: measures.hedge.rules.maximum_share goes with not_land_cover only.")]
    [InlineData("minimum: 20, maximum: 120", "minimum: 120, maximum: 20", "ours.yaml, line 13: the minimum of measures.hedge.rules.groundwater_cm must not be above its maximum; got 120 and 20.")]
    [InlineData("season: winter, minimum: 20, maximum: 120", "season: winter", "ours.yaml, line 13: measures.hedge.rules.groundwater_cm must have a minimum, a maximum or both.")]
    [InlineData("season: winter", "season: autumn", "ours.yaml, line 13: measures.hedge.rules.groundwater_cm.season must be one of mean, winter, summer; got 'autumn'.")]
    [InlineData("otherwise: not_yet", "otherwise: never", "ours.yaml, line 15: measures.hedge.rules.change_first goes with 'otherwise: not_yet' only: what can be changed is not never.")]
    [InlineData("otherwise: not_yet", "soil: {any_of: [sand]}", "ours.yaml, line 13: a rule in measures.hedge.rules must have exactly one of land_cover, not_land_cover, groundwater_cm, protected_distance_m, size_ha, length_m, slope_percent, soil, owner, attribute; got groundwater_cm and soil.")]
    [InlineData("- land_cover: tree_row", "- land_cover: tree_row\n        resistance: 2", "ours.yaml, line 17: an effect in measures.hedge.effects must have exactly one of land_cover, resistance, resistance_times, habitat_quality, pressure; got land_cover and resistance.")]
    [InlineData("- land_cover: tree_row", "- resistance: 0", "ours.yaml, line 17: measures.hedge.effects.resistance must be a resistance above 0; got '0'.")]
    [InlineData("- land_cover: tree_row", "- habitat_quality: 2", "ours.yaml, line 17: measures.hedge.effects.habitat_quality must be a number from 0 to 1; got '2'.")]
    [InlineData("- land_cover: tree_row", "- land_cover: tree_row\n        amount_per_unit: 2", "ours.yaml, line 18: measures.hedge.effects.amount_per_unit goes with a pressure only.")]
    [InlineData("pressure: fragmentation", "pressure: gravity", "ours.yaml, line 18: measures.hedge.effects.pressure must be one of nitrogen_deposition, eutrophication, acidification, desiccation, pollution, fragmentation, sealing, heat, flooding, uniformity; got 'gravity'.")]
    [InlineData("pressure: fragmentation", "pressure: nitrogen_deposition", "ours.yaml, line 18: hedge is a system measure, so it cannot lower nitrogen_deposition: only a source measure lowers a deposition.")]
    [InlineData("amount_per_unit: unknown", "amount_per_unit: 0", "ours.yaml, line 19: measures.hedge.effects.amount_per_unit must be a number above 0, or the word unknown; got '0'.")]
    [InlineData("likely: 8", "likely: -8", "ours.yaml, line 21: measures.hedge.costs.investment.likely must be a number of euros, 0 or more; got '-8'.")]
    [InlineData("likely: 8", "likely: 3", "ours.yaml, line 21: measures.hedge.costs.investment must rise from low to likely to high; got 5, 3, 15.")]
    [InlineData("upkeep_per_year: 2.45", "upkeep_per_year: -2", "ours.yaml, line 22: measures.hedge.costs.upkeep_per_year must be a number of euros, 0 or more, or the word unknown; got '-2'.")]
    [InlineData("price_year: 2024", "price_year: 2024\n      currency: GBP", "ours.yaml, line 25: measures.hedge.costs.currency must be EUR; got 'GBP'.")]
    [InlineData("  hedge:", "  Hedge row:", "ours.yaml, line 4: the name of a measure has small letters, digits, - and _ only; got 'Hedge row'.")]
    public void A_mistake_is_one_sentence_with_file_line_and_key(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Hedge, StringComparison.Ordinal);
        var error = Assert.Throws<BadInputException>(() => MeasureCatalogueFile.Parse(Hedge.Replace(right, wrong, StringComparison.Ordinal), "ours.yaml"));
        Assert.Equal(sentence, error.Message);
    }

    [Fact]
    public void A_bridging_measure_does_not_lower_a_deposition_but_a_source_measure_does()
    {
        var lowering = Hedge.Replace("pressure: fragmentation", "pressure: nitrogen_deposition", StringComparison.Ordinal);
        var error = Assert.Throws<BadInputException>(() => MeasureCatalogueFile.Parse(lowering.Replace("kind: system", "kind: bridging", StringComparison.Ordinal), "ours.yaml"));
        Assert.Equal("ours.yaml, line 18: hedge is a bridging measure, so it cannot lower nitrogen_deposition: only a source measure lowers a deposition.", error.Message);
        Assert.Single(MeasureCatalogueFile.Parse(lowering.Replace("kind: system", "kind: source", StringComparison.Ordinal), "ours.yaml").Measures);
    }

    [Fact]
    public void A_measure_stands_there_once()
    {
        var twice = Hedge + Hedge[Hedge.IndexOf("  hedge:", StringComparison.Ordinal)..].Insert(0, "\n");
        var error = Assert.Throws<BadInputException>(() => MeasureCatalogueFile.Parse(twice, "ours.yaml"));
        Assert.Equal("ours.yaml, line 33: the key 'measures.hedge' stands here twice, first in line 4.", error.Message);
    }

    [Fact]
    public void Costs_without_any_figure_are_called_unknown()
    {
        var empty = Hedge.Replace("{low: 5, likely: 8, high: 15}", "unknown", StringComparison.Ordinal).Replace("2.45", "unknown", StringComparison.Ordinal);
        Assert.Equal("ours.yaml, line 20: measures.hedge.costs holds no figure; then it must be the word unknown.", Assert.Throws<BadInputException>(() => MeasureCatalogueFile.Parse(empty, "ours.yaml")).Message);
    }

    [Fact]
    public void The_catalogue_of_the_three_programmes_is_complete()
    {
        var catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));
        Assert.True(catalogue.Measures.Count >= 28, $"{catalogue.Measures.Count} measures");
        Assert.Equal(3, catalogue.Programmes.Count);
        Assert.All(catalogue.Programmes.Keys, programme => Assert.Contains(catalogue.Measures, measure => measure.Programmes.Contains(programme)));
        Assert.All(Enum.GetValues<MeasureKind>(), kind => Assert.Contains(catalogue.Measures, measure => measure.Kind == kind));
        Assert.All(catalogue.Measures, measure =>
        {
            Assert.Equal(LocalizedText.KnownLanguages, measure.Name.Languages);
            Assert.Equal(LocalizedText.KnownLanguages, measure.Description.Languages);
            Assert.NotEmpty(measure.Sources);
            Assert.NotEmpty(measure.Rules);
            Assert.All(measure.Sources.Concat(measure.Costs.Sources), source => Assert.StartsWith("https://", source.Where, StringComparison.Ordinal));
            Assert.Equal(measure.Costs == MeasureCosts.NotKnown, measure.Costs.Sources.Count == 0);
        });
        Assert.All(LocalizedText.KnownLanguages, language => Assert.Equal(catalogue.Measures.Count, catalogue.Measures.Select(measure => measure.Name.In(language)).Distinct().Count()));
    }

    [Fact]
    public void What_the_catalogue_does_not_know_it_does_not_price()
    {
        var catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));
        // Looked for and not found: de-sealing, rewetting and the full cost of a hedge.
        Assert.All(new[] { "desealing", "rewetting", "hedge" }, id => Assert.Null(catalogue.Find(id)!.Costs.Investment));
        Assert.Equal(75, catalogue.Find("bioswale")!.Costs.Investment!.Likely);
        Assert.Null(catalogue.Find("bioswale")!.Costs.Investment!.High);
    }
}
