using static Bocage.Planning.Tests.StackCases;

namespace Bocage.Planning.Tests;

public class SchemeOffersTests
{
    private static readonly PlannedMeasure Hedge = Measure("hedge", 100, MeasureUnit.Metre);
    private static readonly PlannedMeasure Pond = Measure("pond", 1, MeasureUnit.Piece);

    private static SchemeRefusal Refusal(Scheme scheme, params PlannedMeasure[] measures)
    {
        var offers = SchemeOffers.Of(Case(measures, [scheme]));
        Assert.Empty(offers.Options);
        return Assert.Single(offers.Refusals);
    }

    private static Scheme ForHedges(SchemeConditions? conditions = null, Reward? reward = null) => Scheme("s", reward ?? Once(5, MeasureUnit.Metre), conditions: conditions);

    [Fact]
    public void Possible_uses_come_in_order_with_their_value()
    {
        var offers = SchemeOffers.Of(Case([Hedge, Hedge with { Id = "second", Quantity = 10 }], [Scheme("rates", new YearlyPayment(MeasureUnit.Metre, [new("a", 1), new("b", 2)])), ForHedges()]));
        Assert.Equal([new(0, 0, 0, 0), new(0, 0, 0, 1), new(0, 0, 1, 0), new(0, 0, 1, 1), new(1, 0, 0, 0), new SchemeUse(1, 0, 1, 0)], offers.Options.Select(option => option.Use));
        Assert.Equal([1000, 2000, 100, 200, 500, 50], offers.Options.Select(option => option.Value));
    }

    [Fact]
    public void A_scheme_for_none_of_the_measures_is_refused_once()
    {
        var conditions = new SchemeConditions { Measures = ["wood"] };
        Assert.Equal(new SchemeRefusal(new(0, 0, -1, 0), SchemeRefusalKind.OtherMeasure), Refusal(ForHedges(conditions), Hedge, Pond));
        Assert.Equal(SchemeRefusalKind.OtherMeasure, Refusal(ForHedges()).Kind);
        Assert.Equal(SchemeRefusalKind.OtherMeasure, Refusal(Scheme("s", new InterestRebate(0.01), conditions: conditions), Hedge).Kind);
        // Where it fits one, the others are named.
        var offers = SchemeOffers.Of(Case([Hedge, Pond], [ForHedges(new() { Measures = ["hedge"] })]));
        Assert.Single(offers.Options);
        Assert.Equal(new SchemeRefusal(new(0, 0, 1, 0), SchemeRefusalKind.OtherMeasure), Assert.Single(offers.Refusals));
    }

    [Fact]
    public void Nobody_is_paid_by_himself_nor_as_another_kind()
    {
        Assert.Equal(SchemeRefusalKind.OtherParty, Refusal(ForHedges() with { Payer = "farm" }, Hedge, Pond).Kind);
        Assert.Equal(SchemeRefusalKind.OtherParty, Refusal(ForHedges(new() { Parties = [PartyKind.Estate] }), Hedge).Kind);
    }

    // The case begins in 2026. One joins in the year of the investment, or when the scheme opens; a sum that is paid once is paid for no investment of before.
    [Theory]
    [InlineData(null, 2025, 0, 2025, 2026)]
    [InlineData(null, 2026, 1, 2026, 2027)]
    [InlineData(2027, null, 0, 2027, 2026)]
    [InlineData(2037, null, 0, 2037, 2026)]
    public void Closed(int? from, int? until, int start, double limit, double given)
    {
        var refusal = Refusal(ForHedges() with { OpenFrom = from, OpenUntil = until }, Hedge with { StartYear = start });
        Assert.Equal((SchemeRefusalKind.Closed, limit, given), (refusal.Kind, refusal.Limit, refusal.Given));
    }

    [Fact]
    public void A_scheme_that_opens_later_pays_yearly_from_then_on_and_a_renewable_one_the_next_investment()
    {
        // 2027: join year 1, payments in years 2 to 10.
        var offers = SchemeOffers.Of(Case([Hedge], [ForHedges(reward: PerYear(1, MeasureUnit.Metre)) with { OpenFrom = 2027 }]));
        Assert.Equal(900, offers.Options.Single().Value);
        // Made anew in year 6: 500 then, of a scheme that opens in 2028 and is renewable.
        offers = SchemeOffers.Of(Case([Hedge with { LifetimeYears = 6, IsRenewed = true }], [ForHedges() with { OpenFrom = 2028, IsRenewable = true }]));
        Assert.Equal([0, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0], offers.Options.Single().Spent);
    }

    [Fact]
    public void Size_and_facts()
    {
        var small = Refusal(ForHedges(new() { LeastQuantity = 150, QuantityUnit = MeasureUnit.Metre }), Hedge);
        Assert.Equal((SchemeRefusalKind.TooSmall, "Metre", 150.0, 100.0), (small.Kind, small.What, small.Limit, small.Given));
        Assert.Equal((SchemeRefusalKind.NotKnown, "Hectare"), Refusal(ForHedges(new() { LeastQuantity = 1, QuantityUnit = MeasureUnit.Hectare }), Hedge) is var unknown ? (unknown.Kind, unknown.What) : default);
        var rule = new SchemeConditions { Facts = [new("slope", 2, 10)] };
        Assert.Equal((SchemeRefusalKind.NotKnown, "slope"), Refusal(ForHedges(rule), Hedge) is var lacking ? (lacking.Kind, lacking.What) : default);
        foreach (var (slope, limit) in new[] { (1.0, 2.0), (11, 10) })
        {
            var outside = Refusal(ForHedges(rule), Hedge with { Facts = new Dictionary<string, double> { ["slope"] = slope } });
            Assert.Equal((SchemeRefusalKind.FactOutside, "slope", limit, slope), (outside.Kind, outside.What, outside.Limit, outside.Given));
        }

        // The party's fact stands in where the measure has none.
        var farm = Farm with { Facts = new Dictionary<string, double> { ["slope"] = 5 } };
        Assert.Single(SchemeOffers.Of(Case([Hedge], [ForHedges(rule)], [farm])).Options);
    }

    [Fact]
    public void What_the_reward_goes_by_is_not_there_or_not_known()
    {
        Assert.Equal((SchemeRefusalKind.NoResult, "co2"), Refusal(ForHedges(reward: new ResultPayment("co2", Estimate.Figure(9), [])), Hedge) is var result ? (result.Kind, result.What) : default);
        Assert.Equal(SchemeRefusalKind.NoAmount, Refusal(ForHedges(reward: new AmountPayment("milk", Estimate.Figure(1), false)), Hedge).Kind);
        Assert.Equal(SchemeRefusalKind.NoLoan, Refusal(ForHedges(reward: new InterestRebate(0.01)), Hedge).Kind);
        Assert.Equal((SchemeRefusalKind.NotKnown, "Piece"), Refusal(ForHedges(reward: Once(1, MeasureUnit.Piece)), Hedge) is var unit ? (unit.Kind, unit.What) : default);
        var free = Hedge with { Costs = MeasureCosts.NotKnown };
        Assert.Equal((SchemeRefusalKind.NotKnown, "Investment"), Refusal(ForHedges(reward: new CostShare(0.5, CostPart.Investment)), free) is var cost ? (cost.Kind, cost.What) : default);
        // A share of no cost pays nothing.
        Assert.Equal(SchemeRefusalKind.TooSmall, Refusal(ForHedges(reward: new CostShare(0.5, CostPart.Investment)), Hedge).Kind);
    }

    [Fact]
    public void Measures_of_other_parties_are_nobodys_business()
    {
        var offers = SchemeOffers.Of(Case([Hedge, Pond with { Party = "other" }], [ForHedges()], [Farm, Farm with { Id = "other" }]));
        Assert.Equal([new SchemeUse(0, 0, 0, 0)], offers.Options.Select(option => option.Use));
        Assert.Equal(new SchemeUse(0, 1, 1, 0), Assert.Single(offers.Refusals).Use);
    }
}
