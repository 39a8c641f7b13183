namespace Bocage.Landscapes.Tests.Distances;

public class LeastCostCorridorTests
{
    // 1 1 1     from the first cell to the third: 2 along the top row; over (1, 1) 2√2; over (1, 0): 1 + what is left from there, 1 + √2 … = 2 + √2
    // 1 1 9
    private static readonly ResistanceSurface Small = ResistanceSurface.FromRaster(new(new Grid(3, 2), [1, 1, 1, 1, 1, 9]));

    [Fact] // (1, 2): ½(1+9) = 5 to the third cell, and to the first 1 + 5√2, or √2 + 5 over the middle: √2 + 5 is less
    public void Each_cell_tells_what_the_way_through_it_costs()
    {
        var corridor = LeastCostCorridor.Of(Small, [0], [2]);
        var root2 = Math.Sqrt(2);
        double[] expected = [2, 2, 2, 2 + root2, 2 * root2, 10 + root2];
        for (var cell = 0; cell < 6; cell++) Assert.Equal(expected[cell], corridor.Cost[cell], 12);
        Assert.Equal(2, corridor.LeastCost, 12);
        Assert.Equal([0, 0, 0], corridor.Slack().Values[..3]);
        Assert.Equal(8 + root2, corridor.Slack()[5], 12);
        Assert.Equal(corridor.Cost.Values, LeastCostCorridor.Between(Small, [0], [2]).Values);
    }

    [Fact]
    public void Places_that_are_not_connected_have_no_corridor()
    {
        var corridor = LeastCostCorridor.Of(ResistanceSurface.FromRaster(new(new Grid(3, 1), [1, double.NaN, 1])), [0], [2]);
        Assert.Equal(double.PositiveInfinity, corridor.LeastCost);
        Assert.All(corridor.Slack().Values, slack => Assert.Equal(double.PositiveInfinity, slack));
    }

    [Fact]
    public void The_cheapest_way_lies_within_rounding_of_no_slack()
    {
        var random = new SeededRandom(7);
        var surface = RandomLandscape.Resistance(new Grid(80, 50), [1, 3, 10, 40], random);
        var corridor = LeastCostCorridor.Of(surface, [0], [3999]);
        foreach (var cell in LeastCostPath.Trace(surface, CostDistance.From(surface, [0]), 3999)!.Cells) Assert.Equal(0, corridor.Slack()[cell], 1e-9);
    }

    [Fact]
    public void Nonsense_is_refused() => Assert.Throws<ArgumentException>(() => LeastCostCorridor.Of(Small, [0], []));
}
