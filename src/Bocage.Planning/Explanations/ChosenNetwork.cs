namespace Bocage.Planning;

/// <summary>A case with the improvements of a choice in place.</summary>
internal sealed class ChosenNetwork
{
    private readonly ConnectivityCase network;
    private readonly bool[] plan;
    private readonly double[] probability;
    private readonly int[] first;
    private readonly int[] outgoing;
    private readonly PriorityQueue<int, double> frontier = new();

    internal ChosenNetwork(ConnectivityCase network, bool[] plan)
    {
        this.network = network;
        this.plan = plan;
        Source = [.. network.SourceQuality];
        Target = [.. network.TargetQuality];
        foreach (var better in network.VertexImprovements)
        {
            if (!plan[better.Unit]) continue;
            Source[better.Vertex] += better.SourceGain;
            Target[better.Vertex] += better.TargetGain;
        }
        probability = [.. network.Arcs.Select(arc => arc.Probability)];
        foreach (var better in network.ArcImprovements) if (plan[better.Unit]) probability[better.Arc] = Math.Max(probability[better.Arc], better.Probability);
        (first, outgoing) = Outgoing(LeadingSomewhere());
    }

    internal double[] Source { get; }

    internal double[] Target { get; }

    /// <summary>The arcs that get worse without a unit, with what is left of them.</summary>
    internal (int Arc, double Probability)[] WithoutUnit(int unit)
    {
        var left = network.ArcImprovements.Where(better => better.Unit == unit).Select(better => better.Arc).Distinct().ToDictionary(arc => arc, arc => network.Arcs[arc].Probability);
        foreach (var better in network.ArcImprovements)
            if (better.Unit != unit && plan[better.Unit] && left.TryGetValue(better.Arc, out var now)) left[better.Arc] = Math.Max(now, better.Probability);
        return [.. left.Where(arc => arc.Value < probability[arc.Key]).OrderBy(arc => arc.Key).Select(arc => (arc.Key, arc.Value))];
    }

    /// <summary>Best paths from a vertex, with some arcs worse than in the choice.</summary>
    internal void Search(int start, PathsFrom paths, (int Arc, double Probability)[]? worse = null)
    {
        Swap(worse);
        var best = paths.Probability;
        Array.Clear(best);
        Array.Fill(paths.ArcInto, -1);
        best[start] = 1;
        frontier.Enqueue(start, -1);
        while (frontier.TryDequeue(out var vertex, out var negated))
        {
            if (-negated < best[vertex]) continue;
            for (var k = first[vertex]; k < first[vertex + 1]; k++)
            {
                var arc = outgoing[k];
                var reached = best[vertex] * probability[arc];
                var head = network.Arcs[arc].To;
                if (reached <= best[head]) continue;
                best[head] = reached;
                paths.ArcInto[head] = arc;
                frontier.Enqueue(head, -reached);
            }
        }
        Swap(worse);
    }

    /// <summary>Whether a path from each vertex leads to a target: the entrances of places that are not chosen lead nowhere, and there are many of them.</summary>
    private bool[] LeadingSomewhere()
    {
        var (firstInto, into) = Grouped(arc => arc.To, _ => true);
        var leads = new bool[Source.Length];
        var open = new Stack<int>(Enumerable.Range(0, Source.Length).Where(vertex => Target[vertex] > 0));
        foreach (var target in open) leads[target] = true;
        while (open.TryPop(out var vertex))
        {
            for (var k = firstInto[vertex]; k < firstInto[vertex + 1]; k++)
            {
                var tail = network.Arcs[into[k]].From;
                if (leads[tail] || probability[into[k]] <= 0) continue;
                leads[tail] = true;
                open.Push(tail);
            }
        }
        return leads;
    }

    private (int[] First, int[] Arcs) Outgoing(bool[] leads) => Grouped(arc => arc.From, arc => probability[arc] > 0 && leads[network.Arcs[arc].To]);

    private (int[] First, int[] Arcs) Grouped(Func<ConnectivityArc, int> vertexOf, Func<int, bool> isKept)
    {
        int[] kept = [.. Enumerable.Range(0, network.Arcs.Length).Where(isKept)];
        var begins = new int[Source.Length + 1];
        foreach (var arc in kept) begins[vertexOf(network.Arcs[arc]) + 1]++;
        for (var vertex = 0; vertex < Source.Length; vertex++) begins[vertex + 1] += begins[vertex];
        var next = begins.AsSpan(0, Source.Length).ToArray();
        var arcs = new int[kept.Length];
        foreach (var arc in kept) arcs[next[vertexOf(network.Arcs[arc])]++] = arc;
        return (begins, arcs);
    }

    /// <summary>Puts other probabilities in place, and the old ones back when called again.</summary>
    private void Swap((int Arc, double Probability)[]? worse)
    {
        for (var k = 0; k < (worse?.Length ?? 0); k++)
        {
            var (arc, other) = worse![k];
            worse[k] = (arc, probability[arc]);
            probability[arc] = other;
        }
    }
}
