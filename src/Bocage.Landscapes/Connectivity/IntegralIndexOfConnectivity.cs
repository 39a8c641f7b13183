namespace Bocage.Landscapes;

/// <summary>Integral index of connectivity (IIC): like PC, but a pair of patches counts by the fewest links between them, however long.</summary>
/// <remarks>
/// Numerator = Σᵢ Σⱼ aᵢ·aⱼ / (1 + nlᵢⱼ) over all ordered pairs, i = j included; nl = fewest links on a path, nlᵢᵢ = 0. IIC = numerator / A².
/// Only links that are in the graph count, so build it with the links that the species can cover (<see cref="PatchGraph.Threshold"/>).
/// Unit: numerator ha², IIC none. Range: Σaᵢ² ≤ numerator ≤ (Σaᵢ)²; 0 ≤ IIC ≤ 1. No patches: 0. No path: the pair counts 0.
/// Cost: O(n·m) time, O(n + m) memory per thread; the same to the last bit whatever the number of threads.
/// Pascual-Hortal and Saura (2006), doi:10.1007/s10980-006-0013-z. Nearest known tools: Conefor, Graphab (IIC).
/// </remarks>
public static class IntegralIndexOfConnectivity
{
    /// <summary>The numerator ΣΣ aᵢ·aⱼ / (1 + nlᵢⱼ), in ha².</summary>
    public static double Of(PatchGraph graph, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return PairSum<LinkCountDecay>.Of(PathGraph.ByLinks(graph), Environment.ProcessorCount, progress, cancellation);
    }

    /// <summary>IIC: the numerator over the square of the landscape's area.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The landscape has no area, or the numerator is negative or not finite.</exception>
    public static double Index(double numerator, Area landscapeArea) => PairSum.Index(numerator, landscapeArea);
}
