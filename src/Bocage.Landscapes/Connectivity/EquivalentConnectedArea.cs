namespace Bocage.Landscapes;

/// <summary>Equivalent connected area (ECA): the size of the one undivided patch that would be worth as much as this whole network.</summary>
/// <remarks>
/// ECA = √numerator, of PC (then ECA(PC)) or of IIC (then ECA(IIC)). Unit: ha, or that of the attribute. Range: √Σaᵢ² ≤ ECA ≤ Σaᵢ, and never below the
/// largest patch; no patches give 0 ha. It depends on no landscape area, so two versions of a landscape can be compared:
/// dECA = 100·(ECA after − ECA before) / ECA before, in %. If habitat was added and dECA is above the % of habitat added (dA), the measure
/// connects more than it adds; below it, the new habitat lies apart. Saura et al. (2011), doi:10.1016/j.ecolind.2010.06.011.
/// Nearest known tools: EC(PC) and EC(IIC) in Conefor, EC in Graphab.
/// </remarks>
public static class EquivalentConnectedArea
{
    /// <summary>ECA of a numerator of <see cref="ProbabilityOfConnectivity"/> or <see cref="IntegralIndexOfConnectivity"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The numerator is negative or not finite.</exception>
    public static Area Of(double numerator) => Area.FromHectares(Math.Sqrt(PairSum.Checked(numerator)));

    /// <summary>ECA(PC) of a landscape.</summary>
    public static Area Of(PatchGraph graph, DispersalKernel kernel, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(ProbabilityOfConnectivity.Of(graph, kernel, progress, cancellation));

    /// <summary>ECA(IIC) of a landscape.</summary>
    public static Area Of(PatchGraph graph, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(IntegralIndexOfConnectivity.Of(graph, progress, cancellation));

    /// <summary>dECA: the change in % of the ECA before; NaN ("not known") when that was 0.</summary>
    public static double PercentChange(Area before, Area after) =>
        before.Hectares > 0 ? 100 * (after.Hectares - before.Hectares) / before.Hectares : double.NaN;
}
