namespace Bocage.Planning;

/// <summary>Finds the vertices that another one always does better than: see <see cref="CorridorNetwork"/>.</summary>
internal sealed class CorridorImages
{
    private readonly ContractedCase network;
    private readonly List<CorridorNetwork.Gate> gates;
    private readonly int[] image;
    private readonly ILookup<int, CorridorNetwork.Gate> from;
    private readonly ILookup<int, CorridorNetwork.Gate> to;

    public CorridorImages(ContractedCase network, List<CorridorNetwork.Gate> gates)
    {
        (this.network, this.gates) = (network, gates);
        from = gates.ToLookup(gate => gate.Tail);
        to = gates.ToLookup(gate => gate.Head);
        image = [.. Enumerable.Range(0, network.VertexCount)];
    }

    /// <summary>The vertex that stands for each vertex.</summary>
    public int[] Find()
    {
        Guess();
        var isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            for (var vertex = 0; vertex < image.Length; vertex++)
            {
                if (image[vertex] == vertex || IsServed(vertex)) continue;
                image[vertex] = vertex;
                isChanged = true;
            }
        }

        return image;
    }

    // The head of each unit with the most ways on stands for its other heads.
    private void Guess()
    {
        foreach (var unit in gates.GroupBy(gate => gate.Unit))
        {
            var best = unit.Select(gate => gate.Head).MaxBy(head => (network.Outgoing.First[head + 1] - network.Outgoing.First[head], -head));
            foreach (var head in unit.Select(gate => gate.Head))
                if (head != best && network.Source[head] <= 0 && network.Target[head] <= 0 && to[head].All(gate => gate.Unit == unit.Key) && IsClosed(head)) image[head] = best;
        }
    }

    private bool IsClosed(int vertex)
    {
        for (var k = network.Incoming.First[vertex]; k < network.Incoming.First[vertex + 1]; k++) if (network.Incoming.Arcs[k].Probability > 0) return false;
        return true;
    }

    private bool IsServed(int vertex)
    {
        for (var k = network.Outgoing.First[vertex]; k < network.Outgoing.First[vertex + 1]; k++)
        {
            var (head, probability) = network.Outgoing.Arcs[k];
            if (probability > 0 && !IsThere(image[vertex], image[head], probability, -1)) return false;
        }

        return from[vertex].All(gate => IsThere(image[vertex], image[gate.Head], gate.Probability, gate.Unit))
            && to[vertex].All(gate => IsThere(image[gate.Tail], image[vertex], gate.Probability, gate.Unit));
    }

    // An open arc, a gate of the unit, or an open arc and then a gate of the unit; between vertices that stay or stand for others.
    private bool IsThere(int start, int end, double probability, int unit)
    {
        if (start == end || Open(start, end) >= probability) return true;
        if (unit < 0) return false;
        foreach (var gate in to[end])
            if (gate.Unit == unit && image[gate.Tail] == gate.Tail && (gate.Tail == start ? 1 : Open(start, gate.Tail)) * gate.Probability >= probability) return true;
        return false;
    }

    private double Open(int start, int end)
    {
        for (var k = network.Outgoing.First[start]; k < network.Outgoing.First[start + 1]; k++) if (network.Outgoing.Arcs[k].Vertex == end) return network.Outgoing.Arcs[k].Probability;
        return 0;
    }
}
