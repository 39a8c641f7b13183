using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class GrantTests
{
    private static readonly PlannedMeasure Pond = Measure("pond", 40, MeasureUnit.SquareMetre);

    // Heuvelland: 59.60 for 25 to 50 m², 119.20 above 50 m² (written as from 50.01 m² on), once in ten years.
    private static Scheme Ponds(bool renewable = false) => Scheme("ponds", new Grant(MeasureUnit.SquareMetre, 0, [new(25, 59.60), new(50.01, 119.20)]), 10, renewable, "heuvelland", PartyKind.Municipality);

    [Theory]
    [InlineData(24.99, 0)]
    [InlineData(25, 59.60)]
    [InlineData(50, 59.60)]
    [InlineData(51, 119.20)]
    [InlineData(5000, 119.20)]
    public void A_pond_is_paid_by_its_size(double squareMetres, double paid) => Same([paid, 0], Paid(One(Setting(1), Pond with { Quantity = squareMetres }, Ponds())));

    // A pond that silts up in 5 years is dug in years 0, 5, 10, 15, 20, and paid in 0, 10, 20: once in ten years. One that lasts 15 is paid in 0 and 15; not renewable, in 0 only.
    [Theory]
    [InlineData(5, true, new[] { 0, 10, 20 })]
    [InlineData(15, true, new[] { 0, 15 })]
    [InlineData(5, false, new[] { 0 })]
    public void A_sum_is_paid_once_a_term(int lives, bool renewable, int[] years)
    {
        var paid = Paid(One(Setting(22), Pond with { LifetimeYears = lives, IsRenewed = true }, Ponds(renewable)));
        Same([.. Enumerable.Range(0, 23).Select(year => years.Contains(year) ? 59.60 : 0)], paid);
    }

    // Open from 2031, year 5: the pond of year 0 is too old; dug anew in year 5 it is paid, in year 4 or 6 it is not, unless one may join later (renewable): year 6.
    [Theory]
    [InlineData(5, false, 5)]
    [InlineData(4, false, -1)]
    [InlineData(6, true, 6)]
    public void A_sum_is_for_an_investment_of_the_year_of_signing(int lives, bool renewable, int paidIn) =>
        Same([.. Enumerable.Range(0, 9).Select(year => year == paidIn ? 59.60 : 0)], Paid(One(Setting(8), Pond with { LifetimeYears = lives, IsRenewed = true }, Ponds(renewable) with { OpenFrom = 2031 })));

    // Kruibeke 2.50/m² of pond, 40 m²: 100, and a lump of 59.60: 159.60. Floor 160: nothing; ceiling 150: 150. Prices of 2025, 10 % a year: 175.56.
    [Theory]
    [InlineData(0.0, null, 0.0, 159.60)]
    [InlineData(160.0, null, 0.0, 0)]
    [InlineData(0.0, 150.0, 0.0, 150)]
    [InlineData(160.0, null, 0.1, 175.56)]
    public void A_sum_per_unit_with_floor_and_ceiling(double least, double? most, double indexation, double paid) => Same(
        [paid, 0], Paid(One(Setting(1), Pond, Scheme("ponds", new Grant(MeasureUnit.SquareMetre, 2.5, [new(25, 59.60)], least, most)) with { Indexation = indexation, PriceYear = 2025 })));

    [Fact]
    public void A_size_that_is_not_known_is_not_paid_nothing_but_not_known() => Same([double.NaN, 0], Paid(One(Setting(1), Measure("ditch", 40, MeasureUnit.Metre), Ponds())));
}
