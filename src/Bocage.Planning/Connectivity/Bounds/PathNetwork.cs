using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>What of a contracted case the bounds need: where qualities stand, which gates units open, and the best probabilities between those places with nothing and with everything chosen.</summary>
/// <remarks>Columns are the vertices that are an end of a gate or hold T; rows of <see cref="Base"/> are columns plus the vertices that only hold S. O(rows · search) once; rows · columns doubles twice.</remarks>
internal sealed class PathNetwork
{
    /// <summary>Parts of S: each quality of a vertex, and each gain with the unit it needs.</summary>
    public required QualityPart[] Sources { get; init; }

    /// <summary>Parts of T.</summary>
    public required QualityPart[] Targets { get; init; }

    /// <summary>Gates of each unit: improvable arcs with the probability the unit gives them; Tail and Head are columns.</summary>
    public required Gate[][] GatesOf { get; init; }

    /// <summary>The unit of the gates, for the units that have any.</summary>
    public required int[] GateUnits { get; init; }

    /// <summary>Best probability from a place to each column when nothing is chosen; first index as <see cref="QualityPart.Place"/> and <see cref="Gate.Head"/>.</summary>
    public required double[]?[] Base { get; init; }

    /// <summary>Best probability from the head of a gate to each part of T when every open unit is chosen.</summary>
    public required double[]?[] Free { get; init; }

    /// <summary>Best probability from each part of S to each part of T when every open unit is chosen.</summary>
    public required double[][] FreeOfSource { get; init; }

    /// <summary>Number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>Searches a contracted case.</summary>
    public static PathNetwork Of(ContractedCase network, CancellationToken cancellation)
    {
        var (outgoing, _) = network.ArcsFor(Everything(network));
        var sources = Parts(network, network.Source, gain => gain.SourceGain);
        var targets = Parts(network, network.Target, gain => gain.TargetGain);
        var place = Places(network, sources, targets, out var vertexOf, out var columns);
        var gates = network.Units.Select((unit, u) => unit.Arcs.Select(arc => new Gate(place[network.Improvable[arc.Arc].Tail], place[network.Improvable[arc.Arc].Head], arc.Probability)).ToArray()).ToArray();
        var isHead = new bool[vertexOf.Length];
        var isRow = new bool[vertexOf.Length];
        foreach (var gate in gates.SelectMany(list => list)) isHead[gate.Head] = isRow[gate.Head] = true;
        for (var k = 0; k < sources.Length; k++) isRow[(sources[k] = sources[k] with { Place = place[sources[k].Place] }).Place] = true;
        for (var k = 0; k < targets.Length; k++) targets[k] = targets[k] with { Place = place[targets[k].Place] };
        double[] Row(BestPaths search, int row, ArcLists arcs, int count, Func<int, int> vertex)
        {
            search.From(vertexOf[row], arcs);
            var values = new double[count];
            for (var column = 0; column < count; column++) values[column] = search.Best[vertex(column)];
            return values;
        }

        var rows = Workers.Map(vertexOf.Length, Workers.Usual, () => new BestPaths(network.VertexCount), (search, row) =>
            isRow[row] ? (Row(search, row, network.Outgoing, columns, column => vertexOf[column]), Row(search, row, outgoing, targets.Length, part => vertexOf[targets[part].Place])) : default, null, cancellation);
        return new()
        {
            Sources = sources,
            Targets = targets,
            GatesOf = gates,
            GateUnits = [.. Enumerable.Range(0, gates.Length).Where(unit => gates[unit].Length > 0)],
            Base = [.. rows.Select(row => row.Item1)],
            Free = [.. rows.Select((row, place) => isHead[place] ? row.Item2 : null)],
            FreeOfSource = [.. sources.Select(part => rows[part.Place].Item2)],
            Columns = columns,
        };
    }

    /// <summary>Fills the best probabilities from a row to every column when some units are chosen.</summary>
    public void Reach(int row, IEnumerable<int> units, double[] reach)
    {
        Base[row]!.AsSpan(0, Columns).CopyTo(reach);
        for (var rose = true; rose;)
        {
            rose = false;
            foreach (var unit in units)
                foreach (var gate in GatesOf[unit])
                {
                    var passed = reach[gate.Tail] * gate.Probability;
                    if (passed <= reach[gate.Head]) continue;
                    rose = true;
                    Dense.Raise(reach, passed, Base[gate.Head]);
                }
        }
    }

    private static bool[] Everything(ContractedCase network)
    {
        var all = new bool[network.Units.Length];
        Array.Fill(all, true);
        return all;
    }

    // Place still means a vertex here.
    private static QualityPart[] Parts(ContractedCase network, double[] quality, Func<(int Vertex, double SourceGain, double TargetGain), double> gainOf)
    {
        var parts = new List<QualityPart>();
        for (var vertex = 0; vertex < quality.Length; vertex++) if (quality[vertex] > 0) parts.Add(new(vertex, -1, quality[vertex]));
        for (var unit = 0; unit < network.Units.Length; unit++)
            foreach (var gain in network.Units[unit].Gains)
                if (gainOf(gain) > 0) parts.Add(new(gain.Vertex, unit, gainOf(gain)));
        return [.. parts];
    }

    private static int[] Places(ContractedCase network, QualityPart[] sources, QualityPart[] targets, out int[] vertexOf, out int columns)
    {
        var place = new int[network.VertexCount];
        Array.Fill(place, -1);
        var order = new List<int>();
        void Add(int vertex)
        {
            if (place[vertex] >= 0) return;
            place[vertex] = order.Count;
            order.Add(vertex);
        }

        foreach (var part in targets) Add(part.Place);
        foreach (var arc in network.Improvable)
        {
            Add(arc.Tail);
            Add(arc.Head);
        }

        columns = order.Count;
        foreach (var part in sources) Add(part.Place);
        vertexOf = [.. order];
        return place;
    }
}

/// <summary>A part of the S or T of a place: Quality counts when Unit is chosen, always when Unit is -1.</summary>
internal readonly record struct QualityPart(int Place, int Unit, double Quality);

/// <summary>What a unit makes of an arc.</summary>
internal readonly record struct Gate(int Tail, int Head, double Probability);
