namespace Bocage.Planning;

/// <summary>Finds ways between two habitats over places that are not chosen yet, when each of those has a price: a goal-directed search, backwards from the target.</summary>
/// <remarks>
/// A way is −ln P long, plus the prices of the gates that are not open yet. The search is led by −ln of the best probability when everything is open, and gives up when no way can be shorter than a limit:
/// so it only looks at what lies between the two. Work arrays are made once. For one thread.
/// </remarks>
internal sealed class CorridorWays
{
    private readonly CorridorNetwork network;
    private readonly double[] length;
    private readonly (int Gate, int Next)[] by;
    private readonly List<int> touched = [];
    private readonly PriorityQueue<int, double> queue = new();

    public CorridorWays(CorridorNetwork network)
    {
        this.network = network;
        (length, by) = (new double[network.Image.Length], new (int, int)[network.Image.Length]);
        Array.Fill(length, double.PositiveInfinity);
    }

    /// <summary>The shortest way, or null when none is shorter than the limit.</summary>
    /// <param name="source">Where it begins.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="least">By vertex, no more than the length of any way from the source to it: see <see cref="LeastLengths"/>.</param>
    /// <param name="prices">By unit, what a gate of it adds to the length; 0 for a chosen one.</param>
    /// <param name="limit">Only a shorter way counts.</param>
    /// <returns>Its probability and the units of its gates, chosen ones included.</returns>
    public (double Probability, int[] Units)? Find(int source, int target, double[] least, double[] prices, double limit)
    {
        foreach (var vertex in touched) length[vertex] = double.PositiveInfinity;
        touched.Clear();
        queue.Clear();
        Reach(target, 0, -1, target, least, limit);
        while (queue.TryDequeue(out var vertex, out var key))
        {
            var here = length[vertex];
            if (key > here + least[vertex]) continue;
            if (vertex == source) return Way(source, target);
            foreach (ref readonly var arc in network.Lengths.Arcs.AsSpan(network.Lengths.First[vertex]..network.Lengths.First[vertex + 1])) Reach(arc.Vertex, here + arc.Probability, -1, vertex, least, limit);
            foreach (var gate in network.GatesTo[vertex]) Reach(network.Gates[gate].Tail, here + network.GateLengths[gate] + prices[network.Gates[gate].Unit], gate, vertex, least, limit);
        }

        return null;
    }

    /// <summary>For each source and vertex, −ln of the best probability with every unit chosen; a little less, for rounding.</summary>
    public static double[][] LeastLengths(CorridorNetwork network, int[] sources, CancellationToken cancellation)
    {
        double[] open = [.. network.Gates.Select(gate => gate.Probability)];
        return Landscapes.Workers.Map(sources.Length, Landscapes.Workers.Usual, () => new GatePaths(network), (search, k) =>
        {
            search.From(sources[k], false, open);
            return search.Best.Select(best => -Math.Log(best) * (1 - 1e-9)).ToArray();
        }, null, cancellation);
    }

    private void Reach(int vertex, double there, int gate, int next, double[] least, double limit)
    {
        if (!(there < length[vertex]) || !(there + least[vertex] < limit)) return;
        if (double.IsPositiveInfinity(length[vertex])) touched.Add(vertex);
        length[vertex] = there;
        by[vertex] = (gate, next);
        queue.Enqueue(vertex, there + least[vertex]);
    }

    private (double, int[]) Way(int source, int target)
    {
        var (probability, units) = (1.0, new List<int>());
        for (var at = source; at != target; at = by[at].Next)
        {
            if (by[at].Gate < 0)
            {
                probability *= Open(at, by[at].Next);
                continue;
            }

            probability *= network.Gates[by[at].Gate].Probability;
            units.Add(network.Gates[by[at].Gate].Unit);
        }

        return (probability, [.. units.Distinct()]);
    }

    private double Open(int from, int to)
    {
        var best = 0.0;
        foreach (ref readonly var arc in network.Outgoing.Arcs.AsSpan(network.Outgoing.First[from]..network.Outgoing.First[from + 1])) if (arc.Vertex == to) best = Math.Max(best, arc.Probability);
        return best;
    }
}
