namespace Bocage.Planning.Tests;

public class FactorDrawsTests
{
    private const int Count = 100_000;
    private static readonly UncertainFactor Price = new("price", 0.5, 1, 2, IsYield: false, IsSpreadKnown: true);

    // 99 degrees of freedom: chi-square has mean 99 and standard deviation √198 = 14.07; 99 ± 4.5 of them.
    [Theory, InlineData("draw"), InlineData("year"), InlineData("factor"), InlineData("seed")]
    public void Numbers_are_even(string along)
    {
        var bins = new int[100];
        foreach (var u in Row(along)) bins[(int)(100 * u)]++;
        var chi = bins.Sum(count => Math.Pow(count - Count / 100.0, 2) / (Count / 100.0));
        Assert.InRange(chi, 99 - 4.5 * 14.07, 99 + 4.5 * 14.07);
    }

    // Pairs of neighbours on 10 × 10 fields: 99 degrees of freedom again. Neighbours in one direction must not know of each other.
    [Theory, InlineData("draw"), InlineData("year"), InlineData("factor"), InlineData("seed")]
    public void Neighbours_are_independent(string along)
    {
        var row = Row(along);
        var bins = new int[100];
        for (var k = 0; k + 1 < row.Length; k += 2) bins[10 * (int)(10 * row[k]) + (int)(10 * row[k + 1])]++;
        Assert.InRange(bins.Sum(count => Math.Pow(count - Count / 200.0, 2) / (Count / 200.0)), 99 - 4.5 * 14.07, 99 + 4.5 * 14.07);
        // Serial correlation at distances 1 to 20: a standard error of 1/√n each.
        for (var apart = 1; apart <= 20; apart++)
        {
            var sum = 0.0;
            for (var k = 0; k + apart < row.Length; k++) sum += (row[k] - 0.5) * (row[k + apart] - 0.5);
            Assert.InRange(12 * sum / (row.Length - apart), -4.5 / Math.Sqrt(Count), 4.5 / Math.Sqrt(Count));
        }
    }

    // Of n = 4,000,000 bits per place half are set, with a standard deviation of √n / 2; 52 places are used.
    [Fact]
    public void Every_bit_is_set_half_of_the_time()
    {
        var set = new int[52];
        for (var draw = 0; draw < Count; draw++)
        {
            var bits = (ulong)(FactorDraws.Uniform(FactorDraws.Stream("yield", 7, 3), draw) * (1UL << 52));
            for (var place = 0; place < 52; place++) set[place] += (int)(bits >> place & 1);
        }

        Assert.All(set, count => Assert.InRange(count, Count / 2 - 2.25 * Math.Sqrt(Count), Count / 2 + 2.25 * Math.Sqrt(Count)));
    }

    // Mean (0.5 + 1 + 2) / 3 = 7/6; variance (a² + m² + b² − am − ab − mb) / 18 = (0.25 + 1 + 4 − 0.5 − 1 − 2) / 18 = 1.75 / 18.
    [Fact]
    public void A_value_has_the_mean_and_spread_of_its_triangle()
    {
        var values = Enumerable.Range(0, Count).Select(draw => FactorDraws.Value(Price, 3, draw)).ToArray();
        Assert.All(values, value => Assert.InRange(value, 0.5, 2));
        Assert.InRange(values.Average(), 7 / 6.0 - 3 * Math.Sqrt(1.75 / 18 / Count), 7 / 6.0 + 3 * Math.Sqrt(1.75 / 18 / Count));
        var variance = values.Sum(value => Math.Pow(value - 7 / 6.0, 2)) / Count;
        Assert.InRange(variance, 1.75 / 18 * 0.98, 1.75 / 18 * 1.02);
    }

    // u = 1/3 is the peak: (1 − 0.5) / (2 − 0.5). By hand at u = 1/12: 0.5 + √(1/12 · 1.5 · 0.5) = 0.75; at u = 5/6: 2 − √(1/6 · 1.5 · 1) = 1.5.
    [Theory, InlineData(1.0 / 12, 0.75), InlineData(1.0 / 3, 1), InlineData(5.0 / 6, 1.5), InlineData(0, 0.5), InlineData(1, 2)]
    public void A_triangle_by_hand(double u, double value) => Assert.Equal(value, FactorDraws.Triangular(Price, u), 12);

    [Fact]
    public void Triangles_may_lean_to_a_side_or_have_no_width()
    {
        for (var draw = 0; draw < 1000; draw++)
        {
            Assert.Equal(1, FactorDraws.Value(Price with { Low = 1, High = 1 }, 1, draw));
            Assert.InRange(FactorDraws.Value(Price with { Low = 0, Likely = 0, High = 1 }, 1, draw), 0, 1);
            Assert.InRange(FactorDraws.Value(Price with { High = 1 }, 1, draw), 0.5, 1);
        }

        // Falling from 0: 1 − √(1 − u); rising to 1: 0.5 + √(u · 0.25).
        Assert.Equal(0.5, FactorDraws.Triangular(Price with { Low = 0, Likely = 0, High = 1 }, 0.75), 12);
        Assert.Equal(0.75, FactorDraws.Triangular(Price with { High = 1 }, 0.25), 12);
    }

    // Lognormal of mean 1 and standard deviation s: the variance of (Y − 1)² is that of the fourth moment; bounds of 3 standard errors for the mean, 3 % for the spread.
    [Theory, InlineData(0.1), InlineData(0.3), InlineData(0.6)]
    public void A_year_has_mean_1_and_the_spread_asked_for(double spread)
    {
        var years = Enumerable.Range(0, Count).Select(draw => FactorDraws.InYear(Price, 5, draw / 50, draw % 50, spread)).ToArray();
        Assert.InRange(years.Average(), 1 - 3 * spread / Math.Sqrt(Count), 1 + 3 * spread / Math.Sqrt(Count));
        Assert.InRange(Math.Sqrt(years.Sum(year => (year - 1) * (year - 1)) / Count), 0.97 * spread, 1.03 * spread);
        Assert.Equal(1, FactorDraws.InYear(Price, 5, 3, 2, 0));
    }

    [Fact]
    public void A_factor_draws_by_its_name_and_the_seed()
    {
        Assert.Equal(FactorDraws.Value(Price, 1, 9), FactorDraws.Value(Price with { IsYield = true }, 1, 9));
        Assert.NotEqual(FactorDraws.Value(Price, 1, 9), FactorDraws.Value(Price with { Id = "ecirp" }, 1, 9));
        Assert.NotEqual(FactorDraws.Value(Price, 1, 9), FactorDraws.Value(Price, 2, 9));
        Assert.NotEqual(FactorDraws.Value(Price, 1, 9), FactorDraws.Value(Price, 1, 10));
        Assert.NotEqual(FactorDraws.InYear(Price, 1, 9, 0, 0.2), FactorDraws.InYear(Price, 1, 9, 1, 0.2));
    }

    private static double[] Row(string along) => [.. Enumerable.Range(0, Count).Select(k => along switch
    {
        "draw" => FactorDraws.Uniform(FactorDraws.Stream("price of carbon", 1, -1), k),
        "year" => FactorDraws.Uniform(FactorDraws.Stream("yield", 1, k), 17),
        "factor" => FactorDraws.Uniform(FactorDraws.Stream($"factor {k}", 1, -1), 17),
        _ => FactorDraws.Uniform(FactorDraws.Stream("price of carbon", k, -1), 17),
    })];
}
