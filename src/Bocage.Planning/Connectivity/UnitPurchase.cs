namespace Bocage.Planning;

/// <summary>Brings a <see cref="PathTable"/> up to date when a unit is bought.</summary>
/// <remarks>
/// P'(x, y) = max(P(x, y), maxⱼ g(x, j)·P(vⱼ, y)): at most one better way per arc bought. A whole table knows g and P(vⱼ, ·) already; otherwise searches in the improved network give P'(x, uⱼ)·p'ⱼ and
/// P'(vⱼ, y), two per arc. O(rows · k · (targets + points)) and 2k searches.
/// </remarks>
internal static class UnitPurchase
{
    private const int WorthThreads = 1 << 20;

    /// <summary>Buys a unit. Buying it twice would add its gains twice: the caller keeps count.</summary>
    public static void Buy(PathTable table, int unit, UnitGain gain)
    {
        var places = table.Index.Units[unit];
        if (places.Size == 0) return;
        gain.Prepare(table, unit);
        if (table.IsWhole) RaiseWhole(table, places, gain);
        else RaiseBySearch(table, places, gain.Arcs.ToArray());
        foreach (var arc in gain.Arcs) table.ArcProbability[places.Arc[arc]] = places.Probability[arc];
        for (var k = 0; k < places.SourceGain.Length; k++)
        {
            AddSource(table, places.FromRow[places.ArcCount + k], places.SourceGain[k]);
            AddTarget(table, places.To[places.ArcCount + k], places.TargetGain[k]);
        }

        table.AddUp();
    }

    private static void RaiseWhole(PathTable table, UnitPlaces places, UnitGain gain)
    {
        var arcs = gain.Arcs;
        if (arcs.Length == 0) return;
        var targets = new double[arcs.Length][];
        var points = new double[arcs.Length][];
        for (var j = 0; j < arcs.Length; j++)
        {
            var head = places.FromRow[arcs[j]];
            (targets[j], points[j]) = ([.. table.ToTarget[head]], [.. table.ToPoint[head]!]);
        }

        for (var row = 0; row < table.ToTarget.Length; row++)
        {
            var toPoint = table.ToPoint[row]!;
            var reach = gain.Reach(toPoint, places);
            for (var j = 0; j < reach.Length; j++)
            {
                // When another arc has brought us to this head as well already, it has brought us on from there, too.
                if (!(reach[j] > toPoint[places.FromPoint[arcs[j]]])) continue;
                VectorMath.Raise(table.ToTarget[row], targets[j], reach[j]);
                VectorMath.Raise(toPoint, points[j], reach[j]);
            }
        }
    }

    private static void RaiseBySearch(PathTable table, UnitPlaces places, int[] arcs)
    {
        if (arcs.Length == 0) return;
        var index = table.Index;
        foreach (var arc in arcs)
        {
            var improved = index.Network.Improvable[places.Arc[arc]];
            table.Outgoing.Raise(improved.OutSlot, places.Probability[arc]);
            table.Incoming.Raise(improved.InSlot, places.Probability[arc]);
        }

        var (reach, onward) = (new double[arcs.Length][], new double[arcs.Length][]);
        PathTableFilling.Searches(2 * arcs.Length, index.Network.VertexCount, (search, k) =>
        {
            var (arc, isForward) = (arcs[k / 2], k % 2 == 0);
            search.From(isForward ? places.From[arc] : places.To[arc], isForward ? table.Outgoing : table.Incoming, index.Network.Negligible);
            if (isForward) onward[k / 2] = [.. search.Best];
            else reach[k / 2] = [.. search.Best.Select(best => best * places.Probability[arc])];
        }, CancellationToken.None);
        var targets = onward.Select(best => Gathered(best, table.Targets, table.Width)).ToArray();
        var points = onward.Select(best => Gathered(best, index.Points, VectorMath.Rounded(index.Points.Length))).ToArray();
        var rows = index.Rows.Length;
        var work = (long)rows * arcs.Length * table.Width;
        Parallel.For(0, rows, new ParallelOptions { MaxDegreeOfParallelism = work > WorthThreads ? Environment.ProcessorCount : 1 }, row => RaiseRow(table, row, reach, targets, points));
        for (var unit = 0; unit < index.Units.Length; unit++) RaiseWithin(table, unit, reach, onward);
    }

    private static void RaiseRow(PathTable table, int row, double[][] reach, double[][] targets, double[][] points)
    {
        var vertex = table.Index.Rows[row];
        for (var j = 0; j < reach.Length; j++)
        {
            if (reach[j][vertex] == 0) continue;
            VectorMath.Raise(table.ToTarget[row], targets[j], reach[j][vertex]);
            if (table.ToPoint[row] is { } toPoint) VectorMath.Raise(toPoint, points[j], reach[j][vertex]);
        }
    }

    private static void RaiseWithin(PathTable table, int unit, double[][] reach, double[][] onward)
    {
        var places = table.Index.Units[unit];
        var within = table.Within[unit]!;
        for (var from = 0; from < places.Size; from++)
        {
            for (var to = 0; to < places.Size; to++)
            {
                if (!places.IsNeeded(from, to)) continue;
                ref var best = ref within[from * places.Size + to];
                for (var j = 0; j < reach.Length; j++) best = Math.Max(best, reach[j][places.From[from]] * onward[j][places.To[to]]);
            }
        }
    }

    private static void AddSource(PathTable table, int row, double gain)
    {
        if (!(gain > 0)) return;
        if (!(table.SourceOf[row] > 0))
        {
            table.Sources.Add(row);
            if (table.ToPoint[row] is null) PathTableFilling.FillRow(table, row, new(table.Index.Network.VertexCount));
        }

        table.SourceOf[row] += gain;
    }

    private static void AddTarget(PathTable table, int vertex, double gain)
    {
        if (!(gain > 0)) return;
        if (table.SlotOf[vertex] < 0) OpenSlot(table, vertex);
        table.TargetQuality[table.SlotOf[vertex]] += gain;
    }

    private static void OpenSlot(PathTable table, int vertex)
    {
        var slot = table.Targets.Count;
        table.SlotOf[vertex] = slot;
        table.Targets.Add(vertex);
        if (slot == table.Width) Widen(table);
        if (table.IsWhole)
        {
            var point = table.Index.PointOf[vertex];
            for (var row = 0; row < table.ToTarget.Length; row++) table.ToTarget[row][slot] = table.Index.Rows[row] == vertex ? 1 : table.ToPoint[row]![point];
            return;
        }

        var search = new BestPaths(table.Index.Network.VertexCount);
        search.From(vertex, table.Incoming, table.Index.Network.Negligible);
        for (var row = 0; row < table.ToTarget.Length; row++) table.ToTarget[row][slot] = search.Best[table.Index.Rows[row]];
    }

    private static void Widen(PathTable table)
    {
        var width = VectorMath.Rounded(table.Width + table.Width / 4 + 1);
        table.TargetQuality = Longer(table.TargetQuality, width);
        for (var row = 0; row < table.ToTarget.Length; row++) table.ToTarget[row] = Longer(table.ToTarget[row], width);
    }

    private static double[] Longer(double[] values, int length)
    {
        var longer = new double[length];
        values.CopyTo(longer, 0);
        return longer;
    }

    private static double[] Gathered(double[] best, IReadOnlyList<int> vertices, int length)
    {
        var gathered = new double[length];
        for (var k = 0; k < vertices.Count; k++) gathered[k] = best[vertices[k]];
        return gathered;
    }
}
