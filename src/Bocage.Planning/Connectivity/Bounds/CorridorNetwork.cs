namespace Bocage.Planning;

/// <summary>What ways between habitats can use: the arcs that are open and the gates that units open, without vertices that another one always does better than.</summary>
/// <remarks>
/// A vertex v without quality that only gates of one unit lead to is left out when every arc into and out of it has a route into and out of another head v' of that unit: no worse, and with the same unit.
/// A path by way of v then has a counterpart by way of v' with the same units and no lower probability. In plan networks that is the land of a place, which its core does better than.
/// </remarks>
internal sealed class CorridorNetwork
{
    private CorridorNetwork(ContractedCase network) => Case = network;

    /// <summary>The case it is of.</summary>
    public ContractedCase Case { get; }

    /// <summary>The vertex that stands for each vertex: itself, or the better one.</summary>
    public required int[] Image { get; init; }

    /// <summary>The open arcs by tail.</summary>
    public required ArcLists Outgoing { get; init; }

    /// <summary>The open arcs by head.</summary>
    public required ArcLists Incoming { get; init; }

    /// <summary>The gates between vertices that stay.</summary>
    public required Gate[] Gates { get; init; }

    /// <summary>Number of gates of each unit.</summary>
    public required int[] GatesOf { get; init; }

    /// <summary>The gates by tail: the place in <see cref="Gates"/>.</summary>
    public required int[][] GatesFrom { get; init; }

    /// <summary>The gates by head.</summary>
    public required int[][] GatesTo { get; init; }

    /// <summary>The open arcs by head, with −ln p for p.</summary>
    public required ArcLists Lengths { get; init; }

    /// <summary>−ln p of each gate.</summary>
    public required double[] GateLengths { get; init; }

    /// <summary>Whether a vertex is the tail of gates but neither the head of one nor a source.</summary>
    public required bool[] MayLower { get; init; }

    /// <summary>The network of a case.</summary>
    public static CorridorNetwork Of(ContractedCase network)
    {
        var gates = new List<Gate>();
        for (var unit = 0; unit < network.Units.Length; unit++)
            foreach (var (arc, probability) in network.Units[unit].Arcs) gates.Add(new(network.Improvable[arc].Tail, network.Improvable[arc].Head, unit, probability));
        var image = new CorridorImages(network, gates).Find();
        Gate[] kept = [.. gates.Where(gate => image[gate.Tail] == gate.Tail && image[gate.Head] == gate.Head)];
        var of = new int[network.Units.Length];
        foreach (var gate in kept) of[gate.Unit]++;
        var incoming = Kept(network.Incoming, image);
        var mayLower = network.Source.Select(quality => quality <= 0).ToArray();
        foreach (var gate in kept) mayLower[gate.Head] = false;
        return new(network)
        {
            Lengths = new(incoming.First, [.. incoming.Arcs.Select(arc => (arc.Vertex, -Math.Log(arc.Probability)))]),
            GateLengths = [.. kept.Select(gate => -Math.Log(gate.Probability))],
            MayLower = mayLower,
            Image = image,
            Outgoing = Kept(network.Outgoing, image),
            Incoming = incoming,
            Gates = kept,
            GatesOf = of,
            GatesFrom = By(kept, network.VertexCount, gate => gate.Tail),
            GatesTo = By(kept, network.VertexCount, gate => gate.Head),
        };
    }

    private static ArcLists Kept(ArcLists arcs, int[] image)
    {
        var first = new int[image.Length + 1];
        var kept = new List<(int, double)>();
        for (var vertex = 0; vertex < image.Length; vertex++)
        {
            for (var k = arcs.First[vertex]; k < arcs.First[vertex + 1] && image[vertex] == vertex; k++)
                if (arcs.Arcs[k].Probability > 0 && image[arcs.Arcs[k].Vertex] == arcs.Arcs[k].Vertex) kept.Add(arcs.Arcs[k]);
            first[vertex + 1] = kept.Count;
        }

        return new(first, [.. kept]);
    }

    private static int[][] By(Gate[] gates, int vertices, Func<Gate, int> end)
    {
        var lists = new List<int>?[vertices];
        for (var k = 0; k < gates.Length; k++) (lists[end(gates[k])] ??= []).Add(k);
        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }

    /// <summary>An arc that a unit opens.</summary>
    /// <param name="Tail">Where it begins.</param>
    /// <param name="Head">Where it ends.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="Probability">Its probability when the unit is chosen.</param>
    public readonly record struct Gate(int Tail, int Head, int Unit, double Probability);
}
