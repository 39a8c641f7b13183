using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Features;

public class EdgeAnnealingTests
{
    // A line of six: a-b-c-d-e-f, sides of 1. Chosen a and b: b and c have a neighbour that is chosen otherwise. All or none: nobody has.
    [Theory]
    [InlineData("110000", 2)]
    [InlineData("111111", 0)]
    [InlineData("000000", 0)]
    [InlineData("010010", 6)]
    public void Units_at_the_edge(string chosen, int expected) =>
        Assert.Equal(expected, EdgeAnnealing.EdgeOf(Line(6), [.. chosen.Select(c => c == '1')]));

    // Two of six in a line wanted, all at cost 1, sides at 1: two at an end have one side out, 2 + 1; two apart within have four, two in the middle two.
    [Fact]
    public void Two_of_a_line_are_taken_at_its_end()
    {
        var model = Model([1, 1, 1, 1, 1, 1], [[1], [1], [1], [1], [1], [1]], [2], Line(6));
        bool[] selected = [false, true, false, false, true, false];
        Assert.True(Walk(model, selected, 1));
        Assert.Equal(3, Polish.Value(model, selected));
    }

    // Nothing can meet a need of 10 with 6: the last choice is left, and said not to be met.
    [Fact]
    public void Says_when_nothing_met_the_rows()
    {
        var model = Model([1, 1, 1, 1, 1, 1], [[1], [1], [1], [1], [1], [1]], [10], Line(6));
        Assert.False(Walk(model, new bool[6], 1));
    }

    // On a 3 by 3 map with sides of chance every choice is tried: the walk finds the best one, from any start.
    [Fact]
    public void Finds_what_trying_every_choice_finds()
    {
        var found = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new SeededRandom(seed);
            var sides = new List<(int, int, double)>();
            for (var unit = 0; unit < 9; unit++)
            {
                if (unit % 3 < 2) sides.Add((unit, unit + 1, 1 + random.NextDouble()));
                if (unit < 6) sides.Add((unit, unit + 3, 1 + random.NextDouble()));
            }

            var amounts = Enumerable.Range(0, 9).Select(_ => new[] { random.NextDouble(), (double)random.Next(3) }).ToArray();
            var model = Model([.. amounts.Select(_ => 3 * random.NextDouble())], amounts, [0.5 * amounts.Sum(a => a[0]), 0.4 * amounts.Sum(a => a[1])], new(9, sides));
            var best = double.PositiveInfinity;
            for (var choice = 0; choice < 1 << 9; choice++)
            {
                var tried = Enumerable.Range(0, 9).Select(unit => (choice >> unit & 1) == 1).ToArray();
                if (new Polish(model, new double[2], tried, []).IsMet) best = Math.Min(best, Polish.Value(model, tried));
            }

            var selected = Enumerable.Range(0, 9).Select(_ => random.Next(2) == 0).ToArray();
            Assert.True(Walk(model, selected, seed));
            Assert.True(Polish.Value(model, selected) >= best - 1e-5);
            if (Polish.Value(model, selected) <= best + 1e-5) found++;
        }

        Assert.True(found >= 55);
    }

    private static bool Walk(SelectionModel model, bool[] selected, int seed)
    {
        double[] scale = [.. Enumerable.Repeat(1.0, model.RowCount)];
        var matrix = new AmountMatrix(model, scale);
        var needs = new PricedNeeds(matrix, [.. model.Rows.Select(row => row.Need)], [.. model.Rows.Select(_ => true)], [.. model.Rows.Select(_ => 10.0)]);
        return new EdgeAnnealing(matrix, model.Sides, model.Cost, needs).Run(selected, 2, 0.1, 0.2, 50, 400, seed, () => false);
    }

    private static SelectionSides Line(int units) => new(units, [.. Enumerable.Range(0, units - 1).Select(unit => (unit, unit + 1, 1.0))]);

    private static SelectionModel Model(double[] cost, double[][] amounts, double[] need, SelectionSides sides)
    {
        var bare = FeatureCases.Model(cost, amounts, need);
        return new()
        {
            Units = bare.Units,
            Forced = bare.Forced,
            Constant = bare.Constant,
            Cost = bare.Cost,
            First = bare.First,
            Row = bare.Row,
            Amount = bare.Amount,
            Rows = bare.Rows,
            Sides = sides,
            Impossible = [],
            Maximises = false,
        };
    }
}
