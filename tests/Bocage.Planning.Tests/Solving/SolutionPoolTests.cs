namespace Bocage.Planning.Tests;

public class SolutionPoolTests
{
    [Fact]
    public void Keeps_the_best_different_choices_in_order()
    {
        var pool = new SolutionPool(capacity: 2, ratioGap: 0.1);
        Assert.True(pool.Offer([true, false, false], 100, 1));
        Assert.False(pool.Offer([true, false, false], 100, 1));
        Assert.True(pool.Offer([false, true, true], 95, 2));
        Assert.False(pool.Offer([false, false, true], 89, 1));
        Assert.True(pool.Offer([true, true, false], 97, 2));
        Assert.Equal([100, 97], pool.Select(solution => solution.Objective));
        Assert.Equal([0, 1], pool[1].Selected);
    }

    [Fact] // 95 is within a tenth of 100, not of 110
    public void A_better_best_drops_what_is_now_too_far()
    {
        var pool = new SolutionPool(ratioGap: 0.1);
        pool.Offer([true, false], 95, 1);
        pool.Offer([false, true], 110, 1);
        Assert.Equal(110, Assert.Single(pool).Objective);
    }

    [Fact] // of three choices two hold unit 0
    public void Says_how_often_a_unit_is_chosen()
    {
        var pool = new SolutionPool();
        Assert.Equal(double.NaN, pool.SelectionFrequency(0));
        pool.Offer([true, false], 100, 1);
        pool.Offer([true, true], 100, 1);
        pool.Offer([false, true], 99.5, 1);
        Assert.Equal(2.0 / 3, pool.SelectionFrequency(0), 15);
        Assert.Equal(0, pool.SelectionFrequency(700));
    }

    [Fact]
    public void Less_can_be_better()
    {
        var pool = new SolutionPool(ratioGap: 0.1);
        pool.Offer([true], 10, 1, isMaximised: false);
        pool.Offer([false], 10.5, 1, isMaximised: false);
        Assert.False(pool.Offer([false, true], 12, 1, isMaximised: false));
        Assert.Equal([10, 10.5], pool.Select(solution => solution.Objective));
    }
}
