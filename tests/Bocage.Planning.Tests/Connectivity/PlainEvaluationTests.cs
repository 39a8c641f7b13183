namespace Bocage.Planning.Tests;

public class PlainEvaluationTests
{
    // a → b with p 0.5, b → c with p 0.2 that unit 0 lifts to 0.8; unit 1 adds 2 to the source quality of a; all qualities 1.
    private static readonly ConnectivityCase Chain = new()
    {
        Name = "chain",
        SourceQuality = [1, 1, 1],
        TargetQuality = [1, 1, 1],
        Arcs = [new(0, 1, 0.5), new(1, 2, 0.2)],
        ArcImprovements = [new(1, 0, 0.8)],
        VertexImprovements = [new(0, 1, 2, 0)],
    };

    [Theory]
    [InlineData(false, false, 3 + 0.5 + 0.2 + 0.1)]
    [InlineData(true, false, 3 + 0.5 + 0.8 + 0.4)]
    [InlineData(false, true, 5 + 3 * 0.5 + 0.2 + 3 * 0.1)]
    [InlineData(true, true, 5 + 3 * 0.5 + 0.8 + 3 * 0.4)]
    public void A_chain_by_hand(bool arc, bool vertex, double expected) =>
        Assert.Equal(expected, PlainEvaluation.Of(Chain, [arc, vertex]), 12);
}
