using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class ResultPaymentTests
{
    private static PlannedMeasure With(double quantity, string result, Estimate perUnit, params double[] ramp) =>
        Measure("m", quantity, MeasureUnit.Hectare) with { Results = new Dictionary<string, Estimate> { [result] = perUnit }, RampUp = ramp };

    // 10 t a year. 70 to 2027, 100 from 2030, in between 70 + 30 · (year − 2027) / 3: 80 in 2028, 90 in 2029. A path is not indexed.
    [Fact]
    public void Carbon_along_a_path_of_prices() => Same(
        [0, 700, 800, 900, 1000, 1000],
        Paid(One(Setting(5), With(10, "co2_t", Estimate.Certain(1)), Scheme("carbon", new ResultPayment("co2_t", Estimate.Certain(55), [new(2027, 70), new(2030, 100)])) with { Indexation = 0.5 })));

    [Fact]
    public void Before_the_first_price_and_after_the_last_they_stay_as_they_are() => Same(
        [0, 700, 700, 700],
        Paid(One(Setting(3), With(10, "co2_t", Estimate.Certain(1)), Scheme("carbon", new ResultPayment("co2_t", Estimate.Certain(55), [new(2028, 70)])))));

    // A price from 35 to 140, likely 70, along a path: each price of the path can be half of what it says or twice.
    [Fact]
    public void A_path_is_as_uncertain_as_the_price_in_proportion()
    {
        var made = One(Setting(2), With(10, "co2_t", Estimate.Certain(1)), Scheme("carbon", new ResultPayment("co2_t", new(35, 70, 140), [new(2027, 70), new(2028, 80)])));
        var line = made.Lines.Single(line => line is { Party: 0, Scheme: 0 });
        Assert.Equal((0.5, 1, 2), made.Factors.Where(factor => factor.Id == "price of carbon").Select(factor => (factor.Low, factor.Likely, factor.High)).Single());
        Assert.Equal(1600, line.AmountIn(2, 2, 1), 9);
        Same([0, 700, 800], line.Amounts);
    }

    // A likely price of 0 beside a path says nothing of the path: it is paid, and certain. Without a path it is 0, though it may be 10: 10 t · 10 = 100 at most.
    [Fact]
    public void A_likely_price_of_nothing_leaves_the_path_as_it_is()
    {
        var measure = With(10, "co2_t", Estimate.Certain(1));
        Same([0, 700], Paid(One(Setting(1), measure, Scheme("carbon", new ResultPayment("co2_t", new(0, 0, 10), [new(2027, 70)])))));
        var made = One(Setting(1), measure, Scheme("carbon", new ResultPayment("co2_t", new(0, 0, 10), [])));
        Same([0, 0], Paid(made));
        Assert.Equal((0, 0, 1), made.Factors.Where(factor => factor.Id == "price of carbon").Select(factor => (factor.Low, factor.Likely, factor.High)).Single());
        Assert.Equal(100, made.Lines.Single(line => line is { Party: 0, Scheme: 0 }).AmountIn(1, 1, 1), 9);
        Same([0, 0], Paid(One(Setting(1), measure, Scheme("carbon", new ResultPayment("co2_t", Estimate.Zero, [])))));
    }

    // 20 ha · 0.15 pairs = 3 pairs, half of them in the first year. From 2 pairs on € 150 a pair: 1.5 pairs are nothing, 3 are 450. With a cap of 400: 400.
    [Fact]
    public void Pay_by_result_begins_at_a_threshold()
    {
        var birds = With(20, "pairs", Estimate.Certain(0.15), 0.5, 1);
        Same([0, 0, 450, 450], Paid(One(Setting(3), birds, Scheme("birds", new ResultPayment("pairs", Estimate.Certain(150), [], 2)))));
        Same([0, 0, 400, 400], Paid(One(Setting(3), birds, Scheme("birds", new ResultPayment("pairs", Estimate.Certain(150), [], 2, 400)))));
        Same([0, 0, 0, 0], Paid(One(Setting(3), birds, Scheme("birds", new ResultPayment("pairs", Estimate.Certain(150), [], 3.01)))));
    }

    // 3 · 0.7 is 2.0999999999999996 in binary numbers: it is 2.1, and paid.
    [Fact]
    public void A_threshold_that_is_just_reached_is_reached()
    {
        Assert.True(3 * 0.7 < 2.1);
        Same([0, 210], Paid(One(Setting(1), With(3, "pairs", Estimate.Certain(0.7)), Scheme("birds", new ResultPayment("pairs", Estimate.Certain(100), [], 2.1)))));
    }

    // No pairs are likely, 0.5 a hectare possible: nothing now; 20 · 0.5 · 150 = 1,500 when they come. Not at all working in the first year: nothing then whatever comes.
    [Fact]
    public void Results_that_may_come_are_gated_by_what_comes()
    {
        var made = One(Setting(2), With(20, "pairs", new(0, 0, 0.5), 0, 1), Scheme("birds", new ResultPayment("pairs", Estimate.Certain(150), [], 2)));
        var line = made.Lines.Single(line => line is { Party: 0, Scheme: 0 });
        Same([0, 0, 0], line.Amounts);
        Assert.Equal(0, line.AmountIn(1, 1, 1));
        Assert.Equal(1500, line.AmountIn(2, 1, 1), 9);
        Assert.Equal(300, line.AmountIn(2, 0.2, 0.2), 9); // 2 pairs
        Assert.Equal(0, line.AmountIn(2, 0.19, 0.19)); // 1.9 pairs
    }

    // 1,000 visitors leave € 4 each; a quarter of them come in the first year, half in the second.
    [Fact]
    public void Visitors_come_slowly() => Same(
        [0, 1000, 2000, 4000, 4000],
        Paid(One(Setting(4), With(1, "visitors", Estimate.Certain(1000), 0.25, 0.5, 1), Scheme("visits", new ResultPayment("visitors", Estimate.Certain(4), []), payer: "visitors", kind: PartyKind.Public))));

    [Fact]
    public void A_result_that_the_measure_does_not_give_is_not_known() =>
        Same([0, double.NaN], Paid(One(Setting(1), Measure("m", 1, MeasureUnit.Hectare), Scheme("carbon", new ResultPayment("co2_t", Estimate.Certain(70), [])))));
}
