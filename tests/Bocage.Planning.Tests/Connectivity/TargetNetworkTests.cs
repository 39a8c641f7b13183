namespace Bocage.Planning.Tests;

public class TargetNetworkTests
{
    private static LinearExpression[] Supply(params double[] supply) => [.. supply.Select(one => new LinearExpression([], one))];

    // 0 → 1 → 2 → 3 with 0.5 each and no choice: all flow to 3 is known: 8·0.125 + 4·0.25 + 2·0.5 + 1 = 4.
    [Fact]
    public void A_chain_without_a_choice_is_a_number()
    {
        var network = new TargetNetwork(3, [new(0, 1, 0.5, -1), new(1, 2, 0.5, -1), new(2, 3, 0.5, -1)], Supply(8, 4, 2, 1));
        Assert.Empty(network.Arcs);
        Assert.Equal(4, Assert.Single(network.Supply).Value.Constant);
    }

    // The middle arc opens with unit 7. 0 merges into 1 (8·0.5 + 4 = 8), 2 into 3 (2·0.5 + 1 = 2), and the arc arrives at 3 with 0.4·0.5.
    [Fact]
    public void Around_a_choice_all_is_merged()
    {
        var network = new TargetNetwork(3, [new(0, 1, 0.5, -1), new(1, 2, 0.4, 7), new(2, 3, 0.5, -1)], Supply(8, 4, 2, 1));
        Assert.Equal([new ArcOption(1, 3, 0.2, 7)], network.Arcs);
        Assert.Equal(8, network.Supply[1].Constant);
        Assert.Equal(2, network.Supply[3].Constant);
        Assert.Equal(8, network.Potential(1));
        Assert.Equal(2 + 0.2 * 8, network.Potential(3), 12);
    }

    [Fact]
    public void What_cannot_reach_the_target_or_gives_nothing_is_gone()
    {
        var network = new TargetNetwork(1, [new(0, 2, 1, -1), new(3, 1, 0.5, 0), new(3, 1, 0.5, 1)], Supply(5, 1, 5, 0));
        Assert.Empty(network.Arcs);
        Assert.Equal([1], network.Supply.Keys);
    }

    // An open arc beside is at least as good: the choice is none.
    [Fact]
    public void An_improvement_that_improves_nothing_is_gone() =>
        Assert.Equal([new ArcOption(0, 1, 0.6, 1)], new TargetNetwork(1, [new(0, 1, 0.5, 0), new(0, 1, 0.6, 1), new(0, 2, 0.5, -1), new(2, 1, 1, -1)], Supply(1, 1, 1)).Arcs.Where(arc => arc.Unit >= 0));
}
