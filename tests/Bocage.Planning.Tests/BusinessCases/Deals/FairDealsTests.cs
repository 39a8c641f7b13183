using static Bocage.Planning.Tests.DealCases;

namespace Bocage.Planning.Tests;

public class FairDealsTests
{
    private static FairDeal Of(BusinessCase plan, double? most = null, params FairDealPayer[] payers) => FairDeals.Of(plan, new(payers, most), Cbc.Program, new());

    private static void Same(IEnumerable<(int To, int Year, double Euros)> expected, FairDeal deal)
    {
        var paid = deal.Payments.Select(payment => (payment.To, payment.Year, payment.Euros)).ToArray();
        Assert.Equal(expected.Select(payment => (payment.To, payment.Year)), paid.Select(payment => (payment.To, payment.Year)));
        foreach (var (one, other) in expected.Zip(paid)) Assert.Equal(one.Euros, other.Euros, 1e-4);
    }

    // The case counts at 5 %. a loses 1,000 now and counts at 10 %: paid now 1,000, paid after a year 1,100, worth 1,047.62 to the case: now. b loses 1,000 now and counts at 0 %: 1,000 whenever; after two years
    // that is 1,000 / 1.1025 = 907.03 to the case. In all 1,907.03. The province itself loses and need not be whole.
    [Fact]
    public void Two_parties_that_count_at_different_rates()
    {
        var deal = Of(Plan(0.05, [Farm("a", 0.1), Farm("b", 0), Province], ("a", [-1000, 0, 0]), ("b", [-1000, 0, 0]), ("province", [-500, 0, 0])), null, new FairDealPayer(2));
        Assert.Equal(SolveOutcome.Optimal, deal.Outcome);
        Same([(0, 0, 1000), (1, 2, 1000)], deal);
        Assert.Equal(1000 + 1000 / 1.1025, deal.ExtraPublic, 1e-5);
        Assert.Empty(deal.Relax);
        Assert.Empty(deal.NotKnown);
    }

    // b again, with 300 at hand and 200 of credit: 500 of the loss of now must be paid now, and the other 500 after two years.
    [Fact]
    public void Too_little_money_at_hand_forces_an_early_payment()
    {
        var deal = Of(Plan(0.05, [Farm("b", 0, cash: 300, credit: 200), Province], ("b", [-1000, 0, 0])), null, new FairDealPayer(1));
        Same([(0, 0, 500), (0, 2, 500)], deal);
        Assert.Equal(500 + 500 / 1.1025, deal.ExtraPublic, 1e-5);
        // Cash without a known limit of credit asks for nothing.
        Same([(0, 2, 1000)], Of(Plan(0.05, [Farm("b", 0, cash: 300), Province], ("b", [-1000, 0, 0])), null, new FairDealPayer(1)));
        // Whole in the end (−1,000 + 1,200), but with 400 too little on the way, which it may keep.
        Same([(0, 0, 400)], Of(Plan(0.05, [Farm("b", 0, cash: 500, credit: 100), Province], ("b", [-1000, 600, 600])), null, new FairDealPayer(1)));
    }

    // At one rate every year costs the same: paid in the years of loss, the first first, and no more than the loss: −300, +200, −200 at 0 % lacks 300, all in year 0. With −100, +50, −300: 350; 100 in year 0, 250 in year 2.
    [Fact]
    public void Where_it_costs_the_same_losses_are_paid_when_they_fall()
    {
        Same([(0, 0, 300)], Of(Plan(0, [Farm("a"), Province], ("a", [-300, 200, -200])), null, new FairDealPayer(1)));
        Same([(0, 0, 100), (0, 2, 250)], Of(Plan(0, [Farm("a"), Province], ("a", [-100, 50, -300])), null, new FairDealPayer(1)));
    }

    // 1,000 lost each in two years; the province has 600 a year: 400 a year too little, each year (2026, 2027). With 1,500 in all as well, 500 more than that in all.
    [Fact]
    public void A_budget_that_does_not_reach_and_what_it_would_have_to_be()
    {
        var plan = Plan(0, [Farm("a"), Province], ("a", [-1000, -1000]));
        var deal = Of(plan, null, new FairDealPayer(1, BudgetPerYear: 600));
        Assert.Equal(SolveOutcome.Infeasible, deal.Outcome);
        Assert.Equal(800, deal.Relax.Sum(limit => limit.Needed - limit.Given), 1e-4);
        Assert.All(deal.Relax, limit => Assert.Equal((FairDealLimitKind.YearlyBudget, 1), (limit.Kind, limit.Payer)));
        Assert.All(deal.Relax, limit => Assert.InRange(limit.Year, 0, 1));
        Same([(0, 0, 1000), (0, 1, 1000)], deal);
        deal = Of(plan, null, new FairDealPayer(1, BudgetTotal: 1500));
        var limit = Assert.Single(deal.Relax);
        Assert.Equal((FairDealLimitKind.TotalBudget, 1, -1, 1500.0), (limit.Kind, limit.Payer, limit.Year, limit.Given));
        Assert.Equal(2000, limit.Needed, 1e-4);
        deal = Of(plan, 1700, new FairDealPayer(1));
        limit = Assert.Single(deal.Relax);
        Assert.Equal((FairDealLimitKind.MostPerParty, -1, 1700.0), (limit.Kind, limit.Payer, limit.Given));
        Assert.Equal(2000, limit.Needed, 1e-4);
        // Liquidity makes the year bind: 700 must come now.
        deal = Of(Plan(0, [Farm("a", cash: 200, credit: 100), Province], ("a", [-1000, 0])), null, new FairDealPayer(1, BudgetPerYear: 600));
        limit = Assert.Single(deal.Relax);
        Assert.Equal((FairDealLimitKind.YearlyBudget, 1, 0), (limit.Kind, limit.Payer, limit.Year));
        Assert.Equal(700, limit.Needed, 1e-4);
    }

    [Fact]
    public void The_first_payer_pays_first()
    {
        var water = new Party { Id = "water", Name = new("Water"), Kind = PartyKind.WaterBoard };
        var deal = Of(Plan(0, [Farm("a"), Province, water], ("a", [-1000, 0])), null, new FairDealPayer(2, BudgetTotal: 300), new FairDealPayer(1));
        Assert.Equal([(2, 300.0), (1, 700.0)], deal.Payments.Select(payment => (payment.From, Math.Round(payment.Euros, 4))));
    }

    [Fact]
    public void A_party_that_is_not_known_is_named_and_the_deal_holds_for_the_others()
    {
        var deal = Of(Plan(0, [Farm("a"), Farm("b"), Province], ("a", [-1000, double.NaN]), ("b", [-10, 0])), null, new FairDealPayer(2));
        Assert.Equal(SolveOutcome.Optimal, deal.Outcome);
        Assert.Equal([0], deal.NotKnown);
        Same([(1, 0, 10)], deal);
    }

    [Fact]
    public void Nobody_lacks_anything_or_nobody_pays()
    {
        var deal = FairDeals.Of(Plan(0.03, [Farm("a"), Province], ("a", [-1000, 1100])), new([]), Cbc.Program, new());
        Assert.Equal((SolveOutcome.Optimal, 0.0), (deal.Outcome, deal.ExtraPublic));
        Assert.Empty(deal.Payments);
        deal = FairDeals.Of(Plan(0.03, [Farm("a"), Province], ("a", [-1000, 0])), new([]), Cbc.Program, new());
        Assert.Equal(SolveOutcome.Infeasible, deal.Outcome);
        Assert.Equal([new FairDealLimit(FairDealLimitKind.NoPayer, -1, -1, 0, 1)], deal.Relax);
    }

    [Fact]
    public void Terms_that_cannot_be_meant_are_refused()
    {
        var plan = Plan(0, [Farm("a"), Province], ("a", [-1000, 0]));
        foreach (var payers in new FairDealPayer[][] { [new(2)], [new(-1)], [new(0)], [new(1), new(1)], [new(1, BudgetPerYear: -1)], [new(1, BudgetTotal: double.NaN)] })
            Assert.Throws<ArgumentException>(() => Of(plan, null, payers));
        Assert.Throws<ArgumentException>(() => Of(plan, -1, new FairDealPayer(1)));
    }
}
