namespace Bocage.Landscapes;

/// <summary>Per source: the sum over its pairs, and what is lost of it when each other patch or link is removed.</summary>
/// <remarks>Connector and links are summed over each unordered pair once, from its end that comes first in the sweep; flux over whole rows.</remarks>
internal sealed class RemovalLosses<TDecay> : OrderedBlocks.IWorker
    where TDecay : struct, IDecay
{
    private readonly PathGraph graph;
    private readonly LossFloors floors;
    private readonly PathSearch search;
    private readonly PathTree<TDecay> tree;
    private readonly Detours<TDecay> detours;

    private RemovalLosses(PathGraph graph, LossFloors floors)
    {
        this.graph = graph;
        this.floors = floors;
        search = new(graph);
        tree = new(graph);
        detours = new(graph, tree);
    }

    /// <summary>Runs over all sources.</summary>
    public static Losses Of(PathGraph graph, LossFloors floors, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var sums = OrderedBlocks.Sum(
            graph.Count, 2 * graph.Count + floors.Links.Length, threads, () => new RemovalLosses<TDecay>(graph, floors), progress, cancellation);
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
        var negligible = LossFloors.Precision / graph.Count / (2 * area);
        for (var branch = 1; branch < tree.Count; branch += tree.Size[branch]) AddBranch(branch, area, negligible, sums);
    }

    // Flows are compared with what is negligible per unit of floor.
    private void AddBranch(int branch, double area, double negligible, double[] sums)
    {
        var end = branch + tree.Size[branch];
        var prepared = false;
        for (var place = branch; place < end; place++)
        {
            var (own, behind, rowEnd) = (tree.Own[place], tree.Behind[place], place + tree.Size[place]);
            if (!(own + behind > negligible * floors.Lowest))
            {
                place = rowEnd - 1;
                continue;
            }

            var (link, patch) = (tree.Link[place], tree.Patch[place]);
            var linkMatters = floors.Links.Length > 0 && link >= 0 && own + behind > negligible * floors.Links[link];
            var patchMatters = behind > negligible * floors.Patches[patch];
            if (!prepared && (linkMatters || patchMatters))
            {
                detours.Prepare(branch, search);
                prepared = true;
            }

            if (linkMatters) sums[2 * graph.Count + link] += area * detours.LostIn(place, rowEnd, -1);
            if (patchMatters) sums[graph.Count + patch] += area * detours.LostIn(place + 1, rowEnd, place);
        }
    }
}
