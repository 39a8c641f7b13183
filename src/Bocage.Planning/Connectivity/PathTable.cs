namespace Bocage.Planning;

/// <summary>The best probabilities that matter in a case for the units bought so far, and its value.</summary>
/// <remarks>
/// From every row (sources, heads of improvable arcs, vertices with gains) to every current target; from sources on to every point (ends of improvable arcs, vertices with gains); and within each unit
/// from its heads to its tails. With those, a gain needs no search at all (<see cref="UnitGain"/>). A small case keeps all rows × points, so that buying needs no search either; a large one searches
/// from the ends of the arcs bought (<see cref="UnitPurchase"/>). Memory: rows · targets + sources · points, or rows · (targets + points), doubles.
/// </remarks>
internal sealed class PathTable
{
    /// <summary>The largest table rows × points that is kept whole (32 MB).</summary>
    public const int LargestWhole = 4_000_000;

    private PathTable(CaseIndex index) => Index = index;

    public CaseIndex Index { get; }

    /// <summary>Whether all rows × points are kept.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The probability of each improvable arc now.</summary>
    public required double[] ArcProbability { get; init; }

    /// <summary>S of each row now.</summary>
    public required double[] SourceOf { get; init; }

    /// <summary>The rows whose S is above 0 now.</summary>
    public required List<int> Sources { get; init; }

    /// <summary>The vertices whose T is above 0 now; their places are the slots of <see cref="ToTarget"/>.</summary>
    public required List<int> Targets { get; init; }

    /// <summary>The slot of each vertex, or -1.</summary>
    public required int[] SlotOf { get; init; }

    /// <summary>T by slot, with zeros behind, up to <see cref="Width"/>.</summary>
    public required double[] TargetQuality { get; set; }

    /// <summary>By row, the best probability to each slot, with zeros behind, up to <see cref="Width"/>.</summary>
    public required double[][] ToTarget { get; init; }

    /// <summary>By row, the best probability to each point; null where it is not kept.</summary>
    public required double[]?[] ToPoint { get; init; }

    /// <summary>By unit, the table from its places to its places, row by row; null in a whole table. Entries that are never needed are 0.</summary>
    public required double[]?[] Within { get; init; }

    /// <summary>The arcs now, for searches; not kept up in a whole table.</summary>
    public required ArcLists Outgoing { get; init; }

    /// <summary>The arcs now by head, for searches; not kept up in a whole table.</summary>
    public required ArcLists Incoming { get; init; }

    /// <summary>Length of each row of <see cref="ToTarget"/>; a multiple of the width of a vector.</summary>
    public int Width => TargetQuality.Length;

    /// <summary>Σ S·P·T now.</summary>
    public double Value { get; private set; }

    /// <summary>By row, Σ T·P to all targets now: what a path that comes here is worth at most.</summary>
    public required double[] Onward { get; init; }

    /// <summary>By point, Σ S·P from all sources now: what comes here at most.</summary>
    public required double[] Inflow { get; init; }

    /// <summary>The table of a case when nothing open is bought.</summary>
    /// <param name="network">The case.</param>
    /// <param name="isWhole">Whether to keep all rows × points; null to decide by size.</param>
    /// <param name="cancellation">Heard between searches.</param>
    public static PathTable Of(ContractedCase network, bool? isWhole = null, CancellationToken cancellation = default)
    {
        var index = new CaseIndex(network);
        var whole = isWhole ?? (long)index.Rows.Length * index.Points.Length <= LargestWhole;
        var slotOf = new int[network.VertexCount];
        Array.Fill(slotOf, -1);
        var targets = new List<int>();
        for (var vertex = 0; vertex < network.VertexCount; vertex++)
        {
            if (!(network.Target[vertex] > 0)) continue;
            slotOf[vertex] = targets.Count;
            targets.Add(vertex);
        }

        var width = VectorMath.Rounded(targets.Count);
        var quality = new double[width];
        for (var slot = 0; slot < targets.Count; slot++) quality[slot] = network.Target[targets[slot]];
        var table = new PathTable(index)
        {
            IsWhole = whole,
            ArcProbability = [.. network.Improvable.Select(arc => arc.Probability)],
            SourceOf = [.. index.Rows.Select(vertex => network.Source[vertex])],
            Sources = [.. Enumerable.Range(0, index.Rows.Length).Where(row => network.Source[index.Rows[row]] > 0)],
            Targets = targets,
            SlotOf = slotOf,
            TargetQuality = quality,
            ToTarget = [.. index.Rows.Select(_ => new double[width])],
            ToPoint = new double[index.Rows.Length][],
            Within = new double[index.Units.Length][],
            Onward = new double[index.Rows.Length],
            Inflow = new double[VectorMath.Rounded(index.Points.Length)],
            Outgoing = whole ? network.Outgoing : network.Outgoing.Copy(),
            Incoming = whole ? network.Incoming : network.Incoming.Copy(),
        };
        PathTableFilling.Fill(table, cancellation);
        table.AddUp();
        return table;
    }

    /// <summary>A copy that changes by itself.</summary>
    public PathTable Copy() => new(Index)
    {
        IsWhole = IsWhole,
        ArcProbability = [.. ArcProbability],
        SourceOf = [.. SourceOf],
        Sources = [.. Sources],
        Targets = [.. Targets],
        SlotOf = [.. SlotOf],
        TargetQuality = [.. TargetQuality],
        ToTarget = [.. ToTarget.Select(row => (double[])row.Clone())],
        ToPoint = [.. ToPoint.Select(row => (double[]?)row?.Clone())],
        Within = [.. Within.Select(row => (double[]?)row?.Clone())],
        Onward = [.. Onward],
        Inflow = [.. Inflow],
        Outgoing = IsWhole ? Outgoing : Outgoing.Copy(),
        Incoming = IsWhole ? Incoming : Incoming.Copy(),
        Value = Value,
    };

    /// <summary>About how much memory a copy takes.</summary>
    public long Bytes => sizeof(double) * (ToTarget.Sum(row => (long)row.Length) + ToPoint.Sum(row => (long)(row?.Length ?? 0)) + Within.Sum(row => (long)(row?.Length ?? 0)) + (IsWhole ? 0 : 4L * Outgoing.Arcs.Length));

    /// <summary>The best probability from one place of a unit to another, 0 where it is never needed.</summary>
    public double Between(int unit, int from, int to)
    {
        var places = Index.Units[unit];
        if (Within[unit] is { } within) return within[from * places.Size + to];
        if (places.From[from] == places.To[to]) return 1;
        return ToPoint[places.FromRow[from]]![places.ToPoint[to]];
    }

    /// <summary>Adds up <see cref="Onward"/>, <see cref="Inflow"/> and <see cref="Value"/> anew. O(rows · targets + sources · points).</summary>
    public void AddUp()
    {
        for (var row = 0; row < Onward.Length; row++) Onward[row] = VectorMath.Dot(ToTarget[row], TargetQuality);
        var sum = 0.0;
        Array.Clear(Inflow);
        foreach (var row in Sources)
        {
            sum += SourceOf[row] * Onward[row];
            VectorMath.Add(Inflow, ToPoint[row]!, SourceOf[row]);
        }

        Value = sum;
    }
}
