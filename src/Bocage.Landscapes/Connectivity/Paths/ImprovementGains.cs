namespace Bocage.Landscapes;

/// <summary>Per source: what each candidate link would add to the sum over its pairs.</summary>
internal sealed class ImprovementGains(PathGraph graph, IReadOnlyList<CandidateLink> candidates) : OrderedBlocks.IWorker
{
    private readonly PathSearch search = new(graph);
    private readonly double[] probability = new double[graph.Count];

    /// <summary>Adds to sums[c] half of what candidate c adds to ΣΣ aᵢ·aⱼ·p*ᵢⱼ over the pairs of this source.</summary>
    public void AddSource(int source, double[] sums)
    {
        if (graph.Area[source] == 0 || !candidates.Any(candidate => candidate.IsNear(source))) return;
        search.From(source);
        foreach (var patch in search.Order.AsSpan(0, search.Count)) probability[patch] = Math.Exp(-search.Distance[patch]);
        for (var c = 0; c < candidates.Count; c++)
        {
            if (candidates[c].IsNear(source)) sums[c] += graph.Area[source] * candidates[c].GainFrom(source, probability);
        }

        foreach (var patch in search.Order.AsSpan(0, search.Count)) probability[patch] = 0;
    }
}
