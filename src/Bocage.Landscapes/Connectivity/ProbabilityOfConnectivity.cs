namespace Bocage.Landscapes;

/// <summary>Probability of connectivity (PC): the chance that two animals dropped at random in the landscape land in habitat that they can reach from each other.</summary>
/// <remarks>
/// Numerator = Σᵢ Σⱼ aᵢ·aⱼ·p*ᵢⱼ over all ordered pairs, i = j included; a = area of a patch (ha), p* = the largest product of link probabilities over all paths,
/// which is the kernel of the least total distance; p*ᵢᵢ = 1. PC = numerator / A², A = area of the whole landscape, habitat or not.
/// Unit: numerator ha², PC none. Range: Σaᵢ² ≤ numerator ≤ (Σaᵢ)²; 0 ≤ PC ≤ 1 when A holds all patches. No patches: 0. No path between two patches: p* = 0.
/// Cost: O(n·m·log n) time, O(n + m) memory per thread. The result is the same to the last bit whatever the number of threads.
/// Saura and Pascual-Hortal (2007), doi:10.1016/j.landurbplan.2007.03.005. Nearest known tools: Conefor, Graphab (PC), Makurhini; ours has no probability
/// below which a link is dropped.
/// </remarks>
public static class ProbabilityOfConnectivity
{
    /// <summary>The numerator ΣΣ aᵢ·aⱼ·p*ᵢⱼ, in ha².</summary>
    public static double Of(PatchGraph graph, DispersalKernel kernel, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(kernel);
        return PairSum<ProbabilityDecay>.Of(PathGraph.ByProbability(graph, kernel), Environment.ProcessorCount, progress, cancellation);
    }

    /// <summary>PC: the numerator over the square of the landscape's area.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The landscape has no area, or the numerator is negative or not finite.</exception>
    public static double Index(double numerator, Area landscapeArea) => PairSum.Index(numerator, landscapeArea);
}
