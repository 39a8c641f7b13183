using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class YearlyPaymentTests
{
    private static readonly Scheme Orchards = Scheme("orchards", new YearlyPayment(MeasureUnit.Hectare, [new("standard", 1618.30), new("herb-rich grass", 2081.30)]), 2);

    // 1.5 ha of standard orchard: 1.5 · 1,618.30 = 2,427.45; with herb-rich grass 1.5 · 2,081.30 = 3,121.95. Two years of contract.
    [Theory]
    [InlineData(0, 2427.45)]
    [InlineData(1, 3121.95)]
    public void An_orchard_in_two_variants(int variant, double yearly) =>
        Same([0, yearly, yearly, 0], Paid(One(Setting(3), Measure("orchard", 1.5, MeasureUnit.Hectare), Orchards, variant: variant)));

    // 15,000 m² are 1.5 ha; of 4 trees on 0.2 ha the hectares count; a hedge in metres has no hectares that are known.
    [Theory]
    [InlineData(15_000, MeasureUnit.SquareMetre, null, 2427.45)]
    [InlineData(4, MeasureUnit.Piece, 0.2, 323.66)]
    [InlineData(400, MeasureUnit.Metre, null, double.NaN)]
    public void What_is_paid_by_the_hectare_needs_the_hectares(double quantity, MeasureUnit unit, double? area, double yearly) =>
        Same([0, yearly, yearly, 0], Paid(One(Setting(3), Measure("orchard", quantity, unit) with { AreaHa = area }, Orchards)));

    // Rates of 2024, 10 % dearer each year: 100 · 1.1³ = 133.10 in 2027, 146.41 in 2028, which is more than 140 and capped: the cap is not indexed.
    [Fact]
    public void Rates_are_indexed_and_caps_are_not() => Same(
        [0, 133.10, 140],
        Paid(One(Setting(2), Measure("m", 1, MeasureUnit.Hectare), Scheme("s", new YearlyPayment(MeasureUnit.Hectare, [new("", 100)], 140)) with { Indexation = 0.1, PriceYear = 2024 })));

    // The scheme opens in 2028, year 2; the measure stands since year 0. Signed in year 2, paid in years 3 and 4.
    [Fact]
    public void A_scheme_that_opens_later_pays_later() =>
        Same([0, 0, 0, 100, 100, 0], Paid(One(Setting(5), Measure("m", 1, MeasureUnit.Hectare), Scheme("s", PerHectare(100), 2) with { OpenFrom = 2028 })));

    // Renewable as long as the measure lives: three years.
    [Fact]
    public void Payment_ends_with_the_measure() =>
        Same([0, 100, 100, 100, 0, 0], Paid(One(Setting(5), Measure("m", 1, MeasureUnit.Hectare) with { LifetimeYears = 3 }, Scheme("s", PerHectare(100), 2, renewable: true))));

    // Land is paid for in full, though the measure works by a quarter only.
    [Fact]
    public void Land_is_paid_for_while_the_measure_starts() =>
        Same([0, 100, 100], Paid(One(Setting(2), Measure("m", 1, MeasureUnit.Hectare) with { RampUp = [0.25] }, Scheme("s", PerHectare(100)))));
}
