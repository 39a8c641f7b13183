using Bocage.Landscapes;
using static Bocage.Planning.Tests.StackCases;

namespace Bocage.Planning.Tests;

public class BestStacksTests
{
    private static StackChoice Of(BusinessCaseInputs inputs) => BestStacks.Of(inputs).Single();

    private static SchemeRefusal Refused(StackChoice choice, int scheme) => choice.Refusals.Single(refusal => refusal.Use.Scheme == scheme);

    // 10 ha of wet meadow. Contract 400 €/ha for 6 years: 24,000. Carbon 10 t/ha at 40 €: 4,000 a year for 10 years: 40,000. Indicators: 2,500 a year for 10 years: 25,000. Nothing excludes anything: 89,000.
    [Fact]
    public void A_meadow_bird_contract_carbon_credits_and_a_reward_for_indicators_stack()
    {
        var card = new Scorecard { Id = "card", Name = new("Card"), Kpis = [new() { Id = "herbs", Name = new("Herbs"), Unit = "%", IsMoreBetter = true, Steps = [new(5, 100), new(10, 200)] }] };
        var farm = Farm with { KpiValues = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["card"] = new Dictionary<string, double> { ["herbs"] = 12 } } };
        var meadow = Measure("wet meadow", 10) with { Results = new Dictionary<string, Estimate> { ["co2_t"] = Estimate.Figure(10) } };
        var schemes = new[]
        {
            Scheme("contract", PerYear(400), PartyKind.Province, term: 6),
            Scheme("carbon", new ResultPayment("co2_t", Estimate.Figure(40), [])),
            Scheme("dairy", new KpiPayment("card", 0, [new(150, 2500)])),
        };
        var choice = Of(Case([meadow], schemes, [farm], cards: [card]));
        Assert.Equal([new SchemeUse(0, 0, 0, 0), new SchemeUse(1, 0, 0, 0), new SchemeUse(2, 0, -1, 0)], choice.Best.Uses.OrderBy(use => use.Scheme));
        Assert.Equal(89_000, choice.Best.Value, 1e-9);
        Assert.Empty(choice.Refusals);
        Assert.Null(choice.RunnerUp);

        // Without the values of the farm the reward for indicators is not known, and not 0.
        choice = Of(Case([meadow], schemes, cards: [card]));
        Assert.Equal(64_000, choice.Best.Value, 1e-9);
        Assert.Equal(SchemeRefusalKind.NotKnown, Refused(choice, 2).Kind);
    }

    // 10 ha · 10 t: 40 €/t for 10 years is 40,000, 50 €/t for 5 years 25,000. A tonne that one of them buys is gone; who only rewards pairs of birds does not mind.
    [Fact]
    public void A_tonne_is_sold_once()
    {
        var meadow = Measure("wet meadow", 10) with { Results = new Dictionary<string, Estimate> { ["co2_t"] = Estimate.Figure(10), ["pairs"] = Estimate.Figure(1) } };
        Scheme[] schemes =
        [
            Scheme("credits", new ResultPayment("co2_t", Estimate.Figure(40), []), rules: new() { OncePerResult = true }),
            Scheme("company", new ResultPayment("co2_t", Estimate.Figure(50), []), term: 5),
            Scheme("birds", new ResultPayment("pairs", Estimate.Figure(30), []), rules: new() { OncePerResult = true }),
        ];
        var choice = Of(Case([meadow], schemes));
        Assert.Equal([0, 2], choice.Best.Uses.Select(use => use.Scheme));
        Assert.Equal(43_000, choice.Best.Value, 1e-9);
        Assert.Equal((SchemeRefusalKind.SameResult, 0), (Refused(choice, 1).Kind, Refused(choice, 1).Other));
        Assert.Equal(28_000, choice.RunnerUp!.Value, 1e-9);
    }

    // 100 m of hedge: upkeep 2.45 €/m for 6 years = 1,470, or planting 8 €/m = 800, which exclude each other; a gift of 1 €/m beside either. Best 1,570, next 900.
    [Fact]
    public void A_rule_forbids_two_payments_for_a_hedge()
    {
        var choice = Of(Case([Measure("hedge", 100, MeasureUnit.Metre)],
        [
            Scheme("planting", Once(8, MeasureUnit.Metre), rules: new() { Excludes = ["upkeep"] }),
            Scheme("upkeep", PerYear(2.45, MeasureUnit.Metre), term: 6),
            Scheme("gift", Once(1, MeasureUnit.Metre)),
        ]));
        Assert.Equal([1, 2], choice.Best.Uses.Select(use => use.Scheme));
        Assert.Equal(1570, choice.Best.Value, 1e-9);
        Assert.Equal([0, 2], choice.RunnerUp!.Uses.Select(use => use.Scheme));
        Assert.Equal(900, choice.RunnerUp.Value, 1e-9);
        Assert.Equal((SchemeRefusalKind.Excluded, 1), (Refused(choice, 0).Kind, Refused(choice, 0).Other));
    }

    // Money later is worth less: 1,000 once now, or 130 a year for 10 years, which is 1,300 at 0 % and 130 · 6.1446 = 798.79 at 10 %.
    [Fact]
    public void The_discount_rate_of_the_party_decides()
    {
        var measure = Measure("pond", 1, MeasureUnit.Piece);
        Scheme[] schemes = [Scheme("now", Once(1000, MeasureUnit.Piece), rules: new() { Excludes = ["later"] }), Scheme("later", PerYear(130, MeasureUnit.Piece))];
        Assert.Equal(1, Of(Case([measure], schemes)).Best.Uses.Single().Scheme);
        var impatient = Of(Case([measure], schemes, [Farm with { DiscountRate = 0.1 }]));
        Assert.Equal(0, impatient.Best.Uses.Single().Scheme);
        Assert.Equal(798.793, impatient.RunnerUp!.Value, 0.001);
    }

    // The municipality pays 3 €/m, but not where another government pays; the province pays 5. 100 m: 500 from the province. With a company in its place both: 800. 8 m: 24 € from the municipality is below the floor of 25.
    [Fact]
    public void A_municipal_grant_where_another_government_pays()
    {
        Scheme[] Schemes(PartyKind other) => [Scheme("municipal", Once(3, MeasureUnit.Metre, least: 25), PartyKind.Municipality, rules: new() { ExcludesOtherPublicMoney = true }), Scheme("other", Once(5, MeasureUnit.Metre), other)];
        var choice = Of(Case([Measure("hedge", 100, MeasureUnit.Metre)], Schemes(PartyKind.Province)));
        Assert.Equal(500, choice.Best.Value, 1e-9);
        Assert.Equal((SchemeRefusalKind.OtherPublicMoney, 1), (Refused(choice, 0).Kind, Refused(choice, 0).Other));
        Assert.Equal(800, Of(Case([Measure("hedge", 100, MeasureUnit.Metre)], Schemes(PartyKind.Company))).Best.Value, 1e-9);
        var small = Of(Case([Measure("hedge", 8, MeasureUnit.Metre)], Schemes(PartyKind.Company)));
        Assert.Equal(40, small.Best.Value, 1e-9);
        Assert.Equal((SchemeRefusalKind.TooSmall, 25.0, 24.0), (Refused(small, 0).Kind, Refused(small, 0).Limit, Refused(small, 0).Given));
    }

    // A wood costs 10,000. The state pays 60 %; the province 50 %, as long as public money stays within 84 %: it is cut to 2,400, in all 8,400. Where the state pays 84 % nothing is left of it.
    [Fact]
    public void Public_money_is_cut_to_84_per_cent()
    {
        var wood = Measure("wood", 1) with { Costs = new() { Investment = Estimate.Certain(10_000), UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Zero } };
        Scheme[] Schemes(double state) => [Scheme("state", new CostShare(state, CostPart.Investment), PartyKind.State), Scheme("province", new CostShare(0.5, CostPart.Investment), PartyKind.Province, rules: new() { MostPublicShareOfCost = 0.84 })];
        var choice = Of(Case([wood], Schemes(0.6)));
        Assert.Equal(8400, choice.Best.Value, 1e-9);
        Assert.Equal(2, choice.Best.Uses.Count);
        choice = Of(Case([wood], Schemes(0.84)));
        Assert.Equal(8400, choice.Best.Value, 1e-9);
        Assert.Equal((SchemeRefusalKind.PublicShare, 8400.0, 13_400.0), (Refused(choice, 1).Kind, Refused(choice, 1).Limit, Refused(choice, 1).Given));
        // A cost that is not known leaves the room for public money unknown, and so the scheme with the limit.
        var unknown = Of(Case([wood with { Costs = wood.Costs with { UpkeepPerYear = null } }], Schemes(0.6)));
        Assert.Equal((SchemeRefusalKind.NotKnown, "cost"), (Refused(unknown, 1).Kind, Refused(unknown, 1).What));
        Assert.Equal(6000, unknown.Best.Value, 1e-9);
    }

    // 32 ha hold clover (20 ha) and margins (20 ha). Two schemes that pay for no hectare twice: 100 €/ha and year for clover, 90 for margins: 40 ha are more than 32, so clover's 20,000. With margins of 12 ha both fit: 20,000 + 10,800.
    [Fact]
    public void Hectares_are_paid_for_once()
    {
        Scheme[] schemes =
        [
            Scheme("clover", PerYear(100), rules: new() { OncePerHectare = true }, conditions: new() { Measures = ["clover"] }),
            Scheme("margins", PerYear(90), rules: new() { OncePerHectare = true }, conditions: new() { Measures = ["margins"] }),
        ];
        BusinessCaseInputs Margins(double hectares) => Case([Measure("clover", 20, land: "field"), Measure("margins", hectares, land: "field")], schemes, lands: [new("field", 32)]);
        var choice = Of(Margins(20));
        Assert.Equal(20_000, choice.Best.Value, 1e-9);
        var refusal = choice.Refusals.Single(refusal => refusal.Use == new SchemeUse(1, 0, 1, 0));
        Assert.Equal((SchemeRefusalKind.SameHectare, 32.0, 40.0, 0), (refusal.Kind, refusal.Limit, refusal.Given, refusal.Other));
        Assert.Equal(30_800, Of(Margins(12)).Best.Value, 1e-9);

        // Two on the same clover pay for the same hectares, however large the field is; so they do without a field.
        Scheme[] both = [Scheme("one", PerYear(100), rules: new() { OncePerHectare = true }), Scheme("two", PerYear(60), rules: new() { OncePerHectare = true })];
        foreach (var land in new[] { "field", null })
        {
            choice = Of(Case([Measure("clover", 10, land: land)], both, lands: [new("field", 32)]));
            Assert.Equal(10_000, choice.Best.Value, 1e-9);
            Assert.Equal(SchemeRefusalKind.SameHectare, Refused(choice, 1).Kind);
        }

        choice = Of(Case([Measure("clover", 100, MeasureUnit.Metre)], [Scheme("one", PerYear(100, MeasureUnit.Metre), rules: new() { OncePerHectare = true })]));
        Assert.Equal((SchemeRefusalKind.NotKnown, "Hectare"), (Refused(choice, 0).Kind, Refused(choice, 0).What));
    }

    // The bonus of 500 needs the course, which costs 100 (credit: 1,000 lent, 10 % interest for a year). 400 in all; on its own the course is refused. A course that another scheme excludes: 450 of that alone, and the bonus lacks the course.
    [Fact]
    public void A_scheme_that_costs_money_may_open_another()
    {
        var measure = Measure("pond", 1, MeasureUnit.Piece) with { Costs = new() { Investment = Estimate.Certain(1000), UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Zero } };
        var course = Scheme("course", new Credit(1, 0.1), term: 1);
        var bonus = Scheme("bonus", Once(500, MeasureUnit.Piece), rules: new() { Requires = ["course"] });
        Assert.Equal(400, Of(Case([measure], [course, bonus])).Best.Value, 1e-9);
        Assert.Equal(SchemeRefusalKind.CostsMoney, Refused(Of(Case([measure], [course])), 0).Kind);
        var choice = Of(Case([measure], [course, bonus, Scheme("rival", Once(450, MeasureUnit.Piece), rules: new() { Excludes = ["course"] })]));
        Assert.Equal([2], choice.Best.Uses.Select(use => use.Scheme));
        Assert.Equal((SchemeRefusalKind.Requires, 0), (Refused(choice, 1).Kind, Refused(choice, 1).Other));
        Assert.Equal(400, choice.RunnerUp!.Value, 1e-9);
    }

    // One of two variants is taken: 5 · 30 · 10 = 1,500, next 5 · 20 · 10 = 1,000; no variant is refused by itself.
    [Fact]
    public void One_variant_is_taken()
    {
        var choice = Of(Case([Measure("rest", 5)], [Scheme("rest", new YearlyPayment(MeasureUnit.Hectare, [new("early", 20), new("late", 30)]))]));
        Assert.Equal([new SchemeUse(0, 0, 0, 1)], choice.Best.Uses);
        Assert.Equal(1000, choice.RunnerUp!.Value, 1e-9);
        Assert.Empty(choice.Refusals);
    }

    // Equal values: fewer uses first, then the first in order.
    [Fact]
    public void Ties_are_broken_by_number_and_order()
    {
        var measure = Measure("pond", 1, MeasureUnit.Piece);
        Scheme Pays(string id, double euros, params string[] excludes) => Scheme(id, Once(euros, MeasureUnit.Piece), rules: new() { Excludes = excludes });
        Assert.Equal([2], Of(Case([measure], [Pays("a", 100), Pays("b", 200), Pays("c", 300, "a", "b")])).Best.Uses.Select(use => use.Scheme));
        Assert.Equal([0], Of(Case([measure], [Pays("a", 300), Pays("b", 300, "a")])).Best.Uses.Select(use => use.Scheme));
    }

    // A fund of 1,000 and three farms: 600 for a (a rival would pay 550), 500 for b (nothing else), 400 for c (rival 100). The fund reaches for b + c: 900; or a + c: 1,000. a with the rival 550 + b 500 + c 400 = 1,450; a + c from the fund = 1,000; so b and c.
    [Fact]
    public void Parties_share_a_budget()
    {
        Party[] farms = [.. new[] { "a", "b", "c" }.Select(id => Farm with { Id = id })];
        PlannedMeasure[] ponds = [Measure("pond a", 6, MeasureUnit.Piece, party: "a"), Measure("pond b", 5, MeasureUnit.Piece, party: "b"), Measure("pond c", 4, MeasureUnit.Piece, party: "c")];
        Scheme[] schemes =
        [
            Scheme("fund", Once(100, MeasureUnit.Piece)) with { BudgetTotal = 1000 },
            Scheme("rival a", Once(550 / 6.0, MeasureUnit.Piece), rules: new() { Excludes = ["fund"] }, conditions: new() { Measures = ["pond a"] }),
            Scheme("rival c", Once(25, MeasureUnit.Piece), rules: new() { Excludes = ["fund"] }, conditions: new() { Measures = ["pond c"] }),
        ];
        var choices = BestStacks.Of(Case(ponds, schemes, farms));
        Assert.Equal([1, 0, 0], choices.Select(choice => choice.Best.Uses.Single().Scheme));
        Assert.Equal(1450, choices.Sum(choice => choice.Best.Value), 1e-9);
        Assert.Equal(SchemeRefusalKind.Excluded, Refused(choices[0], 0).Kind);
        Assert.All(choices, choice => Assert.True(choice.IsProven));
    }

    // The fund of 100 a year has 80 left beside the 20 that the field gets: the pond's 90 are over it by 10.
    [Fact]
    public void A_budget_of_a_year_does_not_reach()
    {
        var fund = Scheme("fund", new Grant(MeasureUnit.Piece, 10, [])) with { BudgetPerYear = 100 };
        var choice = Of(Case([Measure("small", 2, MeasureUnit.Piece), Measure("large", 9, MeasureUnit.Piece)], [fund]));
        Assert.Equal(90, choice.Best.Value, 1e-9);
        Assert.Equal((SchemeRefusalKind.Budget, 100.0, 110.0), (Refused(choice, 0).Kind, Refused(choice, 0).Limit, Refused(choice, 0).Given));
        Assert.Equal(0, Refused(choice, 0).Use.Measure);
    }

    [Fact]
    public void Nothing_to_choose_from_is_an_empty_stack()
    {
        var choice = Of(Case([], []));
        Assert.Empty(choice.Best.Uses);
        Assert.Equal(0, choice.Best.Value);
        Assert.Null(choice.RunnerUp);
        Assert.True(choice.IsProven);
    }

    // Forty ponds of odd sizes and a fund for half of them: which fill it best is a puzzle that no few thousand looks solve.
    [Fact]
    public void When_time_is_over_the_best_so_far_is_returned_unproven()
    {
        var random = new SeededRandom(7);
        PlannedMeasure[] ponds = [.. Enumerable.Range(0, 40).Select(k => Measure($"pond {k}", 1 + random.NextDouble(), MeasureUnit.Piece))];
        var inputs = Case(ponds, [Scheme("fund", Once(100, MeasureUnit.Piece)) with { BudgetTotal = 3000 }]);
        var choice = BestStacks.Of(inputs, limits: new() { Time = TimeSpan.Zero }).Single();
        Assert.False(choice.IsProven);
        Assert.InRange(choice.Best.Value, 2800, 3000.001);
        Assert.Equal(choice.Best.Value, choice.Best.Uses.Sum(use => 100 * ponds[use.Measure].Quantity), 1e-9);
    }

    [Fact]
    public void Cancellation_stops_it()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => BestStacks.Of(Case([], []), cancellation: source.Token));
    }
}
