using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class PlannedMeasuresFileTests
{
    private const string Plan = """
        lands: {yard: 1.5}
        measures:
          peat@polder:
            measure: peat_level_raise
            party: farm
            quantity: 32
            land: polder
            start_year: 2027
            results: {co2_t: {low: 10, likely: 13.66, high: 15}}
            costs:
              investment: {low: 1000, likely: 2000, high: 4000}
              upkeep_per_year: unknown
              lost_income_per_year: 0
              price_year: 2026
              evidence: expert
              sources: [{what: assumed, where: a test, year: 2026}]
            benefits:
              - kind: carbon
                euros_per_unit_per_year: 500
                source: {what: assumed, where: a test, year: 2026}
          trees:
            measure: orchard_for_all
            name: {en: Orchard, nl: Boomgaard, fr: Verger, de: Obstwiese}
            quantity: 40
            unit: piece
            area_ha: 0.4
            land: yard
            lifetime_years: 10
            renewed: yes
            ramp_up_percent: [0, 50, 100]
            facts: {native: yes, age_years: unknown}
            costs: unknown
          hedge@polder: {measure: hedge, quantity: 250}
        """;

    private static readonly MeasureCatalogue Catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));

    private static readonly CaseParties Parties = PartiesFile.Parse(PartiesFileTests.Two.Replace("    hedge@parcel-7: {start_year: 2028, renewed: no, land: polder, results: {co2_t: 0.002}}\n", "", StringComparison.Ordinal), "parties.yaml");

    [Fact]
    public void A_plan_is_read_as_it_stands()
    {
        var plan = PlannedMeasuresFile.Parse(Plan, "plan.yaml", Parties, Catalogue);
        Assert.Equal([new("polder", 32), new("yard", 1.5)], plan.Lands);
        var (peat, trees, hedge) = (plan.Measures[0], plan.Measures[1], plan.Measures[2]);
        Assert.Equal(("peat@polder", "peat_level_raise", "farm", 32, MeasureUnit.Hectare, 1), (peat.Id, peat.Measure, peat.Party, peat.Quantity, peat.Unit, peat.StartYear));
        Assert.Equal(Catalogue.Find("peat_level_raise")!.Name.In("nl"), peat.Name.In("nl"));
        Assert.Equal(("polder", new Estimate(10, 13.66, 15)), (peat.Land, peat.Results["co2_t"]));
        Assert.Equal((new Estimate(1000, 2000, 4000), null, Estimate.Zero), (peat.Costs.Investment, peat.Costs.UpkeepPerYear, peat.Costs.LostIncomePerYear));
        Assert.Equal((PublicBenefitKind.Carbon, Estimate.Figure(500)), (peat.Benefits[0].Kind, peat.Benefits[0].EurosPerUnitPerYear));
        Assert.Equal(("Verger", "town", MeasureUnit.Piece, 0.4, 10, true), (trees.Name.In("fr"), trees.Party, trees.Unit, trees.AreaHa, trees.LifetimeYears, trees.IsRenewed));
        Assert.Equal([0, 0.5, 1], trees.RampUp);
        Assert.Equal([new("native", 1)], trees.Facts);
        Assert.Equal(MeasureCosts.NotKnown, trees.Costs);
        Assert.Equal((MeasureUnit.Metre, Catalogue.Find("hedge")!.Costs, "farm", 25), (hedge.Unit, hedge.Costs, hedge.Party, hedge.LifetimeYears));
    }

    [Fact]
    public void Costs_that_nobody_knows_stay_not_known_through_the_case()
    {
        var plan = PlannedMeasuresFile.Parse(Plan, "plan.yaml", Parties, Catalogue);
        var made = BusinessCase.Of(new(Parties.Setting, Parties.Parties, plan.Measures, [], lands: plan.Lands), []);
        Assert.All(made.Parties, party => Assert.Null(party.IsWhole));
    }

    [Theory]
    [InlineData("quantity: 32", "quantity: -32", "plan.yaml, line 6: measures.peat@polder.quantity must be a number above 0; got '-32'.")]
    [InlineData("quantity: 32", "quantity: 0", "plan.yaml, line 6: measures.peat@polder.quantity must be a number above 0; got '0'.")]
    [InlineData("unit: piece", "unit: tree", "plan.yaml, line 25: measures.trees.unit must be one of ha, m2, m, piece; got 'tree'.")]
    [InlineData("    unit: piece\n", "", "plan.yaml, line 21: the key 'measures.trees.unit' is missing, and orchard_for_all is not in the catalogue, which could give it.")]
    [InlineData("    costs: unknown\n", "", "plan.yaml, line 21: the key 'measures.trees.costs' is missing, and orchard_for_all is not in the catalogue, which could give it.")]
    [InlineData("quantity: 250", "quantity: 250, unit: piece", "plan.yaml, line 33: measures.hedge@polder.unit is another than that of hedge in the catalogue, so costs must stand here too.")]
    [InlineData("party: farm", "party: barn", "plan.yaml, line 5: measures.peat@polder.party must be one of the parties (farm, town); got 'barn'.")]
    [InlineData("land: polder", "land: moor", "plan.yaml, line 7: measures.peat@polder.land must be one of the lands (polder, yard); got 'moor'.")]
    [InlineData("lands: {yard: 1.5}", "lands: {yard: 1.5, polder: 3}", "plan.yaml, line 1: lands.polder stands in the file of parties too.")]
    [InlineData("upkeep_per_year: unknown", "upkeep_per_year: some", "plan.yaml, line 12: measures.peat@polder.costs.upkeep_per_year must be a number of euros, 0 or more, or the word unknown; got 'some'.")]
    [InlineData("area_ha: 0.4", "area_ha: '0,4'", "plan.yaml, line 26: measures.trees.area_ha must be a number of hectares above 0, with a decimal point and no comma; got '0,4'.")]
    [InlineData("start_year: 2027", "starts: 2027", "plan.yaml, line 8: the key 'measures.peat@polder.starts' is not known; allowed in measures.peat@polder are party, start_year, lifetime_years, renewed, ramp_up_percent, area_ha, pieces, length_m, places, land, results, facts, benefits, measure, name, quantity, unit, costs.")]
    [InlineData("likely: 13.66", "likely: 16", "plan.yaml, line 9: measures.peat@polder.results.co2_t must rise from low to likely to high; got 10, 16, 15.")]
    public void A_mistake_is_one_sentence_with_file_line_and_key(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Plan, StringComparison.Ordinal);
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => PlannedMeasuresFile.Parse(Plan.Replace(right, wrong, StringComparison.Ordinal), "plan.yaml", Parties, Catalogue)).Message);
    }

    [Fact]
    public void Without_a_catalogue_a_plan_says_all_itself() =>
        Assert.Equal("plan.yaml, line 3: the key 'measures.peat@polder.unit' is missing.", Assert.Throws<BadInputException>(() => PlannedMeasuresFile.Parse(Plan, "plan.yaml", Parties)).Message);
}
