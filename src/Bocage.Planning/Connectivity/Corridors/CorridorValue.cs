namespace Bocage.Planning;

/// <summary>The value of a choice in one case, from a network of nothing but habitats and what the choice opens: small when the choice is, however many units there are.</summary>
/// <remarks>
/// Vertices that no source reaches or that reach no target with the chosen units are left out; a search per source goes over the rest. O(arcs at those vertices + sources · arcs among them · log vertices).
/// Work arrays are made once. For one thread.
/// </remarks>
internal sealed class CorridorValue(ContractedCase network)
{
    private readonly ArcLists outgoing = network.Outgoing.Copy();
    private readonly int[] placeOf = new int[network.VertexCount];
    private readonly double[] source = (double[])network.Source.Clone();
    private readonly double[] target = (double[])network.Target.Clone();

    /// <summary>The value with some units chosen.</summary>
    /// <param name="units">The units, each once.</param>
    /// <param name="ends">Vertices between which the best probabilities are asked for; empty for none.</param>
    /// <returns>Σ S·P·T, and the best probability from each of the vertices to each.</returns>
    public (double Value, double[][] Between) Of(IReadOnlyCollection<int> units, int[] ends)
    {
        Change(units, isBack: false);
        try
        {
            var vertices = Kept();
            var search = new BestPaths(vertices.Length);
            var arcs = Among(vertices);
            var sum = 0.0;
            var row = new int[network.VertexCount];
            for (var k = 0; k < ends.Length; k++) row[ends[k]] = k + 1;
            var between = ends.Select(_ => new double[ends.Length]).ToArray();
            foreach (var vertex in vertices)
            {
                if (source[vertex] <= 0 && row[vertex] == 0) continue;
                search.From(placeOf[vertex], arcs);
                var reached = 0.0;
                for (var k = 0; k < vertices.Length; k++) reached += search.Best[k] * target[vertices[k]];
                sum += source[vertex] * reached;
                if (row[vertex] == 0) continue;
                for (var k = 0; k < ends.Length; k++) between[row[vertex] - 1][k] = placeOf[ends[k]] >= 0 ? search.Best[placeOf[ends[k]]] : 0;
            }

            return (sum, between);
        }
        finally
        {
            Change(units, isBack: true);
        }
    }

    private void Change(IReadOnlyCollection<int> units, bool isBack)
    {
        foreach (var unit in units)
        {
            foreach (var (arc, probability) in network.Units[unit].Arcs)
            {
                var slot = network.Improvable[arc].OutSlot;
                if (isBack) outgoing.Arcs[slot].Probability = network.Improvable[arc].Probability;
                else outgoing.Raise(slot, probability);
            }

            foreach (var (vertex, sourceGain, targetGain) in network.Units[unit].Gains)
                (source[vertex], target[vertex]) = isBack ? (network.Source[vertex], network.Target[vertex]) : (source[vertex] + sourceGain, target[vertex] + targetGain);
        }
    }

    // Forwards from the sources; of those, what reaches a target. Every arc that is looked at begins at a vertex that a source reaches.
    private int[] Kept()
    {
        Array.Fill(placeOf, -1);
        var reached = new List<int>();
        for (var vertex = 0; vertex < placeOf.Length; vertex++) if (source[vertex] > 0) Add(vertex);
        var into = new List<(int From, int To)>();
        for (var k = 0; k < reached.Count; k++)
        {
            foreach (ref readonly var arc in outgoing.Arcs.AsSpan(outgoing.First[reached[k]]..outgoing.First[reached[k] + 1]))
            {
                if (arc.Probability <= 0) continue;
                Add(arc.Vertex);
                // Most heads are places that are not chosen: dead ends.
                if (target[arc.Vertex] > 0 || outgoing.First[arc.Vertex + 1] - outgoing.First[arc.Vertex] > 1 || IsOpen(arc.Vertex)) into.Add((reached[k], arc.Vertex));
            }
        }

        var isUseful = new bool[placeOf.Length];
        var before = into.ToLookup(arc => arc.To, arc => arc.From);
        var waiting = new Stack<int>(reached.Where(vertex => target[vertex] > 0));
        foreach (var vertex in waiting) isUseful[vertex] = true;
        while (waiting.TryPop(out var vertex))
        {
            foreach (var tail in before[vertex])
            {
                if (isUseful[tail]) continue;
                isUseful[tail] = true;
                waiting.Push(tail);
            }
        }

        Array.Fill(placeOf, -1);
        int[] kept = [.. reached.Where(vertex => isUseful[vertex])];
        for (var k = 0; k < kept.Length; k++) placeOf[kept[k]] = k;
        return kept;

        void Add(int vertex)
        {
            if (placeOf[vertex] >= 0) return;
            placeOf[vertex] = reached.Count;
            reached.Add(vertex);
        }
    }

    private bool IsOpen(int vertex)
    {
        foreach (ref readonly var arc in outgoing.Arcs.AsSpan(outgoing.First[vertex]..outgoing.First[vertex + 1])) if (arc.Probability > 0) return true;
        return false;
    }

    private ArcLists Among(int[] vertices)
    {
        var first = new int[vertices.Length + 1];
        var arcs = new List<(int, double)>();
        for (var k = 0; k < vertices.Length; k++)
        {
            foreach (ref readonly var arc in outgoing.Arcs.AsSpan(outgoing.First[vertices[k]]..outgoing.First[vertices[k] + 1]))
                if (arc.Probability > 0 && placeOf[arc.Vertex] >= 0) arcs.Add((placeOf[arc.Vertex], arc.Probability));
            first[k + 1] = arcs.Count;
        }

        return new(first, [.. arcs]);
    }
}
