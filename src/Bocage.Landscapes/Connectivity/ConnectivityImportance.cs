namespace Bocage.Landscapes;

/// <summary>What every patch and every link is worth to the connectivity of a landscape: the share of PC and of IIC that is lost when it is removed.</summary>
/// <remarks>
/// dX(k) = 100·(X − X without k) / X for X = PC and IIC; formulas and fractions at <see cref="NodeImportance"/>. Unit: %. No patches, or no area at all:
/// the numerators are 0 and the importances NaN ("not known"). Nothing is sampled and no link is dropped for being unlikely;
/// what is left out is certainly below 1e-12 of the dPC it belongs to (<see cref="LossFloors"/>), less than rounding costs.
/// Method: one shortest-path tree per source; removing a patch or link changes the ways to what hangs behind it and nothing else (<see cref="Detours{TDecay}"/>).
/// Cost: O(n²·(log n + depth)) time for sparse graphs, depth = mean number of patches on a shortest path; O(n + m) memory per thread. Results are the same
/// to the last bit whatever the number of threads. Saura and Pascual-Hortal (2007), doi:10.1016/j.landurbplan.2007.03.005; Saura and Rubio (2010),
/// doi:10.1111/j.1600-0587.2009.05760.x. Nearest known tools: Conefor, Makurhini (MK_dPCIIC) and Graphab's delta metrics, which delete each patch and start anew.
/// </remarks>
public sealed record ConnectivityImportance
{
    private ConnectivityImportance(double pcNumerator, double iicNumerator, NodeImportance[] nodes, LinkImportance[] links) =>
        (PcNumerator, IicNumerator, Nodes, Links) = (pcNumerator, iicNumerator, nodes, links);

    /// <summary>ΣΣ aᵢ·aⱼ·p*ᵢⱼ in ha²: see <see cref="ProbabilityOfConnectivity"/>.</summary>
    public double PcNumerator { get; }

    /// <summary>ΣΣ aᵢ·aⱼ / (1 + nlᵢⱼ) in ha²: see <see cref="IntegralIndexOfConnectivity"/>; NaN when IIC was not asked for.</summary>
    public double IicNumerator { get; }

    /// <summary>Per patch of the graph.</summary>
    public IReadOnlyList<NodeImportance> Nodes { get; }

    /// <summary>Per link of the graph, in the order of <see cref="PatchGraph.Links"/>; empty when links were not asked for.</summary>
    public IReadOnlyList<LinkImportance> Links { get; }

    /// <summary>Computes the importances.</summary>
    /// <param name="graph">Patches and links.</param>
    /// <param name="kernel">How far the species gets.</param>
    /// <param name="options">What is wanted; null for everything.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Heard after every source.</param>
    public static ConnectivityImportance Of(
        PatchGraph graph, DispersalKernel kernel, ConnectivityOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(kernel);
        options ??= new();
        var linkCount = options.Links ? graph.Links.Count : 0;
        var byProbability = PathGraph.ByProbability(graph, kernel);
        var pc = RemovalLosses<ProbabilityDecay>.Of(
            byProbability, LossFloors.Near(byProbability, linkCount), options.Threads, PartOfProgress.Of(progress, 0, options.Iic ? 0.7 : 1), cancellation);
        var iic = options.Iic ? IicLosses(graph, linkCount, options.Threads, PartOfProgress.Of(progress, 0.7, 1), cancellation) : Losses.NotKnown(graph.PatchCount, linkCount);
        var nodes = new NodeImportance[graph.PatchCount];
        for (var k = 0; k < nodes.Length; k++) nodes[k] = Node(graph.AreaHa[k], k, pc, iic);
        var links = new LinkImportance[linkCount];
        for (var k = 0; k < links.Length; k++) links[k] = new(pc.PercentOf(pc.Links[k]), iic.PercentOf(iic.Links[k]));
        return new(pc.Numerator, iic.Numerator, nodes, links);
    }

    private static Losses IicLosses(PatchGraph graph, int linkCount, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var byLinks = PathGraph.ByLinks(graph);
        return RemovalLosses<LinkCountDecay>.Of(byLinks, LossFloors.Zero(byLinks, linkCount), threads, progress, cancellation);
    }

    private static NodeImportance Node(double areaHa, int k, Losses pc, Losses iic)
    {
        var (intra, flux, connector) = (pc.PercentOf(areaHa * areaHa), pc.PercentOf(pc.Flux[k]), pc.PercentOf(pc.Connector[k]));
        return new(iic.PercentOf(areaHa * areaHa + iic.Flux[k] + iic.Connector[k]), intra + flux + connector, intra, flux, connector);
    }
}
