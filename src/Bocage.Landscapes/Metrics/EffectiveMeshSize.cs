namespace Bocage.Landscapes;

/// <summary>Effective mesh size (MESH): the mean size of the habitat patch in which a random point of the landscape lies, land without habitat counting 0.</summary>
/// <remarks>
/// MESH = Σᵢ aᵢ² / A, a = area of a patch, A = area of the landscape, both in ha. Unit: ha. Range: 0 &lt; MESH ≤ A when the patches lie within the landscape and one has area;
/// no patches give 0. It sees how habitat is cut up, not whether the pieces can be reached: for that there is <see cref="EquivalentConnectedArea"/>.
/// Cost: O(n). Jaeger (2000), doi:10.1023/A:1008129329289. Nearest known tools: FRAGSTATS and landscapemetrics (MESH), Makurhini (MK_MESH), the same formula.
/// </remarks>
public static class EffectiveMeshSize
{
    /// <summary>Σaᵢ² / A in ha.</summary>
    /// <param name="areasHa">Area of each patch in ha, 0 or more.</param>
    /// <param name="landscapeAreaHa">Area of the landscape in ha, above 0; take the sum of the patches to judge how the habitat itself is cut up.</param>
    /// <exception cref="ArgumentException">An area is negative or not finite, or the landscape has none.</exception>
    public static double Of(IEnumerable<double> areasHa, double landscapeAreaHa)
    {
        ArgumentNullException.ThrowIfNull(areasHa);
        if (!(landscapeAreaHa > 0) || double.IsInfinity(landscapeAreaHa))
            throw new ArgumentOutOfRangeException(nameof(landscapeAreaHa), landscapeAreaHa, "The landscape must have a finite area above 0 ha.");
        var sum = 0.0;
        foreach (var area in areasHa)
        {
            if (!(area >= 0) || double.IsInfinity(area))
                throw new ArgumentException(FormattableString.Invariant($"The area of a patch must be 0 ha or more and finite; got {area}."), nameof(areasHa));
            sum += area * area;
        }

        return sum / landscapeAreaHa;
    }
}
