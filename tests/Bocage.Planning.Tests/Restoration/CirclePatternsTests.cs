using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

public class CirclePatternsTests
{
    private static RestorationProblem Square(double cellHeight, double diameter) =>
        new(new(new(30, 30, 100, cellHeight), new byte[900]), Enumerable.Repeat(1.0, 900).ToArray(), new(1) { MaximumDiameter = diameter });

    [Fact] // 100 m: a pair of neighbours, across or down. 142 m (√2 = 1.4142): the square of four holds both pairs. Less than 100 m: one unit.
    public void Small_circles_hold_what_fits_by_hand()
    {
        Assert.Equal([1], CirclePatterns.Of(Square(100, 99), 99)!.Select(pattern => pattern.Length));
        Assert.Equal([2, 2], CirclePatterns.Of(Square(100, 100), 100)!.Select(pattern => pattern.Length));
        var square = Assert.Single(CirclePatterns.Of(Square(100, 142), 142)!);
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], square.Order());
        Assert.Null(CirclePatterns.Of(Square(100, 5000), 5000));
    }

    [Fact]
    public void Every_set_that_a_circle_holds_lies_within_a_shift_of_a_pattern()
    {
        var random = new SeededRandom(8);
        for (var round = 0; round < 400; round++)
        {
            var (height, diameter) = (70 + random.Next(80), 100 + random.NextDouble() * 450);
            if (round % 4 == 0) (height, diameter) = (100, 50 * Math.Sqrt(4 + random.Next(60))); // circles with several centres on their edge
            var problem = Square(height, diameter);
            var patterns = CirclePatterns.Of(problem, diameter)!;
            // Any place of the circle, and places where a unit lies on the edge or in the middle.
            var (x, y) = (1500 + random.NextDouble() * 100, 1500 + random.NextDouble() * height);
            if (round % 3 == 0) (x, y) = problem.Grid.Centre(problem.Grid.CellAt(15, 15));
            if (round % 3 == 1) (x, y) = (problem.Grid.Centre(problem.Grid.CellAt(15, 15)).X + diameter / 2, problem.Grid.Centre(problem.Grid.CellAt(15, 15)).Y);
            var held = Enumerable.Range(0, 900).Where(unit => problem.Grid.Centre(unit) is var (a, b) && Math.Sqrt((a - x) * (a - x) + (b - y) * (b - y)) <= diameter / 2).Select(problem.Grid.Position).ToList();
            if (held.Count == 0) continue;
            Assert.Contains(patterns, pattern => pattern.Any(first => held.TrueForAll(unit => pattern.Contains((unit.Row - held[0].Row + first.Row, unit.Column - held[0].Column + first.Column)))));
        }
    }

    [Fact]
    public void Every_pattern_fits_a_circle_and_lies_in_no_other()
    {
        foreach (var diameter in (double[])[100, 223.7, 300, 412.4, 500])
        {
            var problem = Square(106, diameter);
            var patterns = CirclePatterns.Of(problem, diameter)!;
            foreach (var pattern in patterns)
            {
                Assert.InRange(problem.DiameterOf(pattern.Select(unit => problem.Grid.CellAt(10 + unit.Row, 15 + unit.Column))), 0, diameter * (1 + 2e-9));
                Assert.DoesNotContain(patterns, other => other != pattern && other.Any(first => pattern.All(unit => other.Contains((unit.Row + first.Row, unit.Column + first.Column)))));
            }
        }
    }
}
