using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class PartiesFileTests
{
    internal const string Two = """
        setting:
          first_year: 2026
          years: 20
          discount_rate_percent: 3
          upkeep_indexation_percent: 2.5
          spread_where_unknown_percent: 20
          yearly_yield_spread_percent: 15
        parties:
          farm:
            name: {en: Farm, nl: Boerderij, fr: Ferme, de: Hof}
            kind: farmer
            income_today: 101000
            cash: unknown
            credit_limit: 40000
            discount_rate_percent: 5
            loan: {principal: 600000, interest_percent: 4, years: 15}
            amounts: {milk_kg: {low: 700000, likely: 800000, high: 850000}, lease_eur: 12000, levy_eur: unknown}
            facts: {young_farmer: yes, cows: 100}
            kpis: {farm: {grass: 62, ammonia: unknown}}
          town:
            name: {en: Town, nl: Gemeente, fr: Commune, de: Gemeinde}
            kind: municipality
        lands: {polder: 32}
        plan:
          all_others: town
          measures:
            hedge: {party: farm, lifetime_years: 25, facts: {hedge_m_per_ha: 90}}
            hedge@parcel-7: {start_year: 2028, renewed: no, land: polder, results: {co2_t: 0.002}}
        fair_deal:
          payers: {town: {budget_per_year: 4000, budget_total: 30000}}
          most_per_party: 10000
        """;

    private const string Scorecards = """
        scorecards:
          farm:
            name: {en: Farm, nl: Boerderij, fr: Ferme, de: Hof}
            kpis:
              grass: {name: {en: Grass, nl: Gras, fr: Herbe, de: Gras}, unit: '%', better: more, steps: [{value: 40, points: 10}]}
              ammonia: {name: {en: A, nl: A, fr: A, de: A}, unit: kg, better: less, steps: [{value: 40, points: 10}]}
            sources: [{what: made up, where: a test, year: 2026}]
        schemes:
          dark:
            name: {en: Dark, nl: Donker, fr: Noir, de: Dunkel}
            payer: {id: town, name: {en: Town, nl: Gemeente, fr: Commune, de: Gemeinde}, kind: municipality}
            per_unit_per_year: {unit: m, rate: 1}
            term_years: 5
            price_year: 2026
            evidence: expert
            sources: [{what: made up, where: a test, year: 2026}]
        """;

    private static readonly SchemeLibrary Library = SchemesFile.Parse(Scorecards, "schemes.yaml");

    [Fact]
    public void Parties_are_read_as_they_stand()
    {
        var read = PartiesFile.Parse(Two, "my.yaml", Library);
        Assert.Equal(new CaseSetting { FirstYear = 2026, Years = 20, DiscountRate = 0.03, UpkeepIndexation = 0.025, SpreadWhereUnknown = 0.2 }, read.Setting);
        Assert.Equal(0.15, read.YearlyYieldSpread);
        var farm = read.Parties[0];
        Assert.Equal(("farm", "Ferme", PartyKind.Farmer), (farm.Id, farm.Name.In("fr"), farm.Kind));
        Assert.Equal((101_000, null, 40_000, 0.05), (farm.IncomeToday, farm.Cash, farm.CreditLimit, farm.DiscountRate));
        Assert.Equal((600_000, 0.04, 15), (farm.Loan!.Principal, farm.Loan.InterestRate, farm.Loan.Years));
        Assert.Equal(["lease_eur", "milk_kg"], farm.Amounts.Keys.Order());
        Assert.Equal((new Estimate(700_000, 800_000, 850_000), Estimate.Figure(12_000)), (farm.Amounts["milk_kg"], farm.Amounts["lease_eur"]));
        Assert.Equal((1, 100), (farm.Facts["young_farmer"], farm.Facts["cows"]));
        Assert.Equal([new("grass", 62)], farm.KpiValues["farm"]);
        Assert.Null(read.Parties[1].IncomeToday);
        Assert.Equal([new Land("polder", 32)], read.Lands);
        Assert.Equal([new FairDealPayerName("town", 4000, 30_000)], read.FairDeal!.Payers);
        Assert.Equal(10_000, read.FairDeal.MostPerParty);
    }

    [Fact]
    public void What_is_said_of_one_measure_goes_before_what_is_said_of_its_kind()
    {
        var read = PartiesFile.Parse(Two, "my.yaml", Library);
        var plan = read.Complete([Planned("hedge@parcel-7", "hedge"), Planned("hedge@parcel-9", "hedge") with { StartYear = 1 }, Planned("pond@parcel-7", "pond")]);
        Assert.Equal(["farm", "farm", "town"], plan.Select(measure => measure.Party));
        Assert.Equal([2, 1, 0], plan.Select(measure => measure.StartYear));
        Assert.Equal([25, 25, null], plan.Select(measure => measure.LifetimeYears));
        Assert.Equal(["polder", null, null], plan.Select(measure => measure.Land));
        Assert.Equal((90, Estimate.Figure(0.002)), (plan[0].Facts["hedge_m_per_ha"], plan[0].Results["co2_t"]));
        Assert.Empty(plan[1].Results);
    }

    [Fact]
    public void A_measure_that_nobody_carries_out_is_refused()
    {
        var read = PartiesFile.Parse(Two.Replace("  all_others: town\n", "", StringComparison.Ordinal), "my.yaml", Library);
        var error = Assert.Throws<BadInputException>(() => read.Complete([Planned("hedge@parcel-7", "hedge"), Planned("pond@parcel-7", "pond")]));
        Assert.Equal("Nobody carries out the measure pond@parcel-7: give plan.all_others, or a party under plan.measures.", error.Message);
    }

    [Fact]
    public void Something_said_of_a_measure_that_is_not_there_is_refused()
    {
        var read = PartiesFile.Parse(Two, "my.yaml", Library);
        var error = Assert.Throws<BadInputException>(() => read.Complete([Planned("hedge@parcel-8", "hedge")]));
        Assert.Equal("my.yaml, line 28: plan.measures.hedge@parcel-7 says something of a measure that is not in the plan; it has hedge@parcel-8.", error.Message);
    }

    [Fact]
    public void The_terms_of_a_fair_deal_become_indices()
    {
        var read = PartiesFile.Parse(Two, "my.yaml", Library);
        var terms = read.FairDeal!.In(new(read.Setting, read.Parties, [], Library.Schemes, Library.Scorecards));
        Assert.Equal([new FairDealPayer(1, 4000, 30_000)], terms.Payers);
        Assert.Equal(10_000, terms.MostPerParty);
    }

    [Fact]
    public void A_payer_of_a_fair_deal_may_be_the_payer_of_a_scheme()
    {
        var alone = Two[..Two.IndexOf("  town:", StringComparison.Ordinal)] + "fair_deal: {payers: {town: {}}}";
        var read = PartiesFile.Parse(alone, "my.yaml", Library);
        Assert.Equal([new FairDealPayer(1)], read.FairDeal!.In(new(read.Setting, read.Parties, [], Library.Schemes, Library.Scorecards)).Payers);
        Assert.Equal(
            "fair_deal names the payer town, who is neither a party nor pays a scheme.",
            Assert.Throws<BadInputException>(() => PartiesFile.Parse(alone, "my.yaml").FairDeal!.In(new(read.Setting, read.Parties, [], []))).Message);
    }

    [Theory]
    [InlineData("first_year: 2026", "first_year: '26'", "my.yaml, line 2: setting.first_year must be a year such as 2026; got '26'.")]
    [InlineData("years: 20\n", "years: 0\n", "my.yaml, line 3: setting.years must be a whole number of years from 1 to 100; got '0'.")]
    [InlineData("years: 20\n", "years: 2.5\n", "my.yaml, line 3: setting.years must be a whole number of years from 1 to 100; got '2.5'.")]
    [InlineData("  discount_rate_percent: 3\n", "", "my.yaml, line 1: the key 'setting.discount_rate_percent' is missing.")]
    [InlineData("discount_rate_percent: 3\n", "discount_rate_percent: 3,5\n", "my.yaml, line 4: setting.discount_rate_percent must be a percentage a year above -100 and at most 100, with a decimal point and no comma; got '3,5'.")]
    [InlineData("spread_where_unknown_percent: 20", "spread_where_unknown_percent: 120", "my.yaml, line 6: setting.spread_where_unknown_percent must be a percentage from 0 to 100; got '120'.")]
    [InlineData("discount_rate_percent: 3\n", "discount_rate: 0.03\n", "my.yaml, line 4: the key 'setting.discount_rate' is not known; allowed in setting are first_year, years, discount_rate_percent, investment_indexation_percent, upkeep_indexation_percent, lost_income_indexation_percent, spread_where_unknown_percent, yearly_yield_spread_percent.")]
    [InlineData("kind: farmer", "kind: farm", "my.yaml, line 11: parties.farm.kind must be one of farmer, estate, leisure_business, nature_manager, water_board, municipality, province, state, company, bank, public; got 'farm'.")]
    [InlineData("kind: municipality", "kind: bank", "my.yaml, line 22: parties.town.kind must be municipality, which the scheme dark calls its payer town; got 'bank'.")]
    [InlineData("nl: Boerderij, ", "", "my.yaml, line 10: parties.farm.name has no text in nl; every text of a catalogue stands there in en, nl, fr, de.")]
    [InlineData("income_today: 101000", "income_today: plenty", "my.yaml, line 12: parties.farm.income_today must be a number of euros, or the word unknown; got 'plenty'.")]
    [InlineData("interest_percent: 4", "interest_percent: 400", "my.yaml, line 16: parties.farm.loan.interest_percent must be a percentage from 0 to 100; got '400'.")]
    [InlineData("lease_eur: 12000", "lease_eur: -12000", "my.yaml, line 17: parties.farm.amounts.lease_eur must be a number a year, 0 or more, or the word unknown; got '-12000'.")]
    [InlineData("cows: 100", "cows: many", "my.yaml, line 18: parties.farm.facts.cows must be a number, yes, no, or the word unknown; got 'many'.")]
    [InlineData("kpis: {farm: {grass: 62", "kpis: {herd: {grass: 62", "my.yaml, line 19: parties.farm.kpis.herd must be one of the scorecards (farm); got 'herd'.")]
    [InlineData("grass: 62", "herbs: 62", "my.yaml, line 19: parties.farm.kpis.farm.herbs is no indicator of the scorecard farm, which has grass, ammonia.")]
    [InlineData("polder: 32", "polder: 0", "my.yaml, line 23: lands.polder must be a number of hectares above 0; got '0'.")]
    [InlineData("all_others: town", "all_others: country", "my.yaml, line 25: plan.all_others must be one of the parties (farm, town); got 'country'.")]
    [InlineData("party: farm", "party: fame", "my.yaml, line 27: plan.measures.hedge.party must be one of the parties (farm, town); got 'fame'.")]
    [InlineData("lifetime_years: 25", "lifetime_years: 0", "my.yaml, line 27: plan.measures.hedge.lifetime_years must be a whole number of years from 1 to 1000; got '0'.")]
    [InlineData("start_year: 2028", "start_year: 2025", "my.yaml, line 28: plan.measures.hedge@parcel-7.start_year must be a year of the case, 2026 to 2046; got '2025'.")]
    [InlineData("renewed: no", "renewed: yes", "my.yaml, line 28: plan.measures.hedge@parcel-7.renewed goes with lifetime_years: what never ends is not made anew.")]
    [InlineData("results: {co2_t: 0.002}", "ramp_up_percent: [50, 150]", "my.yaml, line 28: plan.measures.hedge@parcel-7.ramp_up_percent must be a percentage from 0 to 100; got '150'.")]
    [InlineData("results: {co2_t: 0.002}", "benefits: [{kind: joy}]", "my.yaml, line 28: plan.measures.hedge@parcel-7.benefits.kind must be one of avoided_damage, carbon, health, other; got 'joy'.")]
    [InlineData("payers: {town: ", "payers: {bank: ", "my.yaml, line 30: fair_deal.payers.bank must be one of the parties and payers of schemes (farm, town); got 'bank'.")]
    public void A_mistake_is_one_sentence_with_file_line_and_key(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Two, StringComparison.Ordinal);
        var error = Assert.Throws<BadInputException>(() => PartiesFile.Parse(Two.Replace(right, wrong, StringComparison.Ordinal), "my.yaml", Library));
        Assert.Equal(sentence, error.Message);
    }

    [Fact]
    public void A_measure_on_a_land_that_is_not_there_is_refused()
    {
        var read = PartiesFile.Parse(Two.Replace("land: polder", "land: moor", StringComparison.Ordinal), "my.yaml", Library);
        var error = Assert.Throws<BadInputException>(() => read.Complete([Planned("hedge@parcel-7", "hedge")]));
        Assert.Equal("my.yaml, line 28: plan.measures.hedge@parcel-7.land must be one of the lands (polder); got 'moor'.", error.Message);
    }

    private static PlannedMeasure Planned(string id, string measure) =>
        new() { Id = id, Measure = measure, Name = new LocalizedText(measure), Party = "", Quantity = 100, Unit = MeasureUnit.Metre };
}
