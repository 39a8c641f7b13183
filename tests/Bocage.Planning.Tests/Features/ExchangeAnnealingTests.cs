using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Features;

public sealed class ExchangeAnnealingTests
{
    // Cheapest of three units of which one is needed: 5, 3 and 4. Leaving the one of 5 alone would cost 100 for what is missing; changing it for the one of 3 saves 2.
    [Fact]
    public void A_dearer_unit_leaves_as_a_cheaper_one_comes()
    {
        var model = FeatureCases.Model([5, 3, 4], [[1], [1], [1]], [1]);
        var matrix = new AmountMatrix(model, [1]);
        var needs = new PricedNeeds(matrix, [1], [true], [100]);
        bool[] selected = [true, false, false];
        new ExchangeAnnealing(matrix, model.Sides, model.Cost, needs).Run(selected, 0.1, 0.01, 20, 200, 1, () => false);
        Assert.Equal([false, true, false], selected);
    }

    // Need 2 at price 10: missing 2 is 20; a unit of 1.5 leaves 0.5, which is 5; raised by 2 % and 2 % of the mean price 10, the price is 10.4.
    [Fact]
    public void Missing_amounts_are_priced_and_prices_of_missed_rows_rise()
    {
        var model = FeatureCases.Model([1, 1], [[1.5], [0.5]], [2]);
        var needs = new PricedNeeds(new(model, [1]), [2], [true], [10]);
        needs.Hold([false, false]);
        Assert.Equal(20, needs.Penalty, 1e-4);
        needs.Hold([true, false]);
        Assert.Equal(5, needs.Penalty, 1e-4);
        Assert.True(needs.Raise(0.02));
        Assert.Equal(5.2, needs.Penalty, 1e-4);
        needs.Hold([true, true]);
        Assert.False(needs.Raise(0.02));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void The_penalty_of_a_pair_is_that_of_both_flips(int density)
    {
        var random = new SeededRandom(7);
        var amounts = Enumerable.Range(0, 30).Select(unit => Enumerable.Range(0, 40).Select(row => (unit + row) % density == 0 ? random.NextDouble() : 0).ToArray()).ToArray();
        var model = FeatureCases.Model([.. amounts.Select(_ => 1.0)], amounts, [.. Enumerable.Repeat(1.0, 40)]);
        var matrix = new AmountMatrix(model, [.. Enumerable.Repeat(1.0, 40)]);
        Assert.Equal(density == 1, matrix.IsDense);
        var needs = new PricedNeeds(matrix, [.. Enumerable.Repeat(1.0, 40)], [.. Enumerable.Repeat(true, 40)], [.. Enumerable.Range(1, 40).Select(price => (double)price)]);
        for (var turn = 0; turn < 200; turn++)
        {
            var selected = Enumerable.Range(0, 30).Select(_ => random.NextDouble() < 0.3).ToArray();
            var (a, b) = (random.Next(30), random.Next(29));
            if (b >= a) b++;
            needs.Hold(selected);
            var after = needs.PenaltyAfter(a, selected[a] ? -1 : 1, b, selected[b] ? -1 : 1);
            (selected[a], selected[b]) = (!selected[a], !selected[b]);
            Assert.Equal(Enumerable.Range(0, 40).Sum(row => (row + 1) * Math.Max(0, 1 - Enumerable.Range(0, 30).Where(unit => selected[unit]).Sum(unit => amounts[unit][row]))), after, 1e-2);
        }
    }
}
