namespace Bocage.Planning.Tests;

/// <summary>The smallest network with a place that can be bought: s –½→ in –0→ out –½→ t, and s –0.2→ t; unit 0 opens in→out with 1; S(s) = 2, T(t) = 3.</summary>
internal static class OnePlace
{
    public static ConnectivityCase Network { get; } = new()
    {
        Name = "place",
        SourceQuality = [2, 0, 0, 0],
        TargetQuality = [0, 0, 0, 3],
        Arcs = [new(0, 1, 0.5), new(1, 2, 0), new(2, 3, 0.5), new(0, 3, 0.2), new(3, 1, 0.01)],
        ArcImprovements = [new(1, 0, 1)],
    };
}
