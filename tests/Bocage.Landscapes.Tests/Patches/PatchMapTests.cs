namespace Bocage.Landscapes.Tests.Patches;

public class PatchMapTests
{
    private static readonly Grid Row = new(5, 1);

    [Fact] // patch 1 lies in two pieces, at columns 1 and 4: mean x = (1.5 + 4.5) / 2
    public void Labels_that_are_known_make_patches()
    {
        var map = PatchMap.From(Row, [0, 1, 2, 2, 1]);
        Assert.Equal([new(1, 2, 2e-4, 3, -0.5, 0, 1, 0, 4), new(2, 2, 2e-4, 3, -0.5, 0, 2, 0, 3)], map.Patches);
    }

    [Fact]
    public void No_labels_make_no_patches() => Assert.Empty(PatchMap.From(Row, new int[5]).Patches);

    [Theory]
    [InlineData(new[] { 0, 1, 3, 3, 1 }, "2 does not occur")]
    [InlineData(new[] { 0, 1, -1, 0, 1 }, "got -1")]
    [InlineData(new[] { 0, 1, 6, 0, 1 }, "got 6")]
    [InlineData(new[] { 0, 1 }, "got 2")]
    public void Labels_that_make_no_sense_are_refused(int[] labels, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => PatchMap.From(Row, labels)).Message, StringComparison.Ordinal);
}
