namespace Bocage.Landscapes;

/// <content>Graphs of patches that are known as points, joined in a straight line.</content>
public sealed partial class PatchGraph
{
    /// <summary>Links every patch to every other, over the straight line between their points.</summary>
    /// <param name="areaHa">Attribute of each patch: its area in hectares, or area times quality.</param>
    /// <param name="xs">x of each patch.</param>
    /// <param name="ys">y of each patch, in the same unit, which becomes that of the links.</param>
    /// <remarks>Cost: O(n²) time and memory; beyond some thousand patches use <see cref="Threshold"/>.</remarks>
    /// <exception cref="ArgumentException">The lists differ in length, a coordinate is not finite, or an area is negative or not finite.</exception>
    public static PatchGraph Complete(IReadOnlyList<double> areaHa, IReadOnlyList<double> xs, IReadOnlyList<double> ys) =>
        Threshold(areaHa, xs, ys, double.PositiveInfinity);

    /// <summary>Links the patches whose points lie no further apart than a distance, over the straight line.</summary>
    /// <param name="areaHa">Attribute of each patch: its area in hectares, or area times quality.</param>
    /// <param name="xs">x of each patch.</param>
    /// <param name="ys">y of each patch, in the same unit, which becomes that of the links.</param>
    /// <param name="maximumDistance">The longest link, 0 or more; a distance equal to it counts. Infinity links all.</param>
    /// <remarks>Cost: O(n + pairs within about the distance), through a grid of buckets. Nearest known tools: thresholded links in Conefor, Graphab and Makurhini.</remarks>
    /// <exception cref="ArgumentException">The lists differ in length, a number is not finite, or the distance is negative.</exception>
    public static PatchGraph Threshold(IReadOnlyList<double> areaHa, IReadOnlyList<double> xs, IReadOnlyList<double> ys, double maximumDistance)
    {
        ArgumentNullException.ThrowIfNull(areaHa);
        ArgumentNullException.ThrowIfNull(xs);
        ArgumentNullException.ThrowIfNull(ys);
        if (xs.Count != areaHa.Count || ys.Count != areaHa.Count)
            throw new ArgumentException($"Each of {areaHa.Count} patches needs one x and one y; got {xs.Count} x and {ys.Count} y.", nameof(xs));
        for (var k = 0; k < xs.Count; k++)
        {
            if (!double.IsFinite(xs[k]) || !double.IsFinite(ys[k]))
                throw new ArgumentException(FormattableString.Invariant($"Patch {k} must lie at finite coordinates; got ({xs[k]}, {ys[k]})."), nameof(xs));
        }

        if (!(maximumDistance >= 0))
            throw new ArgumentOutOfRangeException(nameof(maximumDistance), maximumDistance, "The longest link must be 0 or more.");
        return new(areaHa, new PointBuckets([.. xs], [.. ys], maximumDistance).Links());
    }
}
