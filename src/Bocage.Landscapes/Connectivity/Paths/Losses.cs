namespace Bocage.Landscapes;

/// <summary>What pairs count for together, and how much of it hangs on each patch and link; by the numbers of the patch graph.</summary>
/// <param name="Numerator">ΣΣ aᵢ·aⱼ·value.</param>
/// <param name="Flux">Per patch k 2·aₖ·Σ_{j≠k} aⱼ·value.</param>
/// <param name="Connector">Per patch what the pairs of other patches lose without it.</param>
/// <param name="Links">Per link what is lost without it; empty when not asked.</param>
internal sealed record Losses(double Numerator, double[] Flux, double[] Connector, double[] Links)
{
    /// <summary>Stands in where nothing was asked: every figure is NaN.</summary>
    public static Losses NotKnown(int patchCount, int linkCount) => new(double.NaN, new double[patchCount], new double[patchCount], new double[linkCount]);

    /// <summary>A loss in % of the total; NaN when the total is 0 or not known.</summary>
    public double PercentOf(double loss) => 100 * loss / Numerator;
}
