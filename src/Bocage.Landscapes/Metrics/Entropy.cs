namespace Bocage.Landscapes;

/// <summary>How evenly a whole is spread over parts.</summary>
internal static class Entropy
{
    /// <summary>−Σ pᵢ·ln pᵢ over the shares pᵢ of the parts in their sum; NaN when the sum is 0.</summary>
    public static double Of(IReadOnlyCollection<double> parts)
    {
        var (whole, sum) = (parts.Sum(), 0.0);
        if (whole == 0) return double.NaN;
        foreach (var part in parts)
        {
            if (part > 0) sum -= part / whole * Math.Log(part / whole);
        }

        return sum;
    }
}
