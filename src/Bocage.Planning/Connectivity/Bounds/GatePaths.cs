namespace Bocage.Planning;

/// <summary>The best probabilities from a vertex to all others when every gate passes a share of its own: Dijkstra's search, right because no share is above 1.</summary>
/// <remarks>Work arrays are made once. For one thread. O(arcs · log vertices).</remarks>
internal sealed class GatePaths(CorridorNetwork network)
{
    private readonly PriorityQueue<int, double> queue = new();

    /// <summary>Best product of the last search at each vertex; 0 when not reached.</summary>
    public double[] Best { get; } = new double[network.Image.Length];

    /// <summary>Searches from a vertex along the arcs, or against them.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="isBackward">Whether against the arcs.</param>
    /// <param name="shares">By gate, the share that passes; 0 for a closed gate.</param>
    public void From(int start, bool isBackward, double[] shares)
    {
        var arcs = isBackward ? network.Incoming : network.Outgoing;
        var gates = isBackward ? network.GatesTo : network.GatesFrom;
        Array.Clear(Best);
        queue.Clear();
        Reach(start, 1);
        while (queue.TryDequeue(out var vertex, out var key))
        {
            var here = -key;
            if (here < Best[vertex]) continue;
            foreach (ref readonly var arc in arcs.Arcs.AsSpan(arcs.First[vertex]..arcs.First[vertex + 1])) Reach(arc.Vertex, here * arc.Probability);
            foreach (var gate in gates[vertex]) Reach(isBackward ? network.Gates[gate].Tail : network.Gates[gate].Head, here * shares[gate]);
        }
    }

    private void Reach(int vertex, double probability)
    {
        if (!(probability > Best[vertex])) return;
        Best[vertex] = probability;
        queue.Enqueue(vertex, -probability);
    }
}
