namespace Bocage.Landscapes.Tests.Connectivity;

public class PatchGraphEuclideanTests
{
    [Fact] // a 3-4-5 triangle
    public void All_pairs_are_linked_over_the_straight_line() =>
        Assert.Equal([new(0, 1, 3), new(0, 2, 4), new(1, 2, 5)], PatchGraph.Complete([1, 1, 1], [0, 3, 0], [0, 0, 4]).Links);

    [Fact] // equal to the threshold counts, just above does not
    public void The_threshold_itself_counts()
    {
        Assert.Equal([new(0, 1, 3), new(0, 2, 4)], PatchGraph.Threshold([1, 1, 1], [0, 3, 0], [0, 0, 4], 4).Links);
        Assert.Equal([new(0, 1, 3)], PatchGraph.Threshold([1, 1, 1], [0, 3, 0], [0, 0, 4], Math.BitDecrement(4)).Links);
    }

    [Fact]
    public void A_threshold_of_0_links_points_that_coincide() =>
        Assert.Equal([new(0, 2, 0)], PatchGraph.Threshold([1, 1, 1], [5, 6, 5], [5, 5, 5], 0).Links);

    [Fact]
    public void Few_patches_are_no_trouble()
    {
        Assert.Equal(0, PatchGraph.Complete([], [], []).PatchCount);
        Assert.Empty(PatchGraph.Threshold([1], [5], [5], 10).Links);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Finds_the_pairs_that_a_search_through_all_finds(int seed)
    {
        var random = new SeededRandom(seed);
        var points = random.Next(1, 80);
        // Whole coordinates in a small field give many distances equal to the threshold.
        var (xs, ys) = (Coordinates(random, points), Coordinates(random, points));
        var threshold = new[] { 0, 1, 2, 5, 13, 100 }[seed % 6];
        var expected = new List<Link>();
        for (var i = 0; i < points; i++)
        {
            for (var j = i + 1; j < points; j++)
            {
                var distance = Math.Sqrt(Math.Pow(xs[i] - xs[j], 2) + Math.Pow(ys[i] - ys[j], 2));
                if (distance <= threshold) expected.Add(new(i, j, distance));
            }
        }

        Assert.Equal(expected, PatchGraph.Threshold(new double[points], xs, ys, threshold).Links);
    }

    [Theory]
    [InlineData(double.NaN, 1.0)]
    [InlineData(double.PositiveInfinity, 1.0)]
    [InlineData(0.0, -1.0)]
    [InlineData(0.0, double.NaN)]
    public void Nonsense_is_refused(double x, double threshold) =>
        Assert.ThrowsAny<ArgumentException>(() => PatchGraph.Threshold([1, 1], [x, 1], [0, 1], threshold));

    [Fact]
    public void Lists_of_different_length_are_refused() =>
        Assert.Contains("got 1 x and 2 y", Assert.Throws<ArgumentException>(() => PatchGraph.Complete([1, 1], [0], [0, 1])).Message, StringComparison.Ordinal);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    private static double[] Coordinates(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-20, 20))];
}
