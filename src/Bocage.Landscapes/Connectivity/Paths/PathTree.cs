namespace Bocage.Landscapes;

/// <summary>The shortest ways from one source as a tree of "what must be passed", laid out so that all behind a patch stand in one row.</summary>
/// <remarks>
/// A patch hangs under the last other patch that every shortest way to it passes (its dominator): without ties the patch before it on the way.
/// So if patch k is removed, or the only shortest link into it, exactly the patches behind k may lie further off, and no others.
/// Place 0 is the source; behind place i stand the places i + 1 to i + Size[i] − 1. What does not matter here: patches earlier in the sweep than
/// the source, which count 0, as their pairs are counted from the other end.
/// </remarks>
internal sealed class PathTree<TDecay>(PathGraph graph)
    where TDecay : struct, IDecay
{
    private readonly int[] rank = new int[graph.Count];
    private readonly int[] dominator = new int[graph.Count];
    private readonly int[] size = new int[graph.Count];
    private readonly int[] next = new int[graph.Count];

    public int Count { get; private set; }

    /// <summary>Place of each patch that was reached.</summary>
    public int[] Place { get; } = new int[graph.Count];

    /// <summary>Patch at each place.</summary>
    public Pinned<int> Patch { get; } = new(graph.Count);

    /// <summary>Place that each place hangs under; -1 for the source.</summary>
    public Pinned<int> Parent { get; } = new(graph.Count);

    /// <summary>Number of places in the row that begins here: itself and all behind it.</summary>
    public Pinned<int> Size { get; } = new(graph.Count);

    /// <summary>The link without which the place may lie further off, or -1 when several last steps are equally good.</summary>
    public Pinned<int> Link { get; } = new(graph.Count);

    public Pinned<double> Length { get; } = new(graph.Count);

    /// <summary>Area times value, or 0 when the pair does not count here.</summary>
    public Pinned<double> Own { get; } = new(graph.Count);

    /// <summary>Sum of <see cref="Own"/> behind the place, itself excluded.</summary>
    public Pinned<double> Behind { get; } = new(graph.Count);

    /// <summary>Makes the tree of a search; returns Σ area·value over all patches reached, the source excluded.</summary>
    public double Grow(PathSearch search)
    {
        Count = search.Count;
        FindDominators(search);
        AssignPlaces(search.Order);
        var source = search.Order[0];
        var flow = 0.0;
        for (var k = 1; k < Count; k++)
        {
            var patch = search.Order[k];
            var place = Place[patch];
            var own = graph.Area[patch] * TDecay.Value(search.Distance[patch]);
            flow += own;
            Patch[place] = patch;
            Parent[place] = Place[dominator[patch]];
            Size[place] = size[patch];
            Link[place] = search.HasTie[patch] ? -1 : graph.Link[search.Arc[patch]];
            Length[place] = search.Distance[patch];
            Own[place] = patch > source ? own : 0;
        }

        (Patch[0], Parent[0], Size[0], Link[0], Length[0], Own[0]) = (source, -1, Count, -1, 0, 0);
        Behind.Span[..Count].Clear();
        for (var place = Count - 1; place > 0; place--) Behind[Parent[place]] += Own[place] + Behind[place];
        return flow;
    }

    // Cooper, Harvey and Kennedy's meeting of two ways back, on the search order, which puts every patch after those before it.
    private void FindDominators(PathSearch search)
    {
        for (var k = 0; k < Count; k++) rank[search.Order[k]] = k;
        for (var k = 1; k < Count; k++)
        {
            var patch = search.Order[k];
            dominator[patch] = search.Before[patch];
            if (!search.HasTie[patch]) continue;
            for (var arc = graph.First[patch]; arc < graph.First[patch + 1]; arc++)
            {
                var before = graph.Target[arc];
                if (search.Distance[before] + graph.Weight[arc] == search.Distance[patch] && rank[before] < k)
                    dominator[patch] = Meeting(dominator[patch], before);
            }
        }
    }

    private int Meeting(int one, int other)
    {
        while (one != other)
        {
            if (rank[one] > rank[other]) one = dominator[one];
            else other = dominator[other];
        }

        return one;
    }

    // A patch gets the first free place behind its parent; parents come earlier in the search order.
    private void AssignPlaces(int[] order)
    {
        for (var k = 0; k < Count; k++) size[order[k]] = 1;
        for (var k = Count - 1; k > 0; k--) size[dominator[order[k]]] += size[order[k]];
        Place[order[0]] = 0;
        next[order[0]] = 1;
        for (var k = 1; k < Count; k++)
        {
            var patch = order[k];
            var parent = dominator[patch];
            Place[patch] = next[parent];
            next[parent] += size[patch];
            next[patch] = Place[patch] + 1;
        }
    }
}
