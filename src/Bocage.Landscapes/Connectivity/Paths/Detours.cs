namespace Bocage.Landscapes;

/// <summary>What is lost behind a patch or link of a shortest-path tree when it is removed: every patch behind it takes its best detour.</summary>
/// <remarks>
/// A detour is how much longer the way from the source becomes. With the reduced cost c(i→j) = w + d(i) − d(j) ≥ 0 of each arc, the detour of j is the
/// least, over its arcs, of detour(i) + c(i→j); it is 0 outside the row, and never more than the detour of the parent (the way down the tree costs 0).
/// So a sweep along the row finds most detours at once, a sweep back the rest, and a small search mends what the sweep back improved: exact, and
/// for most patches two or three comparisons. Arcs stand sorted by reduced cost, those that can never matter left out.
/// The same in spirit as dynamic shortest-path trees; Ramalingam and Reps (1996), doi:10.1006/jagm.1996.0046.
/// </remarks>
internal sealed class Detours<TDecay>(PathGraph graph, PathTree<TDecay> tree)
    where TDecay : struct, IDecay
{
    private const int LongList = 24;
    private readonly Pinned<int> first = new(graph.Count);
    private readonly Pinned<int> last = new(graph.Count);
    private readonly Pinned<int> from = new(graph.Target.Length);
    private readonly Pinned<double> cost = new(graph.Target.Length);
    private readonly Pinned<double> least = new(graph.Count);
    private readonly Pinned<double> detour = new(graph.Count);
    private readonly Pinned<double> share = new(graph.Count);
    private readonly FrontierHeap frontier = new(graph.Count);
    private int filled;

    /// <summary>Forgets the arcs of the last tree.</summary>
    public void Clear() => filled = 0;

    /// <summary>Lays out the arcs into every place of a branch, a row whose first place hangs under the source.</summary>
    public void Prepare(int branch, PathSearch search)
    {
        var end = branch + tree.Size[branch];
        for (var place = branch; place < end; place++)
        {
            var patch = tree.Patch[place];
            var here = search.Distance[patch];
            var given = tree.Link[place];
            var (start, fill) = (filled, filled);
            // Whatever is removed in this branch, the best arc from outside it stays: dearer arcs never matter.
            var enough = double.PositiveInfinity;
            for (var arc = graph.First[patch]; arc < graph.First[patch + 1]; arc++)
            {
                var before = graph.Target[arc];
                var extra = search.Distance[before] + graph.Weight[arc] - here;
                if (!(extra < enough) || graph.Link[arc] == given) continue;
                var source = tree.Place[before];
                if (source < branch || source >= end) enough = extra;
                from[fill] = source;
                cost[fill++] = extra;
            }

            first[place] = start;
            last[place] = filled = Sort(start, fill, enough);
            least[place] = filled > start ? cost[start] : double.PositiveInfinity;
        }
    }

    // By reduced cost, those above a limit left out.
    private int Sort(int start, int fill, double limit)
    {
        if (fill - start > LongList)
        {
            cost.Span[start..fill].Sort(from.Span[start..fill]);
            while (fill > start && cost[fill - 1] > limit) fill--;
            return fill;
        }

        var end = start;
        for (var k = start; k < fill; k++)
        {
            var (extra, source) = (cost[k], from[k]);
            if (extra > limit) continue;
            var place = end++;
            for (; place > start && cost[place - 1] > extra; place--)
            {
                cost[place] = cost[place - 1];
                from[place] = from[place - 1];
            }

            cost[place] = extra;
            from[place] = source;
        }

        return end;
    }

    /// <summary>What is lost in a row of places, all of which hang under what is removed.</summary>
    /// <param name="start">First place of the row.</param>
    /// <param name="end">One past its last place.</param>
    /// <param name="removed">Place of the removed patch, or -1 when it is the link into <paramref name="start"/> that is removed.</param>
    public double LostIn(int start, int end, int removed)
    {
        if (end - start == 1) return LostAt(start, removed);
        SweepOut(start, end, removed);
        if (SweepBack(start, end)) Mend(start, end);
        return SumOfLosses(start, end);
    }

    private double LostAt(int place, int removed)
    {
        for (var arc = first[place]; arc < last[place]; arc++)
        {
            if (from[arc] != removed) return tree.Own[place] * TDecay.LostShare(tree.Length[place], cost[arc]);
        }

        return tree.Own[place];
    }

    // Parents come before what is behind them, so the row is read once; arcs from later places wait for the sweep back.
    private void SweepOut(int start, int end, int removed)
    {
        var (parent, least, detour) = (tree.Parent, this.least, this.detour);
        for (var place = start; place < end; place++)
        {
            var best = parent[place] >= start ? detour[parent[place]] : double.PositiveInfinity;
            detour[place] = least[place] < best ? BestFromBefore(place, start, end, removed, best) : best;
        }
    }

    private double BestFromBefore(int place, int start, int end, int removed, double best)
    {
        var (from, cost) = (this.from, this.cost);
        var stop = last[place];
        for (var arc = first[place]; arc < stop && cost[arc] < best; arc++)
        {
            var source = from[arc];
            if ((uint)(source - start) >= (uint)(end - start))
            {
                if (source != removed) return cost[arc];
            }
            else if (source < place)
            {
                best = Math.Min(best, detour[source] + cost[arc]);
            }
        }

        return best;
    }

    // Whether anything improved; what did stands on the frontier, as others may follow from it.
    private bool SweepBack(int start, int end)
    {
        var (least, detour) = (this.least, this.detour);
        for (var place = end - 1; place >= start; place--)
        {
            if (!(least[place] < detour[place])) continue;
            var best = BestFromInside(place, start, end, detour[place]);
            if (!(best < detour[place])) continue;
            detour[place] = best;
            frontier.Lower(place, best);
        }

        return frontier.Count > 0;
    }

    private double BestFromInside(int place, int start, int end, double best)
    {
        var (from, cost) = (this.from, this.cost);
        var stop = last[place];
        for (var arc = first[place]; arc < stop && cost[arc] < best; arc++)
        {
            var source = from[arc];
            if ((uint)(source - start) < (uint)(end - start)) best = Math.Min(best, detour[source] + cost[arc]);
        }

        return best;
    }

    // What improves takes all behind it along, as the way down costs nothing; then its other arcs are tried.
    private void Mend(int start, int end)
    {
        while (frontier.Count > 0)
        {
            var top = frontier.TakeLowest(out var here);
            if (here > detour[top]) continue;
            var rowEnd = top + tree.Size[top];
            for (var place = top + 1; place < rowEnd; place++)
            {
                if (detour[place] > here) detour[place] = here;
                else place += tree.Size[place] - 1;
            }

            for (var place = top; place < rowEnd; place++)
            {
                if (detour[place] == here) TryArcs(place, here, start, end);
                else place += tree.Size[place] - 1;
            }
        }
    }

    private void TryArcs(int place, double here, int start, int end)
    {
        var (patch, length) = (tree.Patch[place], tree.Length[place]);
        for (var arc = graph.First[patch]; arc < graph.First[patch + 1]; arc++)
        {
            var next = tree.Place[graph.Target[arc]];
            if (next < start || next >= end) continue;
            var there = here + (length + graph.Weight[arc] - tree.Length[next]);
            if (!(there < detour[next])) continue;
            detour[next] = there;
            frontier.Lower(next, there);
        }
    }

    private double SumOfLosses(int start, int end)
    {
        var (parent, length, own, detour, share) = (tree.Parent, tree.Length, tree.Own, this.detour, this.share);
        var sum = 0.0;
        for (var place = start; place < end; place++)
        {
            var above = parent[place];
            share[place] = TDecay.IsMemoryless && above >= start && detour[above] == detour[place]
                ? share[above]
                : TDecay.LostShare(length[place], detour[place]);
            sum += own[place] * share[place];
        }

        return sum;
    }
}
