namespace Bocage.Landscapes.Tests.Legends;

public class LandCoverLegendTests
{
    private static readonly LandCoverClass Wood = new(2, new("wood"), "#00ff00");

    [Fact]
    public void Classes_are_found_by_code()
    {
        var legend = new LandCoverLegend("Mine", [Wood]);
        Assert.Equal("Mine", legend.Name);
        Assert.Same(Wood, legend.Find(2));
        Assert.Null(legend.Find(3));
    }

    [Fact]
    public void A_code_that_stands_there_twice_is_refused() =>
        Assert.Contains("code 2 twice", Assert.Throws<ArgumentException>(() => new LandCoverLegend("Mine", [Wood, Wood])).Message, StringComparison.Ordinal);
}
