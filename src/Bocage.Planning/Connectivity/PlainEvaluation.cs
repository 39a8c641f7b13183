namespace Bocage.Planning;

/// <summary>The value of a case by its definition: one search per source on the whole network. The yardstick for everything faster.</summary>
internal static class PlainEvaluation
{
    /// <summary>Σ S·P·T. O(sources · arcs · log vertices).</summary>
    public static double Of(ConnectivityCase network, ReadOnlySpan<bool> selected)
    {
        var source = network.SourceQuality.ToArray();
        var target = network.TargetQuality.ToArray();
        foreach (var gain in network.VertexImprovements)
        {
            if (!selected[gain.Unit]) continue;
            source[gain.Vertex] += gain.SourceGain;
            target[gain.Vertex] += gain.TargetGain;
        }
        var probability = new double[network.Arcs.Length];
        for (var arc = 0; arc < probability.Length; arc++) probability[arc] = network.Arcs[arc].Probability;
        foreach (var better in network.ArcImprovements)
            if (selected[better.Unit]) probability[better.Arc] = Math.Max(probability[better.Arc], better.Probability);

        var first = new int[source.Length + 1];
        foreach (var arc in network.Arcs) first[arc.From + 1]++;
        for (var vertex = 0; vertex < source.Length; vertex++) first[vertex + 1] += first[vertex];
        var next = first.AsSpan(0, source.Length).ToArray();
        var outgoing = new int[network.Arcs.Length];
        for (var arc = 0; arc < outgoing.Length; arc++) outgoing[next[network.Arcs[arc].From]++] = arc;

        var sum = 0.0;
        var best = new double[source.Length];
        var frontier = new PriorityQueue<int, double>();
        for (var start = 0; start < source.Length; start++)
        {
            if (source[start] <= 0) continue;
            Array.Clear(best);
            best[start] = 1;
            // A sum per source: millions of small terms on one large sum would lose four digits.
            var reached = 0.0;
            frontier.Enqueue(start, -1);
            while (frontier.TryDequeue(out var vertex, out var negated))
            {
                if (-negated < best[vertex]) continue;
                reached += best[vertex] * target[vertex];
                for (var k = first[vertex]; k < first[vertex + 1]; k++)
                {
                    var arc = outgoing[k];
                    var there = best[vertex] * probability[arc];
                    var head = network.Arcs[arc].To;
                    if (there <= best[head]) continue;
                    best[head] = there;
                    frontier.Enqueue(head, -there);
                }
            }

            sum += source[start] * reached;
        }
        return sum;
    }
}
