namespace Bocage.Landscapes;

/// <summary>A link that is not there yet, with the patches at either side that would use it first.</summary>
/// <remarks>
/// With ends u and v and probability q, patch s would walk to v over the new link only if p*ₛᵤ·q > p*ₛᵥ: the near side. Likewise the far side uses it to
/// reach u. As p*ₛₜ ≥ p*ₛᵥ·p*ᵥₜ, a pair gains only when one patch is on the near side and the other on the far side, and as q ≤ 1 no patch is on both.
/// </remarks>
internal sealed class CandidateLink
{
    private readonly double[] overLink;
    private readonly int[] far;
    private readonly double[] farProbability;
    private readonly double[] farArea;

    public CandidateLink(PathGraph graph, double[] fromU, double[] fromV, double probability)
    {
        overLink = new double[graph.Count];
        var farSide = new List<int>();
        for (var patch = 0; patch < graph.Count; patch++)
        {
            if (fromU[patch] * probability > fromV[patch]) overLink[patch] = fromU[patch] * probability;
            else if (fromV[patch] * probability > fromU[patch] && graph.Area[patch] > 0) farSide.Add(patch);
        }

        far = [.. farSide];
        farProbability = [.. far.Select(patch => fromV[patch])];
        farArea = [.. far.Select(patch => graph.Area[patch])];
    }

    public bool IsNear(int patch) => overLink[patch] > 0;

    /// <summary>Σₜ aₜ·max(0, p*ₛᵤ·q·p*ᵥₜ − p*ₛₜ) for a patch s on the near side.</summary>
    /// <param name="source">The patch s.</param>
    /// <param name="probability">p*ₛₜ of every t.</param>
    public double GainFrom(int source, double[] probability)
    {
        var reach = overLink[source];
        var gain = 0.0;
        for (var k = 0; k < far.Length; k++) gain += farArea[k] * Math.Max(0, reach * farProbability[k] - probability[far[k]]);
        return gain;
    }
}
