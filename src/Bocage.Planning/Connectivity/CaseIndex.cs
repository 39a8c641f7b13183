namespace Bocage.Planning;

/// <summary>Which vertices of a contracted case need figures: rows are where paths begin (sources, heads of improvable arcs, vertices with gains), points where they end or go on (tails, heads, gains).</summary>
internal sealed class CaseIndex
{
    /// <summary>Numbers what matters in a case.</summary>
    public CaseIndex(ContractedCase network)
    {
        Network = network;
        var (rows, points) = (new List<int>(), new List<int>());
        RowOf = Numbers(network.VertexCount);
        PointOf = Numbers(network.VertexCount);
        for (var vertex = 0; vertex < network.VertexCount; vertex++) if (network.Source[vertex] > 0) Number(RowOf, rows, vertex);
        foreach (var arc in network.Improvable)
        {
            Number(PointOf, points, arc.Tail);
            Number(PointOf, points, arc.Head);
            Number(RowOf, rows, arc.Head);
        }

        foreach (var unit in network.Units)
        {
            foreach (var gain in unit.Gains)
            {
                Number(PointOf, points, gain.Vertex);
                Number(RowOf, rows, gain.Vertex);
            }
        }

        (Rows, Points) = ([.. rows], [.. points]);
        Units = [.. network.Units.Select(unit => new UnitPlaces(unit, network, this))];
    }

    public ContractedCase Network { get; }

    /// <summary>The vertex of each row; those with S > 0 from the beginning come first.</summary>
    public int[] Rows { get; }

    /// <summary>The vertex of each point.</summary>
    public int[] Points { get; }

    /// <summary>The row of each vertex, or -1.</summary>
    public int[] RowOf { get; }

    /// <summary>The point of each vertex, or -1.</summary>
    public int[] PointOf { get; }

    /// <summary>What each unit touches, in rows and points.</summary>
    public UnitPlaces[] Units { get; }

    private static int[] Numbers(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        return numbers;
    }

    private static void Number(int[] numbers, List<int> vertices, int vertex)
    {
        if (numbers[vertex] >= 0) return;
        numbers[vertex] = vertices.Count;
        vertices.Add(vertex);
    }
}

/// <summary>What a unit touches: its arcs, then its vertices with gains.</summary>
/// <remarks>
/// Paths leave an arc at its head and enter it at its tail; they begin and end at vertices with gains. So a unit of k arcs and g gains has k + g places to go on from and k + g places to go to, and a
/// small square table of best probabilities between them.
/// </remarks>
internal sealed class UnitPlaces
{
    public UnitPlaces(UnitImprovement unit, ContractedCase network, CaseIndex index)
    {
        ArcCount = unit.Arcs.Length;
        Size = ArcCount + unit.Gains.Length;
        (Arc, Probability) = ([.. unit.Arcs.Select(arc => arc.Arc)], [.. unit.Arcs.Select(arc => arc.Probability)]);
        (SourceGain, TargetGain) = ([.. unit.Gains.Select(gain => gain.SourceGain)], [.. unit.Gains.Select(gain => gain.TargetGain)]);
        From = [.. Arc.Select(arc => network.Improvable[arc].Head), .. unit.Gains.Select(gain => gain.Vertex)];
        To = [.. Arc.Select(arc => network.Improvable[arc].Tail), .. unit.Gains.Select(gain => gain.Vertex)];
        (FromRow, FromPoint, ToPoint) = ([.. From.Select(vertex => index.RowOf[vertex])], [.. From.Select(vertex => index.PointOf[vertex])], [.. To.Select(vertex => index.PointOf[vertex])]);
    }

    /// <summary>Number of arcs k.</summary>
    public int ArcCount { get; }

    /// <summary>Arcs and gains together.</summary>
    public int Size { get; }

    /// <summary>The improvable arcs.</summary>
    public int[] Arc { get; }

    /// <summary>Their probabilities when the unit is chosen.</summary>
    public double[] Probability { get; }

    /// <summary>Added to S of each vertex with gains.</summary>
    public double[] SourceGain { get; }

    /// <summary>Added to T of each vertex with gains.</summary>
    public double[] TargetGain { get; }

    /// <summary>Vertices that paths go on from: heads, then vertices with gains.</summary>
    public int[] From { get; }

    /// <summary>Vertices that paths come to: tails, then vertices with gains.</summary>
    public int[] To { get; }

    /// <summary>The rows of <see cref="From"/>.</summary>
    public int[] FromRow { get; }

    /// <summary>The points of <see cref="From"/>.</summary>
    public int[] FromPoint { get; }

    /// <summary>The points of <see cref="To"/>.</summary>
    public int[] ToPoint { get; }

    /// <summary>Whether a best path could ever go from one place to another within this unit; not when it would only come back to where it was.</summary>
    public bool IsNeeded(int from, int to) =>
        From[from] != To[to] && !(to < ArcCount && From[to] == From[from]) && !(from < ArcCount && To[from] == To[to]);
}
