namespace Bocage.Landscapes.Tests.Connectivity;

public class PatchGraphTests
{
    [Fact]
    public void Links_stand_sorted_and_of_twins_only_the_shortest() =>
        Assert.Equal([new(0, 1, 4), new(0, 2, 9), new(1, 2, 7)], new PatchGraph([1, 1, 1], [new(2, 1, 7), new(1, 0, 5), new(0, 1, 4), new(0, 2, 9)]).Links);

    [Theory]
    [InlineData(0, 3, 1.0, "patches 0 to 2")]
    [InlineData(-1, 0, 1.0, "patches 0 to 2")]
    [InlineData(1, 1, 1.0, "itself")]
    [InlineData(0, 1, -0.5, "0 or more")]
    [InlineData(0, 1, double.NaN, "0 or more")]
    public void A_link_that_cannot_be_is_refused(int from, int to, double distance, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => new PatchGraph([1, 1, 1], [new(from, to, distance)])).Message, StringComparison.Ordinal);
}
