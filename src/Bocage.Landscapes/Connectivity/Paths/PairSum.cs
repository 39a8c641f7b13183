namespace Bocage.Landscapes;

/// <summary>ΣΣ aᵢ·aⱼ·value over all ordered pairs of patches.</summary>
internal sealed class PairSum<TDecay>(PathGraph graph) : OrderedBlocks.IWorker
    where TDecay : struct, IDecay
{
    private readonly PathSearch search = new(graph);

    public static double Of(PathGraph graph, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var sums = OrderedBlocks.Sum(graph.Count, graph.Count, threads, () => new PairSum<TDecay>(graph), progress, cancellation);
        return PairSum.Total(graph.Area, sums);
    }

    public void AddSource(int source, double[] sums)
    {
        search.From(source);
        var flow = 0.0;
        foreach (var patch in search.Order.AsSpan(1, search.Count - 1)) flow += graph.Area[patch] * TDecay.Value(search.Distance[patch]);
        sums[source] = graph.Area[source] * flow;
    }
}

internal static class PairSum
{
    /// <summary>All pairs: each patch with itself, and what each patch sums with the others.</summary>
    public static double Total(double[] area, ReadOnlySpan<double> withOthers)
    {
        var total = 0.0;
        for (var number = 0; number < area.Length; number++) total += area[number] * area[number] + withOthers[number];
        return total;
    }

    public static double Checked(double numerator) =>
        numerator >= 0 && double.IsFinite(numerator)
            ? numerator
            : throw new ArgumentOutOfRangeException(nameof(numerator), numerator, "The numerator must be 0 or more and finite.");

    public static double Index(double numerator, Area landscapeArea) =>
        landscapeArea.Hectares > 0
            ? Checked(numerator) / landscapeArea.Hectares / landscapeArea.Hectares
            : throw new ArgumentOutOfRangeException(nameof(landscapeArea), landscapeArea, "The landscape must have an area above 0 ha.");
}
