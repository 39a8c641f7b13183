namespace Bocage.Landscapes;

/// <summary>What a pair of patches counts for by the length of the best path between them.</summary>
internal interface IDecay
{
    /// <summary>Whether <see cref="LostShare"/> depends on the detour only, so that it can be kept for all patches behind it.</summary>
    static abstract bool IsMemoryless { get; }

    /// <summary>From 1 at length 0 to 0 at infinity.</summary>
    static abstract double Value(double length);

    /// <summary>1 − Value(length + detour) / Value(length): 0 without a detour, 1 when there is no other path.</summary>
    static abstract double LostShare(double length, double detour);
}

/// <summary>Probability: lengths are −ln p (PC).</summary>
internal readonly struct ProbabilityDecay : IDecay
{
    public static bool IsMemoryless => true;

    public static double Value(double length) => Math.Exp(-length);

    // Near 0, 1 − e⁻ˣ would lose its digits; five terms of the series leave a relative error below 2e-13.
    public static double LostShare(double length, double detour) =>
        detour < 0.01 ? detour * (1 - detour / 2 * (1 - detour / 3 * (1 - detour / 4 * (1 - detour / 5)))) : 1 - Math.Exp(-detour);
}

/// <summary>Topology: lengths are numbers of links, a pair counts 1 / (1 + links) (IIC).</summary>
internal readonly struct LinkCountDecay : IDecay
{
    public static bool IsMemoryless => false;

    public static double Value(double length) => 1 / (1 + length);

    public static double LostShare(double length, double detour) =>
        double.IsInfinity(detour) ? 1 : detour / (1 + length + detour);
}
