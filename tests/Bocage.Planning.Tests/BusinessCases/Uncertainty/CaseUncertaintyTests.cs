namespace Bocage.Planning.Tests;

public class CaseUncertaintyTests
{
    // The investment lies between 80 and 150, most likely at 100, and 120 is paid for certain in year 1; no discounting. So the value is 120 − cost.
    // By hand, of the triangle: P(cost ≤ 120) = 1 − (150 − 120)² / ((150 − 80)(150 − 100)) = 1 − 900 / 3500 = 0.742857…
    private static readonly BusinessCase Linear = UncertainCases.OneFarm(1, 0, UncertainCases.Investing(new(80, 100, 150)), null, new YearlyPayment(MeasureUnit.Hectare, [new("", 120)]));

    [Fact]
    public void A_chance_is_the_area_under_the_triangle()
    {
        const int Draws = 40_000;
        var chance = 1 - 900.0 / 3500;
        for (var seed = 1; seed <= 5; seed++)
        {
            var farm = CaseUncertainty.Of(Linear, new() { Draws = Draws, Seed = seed })[0];
            Assert.InRange(farm.ChanceWhole, chance - 3 * Math.Sqrt(chance * (1 - chance) / Draws), chance + 3 * Math.Sqrt(chance * (1 - chance) / Draws));
        }
    }

    // Quantiles of the cost: below the peak 80 + √(q·70·20), beyond it 150 − √((1 − q)·70·50); 5 %, 50 %, 95 % of the value are 120 − 95 %, 50 %, 5 % of the cost.
    // The share of draws that a true quantile is not passed by has a standard error of √(q(1 − q)/n), a quantile this over the density there: 2(150 − x)/3500 beyond the peak, 2(x − 80)/1400 below.
    [Fact]
    public void Quantiles_are_those_of_the_triangle()
    {
        const int Draws = 40_000;
        var farm = CaseUncertainty.Of(Linear, new() { Draws = Draws })[0];
        foreach (var (share, cost, density, value) in new[]
        {
            (0.95, 150 - Math.Sqrt(0.05 * 3500), 2 * Math.Sqrt(0.05 * 3500) / 3500, farm.NetPresentValue.Five),
            (0.5, 150 - Math.Sqrt(0.5 * 3500), 2 * Math.Sqrt(0.5 * 3500) / 3500, farm.NetPresentValue.Fifty),
            (0.05, 80 + Math.Sqrt(0.05 * 1400), 2 * Math.Sqrt(0.05 * 1400) / 1400, farm.NetPresentValue.NinetyFive),
        })
        {
            var error = 3 * Math.Sqrt(share * (1 - share) / Draws) / density;
            Assert.InRange(value, 120 - cost - error, 120 - cost + error);
        }

        // 10 at hand, and the cost is paid a year before the 120 come.
        Assert.Equal(farm.NetPresentValue.Fifty - 120 + 10, farm.LiquidityLow.Fifty, 9);
    }

    // Lost income of 100 for certain, a year's chance of 30 %, one year: the loss is 100·exp(σz − σ²/2), σ² = ln 1.09, and 95 % of z stays below 1.6448536.
    [Fact]
    public void A_certain_yield_still_has_good_and_bad_years()
    {
        const int Draws = 40_000;
        var plan = UncertainCases.OneFarm(1, 0, new() { Investment = Estimate.Zero, UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Certain(100) }, null);
        var farm = CaseUncertainty.Of(plan, new() { Draws = Draws, YearlyYieldSpread = 0.3 })[0];
        var sigma = Math.Sqrt(Math.Log(1.09));
        var loss = 100 * Math.Exp(sigma * 1.6448536269514722 - sigma * sigma / 2);
        var density = Math.Exp(-1.6448536269514722 * 1.6448536269514722 / 2) / Math.Sqrt(2 * Math.PI) / (loss * sigma);
        Assert.InRange(-farm.NetPresentValue.Five, loss - 3 * Math.Sqrt(0.95 * 0.05 / Draws) / density, loss + 3 * Math.Sqrt(0.95 * 0.05 / Draws) / density);
        Assert.Equal(-100, CaseUncertainty.Of(plan, new() { Draws = 10 })[0].NetPresentValue.Five, 12);
    }

    // Of 1 draw every quantile is that draw; of 30 draws 5 %, 50 % and 95 % are the 2nd, 15th and 29th (1.5 and 28.5 rounded up).
    [Fact]
    public void A_quantile_is_one_of_the_draws()
    {
        var factor = Linear.Factors[0];
        var values = Enumerable.Range(0, 30).Select(draw => 120 - 100 * FactorDraws.Value(factor, 4, draw)).ToArray();
        var one = CaseUncertainty.Of(Linear, new() { Draws = 1, Seed = 4 })[0].NetPresentValue;
        Assert.All(new[] { one.Five, one.Fifty, one.NinetyFive }, value => Assert.Equal(values[0], value, 9));
        var all = CaseUncertainty.Of(Linear, new() { Draws = 30, Seed = 4 })[0].NetPresentValue;
        Array.Sort(values);
        Assert.Equal(values[1], all.Five, 9);
        Assert.Equal(values[14], all.Fifty, 9);
        Assert.Equal(values[28], all.NinetyFive, 9);
    }

    [Fact]
    public void Every_draw_of_any_case_is_what_the_definition_says()
    {
        const int Draws = 48;
        var (compared, notKnown, capped, small, shut) = (0, 0, 0, 0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var plan = UncertainCases.Any(seed);
            var options = new UncertaintyOptions { Draws = Draws, Seed = seed, YearlyYieldSpread = seed % 3 * 0.2 };
            var block = new DrawnBlock(new(plan, options), Draws);
            block.Run(0);
            var (values, lows) = Slow(plan, options, ref capped, ref small, ref shut);
            var results = CaseUncertainty.Of(plan, options);
            Assert.Equal(plan.Parties.Count, results.Count);
            for (var party = 0; party < results.Count; party++)
            {
                Assert.Equal(party, results[party].Party);
                if (double.IsNaN(plan.Parties[party].NetPresentValue))
                {
                    AssertNotKnown(results[party]);
                    notKnown++;
                    continue;
                }

                for (var draw = 0; draw < Draws; draw++)
                {
                    AssertSame(values[party][draw], block.NetPresentValue(party)[draw]);
                    AssertSame(lows[party][draw], block.LiquidityLow(party)[draw]);
                }

                Assert.Equal(values[party].Count(value => value >= -0.01) / (double)Draws, results[party].ChanceWhole);
                AssertSame(values[party].Order().ElementAt(2), results[party].NetPresentValue.Five);
                AssertSame(values[party].Order().ElementAt(23), results[party].NetPresentValue.Fifty);
                AssertSame(values[party].Order().ElementAt(45), results[party].NetPresentValue.NinetyFive);
                AssertSame(lows[party].Order().ElementAt(2), results[party].LiquidityLow.Five);
                AssertSame(lows[party].Order().ElementAt(23), results[party].LiquidityLow.Fifty);
                AssertSame(lows[party].Order().ElementAt(45), results[party].LiquidityLow.NinetyFive);
                compared++;
            }
        }

        // The cases are not too tame: limits bind, and some things are not known.
        Assert.True(compared > 300 && notKnown > 20, $"{compared} {notKnown}");
        Assert.True(capped > 100_000 && small > 10_000 && shut > 10_000, $"{capped} {small} {shut}");
    }

    [Fact]
    public void Threads_and_blocks_change_no_bit()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var plan = UncertainCases.Any(seed);
            var options = new UncertaintyOptions { Draws = 1001, Seed = seed, YearlyYieldSpread = 0.25 };
            var expected = Figures(CaseUncertainty.Of(plan, options, block: 8, threads: 1));
            foreach (var (block, threads) in new[] { (128, 1), (128, 2), (40, 3), (1, 2), (5000, 2) }) Assert.Equal(expected, Figures(CaseUncertainty.Of(plan, options, block, threads)));
            Assert.Equal(expected, Figures(CaseUncertainty.Of(plan, options)));
            if (expected.Any(figure => figure is not (0 or 1) && !double.IsNaN(figure))) Assert.NotEqual(expected, Figures(CaseUncertainty.Of(plan, options with { Seed = 99 })));
        }
    }

    // The investment is paid back in full: whole in every draw, and nothing moves it.
    [Fact]
    public void What_is_paid_back_in_full_is_sure()
    {
        var plan = UncertainCases.OneFarm(3, 0.04, UncertainCases.Investing(new(50, 100, 300)), null, new CostShare(1, CostPart.Investment));
        var farm = CaseUncertainty.Of(plan)[0];
        Assert.Equal(1, farm.ChanceWhole);
        Assert.Equal(new(0, 0, 0), farm.NetPresentValue);
        Assert.Empty(farm.Tornado);
        Assert.Empty(farm.BreakEvens);
        Assert.Equal(0, CaseUncertainty.Of(plan)[1].ChanceWhole);
    }

    [Fact]
    public void A_case_that_is_not_known_has_no_figures()
    {
        var plan = UncertainCases.OneFarm(3, 0.04, new() { Investment = Estimate.Certain(100) }, null, new YearlyPayment(MeasureUnit.Hectare, [new("", 50)]));
        var results = CaseUncertainty.Of(plan, new() { Draws = 20 });
        AssertNotKnown(results[0]);
        // What the company pays is known all the same, and certain.
        Assert.Equal(-50 * (1 / 1.04 + 1 / Math.Pow(1.04, 2) + 1 / Math.Pow(1.04, 3)), results[1].NetPresentValue.Five, 9);
        Assert.Equal(0, results[1].ChanceWhole);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseUncertainty.Of(Linear, new() { Draws = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseUncertainty.Of(Linear, new() { YearlyYieldSpread = -0.1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseUncertainty.Of(Linear, new() { YearlyYieldSpread = double.NaN }));
        Assert.Throws<ArgumentNullException>(() => CaseUncertainty.Of(null!));
    }

    [Fact]
    public void It_can_be_stopped_and_says_how_far_it_is()
    {
        using var source = new CancellationTokenSource();
        var heard = new Heard(_ => { });
        CaseUncertainty.Of(Linear, new() { Draws = 1000 }, heard);
        Assert.Equal(heard.Shares.Order(), heard.Shares);
        Assert.True(heard.Shares.Count > 3);
        Assert.Equal(1, heard.Shares[^1]);
        Assert.ThrowsAny<OperationCanceledException>(() => CaseUncertainty.Of(Linear, new() { Draws = 1_000_000 }, new Heard(_ => source.Cancel()), source.Token));
    }

    private static double[] Figures(IEnumerable<PartyUncertainty> results) =>
        [.. results.SelectMany(party => new[] { party.ChanceWhole, party.NetPresentValue.Five, party.NetPresentValue.Fifty, party.NetPresentValue.NinetyFive, party.LiquidityLow.Five, party.LiquidityLow.Fifty, party.LiquidityLow.NinetyFive }
            .Concat(party.Tornado.SelectMany(bar => new[] { bar.Factor, bar.AtLow, bar.AtHigh })).Concat(party.BreakEvens.SelectMany(even => new[] { even.Factor, even.Share })))];

    private static void AssertNotKnown(PartyUncertainty party)
    {
        Assert.All(
            new[] { party.ChanceWhole, party.NetPresentValue.Five, party.NetPresentValue.Fifty, party.NetPresentValue.NinetyFive, party.LiquidityLow.Five, party.LiquidityLow.Fifty, party.LiquidityLow.NinetyFive },
            figure => Assert.True(double.IsNaN(figure)));
        Assert.Empty(party.Tornado);
        Assert.Empty(party.BreakEvens);
    }

    private static void AssertSame(double expected, double actual) => Assert.InRange(actual, expected - 1e-9 * Math.Max(1, Math.Abs(expected)), expected + 1e-9 * Math.Max(1, Math.Abs(expected)));

    /// <summary>By the definition: draw after draw, year after year, line after line.</summary>
    private static (double[][] Values, double[][] Lows) Slow(BusinessCase plan, UncertaintyOptions options, ref int capped, ref int small, ref int shut)
    {
        var values = plan.Parties.Select(_ => new double[options.Draws]).ToArray();
        var lows = plan.Parties.Select(_ => new double[options.Draws]).ToArray();
        for (var draw = 0; draw < options.Draws; draw++)
        {
            var net = plan.Parties.Select(_ => new double[plan.Inputs.Setting.Years + 1]).ToArray();
            for (var year = 0; year <= plan.Inputs.Setting.Years; year++)
            {
                double Now(int factor) => FactorDraws.Value(plan.Factors[factor], options.Seed, draw)
                    * (plan.Factors[factor].IsYield ? FactorDraws.InYear(plan.Factors[factor], options.Seed, draw, year, options.YearlyYieldSpread) : 1);
                foreach (var line in plan.Lines)
                {
                    var product = line.Factors.Aggregate(1.0, (product, factor) => product * Now(factor));
                    var gate = line.Gate is { } gated ? Now(gated.Factor) : 0;
                    net[line.Party][year] += line.AmountIn(year, product, gate);
                    var size = Math.Abs(line.Base[year] * product);
                    if (size > line.Most) capped++;
                    if (size > 0 && size < line.Least) small++;
                    if (size > 0 && line.Gate is { } shutting && gate < shutting.Levels[year]) shut++;
                }
            }

            for (var party = 0; party < net.Length; party++)
            {
                var (sum, low, value) = (plan.Parties[party].Party.Cash ?? 0, plan.Parties[party].Party.Cash ?? 0, 0.0);
                for (var year = 0; year < net[party].Length; year++)
                {
                    value += net[party][year] / Math.Pow(1 + plan.Parties[party].DiscountRate, year);
                    sum += net[party][year];
                    low = Math.Min(low, sum);
                }

                (values[party][draw], lows[party][draw]) = (value, low);
            }
        }

        return (values, lows);
    }

    private sealed class Heard(Action<double> told) : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            Shares.Add(value);
            told(value);
        }
    }
}
