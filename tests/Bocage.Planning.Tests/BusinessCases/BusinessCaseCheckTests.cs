using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class BusinessCaseCheckTests
{
    private static readonly PlannedMeasure Meadow = Measure("meadow", 2, MeasureUnit.Hectare);

    private static readonly Scheme Plain = Scheme("s", PerHectare(1));

    private static readonly Scorecard Card = new()
    {
        Id = "card",
        Name = new("Card"),
        Kpis = [new() { Id = "grass", Name = new("grass"), Unit = "%", IsMoreBetter = true, Steps = [new(60, 30), new(80, 80)] }],
    };

    private static void Refused(
        string words, CaseSetting? setting = null, Party[]? parties = null, PlannedMeasure[]? measures = null, Scheme[]? schemes = null, Scorecard[]? cards = null, Land[]? lands = null)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new BusinessCaseInputs(setting ?? Setting(5), parties ?? [Party("farm")], measures ?? [], schemes ?? [], cards, lands));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private static void RefusedReward(string words, Reward reward, int term = 5) => Refused(words, schemes: [Scheme("s", reward, term)], cards: [Card]);

    [Fact]
    public void What_can_be_meant_is_accepted()
    {
        var inputs = new BusinessCaseInputs(Setting(5), [Party("farm")], [Meadow with { StartYear = 5, Land = "l" }], [Plain, Scheme("t", new KpiPayment("card", 1, []))], [Card], [new("l", 2)]);
        Assert.Equal(["farm", "province"], inputs.Parties.Select(party => party.Id));
        Assert.Equal(["farm"], inputs.GivenParties.Select(party => party.Id));
        Assert.Equal(1, inputs.PartyIndex("province"));
        Assert.Contains("no party dairy", Assert.Throws<ArgumentException>(() => inputs.PartyIndex("dairy")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_rates_and_spreads_out_of_range_are_refused()
    {
        Refused("1 to 100 years ahead; got 0", Setting(0));
        Refused("1 to 100 years ahead; got 101", Setting(101));
        Refused("The discount rate is above -1; got -1", Setting(5, -1));
        Refused("The discount rate is above -1; got NaN", Setting(5, double.NaN));
        Refused("indexation of investments is above -1", Setting(5) with { InvestmentIndexation = -1 });
        Refused("indexation of upkeep is above -1", Setting(5) with { UpkeepIndexation = double.NaN });
        Refused("indexation of lost income is above -1", Setting(5) with { LostIncomeIndexation = double.PositiveInfinity });
        Refused("from 0 to 1; got 1.5", Setting(5) with { SpreadWhereUnknown = 1.5 });
    }

    [Fact]
    public void Two_of_one_name_are_refused()
    {
        Refused("two of the party farm", parties: [Party("farm"), Party("farm")]);
        Refused("two of the measure meadow", measures: [Meadow, Meadow]);
        Refused("two of the scheme s", schemes: [Plain, Plain]);
        Refused("two of the scorecard card", cards: [Card, Card]);
        Refused("two of the land l", lands: [new("l", 1), new("l", 2)]);
        Refused("two of the indicator of card grass", cards: [Card with { Kpis = [Card.Kpis[0], Card.Kpis[0]] }]);
        Refused("two of the variant of s late", schemes: [Scheme("s", new YearlyPayment(MeasureUnit.Hectare, [new("late", 1), new("late", 2)]))]);
    }

    [Fact]
    public void Parties_with_impossible_money_are_refused()
    {
        Refused("discount rate of farm is above -1", parties: [Party("farm") with { DiscountRate = -1 }]);
        Refused("income of farm is a number; got NaN", parties: [Party("farm") with { IncomeToday = double.NaN }]);
        Refused("money at hand of farm is a number", parties: [Party("farm") with { Cash = double.NegativeInfinity }]);
        Refused("limit of credit of farm is 0 or more; got -1", parties: [Party("farm") with { CreditLimit = -1 }]);
    }

    [Fact]
    public void Measures_that_cannot_be_are_refused()
    {
        Refused("carried out by neighbour", measures: [Meadow with { Party = "neighbour" }]);
        // A body that only pays carries nothing out.
        Refused("carried out by province", measures: [Meadow with { Party = "province" }], schemes: [Plain]);
        Refused("lies on polder", measures: [Meadow with { Land = "polder" }]);
        Refused("area of land l is above 0", lands: [new("l", 0)]);
        foreach (var quantity in new[] { 0, -1, double.NaN, double.PositiveInfinity }) Refused("quantity of meadow is above 0", measures: [Meadow with { Quantity = quantity }]);
        Refused("hectares of meadow is above 0", measures: [Meadow with { AreaHa = 0 }]);
        Refused("from 0 to 5; got -1", measures: [Meadow with { StartYear = -1 }]);
        Refused("from 0 to 5; got 6", measures: [Meadow with { StartYear = 6 }]);
        Refused("from 0 to 5; got 2030", measures: [Meadow with { StartYear = 2030 }]);
        Refused("lives for 1 year or more; got 0", measures: [Meadow with { LifetimeYears = 0 }]);
        Refused("from 0 to 1", measures: [Meadow with { RampUp = [0.5, 1.1] }]);
        Refused("from 0 to 1", measures: [Meadow with { RampUp = [double.NaN] }]);
    }

    [Fact]
    public void Scorecards_out_of_order_are_refused()
    {
        void Steps(string words, bool isMoreBetter, params KpiStep[] steps) => Refused(words, cards: [Card with { Kpis = [Card.Kpis[0] with { IsMoreBetter = isMoreBetter, Steps = steps }] }]);
        Refused("card has no indicators", cards: [Card with { Kpis = [] }]);
        Steps("no threshold", true);
        Steps("points never falling", true, new(60, 30), new(80, 20));
        Steps("points never falling", true, new(60, 30), new(60, 40));
        Steps("points never falling", false, new(60, 30), new(80, 40));
        Steps("is a number; got NaN", true, new KpiStep(double.NaN, 30));
        Steps("0 or more; got -1", true, new KpiStep(60, -1));
    }

    [Fact]
    public void Schemes_that_cannot_be_are_refused()
    {
        Refused("term of s is 1 year or more; got 0", schemes: [Plain with { TermYears = 0 }]);
        Refused("from 2030 until that year or later; got 2029", schemes: [Plain with { OpenFrom = 2030, OpenUntil = 2029 }]);
        Refused("indexation of s is above -1", schemes: [Plain with { Indexation = -1 }]);
        Refused("budget of s for a year is 0 or more", schemes: [Plain with { BudgetPerYear = -1 }]);
        Refused("budget of s is 0 or more", schemes: [Plain with { BudgetTotal = double.NaN }]);
        Refused("least quantity of s is 0 or more", schemes: [Plain with { Conditions = new() { LeastQuantity = -1 } }]);
        Refused("from 0 to 1; got 1.2", schemes: [Plain with { Rules = new() { MostPublicShareOfCost = 1.2 } }]);
        Refused("no rate", schemes: [Scheme("s", new YearlyPayment(MeasureUnit.Hectare, []))]);
    }

    [Fact]
    public void Rewards_with_numbers_out_of_range_are_refused()
    {
        RefusedReward("rate of s is 0 or more; got -1", PerHectare(-1));
        RefusedReward("rate of s is 0 or more; got NaN", PerHectare(double.NaN));
        RefusedReward("most that is paid each year of s is 0 or more", new YearlyPayment(MeasureUnit.Hectare, [new("", 1)], -1));
        RefusedReward("share of s is from 0 to 1; got 1.1", new CostShare(1.1, CostPart.Upkeep));
        RefusedReward("standard cost of s is 0 or more", new CostShare(0.5, CostPart.Upkeep, -1));
        RefusedReward("least payment of s is 0 or more", new CostShare(0.5, CostPart.Upkeep, Least: -1));
        RefusedReward("most of a payment of s is 0 or more; got -1", new CostShare(0.5, CostPart.Upkeep, Most: -1));
        RefusedReward("sum per unit of s is 0 or more", new Grant(MeasureUnit.Piece, -1, []));
        RefusedReward("lump sum of s is 0 or more", new Grant(MeasureUnit.Piece, 0, [new(1, -5)]));
        RefusedReward("sizes of the lump sums of s rise", new Grant(MeasureUnit.Piece, 0, [new(2, 5), new(1, 9)]));
        RefusedReward("most that is paid of s is 0 or more", new Grant(MeasureUnit.Piece, 1, [], 10, -9));
        RefusedReward("rebate of s is from 0 to 1", new InterestRebate(1.5));
        RefusedReward("rate of s is from 0 to 1; got 10", new AmountPayment("lease", new(5, 6, 10), true));
        RefusedReward("sum per point of s is 0 or more", new KpiPayment("card", -1, []));
        RefusedReward("points of the bands of s rise", new KpiPayment("card", 1, [new(10, 5), new(10, 6)]));
        RefusedReward("sum of a band of s is 5 or more; got 4", new KpiPayment("card", 1, [new(10, 5), new(20, 4)]));
        RefusedReward("scorecard other, which is not there", new KpiPayment("other", 1, []));
        RefusedReward("price of s is 0 or more", new ResultPayment("co2_t", Estimate.Certain(1), [new(2030, -1)]));
        RefusedReward("years of the prices of s rise", new ResultPayment("co2_t", Estimate.Certain(1), [new(2030, 1), new(2028, 2)]));
        RefusedReward("least result of s is 0 or more", new ResultPayment("co2_t", Estimate.Certain(1), [], -1));
        RefusedReward("rate of interest of s is from 0 to 1", new Credit(1, 2));
        RefusedReward("years of grace of s is 0 or more", new Credit(1, 0.02, -1));
        RefusedReward("fewer than its term; got 5 of 5", new Credit(1, 0.02, 5));
        RefusedReward("most that is lent of s is 0 or more", new Credit(1, 0.02, 0, -1));
    }
}
