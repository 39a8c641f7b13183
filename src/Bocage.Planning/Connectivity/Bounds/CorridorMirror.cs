namespace Bocage.Planning;

/// <summary>Whether every way between two habitats can be gone back with the same units and the same probability.</summary>
/// <remarks>
/// True when swapping the tail and the head of each gate turns every arc v → w into an arc w' → v' with the same probability, every gate into a gate of the same unit, and leaves vertices with quality where
/// they are; false where that is not seen. A place is entered at its entrance and left at its core, so a plan network is its own mirror in this sense.
/// </remarks>
internal static class CorridorMirror
{
    /// <summary>Whether the network is its own mirror.</summary>
    public static bool Is(CorridorNetwork network)
    {
        int[] mirror = [.. Enumerable.Range(0, network.Image.Length)];
        foreach (var gate in network.Gates)
            if (mirror[gate.Tail] == gate.Tail && mirror[gate.Head] == gate.Head) (mirror[gate.Tail], mirror[gate.Head]) = (gate.Head, gate.Tail);
        for (var vertex = 0; vertex < mirror.Length; vertex++)
        {
            if (mirror[vertex] != vertex && (network.Case.Source[vertex] > 0 || network.Case.Target[vertex] > 0)) return false;
            for (var k = network.Outgoing.First[vertex]; k < network.Outgoing.First[vertex + 1]; k++)
                if (!HasArc(network, mirror[network.Outgoing.Arcs[k].Vertex], mirror[vertex], network.Outgoing.Arcs[k].Probability)) return false;
        }

        return network.Gates.All(gate => network.GatesFrom[mirror[gate.Head]].Any(other =>
            network.Gates[other].Unit == gate.Unit && network.Gates[other].Head == mirror[gate.Tail] && network.Gates[other].Probability >= gate.Probability));
    }

    private static bool HasArc(CorridorNetwork network, int from, int to, double probability)
    {
        for (var k = network.Outgoing.First[from]; k < network.Outgoing.First[from + 1]; k++)
            if (network.Outgoing.Arcs[k].Vertex == to) return network.Outgoing.Arcs[k].Probability >= probability;
        return false;
    }
}
