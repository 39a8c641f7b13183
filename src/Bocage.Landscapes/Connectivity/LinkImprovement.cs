namespace Bocage.Landscapes;

/// <summary>What closing a gap would be worth: how much a new or shorter link adds to the equivalent connected area.</summary>
/// <remarks>
/// With the link u–v of probability q, p*ₛₜ becomes max(p*ₛₜ, p*ₛᵤ·q·p*ᵥₜ, p*ₛᵥ·q·p*ᵤₜ); numerator = ΣΣ aₛ·aₜ·p*ₛₜ and ECA = √numerator as ever. Exact.
/// Each candidate is judged alone: gains of several do not add up. A candidate that is no better than the ways there are gains 0.
/// Unit: ha and %. Range: 0 and up; the % is NaN ("not known") when the ECA was 0. Cost: one search per patch for every batch of candidates, and for each candidate
/// (patches at one side) × (patches at the other) multiplications; memory O(n) per candidate in a batch, batches of at most some 128 MB.
/// Saura and Rubio (2010), doi:10.1111/j.1600-0587.2009.05760.x. Nearest known tool: "link improvement" in Conefor, which recomputes all pairs per candidate.
/// </remarks>
/// <param name="Link">The candidate, as it was given.</param>
/// <param name="PcNumerator">ΣΣ aᵢ·aⱼ·p*ᵢⱼ with the link, in ha².</param>
/// <param name="Eca">Equivalent connected area with the link.</param>
/// <param name="GainHa">What the link adds to the ECA, in ha.</param>
/// <param name="GainPercent">What the link adds, in % of the ECA without it.</param>
public sealed record LinkImprovement(Link Link, double PcNumerator, Area Eca, double GainHa, double GainPercent)
{
    private const long BatchBytes = 128L << 20;
    private const int BytesPerPatch = 28;

    /// <summary>Judges candidate links, each alone; the results stand in the order of the candidates.</summary>
    /// <param name="graph">The landscape as it is.</param>
    /// <param name="kernel">How far the species gets.</param>
    /// <param name="candidates">Links by place of the patches, in the unit of the graph's distances; one that exists already counts as shortened.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Heard after every patch.</param>
    /// <exception cref="ArgumentException">A candidate ends at itself or outside the graph, or its distance is negative or not finite.</exception>
    public static IReadOnlyList<LinkImprovement> Of(
        PatchGraph graph, DispersalKernel kernel, IReadOnlyList<Link> candidates, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(candidates);
        foreach (var candidate in candidates) graph.Check(candidate, nameof(candidates));
        if (candidates.Count == 0) return [];
        var paths = PathGraph.ByProbability(graph, kernel);
        var batchSize = (int)Math.Clamp(BatchBytes / BytesPerPatch / graph.PatchCount, 1, candidates.Count);
        var steps = 1 + (candidates.Count + batchSize - 1) / batchSize;
        var before = PairSum<ProbabilityDecay>.Of(paths, Environment.ProcessorCount, PartOfProgress.Of(progress, 0, 1.0 / steps), cancellation);
        var results = new List<LinkImprovement>(candidates.Count);
        for (var step = 1; step < steps; step++)
        {
            var batch = candidates.Skip((step - 1) * batchSize).Take(batchSize).ToArray();
            var gains = Gains(paths, kernel, batch, PartOfProgress.Of(progress, (double)step / steps, (step + 1.0) / steps), cancellation);
            results.AddRange(batch.Zip(gains, (link, half) => With(link, before, 2 * half)));
        }

        return results;
    }

    private static double[] Gains(PathGraph paths, DispersalKernel kernel, Link[] batch, IProgress<double>? progress, CancellationToken cancellation)
    {
        var search = new PathSearch(paths);
        double[] From(int patch)
        {
            cancellation.ThrowIfCancellationRequested();
            search.From(paths.Number[patch]);
            return [.. search.Distance.Select(distance => Math.Exp(-distance))];
        }

        var prepared = batch.Select(link => new CandidateLink(paths, From(link.From), From(link.To), kernel.Probability(link.Distance))).ToArray();
        return OrderedBlocks.Sum(paths.Count, batch.Length, Environment.ProcessorCount, () => new ImprovementGains(paths, prepared), progress, cancellation);
    }

    private static LinkImprovement With(Link link, double before, double added)
    {
        var (ecaBefore, eca) = (Math.Sqrt(before), Math.Sqrt(before + added));
        // The difference of the two roots, without its loss of digits.
        var gain = added > 0 ? added / (eca + ecaBefore) : 0;
        return new(link, before + added, Area.FromHectares(eca), gain, ecaBefore > 0 ? 100 * gain / ecaBefore : double.NaN);
    }
}
