using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class SchemesFileTests
{
    private const string Two = """
        schemes:
          birds:
            name: {en: Birds, nl: Vogels, fr: Oiseaux, de: Vögel}
            payer: {id: town, name: {en: Town, nl: Gemeente, fr: Commune, de: Gemeinde}, kind: municipality}
            per_unit_per_year: {unit: ha, variants: {june: 400.07, july: 702.04}, most_per_year: 9000}
            budget_per_year: 50000
            term_years: 6
            renewable: yes
            open_from: 2024
            open_until: 2029
            indexation_percent: 2
            price_year: 2023
            conditions:
              measures: [meadow_bird_rest]
              parties: [farmer, nature_manager]
              least_quantity: 0.5
              quantity_unit: ha
              facts: {nests: {at_least: 2}}
            rules: {excludes: [points], most_public_percent: 80, once_per_hectare: yes}
            evidence: moderate
            sources: [{what: rates, where: a page, year: 2023}]
          points:
            name: {en: Points, nl: Punten, fr: Points, de: Punkte}
            payer: {id: dairy, name: {en: Dairy, nl: Zuivel, fr: Laiterie, de: Molkerei}, kind: company}
            kpi_points: {scorecard: farm, euros_per_point: 2, most_per_farm_per_year: 5000}
            term_years: 3
            price_year: unknown
            evidence: expert
            sources: [{what: rates, where: a page, year: unknown}]
        scorecards:
          farm:
            name: {en: Farm, nl: Boerderij, fr: Ferme, de: Hof}
            kpis:
              grass:
                name: {en: Grass, nl: Gras, fr: Herbe, de: Gras}
                unit: '%'
                better: more
                threshold: 40
                target: 80
                points: 100
                number_of_steps: 5
              ammonia:
                name: {en: Ammonia, nl: Ammoniak, fr: Ammoniac, de: Ammoniak}
                unit: kg/ha
                better: less
                steps: [{value: 70, points: 10}, {value: 50, points: 60}]
            sources: [{what: values, where: a page, year: 2020}]
        """;

    [Fact]
    public void A_scheme_is_read_as_it_stands()
    {
        var library = SchemesFile.Parse(Two, "my.yaml");
        var birds = library.Schemes[0];
        Assert.Equal(("birds", "Vogels", "town", "Commune", PartyKind.Municipality), (birds.Id, birds.Name.In("nl"), birds.Payer, birds.PayerName.In("fr"), birds.PayerKind));
        var payment = Assert.IsType<YearlyPayment>(birds.Reward);
        Assert.Equal((MeasureUnit.Hectare, 9000), (payment.Unit, payment.MostPerYear));
        Assert.Equal([new("june", 400.07), new("july", 702.04)], payment.Rates);
        Assert.Equal((6, true, 2024, 2029, 0.02, 2023), (birds.TermYears, birds.IsRenewable, birds.OpenFrom, birds.OpenUntil, birds.Indexation, birds.PriceYear));
        Assert.Equal((50_000, null), (birds.BudgetPerYear, birds.BudgetTotal));
        Assert.Equal(["meadow_bird_rest"], birds.Conditions.Measures);
        Assert.Equal([PartyKind.Farmer, PartyKind.NatureManager], birds.Conditions.Parties);
        Assert.Equal((0.5, MeasureUnit.Hectare), (birds.Conditions.LeastQuantity, birds.Conditions.QuantityUnit));
        Assert.Equal([new("nests", 2, null)], birds.Conditions.Facts);
        Assert.Equal(["points"], birds.Rules.Excludes);
        Assert.Equal((0.8, true, false, null), (birds.Rules.MostPublicShareOfCost, birds.Rules.OncePerHectare, birds.Rules.ExcludesOtherPublicMoney, birds.Rules.StacksOnlyWith));
        Assert.Equal((Evidence.Moderate, new MeasureSource("rates", "a page", 2023)), (birds.Evidence, Assert.Single(birds.Sources)));
        var points = library.Schemes[1];
        Assert.Equal((null, 0, false), (points.PriceYear, points.Indexation, points.IsRenewable));
    }

    [Fact] // five steps from 40 to 80: 40, 50, 60, 70, 80 with 20, 40 … 100 points
    public void A_threshold_and_a_target_make_equal_steps()
    {
        var card = Assert.Single(SchemesFile.Parse(Two, "my.yaml").Scorecards);
        Assert.Equal([new(40, 20), new(50, 40), new(60, 60), new(70, 80), new(80, 100)], card.Kpis[0].Steps);
        Assert.Equal([new(70, 10), new(50, 60)], card.Kpis[1].Steps);
        Assert.False(card.Kpis[1].IsMoreBetter);
        Assert.Equal([0.0, 20, 40, 100], new[] { 39.9, 49.9, 50, 90 }.Select(card.Kpis[0].PointsOf));
        Assert.Equal(160, card.MostPoints);
    }

    public static TheoryData<string, Reward> Rewards => new()
    {
        { "per_unit_per_year: {unit: m, rate: 2.45}", new YearlyPayment(MeasureUnit.Metre, [new("", 2.45)]) },
        { "share_of_cost: {share_percent: 84, of: upkeep}", new CostShare(0.84, CostPart.Upkeep) },
        { "share_of_cost: {share_percent: 75, of: investment, standard_cost: 12, unit: m2, least: 25, most: 200}", new CostShare(0.75, CostPart.Investment, 12, MeasureUnit.SquareMetre, 25, 200) },
        { "one_off_grant: {unit: m2, lumps: [{from: 25, euros: 59.60}, {from: 50, euros: 119.20}], most: 500}", new Grant(MeasureUnit.SquareMetre, 0, [new(25, 59.60), new(50, 119.20)], 0, 500) },
        { "one_off_grant: {unit: piece, euros_per_unit: 10, least: 25}", new Grant(MeasureUnit.Piece, 10, [], 25) },
        { "per_tonne_co2: {price: {low: 40, likely: 70, high: 90}}", new ResultPayment("co2_t", new(40, 70, 90), []) },
        { "per_tonne_co2: {path: {2035: 90, 2026: 40}, most_per_year: 8000}", new ResultPayment("co2_t", Estimate.Figure(40), [new(2026, 40), new(2035, 90)], 0, 8000) },
        { "result_payment: {result: pairs, euros_per_result: 80, least_result: 3}", new ResultPayment("pairs", Estimate.Figure(80), [], 3) },
        { "visitor_income: {euros_per_visitor: 0}", new ResultPayment("visitors", Estimate.Zero, []) },
        { "kpi_points: {scorecard: farm, bands: [{from_points: 50, euros: 1000}, {from_points: 100, euros: 2500}]}", new KpiPayment("farm", 0, [new(50, 1000), new(100, 2500)]) },
        { "awarded_amount: {amount: bbm_eur, most_per_year: 5000}", new AmountPayment("bbm_eur", Estimate.Certain(1), true, 5000) },
        { "product_premium: {product: milk_kg, euros_per_unit: 0.015}", new AmountPayment("milk_kg", Estimate.Figure(0.015), false) },
        { "lease_discount: {discount_percent: 10}", new AmountPayment("lease_eur", Estimate.Certain(0.1), true) },
        { "lower_levy: {levy: water_levy_eur, discount_percent: 50, most_per_year: 300}", new AmountPayment("water_levy_eur", Estimate.Certain(0.5), true, 300) },
        { "interest_rebate: {rebate_percent: 0.5, most_per_year: 900}", new InterestRebate(0.005, 900) },
        { "private_credit: {share_percent: 60, interest_percent: 3.5, grace_years: 2, most: 50000}", new Credit(0.6, 0.035, 2, 50_000) },
    };

    [Theory, MemberData(nameof(Rewards))]
    public void Every_shape_of_reward_is_read(string yaml, Reward expected)
    {
        var read = SchemesFile.Parse(Two.Replace("kpi_points: {scorecard: farm, euros_per_point: 2, most_per_farm_per_year: 5000}", yaml, StringComparison.Ordinal), "my.yaml").Schemes[1].Reward;
        Assert.IsType(expected.GetType(), read);
        Assert.Equivalent(expected, read, strict: true);
    }

    [Fact]
    public void The_rewards_tested_are_all_there_are() =>
        Assert.Equal(RewardReader.Shapes.Order(), Rewards.Select(row => row.Data.Item1[..row.Data.Item1.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order());

    [Theory]
    // conditions of a contract
    [InlineData("term_years: 6", "term_years: 0", "my.yaml, line 7: schemes.birds.term_years must be a whole number of years from 1 to 100; got '0'.")]
    [InlineData("term_years: 6", "", "my.yaml, line 2: the key 'schemes.birds.term_years' is missing.")]
    [InlineData("open_until: 2029", "open_until: 2020", "my.yaml, line 10: schemes.birds.open_until must not be before open_from, 2024; got 2020.")]
    [InlineData("indexation_percent: 2", "indexation_percent: 200", "my.yaml, line 11: schemes.birds.indexation_percent must be a percentage a year above -100 and at most 100; got '200'.")]
    [InlineData("renewable: yes", "renewable: maybe", "my.yaml, line 8: schemes.birds.renewable must be one of yes, no, true, false; got 'maybe'.")]
    [InlineData("price_year: 2023", "price_year: last", "my.yaml, line 12: schemes.birds.price_year must be a year such as 2024, or the word unknown; got 'last'.")]
    [InlineData("budget_per_year: 50000", "budget_per_year: -5", "my.yaml, line 6: schemes.birds.budget_per_year must be a number of euros, 0 or more, or the word unknown; got '-5'.")]
    [InlineData("term_years: 6", "terms: 6", "my.yaml, line 7: the key 'schemes.birds.terms' is not known; allowed in schemes.birds are name, payer, budget_per_year, budget_total, term_years, renewable, open_from, open_until, indexation_percent, price_year, conditions, rules, evidence, sources, per_unit_per_year, share_of_cost, one_off_grant, per_tonne_co2, result_payment, visitor_income, kpi_points, awarded_amount, product_premium, lease_discount, lower_levy, interest_rebate, private_credit.")]
    [InlineData("{en: Birds, nl: Vogels, fr: Oiseaux, de: Vögel}", "{en: Birds, nl: Vogels, fr: Oiseaux}", "my.yaml, line 3: schemes.birds.name has no text in de; every text of a catalogue stands there in en, nl, fr, de.")]
    [InlineData("kind: municipality", "kind: village", "my.yaml, line 4: schemes.birds.payer.kind must be one of farmer, estate, leisure_business, nature_manager, water_board, municipality, province, state, company, bank, public; got 'village'.")]
    [InlineData("id: dairy", "id: town", "my.yaml, line 24: schemes.points.payer.kind must be municipality, which birds calls the payer town; got 'company'.")]
    [InlineData("  birds:", "  Birds 1:", "my.yaml, line 2: the name of a scheme has small letters, digits, - and _ only; got 'Birds 1'.")]
    // what it pays
    [InlineData("unit: ha, variants", "unit: acre, variants", "my.yaml, line 5: schemes.birds.per_unit_per_year.unit must be one of ha, m2, m, piece; got 'acre'.")]
    [InlineData("june: 400.07", "june: -400.07", "my.yaml, line 5: schemes.birds.per_unit_per_year.variants.june must be a number of euros, 0 or more; got '-400.07'.")]
    [InlineData("june: 400.07", "june: '400,07'", "my.yaml, line 5: schemes.birds.per_unit_per_year.variants.june must be a number of euros, 0 or more, with a decimal point and no comma; got '400,07'.")]
    [InlineData("variants: {june: 400.07, july: 702.04}", "variants: {}", "my.yaml, line 5: schemes.birds.per_unit_per_year.variants must have at least one rate; got an empty mapping.")]
    [InlineData("variants: {june: 400.07, july: 702.04}", "variants: 5", "my.yaml, line 5: schemes.birds.per_unit_per_year.variants must be a mapping of keys to values; got '5'.")]
    [InlineData("variants: {june: 400.07, july: 702.04}", "rate: 5, variants: {june: 4}", "my.yaml, line 5: schemes.birds.per_unit_per_year must have exactly one of rate, variants; got rate and variants.")]
    [InlineData("kpi_points: {scorecard: farm, euros_per_point: 2, most_per_farm_per_year: 5000}", "", "my.yaml, line 22: schemes.points must have exactly one of per_unit_per_year, share_of_cost, one_off_grant, per_tonne_co2, result_payment, visitor_income, kpi_points, awarded_amount, product_premium, lease_discount, lower_levy, interest_rebate, private_credit; got none.")]
    [InlineData("scorecard: farm", "scorecard: herd", "my.yaml, line 25: schemes.points.kpi_points.scorecard must be one of the scorecards (farm); got 'herd'.")]
    [InlineData("euros_per_point: 2, ", "", "my.yaml, line 25: schemes.points.kpi_points must have euros_per_point, bands or both.")]
    // conditions and rules
    [InlineData("quantity_unit: ha", "quantity_unit: hectare", "my.yaml, line 17: schemes.birds.conditions.quantity_unit must be one of ha, m2, m, piece; got 'hectare'.")]
    [InlineData("least_quantity: 0.5", "least_quantity: -0.5", "my.yaml, line 16: schemes.birds.conditions.least_quantity must be a quantity above 0; got '-0.5'.")]
    [InlineData("      quantity_unit: ha", "", "my.yaml, line 16: schemes.birds.conditions must have least_quantity and quantity_unit, or neither.")]
    [InlineData("{at_least: 2}", "{}", "my.yaml, line 18: schemes.birds.conditions.facts.nests must have at_least, at_most or both.")]
    [InlineData("{at_least: 2}", "{at_least: 2, at_most: 1}", "my.yaml, line 18: schemes.birds.conditions.facts.nests must not be at_least more than at_most; got 2 and 1.")]
    [InlineData("most_public_percent: 80", "most_public_percent: 101", "my.yaml, line 19: schemes.birds.rules.most_public_percent must be a percentage from 0 to 100; got '101'.")]
    [InlineData("excludes: [points]", "excludes: [birds]", "my.yaml, line 19: schemes.birds.rules.excludes: birds excludes itself.")]
    [InlineData("excludes: [points]", "excludes: [bats]", "my.yaml, line 19: schemes.birds.rules.excludes: birds excludes bats, which is no scheme here.")]
    [InlineData("excludes: [points]", "excludes: [points], requires: [points]", "my.yaml, line 19: schemes.birds.rules.requires: birds requires points, with which it does not go.")]
    // scorecards
    [InlineData("        threshold: 40\n", "", "my.yaml, line 34: scorecards.farm.kpis.grass has no threshold: give steps, or threshold, target, points and number_of_steps.")]
    [InlineData("threshold: 40", "threshold: 90", "my.yaml, line 39: scorecards.farm.kpis.grass.target must be above the threshold, 90, because more is better; got 80.")]
    [InlineData("number_of_steps: 5", "number_of_steps: 1", "my.yaml, line 41: scorecards.farm.kpis.grass.number_of_steps must be a whole number from 2 to 100; got '1'.")]
    [InlineData("better: more", "better: higher", "my.yaml, line 37: scorecards.farm.kpis.grass.better must be more or less; got 'higher'.")]
    [InlineData("{value: 50, points: 60}", "{value: 80, points: 60}", "my.yaml, line 46: the steps of scorecards.farm.kpis.ammonia must go from the threshold to the target, where less is better, points never falling; got 80 with 60 points after 70 with 10.")]
    [InlineData("{value: 50, points: 60}", "{value: 50, points: 6}", "my.yaml, line 46: the steps of scorecards.farm.kpis.ammonia must go from the threshold to the target, where less is better, points never falling; got 50 with 6 points after 70 with 10.")]
    [InlineData("steps: [{value: 70, points: 10}, {value: 50, points: 60}]", "steps: []", "my.yaml, line 46: scorecards.farm.kpis.ammonia.steps must be a list of at least one; got an empty list.")]
    public void A_mistake_is_one_sentence_with_file_line_and_key(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Two, StringComparison.Ordinal);
        Assert.Equal(sentence, Sentence(Two.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("per_tonne_co2: {path: {}}", "schemes.points.per_tonne_co2.path must have a price for at least one year, as in {2026: 40, 2035: 70}; got none.")]
    [InlineData("per_tonne_co2: {path: 40}", "schemes.points.per_tonne_co2.path must have a price for at least one year, as in {2026: 40, 2035: 70}; got none.")]
    [InlineData("per_tonne_co2: {path: {soon: 40}}", "the keys of a price path are years such as 2026; got 'soon' in schemes.points.per_tonne_co2.path.soon.")]
    [InlineData("per_tonne_co2: {price: {low: 0, likely: 0, high: 9}, path: {2026: 4}}", "schemes.points.per_tonne_co2 has a path, so its likely price must be above 0; got 0.")]
    [InlineData("per_tonne_co2: {price: unknown}", "schemes.points.per_tonne_co2.price must be a number of euros, 0 or more; got 'unknown'.")]
    [InlineData("share_of_cost: {share_percent: 150, of: upkeep}", "schemes.points.share_of_cost.share_percent must be a percentage from 0 to 100; got '150'.")]
    [InlineData("share_of_cost: {share_percent: 50, of: profit}", "schemes.points.share_of_cost.of must be one of investment, upkeep, lost_income; got 'profit'.")]
    [InlineData("share_of_cost: {share_percent: 50, of: upkeep, unit: m}", "schemes.points.share_of_cost.unit goes with a standard_cost only.")]
    [InlineData("share_of_cost: {share_percent: 50, of: upkeep, standard_cost: 3}", "the key 'schemes.points.share_of_cost.unit' is missing.")]
    [InlineData("one_off_grant: {unit: m2}", "schemes.points.one_off_grant must have euros_per_unit, lumps or both.")]
    [InlineData("one_off_grant: {unit: m2, lumps: [{from: 50, euros: 9}, {from: 25, euros: 10}]}", "schemes.points.one_off_grant.lumps must go from small to large, in from and in euros; got 25 with 10 euros after 50 with 9 euros.")]
    [InlineData("kpi_points: {scorecard: farm, bands: [{from_points: 5, euros: 9}, {from_points: 8, euros: 7}]}", "schemes.points.kpi_points.bands must go from small to large, in from_points and in euros; got 8 with 7 euros after 5 with 9 euros.")]
    [InlineData("private_credit: {share_percent: 50, interest_percent: 4, grace_years: 3}", "schemes.points.private_credit.grace_years must be fewer than the term of 3 years; got 3.")]
    [InlineData("private_credit: {share_percent: 50, interest_percent: 400}", "schemes.points.private_credit.interest_percent must be a percentage from 0 to 100; got '400'.")]
    [InlineData("interest_rebate: {rebate_percent: 101}", "schemes.points.interest_rebate.rebate_percent must be a percentage from 0 to 100; got '101'.")]
    [InlineData("lease_discount: {lease: rent, discount_percent: 5}", "the key 'schemes.points.lease_discount.lease' is not known; allowed in schemes.points.lease_discount are discount_percent, most_per_year.")]
    [InlineData("product_premium: {product: Milk, euros_per_unit: 1}", "the name of a yearly amount has small letters, digits, - and _ only; got 'Milk'.")]
    public void A_reward_that_cannot_be_meant_is_refused(string yaml, string sentence)
    {
        var wrong = Two.Replace("kpi_points: {scorecard: farm, euros_per_point: 2, most_per_farm_per_year: 5000}", yaml, StringComparison.Ordinal);
        Assert.Equal($"my.yaml, line 25: {sentence}", Sentence(wrong));
    }

    [Fact]
    public void A_circle_of_schemes_that_require_each_other_is_refused()
    {
        var circle = Two.Replace("excludes: [points]", "requires: [points]", StringComparison.Ordinal).Replace("term_years: 3", "term_years: 3\n    rules: {requires: [birds]}", StringComparison.Ordinal);
        Assert.Equal("my.yaml, line 19: schemes.birds.rules.requires: the rules go in a circle: birds requires points requires birds.", Sentence(circle));
    }

    [Fact]
    public void A_file_without_schemes_and_scorecards_is_refused() =>
        Assert.Equal("my.yaml, line 1: the file must have schemes, scorecards or both.", Sentence("{}"));

    [Fact]
    public void Files_are_read_as_one_and_a_name_stands_in_one_of_them()
    {
        var folder = Directory.CreateTempSubdirectory("bocage-schemes-");
        try
        {
            var (schemes, cards) = (Path.Combine(folder.FullName, "schemes.yaml"), Path.Combine(folder.FullName, "cards.yaml"));
            var cut = Two.IndexOf("scorecards:", StringComparison.Ordinal);
            File.WriteAllText(schemes, Two[..cut]);
            File.WriteAllText(cards, Two[cut..]);
            Assert.EndsWith("schemes.points.kpi_points.scorecard must be a scorecard, of which there is none here; got 'farm'.", Assert.Throws<BadInputException>(() => SchemesFile.Read(schemes)).Message, StringComparison.Ordinal);
            Assert.Equal((2, 1), (SchemesFile.Read([schemes, cards]).Schemes.Count, SchemesFile.Read([schemes, cards]).Scorecards.Count));
            Assert.EndsWith($"scorecards.farm stands in {cards}, line 2, too.", Assert.Throws<BadInputException>(() => SchemesFile.Read([schemes, cards, cards])).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Sentence(string yaml) => Assert.Throws<BadInputException>(() => SchemesFile.Parse(yaml, "my.yaml")).Message;
}
