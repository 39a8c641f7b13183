using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class PlannedMeasureTests
{
    private static readonly PlannedMeasure Two = Measure("m", 2, MeasureUnit.Hectare);

    [Fact]
    public void It_works_from_the_year_after_its_start_as_long_as_it_lives()
    {
        var measure = Two with { StartYear = 1, LifetimeYears = 2, RampUp = [0.5, 0.75] };
        Assert.Equal([0, 0, 0.5, 0.75, 0, 0], Enumerable.Range(0, 6).Select(measure.WorkingIn));
        Assert.Equal([0, 0, 0.5, 0.75, 0.75, 0.75], Enumerable.Range(0, 6).Select((measure with { IsRenewed = true }).WorkingIn));
        Assert.Equal([0, 0, 1, 1, 1, 1], Enumerable.Range(0, 6).Select((Two with { StartYear = 1 }).WorkingIn));
        Assert.Equal([1], Enumerable.Range(0, 6).Where(measure.InvestsIn));
        Assert.Equal([1, 3, 5], Enumerable.Range(0, 6).Where((measure with { IsRenewed = true }).InvestsIn));
        Assert.Equal([1], Enumerable.Range(0, 6).Where((Two with { StartYear = 1, IsRenewed = true }).InvestsIn));
    }

    [Theory]
    [InlineData(MeasureUnit.Hectare, null, 2.0, 20_000.0)]
    [InlineData(MeasureUnit.SquareMetre, null, 0.0002, 2.0)]
    [InlineData(MeasureUnit.Metre, null, null, null)]
    [InlineData(MeasureUnit.Piece, 0.5, 0.5, 5000.0)]
    [InlineData(MeasureUnit.Hectare, 5.0, 2.0, 20_000.0)] // takes 5 ha of land, but there are 2 ha of it
    public void Hectares_and_square_metres_are_those_of_the_quantity_or_else_of_the_land(MeasureUnit unit, double? area, double? hectares, double? squareMetres)
    {
        var measure = Two with { Unit = unit, AreaHa = area };
        Assert.Equal(hectares, measure.QuantityIn(MeasureUnit.Hectare));
        Assert.Equal(squareMetres, measure.QuantityIn(MeasureUnit.SquareMetre));
        Assert.Equal(2, measure.QuantityIn(unit));
        if (unit != MeasureUnit.Piece) Assert.Null(measure.QuantityIn(MeasureUnit.Piece));
    }
}
