namespace Bocage.Landscapes;

/// <summary>A patch graph laid out for searches: flat arrays, links weighted so that lengths add up, patches numbered along a sweep through the landscape.</summary>
/// <remarks>
/// Along the sweep neighbours lie near each other in memory, and "the patches further on than this one" are about half of the pairs, each pair once,
/// gathered in few branches of a shortest-path tree: <see cref="RemovalLosses{TDecay}"/> looks at no other half.
/// </remarks>
internal sealed class PathGraph
{
    // Far beyond where a probability is 0 in a double, and small enough that no path adds up to infinity.
    private const double LongestWeight = 1e290;

    private PathGraph(PatchGraph graph, double[] weightOfLink, bool countsLinks, int[] patch)
    {
        CountsLinks = countsLinks;
        Patch = patch;
        Number = new int[patch.Length];
        for (var number = 0; number < patch.Length; number++) Number[patch[number]] = number;
        Area = [.. patch.Select(p => graph.AreaHa[p])];
        First = new int[patch.Length + 1];
        for (var number = 0; number < patch.Length; number++) First[number + 1] = First[number] + graph.Neighbours(patch[number]).Length;
        Target = new int[First[^1]];
        Link = new int[First[^1]];
        Weight = new double[First[^1]];
        for (var number = 0; number < patch.Length; number++)
        {
            var neighbours = graph.Neighbours(patch[number]);
            var links = graph.LinksOf(patch[number]);
            for (var k = 0; k < neighbours.Length; k++)
            {
                var arc = First[number] + k;
                (Target[arc], Link[arc], Weight[arc]) = (Number[neighbours[k]], links[k], weightOfLink[links[k]]);
            }
        }
    }

    /// <summary>Whether every weight is 1.</summary>
    public bool CountsLinks { get; }

    public int Count => Patch.Length;

    /// <summary>The patch behind each number of this layout.</summary>
    public int[] Patch { get; }

    /// <summary>The number of each patch in this layout.</summary>
    public int[] Number { get; }

    /// <summary>Area in ha, by number.</summary>
    public double[] Area { get; }

    /// <summary>Where the arcs of each number begin.</summary>
    public int[] First { get; }

    public int[] Target { get; }

    /// <summary>Place in <see cref="PatchGraph.Links"/> of each arc.</summary>
    public int[] Link { get; }

    public double[] Weight { get; }

    /// <summary>Weights are −ln of the probability of a link: α·distance.</summary>
    public static PathGraph ByProbability(PatchGraph graph, DispersalKernel kernel) =>
        Along(graph, [.. graph.Links.Select(link => Math.Min(LongestWeight, kernel.Alpha * link.Distance))], countsLinks: false);

    /// <summary>Every link weighs 1.</summary>
    public static PathGraph ByLinks(PatchGraph graph) => Along(graph, [.. graph.Links.Select(_ => 1.0)], countsLinks: true);

    private static PathGraph Along(PatchGraph graph, double[] weightOfLink, bool countsLinks)
    {
        var unordered = new PathGraph(graph, weightOfLink, countsLinks, [.. Enumerable.Range(0, graph.PatchCount)]);
        return new(graph, weightOfLink, countsLinks, Sweep(unordered));
    }

    // Per component: by distance from the patch that lies furthest from its first patch.
    private static int[] Sweep(PathGraph graph)
    {
        var search = new PathSearch(graph);
        var sweep = new List<int>(graph.Count);
        var seen = new bool[graph.Count];
        for (var patch = 0; patch < graph.Count; patch++)
        {
            if (seen[patch]) continue;
            search.From(patch);
            search.From(search.Order[search.Count - 1]);
            foreach (var reached in search.Order.AsSpan(0, search.Count))
            {
                sweep.Add(reached);
                seen[reached] = true;
            }
        }

        return [.. sweep];
    }
}
