namespace Bocage.Landscapes;

/// <summary>Per source: the sum over its pairs, and what is lost of it when each other patch or link is removed.</summary>
/// <remarks>Connector and links are summed over each unordered pair once, from its end that comes first in the sweep; flux over whole rows.</remarks>
internal sealed class RemovalLosses<TDecay> : OrderedBlocks.IWorker
    where TDecay : struct, IDecay
{
    private readonly PathGraph graph;
    private readonly bool withLinks;
    private readonly PathSearch search;
    private readonly PathTree<TDecay> tree;
    private readonly Detours<TDecay> detours;

    private RemovalLosses(PathGraph graph, bool withLinks)
    {
        this.graph = graph;
        this.withLinks = withLinks;
        search = new(graph);
        tree = new(graph);
        detours = new(graph, tree);
    }

    /// <summary>Runs over all sources.</summary>
    public static Losses Of(PathGraph graph, int linkCount, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var sums = OrderedBlocks.Sum(graph.Count, 2 * graph.Count + linkCount, threads, () => new RemovalLosses<TDecay>(graph, linkCount > 0), progress, cancellation);
        var (flux, connector) = (new double[graph.Count], new double[graph.Count]);
        for (var number = 0; number < graph.Count; number++)
        {
            var patch = graph.Patch[number];
            (flux[patch], connector[patch]) = (2 * sums[number], 2 * sums[graph.Count + number]);
        }

        var links = sums[(2 * graph.Count)..];
        for (var link = 0; link < links.Length; link++) links[link] *= 2;
        return new(PairSum.Total(graph.Area, sums), flux, connector, links);
    }

    /// <summary>Sums[k] is half the flux of number k, Sums[n + k] half its connector, Sums[2n + l] half the loss without link l.</summary>
    public void AddSource(int source, double[] sums)
    {
        var area = graph.Area[source];
        search.From(source);
        sums[source] = area * tree.Grow(search);
        if (area == 0) return;
        detours.Clear();
        for (var branch = 1; branch < tree.Count; branch += tree.Size[branch])
        {
            if (tree.Own[branch] + tree.Behind[branch] > 0) AddBranch(branch, area, sums);
        }
    }

    private void AddBranch(int branch, double area, double[] sums)
    {
        var end = branch + tree.Size[branch];
        if (!withLinks && end == branch + 1) return;
        detours.Prepare(branch, search);
        for (var place = branch; place < end; place++)
        {
            var behind = tree.Behind[place];
            if (!(tree.Own[place] + behind > 0))
            {
                place += tree.Size[place] - 1;
                continue;
            }

            var rowEnd = place + tree.Size[place];
            var link = tree.Link[place];
            if (withLinks && link >= 0) sums[2 * graph.Count + link] += area * detours.LostIn(place, rowEnd, -1);
            if (behind > 0) sums[graph.Count + tree.Patch[place]] += area * detours.LostIn(place + 1, rowEnd, place);
        }
    }
}
