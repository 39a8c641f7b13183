namespace Bocage.Planning;

/// <summary>The best worth that can be carried between vertices when gates keep a share and take a toll: Dijkstra's search, right because worth never grows on the way.</summary>
/// <remarks>Worth behind an arc: p · worth. Behind a gate: factor · worth − toll, when above 0. Work arrays are made once. For one thread. O(arcs · log vertices).</remarks>
internal sealed class TollSearch(CorridorNetwork network)
{
    private readonly PriorityQueue<int, double> queue = new();

    /// <summary>The worth at each vertex; where the search ended early, right for what is above <see cref="Last"/>.</summary>
    public double[] Worth { get; } = new double[network.Image.Length];

    /// <summary>The gate by which each vertex got its worth, −1 for an arc; and the vertex before it.</summary>
    public (int Gate, int Before)[] By { get; } = new (int, int)[network.Image.Length];

    /// <summary>The worth of the vertex that was settled last.</summary>
    public double Last { get; private set; }

    /// <summary>Searches from a vertex along the arcs, or against them.</summary>
    /// <param name="start">Where the worth is 1.</param>
    /// <param name="isBackward">Whether against the arcs.</param>
    /// <param name="factors">By gate, the share that passes; 0 for a closed gate.</param>
    /// <param name="tolls">By gate, what is taken; null for nothing.</param>
    /// <param name="end">Where to end; −1 for nowhere.</param>
    public void From(int start, bool isBackward, double[] factors, double[]? tolls, int end)
    {
        var arcs = isBackward ? network.Incoming : network.Outgoing;
        var gates = isBackward ? network.GatesTo : network.GatesFrom;
        Array.Clear(Worth);
        queue.Clear();
        Reach(start, 1, -1, start);
        while (queue.TryDequeue(out var vertex, out var key))
        {
            var here = -key;
            if (here < Worth[vertex]) continue;
            Last = here;
            if (vertex == end) return;
            foreach (ref readonly var arc in arcs.Arcs.AsSpan(arcs.First[vertex]..arcs.First[vertex + 1])) Reach(arc.Vertex, here * arc.Probability, -1, vertex);
            foreach (var gate in gates[vertex])
                if (factors[gate] > 0) Reach(isBackward ? network.Gates[gate].Tail : network.Gates[gate].Head, factors[gate] * here - (tolls?[gate] ?? 0), gate, vertex);
        }

        Last = 0;
    }

    private void Reach(int vertex, double worth, int gate, int before)
    {
        if (!(worth > Worth[vertex])) return;
        Worth[vertex] = worth;
        By[vertex] = (gate, before);
        queue.Enqueue(vertex, -worth);
    }
}
