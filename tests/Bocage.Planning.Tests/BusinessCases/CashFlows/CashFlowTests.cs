namespace Bocage.Planning.Tests;

public class CashFlowTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    // r = 25 %: −100 + 50/1.25 + 75/1.5625 = −100 + 40 + 48 = −12. At 0: 25. At −50 %: −100 + 50·2 + 75·4 = 300.
    [Theory]
    [InlineData(0.25, -12)]
    [InlineData(0, 25)]
    [InlineData(-0.5, 300)]
    public void Later_money_counts_for_less_or_for_more_when_the_rate_is_below_nothing(double rate, double expected) =>
        Assert.Equal(expected, CashFlow.NetPresentValue([-100, 50, 75], rate), 10);

    // a = 0.8 + 0.64 = 1.44; 144 / 1.44 = 100. At 0: 144 / 2. At −50 %: a = 2 + 4; 144 / 6.
    [Theory]
    [InlineData(0.25, 100)]
    [InlineData(0, 72)]
    [InlineData(-0.5, 24)]
    public void A_present_value_is_so_much_a_year(double rate, double expected) => Assert.Equal(expected, CashFlow.AnnualEquivalent(144, rate, 2), 10);

    // −100 + 60/1.2 + 72/1.44 = −100 + 50 + 50.
    [Fact]
    public void The_internal_rate_is_where_nothing_is_gained_and_nothing_lost() => Assert.Equal(0.2, CashFlow.InternalRateOfReturn([-100, 60, 72])!.Value, 11);

    [Fact]
    public void Without_a_change_of_sign_or_without_knowing_there_is_no_internal_rate()
    {
        Assert.Null(CashFlow.InternalRateOfReturn([]));
        Assert.Null(CashFlow.InternalRateOfReturn([0, 0, 0]));
        Assert.Null(CashFlow.InternalRateOfReturn([-5]));
        Assert.Null(CashFlow.InternalRateOfReturn([5, 0, 5]));
        Assert.Null(CashFlow.InternalRateOfReturn([-5, -0.0, -5]));
        Assert.Null(CashFlow.InternalRateOfReturn([-5, double.NaN, 50]));
        Assert.Null(CashFlow.InternalRateOfReturn([-1, 100])); // 9,900 %: beyond the range
    }

    [Fact]
    public void Two_internal_rates_are_none()
    {
        // −100 + 230 v − 132 v² with v = 1 / (1 + r): roots v = 1 / 1.1 and 1 / 1.2, so 10 % and 20 %.
        double[] two = [-100, 230, -132];
        Assert.Equal(0, CashFlow.NetPresentValue(two, 0.1), 10);
        Assert.Equal(0, CashFlow.NetPresentValue(two, 0.2), 10);
        Assert.Null(CashFlow.InternalRateOfReturn(two));
        // −100 + 50 v + 49 v²: below 0 at r = 0 (−1), one root, though below 0: v = (−50 + √(2500 + 19600)) / 98 = 1.00675.
        Assert.Equal(98 / (Math.Sqrt(22100) - 50) - 1, CashFlow.InternalRateOfReturn([-100, 50, 49])!.Value, 10);
        // Three changes of sign and only one root: −1 + 6 v − 11 v² + 6.5 v³ has its other two apart from the real line.
        Assert.Equal(PolynomialRoots.Of([-1, 6, -11, 6.5]).Single(), CashFlow.InternalRateOfReturn([-1, 6, -11, 6.5])!.Value, 10);
    }

    // The sum: −100, −40, 20, −10, 20, 25. Below 0 for the last time in year 3; 10 of 30 through year 4.
    [Fact]
    public void Money_is_back_when_it_stays_back() => Assert.Equal(3 + 1.0 / 3, CashFlow.Payback([-100, 60, 60, -30, 30, 5])!.Value, 12);

    [Fact]
    public void Money_that_never_lacks_is_back_at_once_and_money_that_lacks_at_the_end_never()
    {
        Assert.Equal(0, CashFlow.Payback([]));
        Assert.Equal(0, CashFlow.Payback([0, 0]));
        Assert.Equal(0, CashFlow.Payback([5, -5]));
        Assert.Null(CashFlow.Payback([-1]));
        Assert.Null(CashFlow.Payback([-10, 9.99]));
        Assert.Null(CashFlow.Payback([-10, double.NaN, 50]));
        Assert.Equal(1, CashFlow.Payback([-10, 10, 0, 0]));
    }

    // In binary numbers −0.3 + 0.1 + 0.2 is 5.6e-17 and −0.8 + 0.7 + 0.1 is −2.8e-17; on paper both are 0.
    [Fact]
    public void What_binary_numbers_fall_short_of_is_not_missing()
    {
        Assert.True(-0.8 + 0.7 + 0.1 < 0);
        Assert.Equal(2, CashFlow.Payback([-0.8, 0.7, 0.1])!.Value, 9);
        Assert.Equal((0, 0), CashFlow.LowPoint([0.8, -0.7, -0.1]));
        Assert.Equal((-0.8, 0), CashFlow.LowPoint([-0.8, 0.7, 0.1, -0.7, -0.1]));
    }

    [Fact]
    public void The_low_point_counts_the_money_at_hand()
    {
        // The sums: −10, −30, 20, −40.
        Assert.Equal((-30, 1), CashFlow.LowPoint([-10, -20, 50]));
        Assert.Equal((-40, 3), CashFlow.LowPoint([-10, -20, 50, -60]));
        Assert.Equal((60, 3), CashFlow.LowPoint([-10, -20, 50, -60], 100));
        Assert.Equal((7, 0), CashFlow.LowPoint([1, 2], 7));
        Assert.Equal((double.NaN, 1), CashFlow.LowPoint([-10, double.NaN, 50]));
    }

    [Fact]
    public void A_rate_of_minus_one_or_no_years_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CashFlow.NetPresentValue([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CashFlow.NetPresentValue([1], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => CashFlow.AnnualEquivalent(1, -1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CashFlow.AnnualEquivalent(1, 0.1, 0));
    }

    // A spreadsheet: a row for each year with the factor of the year before divided by 1 + r, in decimal numbers; annuity by its closed formula.
    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_a_spreadsheet_in_decimal_numbers(int seed)
    {
        var (amounts, start, rate) = RandomFlow(seed);
        var (value, factor) = (0m, 1m);
        var sums = new List<decimal>();
        foreach (var amount in amounts)
        {
            value += (decimal)amount * factor;
            factor /= 1 + (decimal)rate;
            sums.Add((sums.Count == 0 ? 0 : sums[^1]) + (decimal)amount);
        }

        Assert.Equal((double)value, CashFlow.NetPresentValue(amounts, rate), 1e-9 * amounts.Sum(Math.Abs) * Math.Max(1, (double)factor));
        var years = amounts.Length - 1;
        var annuity = rate == 0 ? years : (1 - Math.Pow(1 + rate, -years)) / rate;
        Assert.Equal((double)value / annuity, CashFlow.AnnualEquivalent(CashFlow.NetPresentValue(amounts, rate), rate, years), 1e-7);

        var lowest = Math.Min(0, sums.Min());
        Assert.Equal(((double)(lowest + (decimal)start), lowest == 0 ? 0 : sums.IndexOf(lowest)), Rounded(CashFlow.LowPoint(amounts, start)));

        var last = sums.FindLastIndex(sum => sum < 0);
        double? payback = last < 0 ? 0 : last == years ? null : last + (double)(-sums[last] / (sums[last + 1] - sums[last]));
        Assert.Equal(payback is null, CashFlow.Payback(amounts) is null);
        Assert.Equal(payback ?? 0, CashFlow.Payback(amounts) ?? 0, 1e-9);
    }

    // All roots of the polynomial of v = 1 / (1 + r), found by splitting the line at the roots of its derivatives.
    [Theory, MemberData(nameof(Seeds))]
    public void Agrees_with_the_roots_of_the_polynomial(int seed)
    {
        var (amounts, _, _) = RandomFlow(seed);
        var roots = PolynomialRoots.Of(amounts);
        Assert.DoesNotContain(roots.Zip(roots.Skip(1)), pair => (1 + pair.First) / (1 + pair.Second) is > 0.998 and < 1.002);
        var found = CashFlow.InternalRateOfReturn(amounts);
        if (roots.Count != 1) Assert.Null(found);
        else Assert.Equal(roots[0], found!.Value, 1e-9 * (1 + roots[0]));
    }

    [Fact]
    public void The_random_flows_have_none_one_and_several_internal_rates()
    {
        var counts = Enumerable.Range(0, 100).Select(seed => PolynomialRoots.Of(RandomFlow(seed).Amounts).Count).ToList();
        Assert.True(counts.Count(count => count == 0) >= 5);
        Assert.True(counts.Count(count => count == 1) >= 20);
        Assert.True(counts.Count(count => count > 1) >= 5);
    }

    private static (double Euros, int Year) Rounded((double Euros, int Year) low) => (Math.Round(low.Euros, 6), low.Year);

    // Amounts in cents: the first often an investment, some 0, two years or more.
    private static (double[] Amounts, double Start, double Rate) RandomFlow(int seed)
    {
        var random = new Random(seed);
        var amounts = new double[random.Next(2, 14)];
        for (var year = 0; year < amounts.Length; year++) amounts[year] = random.Next(4) == 0 ? 0 : random.Next(-300_00, 400_00) / 100.0;
        if (seed % 3 == 0) amounts[0] = -random.Next(100_00, 2000_00) / 100.0;
        return (amounts, random.Next(1000), seed % 7 == 0 ? 0 : random.Next(-150, 400) / 1000.0);
    }
}
