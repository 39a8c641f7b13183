using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CriterionTangentTests
{
    [Fact] // √z at z = 4 has the tangent 1 + z / 4; at 9 it gives 3.25 for 3
    public void A_root_is_touched_where_it_is_asked()
    {
        var plane = CriterionTangent.Above(new ConnectivityCriterion.SquareRoot(new ConnectivityCriterion.OfCase(0)), [4], [1], [9]);
        Assert.Equal(1, plane.Constant, 12);
        Assert.Equal(0.25, plane.Slopes[0], 12);
    }

    [Fact] // a·b with 1 ≤ a ≤ 3, 2 ≤ b ≤ 5: (3 − a)(b − 2) ≥ 0 gives 3b + 2a − 6, (a − 1)(5 − b) ≥ 0 gives b + 5a − 5; at (2, 3) those are 7 and 8
    public void A_product_takes_the_lower_of_two_planes()
    {
        var product = new ConnectivityCriterion.Product([new ConnectivityCriterion.OfCase(0), new ConnectivityCriterion.OfCase(1)]);
        var plane = CriterionTangent.Above(product, [2, 3], [1, 2], [3, 5]);
        Assert.Equal(-6, plane.Constant, 12);
        Assert.Equal([2, 3], plane.Slopes);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Is_never_below_the_criterion(int seed)
    {
        var random = new SeededRandom(seed);
        const int Cases = 3;
        double[] low = [.. Enumerable.Range(0, Cases).Select(_ => random.Next(3) == 0 ? 0 : 10 * random.NextDouble())];
        double[] high = [.. low.Select(value => value + 20 * random.NextDouble())];
        double[] Point() => [.. low.Zip(high, (from, to) => from + random.NextDouble() * (to - from))];
        var criterion = Formula(random, 3);
        var plane = CriterionTangent.Above(criterion, Point(), low, high);
        for (var k = 0; k < 200; k++)
        {
            var at = k == 0 ? low : k == 1 ? high : Point();
            var value = criterion.Value(at);
            var above = plane.Constant + plane.Slopes.Zip(at, (slope, x) => slope * x).Sum();
            Assert.True(above >= value - 1e-9 * Math.Max(1, Math.Abs(value)), $"{above} is below {value}");
        }

        Assert.All(plane.Slopes, slope => Assert.True(slope >= 0));

        ConnectivityCriterion Formula(SeededRandom chance, int depth) => (depth == 0 ? 0 : chance.Next(6)) switch
        {
            1 => new ConnectivityCriterion.Sum([Formula(chance, depth - 1), Formula(chance, depth - 1)]),
            2 => new ConnectivityCriterion.Product([Formula(chance, depth - 1), Formula(chance, depth - 1)]),
            3 => new ConnectivityCriterion.Minimum([Formula(chance, depth - 1), Formula(chance, depth - 1)]),
            4 => new ConnectivityCriterion.SquareRoot(Formula(chance, depth - 1)),
            5 => new ConnectivityCriterion.Scaled(2 * chance.NextDouble(), Formula(chance, depth - 1)),
            _ => chance.Next(5) == 0 ? new ConnectivityCriterion.Constant(chance.NextDouble()) : new ConnectivityCriterion.OfCase(chance.Next(Cases)),
        };
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 400)];
}
