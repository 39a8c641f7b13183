namespace Bocage.Planning;

/// <summary>Finds the shortest way of a pair, in logarithms of probabilities, when gates take tolls; and with it a plane above the pair.</summary>
internal sealed class CorridorPricing
{
    private readonly CorridorNetwork network;
    private readonly ArcLists lengths;
    private readonly double[] gateLengths;
    private readonly double[] tolls;
    private readonly double[] distance;
    private readonly (int Gate, int Next)[] by;
    private readonly PriorityQueue<int, double> queue = new();

    public CorridorPricing(CorridorNetwork network)
    {
        this.network = network;
        lengths = network.Lengths;
        gateLengths = network.GateLengths;
        tolls = new double[network.Gates.Length];
        Array.Fill(tolls, double.PositiveInfinity);
        (distance, by) = (new double[network.Image.Length], new (int, int)[network.Image.Length]);
    }

    /// <summary>Makes the plane of a pair anew.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="room">By unit, what the pair may add to its price for each unit of what it wants.</param>
    public void Price(CorridorPair pair, double[] room)
    {
        for (var k = 0; k < pair.Gates.Length; k++)
        {
            var gate = pair.Gates[k];
            tolls[gate] = pair.Wants[k] * room[network.Gates[gate].Unit] / (pair.Weight * pair.Slope);
        }

        Search(pair.Target, pair.Source);
        var end = Math.Min(distance[pair.Source], -Math.Log(pair.Floor));
        var isWorth = end < -Math.Log(pair.Floor) - 1e-12;
        var rise = pair.Slope * (-Math.Log(pair.Floor) - end) + 1e-12;
        var isFree = pair.Floor + rise >= pair.Most;
        pair.Constant = isFree ? pair.Most : pair.Floor + rise;
        for (var k = 0; k < pair.Gates.Length; k++)
        {
            var gate = network.Gates[pair.Gates[k]];
            var head = Math.Min(distance[gate.Head], end) + gateLengths[pair.Gates[k]];
            var drop = isFree || head >= end ? 0 : Math.Min(distance[gate.Tail], end) - head;
            if (drop > 0 && network.MayLower[gate.Tail]) drop = Lowered(gate.Tail, end) - head;
            pair.Uses[k] = drop > 0 ? (float)(drop * pair.Slope * (1 + 1e-6)) : 0;
            pair.IsOnWay[k] = false;
        }

        if (isWorth) Mark(pair);
        foreach (var gate in pair.Gates) tolls[gate] = double.PositiveInfinity;
    }

    // Backwards, until the source is settled; what is not settled is no nearer than it.
    private void Search(int from, int until)
    {
        Array.Fill(distance, double.PositiveInfinity);
        queue.Clear();
        Reach(from, 0, -1, from);
        while (queue.TryDequeue(out var vertex, out var here))
        {
            if (here > distance[vertex]) continue;
            if (vertex == until) return;
            foreach (ref readonly var arc in lengths.Arcs.AsSpan(lengths.First[vertex]..lengths.First[vertex + 1])) Reach(arc.Vertex, here + arc.Probability, -1, vertex);
            foreach (var gate in network.GatesTo[vertex]) Reach(network.Gates[gate].Tail, here + gateLengths[gate] + tolls[gate], gate, vertex);
        }
    }

    private void Reach(int vertex, double length, int gate, int next)
    {
        if (!(length < distance[vertex])) return;
        distance[vertex] = length;
        by[vertex] = (gate, next);
        queue.Enqueue(vertex, length);
    }

    // The least distance that no arc into the vertex forbids; never above the vertex's own.
    private double Lowered(int vertex, double end)
    {
        var least = 0.0;
        for (var k = lengths.First[vertex]; k < lengths.First[vertex + 1]; k++) least = Math.Max(least, Math.Min(distance[lengths.Arcs[k].Vertex], end) - lengths.Arcs[k].Probability);
        return Math.Min(least, Math.Min(distance[vertex], end));
    }

    private void Mark(CorridorPair pair)
    {
        for (var at = pair.Source; at != pair.Target; at = by[at].Next)
            if (by[at].Gate >= 0 && Array.BinarySearch(pair.Gates, by[at].Gate) is >= 0 and var k) pair.IsOnWay[k] = true;
    }
}
