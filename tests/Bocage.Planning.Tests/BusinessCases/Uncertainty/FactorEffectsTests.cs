namespace Bocage.Planning.Tests;

public class FactorEffectsTests
{
    // Investment 80 – 100 – 150; 1 – 2 – 3 tonnes a year at 20 – 30 – 40 € in years 1 and 2, at most 70 € a year; no discounting. Likely: −100 + 2·60 = 20.
    private static readonly BusinessCase Carbon = UncertainCases.OneFarm(
        2, 0, UncertainCases.Investing(new(80, 100, 150)), new(1, 2, 3), new ResultPayment("t", new(20, 30, 40), [], MostPerYear: 70));

    // Investment: 120 − 80 = 40, 120 − 150 = −30, range 70. Price: 2·40 − 100 = −20, min(80, 70)·2 − 100 = 40, range 60. Tonnes: 2·30 − 100 = −40, min(90, 70)·2 − 100 = 40, range 80.
    [Fact]
    public void A_tornado_by_hand()
    {
        var tornado = CaseUncertainty.Of(Carbon, new() { Draws = 1 })[0].Tornado;
        Assert.Equal(["t of wood", "investment of wood", "price of s0"], tornado.Select(bar => Carbon.Factors[bar.Factor].Id));
        foreach (var (bar, low, high) in new[] { (tornado[0], -40, 40), (tornado[1], 40, -30), (tornado[2], -20, 40) })
        {
            Assert.Equal(low, bar.AtLow, 9);
            Assert.Equal(high, bar.AtHigh, 9);
        }
    }

    // 120·x = 100 for price and tonnes: x = 5/6, below the cap (7/6). 100·x = 120 for the investment: x = 1.2. The company pays nothing at a price or a yield of 0.
    [Fact]
    public void Break_evens_by_hand()
    {
        var results = CaseUncertainty.Of(Carbon, new() { Draws = 1 });
        Assert.Equal(["price of s0", "t of wood", "investment of wood"], results[0].BreakEvens.Select(even => Carbon.Factors[even.Factor].Id));
        Assert.Equal(5.0 / 6, results[0].BreakEvens[0].Share, 12);
        Assert.Equal(5.0 / 6, results[0].BreakEvens[1].Share, 12);
        Assert.Equal(1.2, results[0].BreakEvens[2].Share, 12);
        Assert.Equal([0.0, 0.0], results[1].BreakEvens.Select(even => even.Share));
    }

    // 60 a year in two years at 10 %: 60/1.1 + 60/1.21 = 126/1.21; 100 is reached at x = 121/126.
    [Fact]
    public void A_break_even_counts_discounting()
    {
        var plan = UncertainCases.OneFarm(2, 0.1, UncertainCases.Investing(new(100, 100, 100)), new(2, 2, 2), new ResultPayment("t", new(20, 30, 40), []));
        var price = CaseUncertainty.Of(plan, new() { Draws = 1 })[0].BreakEvens.Single(even => plan.Factors[even.Factor].Id == "price of s0");
        Assert.Equal(121.0 / 126, price.Share, 12);
    }

    // 3 tonnes or nothing: at 2 tonnes −100; from x = 1.5 on min(90, 70)·2 − 100 = 40. No price helps while the gate is shut.
    [Fact]
    public void At_a_gate_the_value_jumps_past_0()
    {
        var plan = UncertainCases.OneFarm(2, 0, UncertainCases.Investing(new(80, 100, 150)), new(1, 2, 3), new ResultPayment("t", new(20, 30, 40), [], LeastResult: 3, MostPerYear: 70));
        var farm = CaseUncertainty.Of(plan, new() { Draws = 1 })[0];
        Assert.Equal([("t of wood", 1.5), ("investment of wood", 0)], farm.BreakEvens.Select(even => (plan.Factors[even.Factor].Id, even.Share)));
        // From 80 to 150 the investment moves it by 70, the tonnes by 140.
        Assert.Equal([("t of wood", -100.0, 40.0), ("investment of wood", -80.0, -150.0)], farm.Tornado.Select(bar => (plan.Factors[bar.Factor].Id, bar.AtLow, bar.AtHigh)));
    }

    // 110 for certain, and 80 % of the investment, but nothing below 90, that is below x = 1.125. Before it 110 − 100x = 0 at 1.1, after it 110 − 20x = 0 at 5.5: the nearer one counts.
    [Fact]
    public void Of_two_break_evens_the_nearer_counts()
    {
        var plan = UncertainCases.OneFarm(
            1, 0, UncertainCases.Investing(new(80, 100, 150)), null, new CostShare(0.8, CostPart.Investment, Least: 90), new Grant(MeasureUnit.Hectare, 110, []));
        Assert.Equal(1.1, Assert.Single(CaseUncertainty.Of(plan, new() { Draws = 1 })[0].BreakEvens).Share, 12);
    }

    // 5 for certain against 100: the investment would have to be 0.05 of it; 1,500 against 100: 15 times as much, which is not looked at.
    [Theory, InlineData(5, 0.05), InlineData(1500, double.NaN)]
    public void Shares_from_0_to_10_are_looked_at(double paid, double share)
    {
        var plan = UncertainCases.OneFarm(1, 0, UncertainCases.Investing(new(80, 100, 150)), null, new Grant(MeasureUnit.Hectare, paid, []));
        var found = CaseUncertainty.Of(plan, new() { Draws = 1 })[0].BreakEvens;
        if (double.IsNaN(share)) Assert.Empty(found);
        else Assert.Equal(share, Assert.Single(found).Share, 12);
    }

    [Fact]
    public void Any_case_has_the_effects_of_working_it_out_anew()
    {
        var (bars, evens, absent) = (0, 0, 0);
        for (var seed = 0; seed < 80; seed++)
        {
            var plan = UncertainCases.Any(seed);
            foreach (var party in CaseUncertainty.Of(plan, new() { Draws = 1 }).Where(party => !double.IsNaN(party.ChanceWhole)))
            {
                var size = plan.Parties[party.Party].Lines.Sum(line => line.Amounts.Sum(Math.Abs)) + 1;
                for (var factor = 0; factor < plan.Factors.Count; factor++)
                {
                    if (!plan.Lines.Any(line => line.Party == party.Party && (line.Factors.Contains(factor) || line.Gate?.Factor == factor)))
                    {
                        Assert.DoesNotContain(party.Tornado, bar => bar.Factor == factor);
                        Assert.DoesNotContain(party.BreakEvens, even => even.Factor == factor);
                        continue;
                    }

                    double At(double value) => Slow(plan, party.Party, factor, value);
                    var likely = plan.Factors[factor].Likely;
                    var (low, middle, high) = (At(plan.Factors[factor].Low), At(likely), At(plan.Factors[factor].High));
                    if (party.Tornado.Where(bar => bar.Factor == factor).ToArray() is [var bar])
                    {
                        Assert.Equal(low, bar.AtLow, 1e-9 * size);
                        Assert.Equal(high, bar.AtHigh, 1e-9 * size);
                        bars++;
                    }
                    else
                    {
                        Assert.Equal(middle, low, 1e-9 * size);
                        Assert.Equal(middle, high, 1e-9 * size);
                    }

                    if (likely == 0)
                    {
                        Assert.DoesNotContain(party.BreakEvens, even => even.Factor == factor);
                        continue;
                    }

                    var found = party.BreakEvens.Where(even => even.Factor == factor).Select(even => even.Share).SingleOrDefault(double.NaN);
                    var nearest = double.IsNaN(found) ? double.PositiveInfinity : Math.Abs(found - 1) - 1e-6;
                    var grid = Enumerable.Range(0, 201).Select(step => step / 20.0).Where(share => Math.Abs(share - 1) < nearest).Select(share => At(share * likely)).ToArray();
                    if (double.IsNaN(found))
                    {
                        Assert.True(grid.All(value => value > 0) || grid.All(value => value < 0) || grid.Max() - grid.Min() <= 1e-9 * size, $"{seed} {factor} {found}");
                        absent++;
                    }
                    else
                    {
                        // At it the value is 0, or on one side of it, or it changes sign; nearer to 1 it does not.
                        var (before, at, after) = (At((found - 1e-7) * likely), At(found * likely), At((found + 1e-7) * likely));
                        Assert.True(new[] { before, at, after }.Min(Math.Abs) <= 1e-9 * size || (before < 0 && after > 0) || (before > 0 && after < 0), $"{seed} {factor}: {before} {at} {after}");
                        Assert.True(grid.All(value => value > -1e-9 * size) || grid.All(value => value < 1e-9 * size), $"{seed} {factor} {found}");
                        evens++;
                    }
                }

                double Range(TornadoBar bar) => new[] { bar.AtLow, bar.AtHigh, plan.Parties[party.Party].NetPresentValue }.Max() - new[] { bar.AtLow, bar.AtHigh, plan.Parties[party.Party].NetPresentValue }.Min();
                Assert.All(party.Tornado.Zip(party.Tornado.Skip(1)), pair => Assert.True(Range(pair.First) >= Range(pair.Second) - 1e-9 * size));
                Assert.All(party.BreakEvens.Zip(party.BreakEvens.Skip(1)), pair => Assert.True(Math.Abs(pair.First.Share - 1) <= Math.Abs(pair.Second.Share - 1)));
            }
        }

        Assert.True(bars > 300 && evens > 200 && absent > 200, $"{bars} {evens} {absent}");
    }

    /// <summary>The value of a party with one factor elsewhere: all lines anew.</summary>
    private static double Slow(BusinessCase plan, int party, int moved, double value)
    {
        double Now(int factor) => factor == moved ? value : plan.Factors[factor].Likely;
        return plan.Lines.Where(line => line.Party == party).Sum(line => Enumerable.Range(0, line.Base.Length).Sum(year =>
            line.AmountIn(year, line.Factors.Aggregate(1.0, (product, factor) => product * Now(factor)), line.Gate is { } gate ? Now(gate.Factor) : 0) / Math.Pow(1 + plan.Parties[party].DiscountRate, year)));
    }
}
