using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class UncertainFactorTests
{
    private static PlannedMeasure Hedge(int number, Estimate investment) => Measure($"hedge@{number}", 1, MeasureUnit.Metre) with { Costs = new() { Investment = investment, UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Zero } };

    private static BusinessCase Of(CaseSetting setting, params Estimate[] investments) => BusinessCase.Of(new(setting, [Party("farm")], [.. investments.Select((estimate, k) => Hedge(k, estimate))], []), []);

    private static int[] FactorsOfInvestments(BusinessCase made) => [.. made.Lines.Where(line => line.Kind == CashFlowKind.Investment).Select(line => line.Factors.Single())];

    // 8, 10, 15 and 2.4, 3, 4.5 are both −20 % and +50 %, and one factor; 9 to 11 spreads otherwise and is another, shared by the two that have it; so is the next.
    [Fact]
    public void Costs_of_one_measure_that_spread_alike_are_one_factor_whatever_their_order()
    {
        var made = Of(Setting(1), new(8, 10, 15), new(9, 10, 11), new(2.4, 3, 4.5), new(18, 20, 22), new(5, 10, 15));
        var indices = FactorsOfInvestments(made);
        Assert.Equal(indices[0], indices[2]);
        Assert.Equal(indices[1], indices[3]);
        Assert.Equal(3, indices.Distinct().Count());
        Assert.Equal(["investment of hedge", "investment of hedge (hedge@1)", "investment of hedge (hedge@4)"], indices.Distinct().Select(k => made.Factors[k].Id));
        Assert.Equal(made.Factors.Count, made.Factors.Select(factor => factor.Id).Distinct().Count());
        Same([-53, 0], made.Parties[0].Net); // 10 + 10 + 3 + 20 + 10 = 53
    }

    // Nobody says how far 10 can be off: the spread of the case. 0 that may be 40: the high is the measure, the likely nothing.
    [Fact]
    public void Low_and_high_are_shares_of_the_likely_value()
    {
        Assert.Equal(Investment(0.8, 1, 1.2, false, false), Factor(Of(Setting(1) with { SpreadWhereUnknown = 0.2 }, Estimate.Figure(10))));
        Assert.Equal(Investment(1, 1, 1, false, false), Factor(Of(Setting(1), Estimate.Figure(10))));
        Assert.Equal(Investment(0.5, 1, 1.25, false, true), Factor(Of(Setting(1), new Estimate(4, 8, 10))));
        var maybe = Of(Setting(1), new Estimate(0, 0, 40));
        Assert.Equal(Investment(0, 0, 1, false, true), Factor(maybe));
        Same([0, 0], maybe.Parties[0].Net);
        Assert.Equal(-40, maybe.Lines.Single(line => line.Kind == CashFlowKind.Investment).AmountIn(0, 1, 1));
        Assert.Equal(Investment(1, 1, 1, false, true), Factor(Of(Setting(1), Estimate.Zero)));
    }

    private static UncertainFactor Investment(double low, double likely, double high, bool isYield, bool isSpreadKnown) =>
        new("investment of hedge", low, likely, high, isYield, isSpreadKnown) { Kind = FactorKind.Investment, Of = "hedge" };

    private static UncertainFactor Factor(BusinessCase made) => made.Factors[FactorsOfInvestments(made)[0]];
}
