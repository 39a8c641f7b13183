namespace Bocage.Planning;

/// <summary>What buying a unit would add to the value of a case, from the <see cref="PathTable"/> alone.</summary>
/// <remarks>
/// With the improved arcs of the unit, p' the new probabilities, u the tails and v the heads: W = the best products over sequences of them (k³), M(i, j) = p'ᵢ·W(i, j), and from a source s the head of
/// arc j is reached with gₛ(j) = maxᵢ P(s, uᵢ)·M(i, j). Only heads with gₛ(j) above P(s, vⱼ) change anything; then P'(s, t) = max(P(s, t), gₛ(j)·P(vⱼ, t)). Gains of quality count the new paths too.
/// O(k³ + sources · k² + changed heads · targets). Work arrays of its own: one per thread.
/// </remarks>
internal sealed class UnitGain
{
    // Below this a difference is rounding: it would only cost time.
    private const double Rounding = 1e-13;

    private double[] through = [];
    private int[] arcs = [];
    private double[] reach = [];
    private double[] factors = [];
    private double[][] rows = [];

    /// <summary>How many arcs of the unit last looked at are better than what is there.</summary>
    public int Count { get; private set; }

    /// <summary>Which arcs of the unit those are.</summary>
    public ReadOnlySpan<int> Arcs => arcs.AsSpan(0, Count);

    /// <summary>The gain of a unit, 0 or more.</summary>
    public double Of(PathTable table, int unit)
    {
        var places = table.Index.Units[unit];
        if (places.Size == 0) return 0;
        Prepare(table, unit);
        var gain = 0.0;
        if (Count > 0)
        {
            // All sources left out together would add less than rounding does.
            var least = 1e-16 * table.Value / table.Sources.Count;
            var most = 0.0;
            foreach (var arc in Arcs) most = Math.Max(most, table.Onward[places.FromRow[arc]]);
            foreach (var row in table.Sources) gain += table.SourceOf[row] * RowGain(table, places, row, most, least / table.SourceOf[row]);
        }

        return places.Size > places.ArcCount ? gain + QualityGain(table, unit, places) : gain;
    }

    /// <summary>Lays out the arcs of a unit that improve, and the best products through them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="all">Whether to take arcs that do not improve anything now, too.</param>
    public void Prepare(PathTable table, int unit, bool all = false)
    {
        var places = table.Index.Units[unit];
        Reserve(places.Size);
        Count = 0;
        for (var arc = 0; arc < places.ArcCount; arc++) if (all || places.Probability[arc] > table.ArcProbability[places.Arc[arc]]) arcs[Count++] = arc;
        for (var i = 0; i < Count; i++)
            for (var j = 0; j < Count; j++)
                through[i * Count + j] = i == j ? 1 : table.Between(unit, arcs[i], arcs[j]) * places.Probability[arcs[j]];
        Close();
        for (var i = 0; i < Count; i++)
            for (var j = 0; j < Count; j++) through[i * Count + j] *= places.Probability[arcs[i]];
    }

    /// <summary>What can flow through a unit: a figure that rises at least as much as the gain of the unit does, whatever else is bought.</summary>
    /// <remarks>
    /// Q = Σᵢⱼ Aᵢ·M(i, j)·Bⱼ with A = Σ S·P to a tail and B = Σ T·P from a head, and likewise for gains of quality. A pair (s, t) gains max(0, maxᵢⱼ P(s, uᵢ)·M(i, j)·P(vⱼ, t) − P(s, t)); P(s, t) only rises,
    /// and the largest of some rising terms rises no more than their sum. All arcs count, also those that another unit has made better meanwhile: else Q could fall. So gain now ≤ gain then + Q now − Q then, which is what makes gains worth keeping although they may rise.
    /// </remarks>
    public double FlowThrough(PathTable table, int unit)
    {
        var places = table.Index.Units[unit];
        if (places.Size == 0) return 0;
        Prepare(table, unit, all: true);
        var flow = 0.0;
        for (var i = 0; i < Count; i++) flow += table.Inflow[places.ToPoint[arcs[i]]] * OutOf(table, places, i);
        for (var a = places.ArcCount; a < places.Size; a++)
        {
            var (source, target) = (places.SourceGain[a - places.ArcCount], places.TargetGain[a - places.ArcCount]);
            if (source > 0)
            {
                var onward = table.Onward[places.FromRow[a]];
                for (var i = 0; i < Count; i++) onward += table.Between(unit, a, arcs[i]) * OutOf(table, places, i);
                for (var b = places.ArcCount; b < places.Size; b++) onward += places.TargetGain[b - places.ArcCount] * Along(table, unit, a, b);
                flow += source * onward;
            }

            if (!(target > 0)) continue;
            var inflow = table.Inflow[places.ToPoint[a]];
            for (var i = 0; i < Count; i++)
                for (var j = 0; j < Count; j++) inflow += table.Inflow[places.ToPoint[arcs[i]]] * through[i * Count + j] * table.Between(unit, arcs[j], a);
            flow += target * inflow;
        }

        return flow;
    }

    private double OutOf(PathTable table, UnitPlaces places, int i)
    {
        var sum = 0.0;
        for (var j = 0; j < Count; j++) sum += through[i * Count + j] * table.Onward[places.FromRow[arcs[j]]];
        return sum;
    }

    private double Along(PathTable table, int unit, int from, int to)
    {
        var sum = table.Between(unit, from, to);
        for (var i = 0; i < Count; i++)
            for (var j = 0; j < Count; j++) sum += table.Between(unit, from, arcs[i]) * through[i * Count + j] * table.Between(unit, arcs[j], to);
        return sum;
    }

    /// <summary>The best probability of coming out of each improving arc, for someone who comes to their tails with these probabilities.</summary>
    public ReadOnlySpan<double> Reach(double[] toPoint, UnitPlaces places)
    {
        Array.Clear(reach, 0, Count);
        for (var i = 0; i < Count; i++) Enter(i, toPoint[places.ToPoint[arcs[i]]]);
        return reach.AsSpan(0, Count);
    }

    private void Enter(int i, double at)
    {
        if (at == 0) return;
        for (var j = 0; j < Count; j++) reach[j] = Math.Max(reach[j], at * through[i * Count + j]);
    }

    // Σ T·(P' − P) from a row whose points are known.
    private double RowGain(PathTable table, UnitPlaces places, int row, double most, double least)
    {
        var toPoint = table.ToPoint[row]!;
        var near = 0.0;
        for (var i = 0; i < Count; i++) near = Math.Max(near, toPoint[places.ToPoint[arcs[i]]]);
        if (near * most * Count < least) return 0;
        Reach(toPoint, places);
        var changed = 0;
        for (var j = 0; j < Count; j++)
        {
            if (!(reach[j] > toPoint[places.FromPoint[arcs[j]]] * (1 + Rounding))) continue;
            if (reach[j] * table.Onward[places.FromRow[arcs[j]]] * Count < least) continue;
            factors[changed] = reach[j];
            rows[changed++] = table.ToTarget[places.FromRow[arcs[j]]];
        }

        return changed == 0 ? 0 : VectorMath.Gain(table.ToTarget[row], rows, factors, changed, table.TargetQuality);
    }

    // What is added to S and T counts over the new paths: ΔS·Σ T·P' + ΔT·Σ S·P' + ΔS·ΔT·P'.
    private double QualityGain(PathTable table, int unit, UnitPlaces places)
    {
        var gain = 0.0;
        for (var a = 0; a < places.SourceGain.Length; a++)
        {
            if (!(places.SourceGain[a] > 0)) continue;
            var from = places.ArcCount + a;
            ReachFrom(table, unit, from);
            for (var j = 0; j < Count; j++) (factors[j], rows[j]) = (reach[j], table.ToTarget[places.FromRow[arcs[j]]]);
            var row = table.ToTarget[places.FromRow[from]];
            var reached = VectorMath.Dot(row, table.TargetQuality);
            if (Count > 0) reached += VectorMath.Gain(row, rows, factors, Count, table.TargetQuality);
            for (var b = 0; b < places.TargetGain.Length; b++) reached += places.TargetGain[b] * To(table, unit, table.Between(unit, from, places.ArcCount + b), places.ArcCount + b);
            gain += places.SourceGain[a] * reached;
        }

        for (var b = 0; b < places.TargetGain.Length; b++)
        {
            if (!(places.TargetGain[b] > 0)) continue;
            var to = places.ArcCount + b;
            var reached = 0.0;
            foreach (var row in table.Sources)
            {
                var toPoint = table.ToPoint[row]!;
                Reach(toPoint, places);
                reached += table.SourceOf[row] * To(table, unit, toPoint[places.ToPoint[to]], to);
            }

            gain += places.TargetGain[b] * reached;
        }

        return gain;
    }

    private void ReachFrom(PathTable table, int unit, int from)
    {
        Array.Clear(reach, 0, Count);
        for (var i = 0; i < Count; i++) Enter(i, table.Between(unit, from, arcs[i]));
    }

    // The best way to a vertex with gains: the one that there is, or out of one of the arcs.
    private double To(PathTable table, int unit, double best, int to)
    {
        for (var j = 0; j < Count; j++) if (reach[j] > 0) best = Math.Max(best, reach[j] * table.Between(unit, arcs[j], to));
        return best;
    }

    private void Close()
    {
        for (var via = 0; via < Count; via++)
        {
            for (var i = 0; i < Count; i++)
            {
                var first = through[i * Count + via];
                if (first == 0 || i == via) continue;
                for (var j = 0; j < Count; j++) through[i * Count + j] = Math.Max(through[i * Count + j], first * through[via * Count + j]);
            }
        }
    }

    private void Reserve(int size)
    {
        if (arcs.Length >= size) return;
        (arcs, reach, factors, rows, through) = (new int[size], new double[size], new double[size], new double[size][], new double[size * size]);
    }
}
