namespace Bocage.Planning.Tests;

public class MeasureCostsTests
{
    private static readonly MeasureCosts Known = new() { Investment = new(80, 100, 150), UpkeepPerYear = new(null, 10, 20), LostIncomePerYear = new(4, 5, 6) };

    [Fact]
    public void Without_discount_years_are_multiplied() =>
        // 100 + 3 · (10 + 5) = 145; high 150 + 3 · 26 = 228; low is not known because the upkeep's is not.
        Assert.Equal(new Estimate(null, 145, 228), Known.Total(3, 0));

    [Fact]
    public void With_discount_later_years_count_for_less()
    {
        // r = 25 %: a = 0.8 + 0.64 = 1.44; 100 + 15 · 1.44 = 121.6; 150 + 26 · 1.44 = 187.44.
        var total = Known.Total(2, 0.25)!;
        Assert.Equal(121.6, total.Likely, 10);
        Assert.Equal(187.44, total.High!.Value, 10);
    }

    [Theory]
    [InlineData(30, 0.03)]
    [InlineData(7, 0.1)]
    public void The_sum_over_years_is_the_annuity_formula(int years, double rate) =>
        Assert.Equal(100 + 15 * (1 - Math.Pow(1 + rate, -years)) / rate, Known.Total(years, rate)!.Likely, 9);

    [Fact]
    public void What_is_not_known_stays_unknown_and_is_never_nothing()
    {
        Assert.Null((Known with { Investment = null }).Total(3, 0));
        Assert.Null((Known with { UpkeepPerYear = null }).Total(3, 0));
        Assert.Null((Known with { LostIncomePerYear = null }).Total(3, 0));
        Assert.Null((Known with { Investment = null }).Of(5).Investment);
        Assert.Null(MeasureCosts.NotKnown.Total(0, 0));
        // Over no years at all only the investment counts.
        Assert.Equal(Known.Investment, (Known with { UpkeepPerYear = null }).Total(0, 0));
    }

    [Fact]
    public void A_quantity_multiplies_every_part()
    {
        Assert.Equal(new Estimate(200, 250, 375), Known.Of(2.5).Investment);
        Assert.Equal(new Estimate(null, 25, 50), Known.Of(2.5).UpkeepPerYear);
    }

    [Fact]
    public void A_range_out_of_order_or_below_nothing_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Estimate(5, 4, 6));
        Assert.Throws<ArgumentException>(() => new Estimate(null, 7, 6));
        Assert.Throws<ArgumentException>(() => new Estimate(-1, 4, 6));
        Assert.Throws<ArgumentException>(() => new Estimate(null, double.NaN, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Known.Total(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Known.Total(1, -0.01));
    }
}
