namespace Bocage.Landscapes.Tests.Connectivity;

public class EquivalentConnectedAreaTests
{
    private static readonly PatchGraph SteppingStone = new([10, 1, 10], [new(0, 1, 1000), new(1, 2, 1000), new(0, 2, 4000)]);

    [Fact] // numerators by hand in ProbabilityOfConnectivityTests and IntegralIndexOfConnectivityTests
    public void Is_the_root_of_either_numerator()
    {
        Assert.Equal(Math.Sqrt(271), EquivalentConnectedArea.Of(SteppingStone, RandomPatchGraph.HalfAtOneKm).Hectares, 1e-12);
        Assert.Equal(Math.Sqrt(321), EquivalentConnectedArea.Of(SteppingStone).Hectares, 1e-12);
    }

    [Fact]
    public void No_patches_are_worth_0_ha() => Assert.Equal(Area.Zero, EquivalentConnectedArea.Of(new PatchGraph([], []), RandomPatchGraph.HalfAtOneKm));

    [Fact] // from 20 to 25 ha
    public void A_change_is_in_percent_of_before() =>
        Assert.Equal(25, EquivalentConnectedArea.PercentChange(Area.FromHectares(20), Area.FromHectares(25)), 1e-12);

    [Fact]
    public void A_change_from_nothing_is_not_known() => Assert.Equal(double.NaN, EquivalentConnectedArea.PercentChange(Area.Zero, Area.FromHectares(25)));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_numerator_that_cannot_be_is_refused(double numerator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalentConnectedArea.Of(numerator));
}
