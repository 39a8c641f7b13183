using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class CostShareTests
{
    // Half of a standard cost of 6/m: 400 m 1,200, at most 1,000; 8 m 24, below 25 and not paid; 9 m 27.
    [Theory]
    [InlineData(400, 1000)]
    [InlineData(8, 0)]
    [InlineData(9, 27)]
    public void A_share_of_a_standard_cost_with_ceiling_and_floor(double metres, double paid) => Same(
        [paid, 0], Paid(One(Setting(1), Measure("hedge", metres, MeasureUnit.Metre, investment: 100), Scheme("half", new CostShare(0.5, CostPart.Investment, 6, MeasureUnit.Metre, 25, 1000)))));

    // 0.7 · 3 is 2.0999999999999996 in binary numbers: a floor of 2.10 is reached.
    [Fact]
    public void A_floor_that_is_just_reached_is_reached() => Same(
        [2.10, 0], Paid(One(Setting(1), Measure("hedge", 1, MeasureUnit.Metre), Scheme("s", new CostShare(0.7, CostPart.Investment, 3, MeasureUnit.Metre, Least: 2.1)))));

    // 40 % of what it really costs. Investment 1,000 in year 0, in prices 10 % a year dearer 1,331 in year 3 when it is made anew; 532.40 of that. Upkeep 50 a year: 20. Lost income 30 a year, half in the first: 6, 12.
    [Fact]
    public void A_share_of_the_real_cost_follows_it()
    {
        var setting = Setting(4) with { InvestmentIndexation = 0.1 };
        var measure = Measure("m", 10, MeasureUnit.Hectare, 100, 5, 3) with { LifetimeYears = 3, IsRenewed = true, RampUp = [0.5, 1] };
        Same([400, 0, 0, 532.40, 0], Paid(One(setting, measure, Scheme("s", new CostShare(0.4, CostPart.Investment), 3, renewable: true))));
        Same([400, 0, 0, 0, 0], Paid(One(setting, measure, Scheme("s", new CostShare(0.4, CostPart.Investment), 3))));
        Same([0, 20, 20, 0, 0], Paid(One(setting, measure, Scheme("s", new CostShare(0.4, CostPart.Upkeep), 2))));
        Same([0, 6, 12, 12, 12], Paid(One(setting, measure, Scheme("s", new CostShare(0.4, CostPart.LostIncome)))));
        Same([0, 2, 2, 2, 2], Paid(One(setting, measure, Scheme("s", new CostShare(0.4, CostPart.Upkeep, 0.5, MeasureUnit.Hectare)))));
    }

    // With the cost twice as high the share is too: the line bears the factor of the cost.
    [Fact]
    public void A_share_of_an_uncertain_cost_is_as_uncertain()
    {
        var measure = Measure("m", 10, MeasureUnit.Hectare) with { Costs = new() { Investment = new(50, 100, 200), UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Zero } };
        var made = One(Setting(1), measure, Scheme("s", new CostShare(0.4, CostPart.Investment)));
        var line = made.Lines.Single(line => line is { Party: 0, Scheme: 0 });
        Assert.Equal("investment of m", made.Factors[line.Factors.Single()].Id);
        Assert.Equal(800, line.AmountIn(0, 2, 1), 9);
    }

    [Fact]
    public void A_share_of_what_is_not_known_is_not_known() => Same(
        [0, double.NaN, 0], Paid(One(Setting(2), Measure("m", 1, MeasureUnit.Hectare, upkeep: null), Scheme("s", new CostShare(0.4, CostPart.Upkeep), 1))));
}
