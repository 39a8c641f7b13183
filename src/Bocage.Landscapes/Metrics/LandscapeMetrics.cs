namespace Bocage.Landscapes;

/// <summary>Patch, class and landscape metrics of a land-cover map, under FRAGSTATS' names.</summary>
/// <remarks>
/// Every metric is defined in <see cref="MetricCatalogue"/>; formulas and conventions in docs/methods/landscape-metrics.md.
/// Units: hectares, metres, percent and counts, as the catalogue says. No data is no landscape: it is left out of all areas.
/// A value that is not known (one patch has no neighbour; one class has no contagion) is NaN, never 0.
/// A map without data has TA, NP and PR 0 and everything else not known.
/// Cost: O(cells) time, about 9 bytes a cell of memory beside the map; nearest neighbours add a search per outline cell of patches that lie alone.
/// McGarigal, Cushman and Ene (2012), FRAGSTATS v4. Nearest tools: FRAGSTATS, and landscapemetrics in R
/// (Hesselbarth et al. 2019, Ecography 42: 1648–1657, doi:10.1111/ecog.04617); we differ in taking cells that are not square.
/// </remarks>
public sealed class LandscapeMetrics
{
    private LandscapeMetrics(MetricsOptions options, MetricValues landscape, IReadOnlyDictionary<int, MetricValues> classes, IReadOnlyList<PatchMetrics> patches) =>
        (Options, Landscape, Classes, Patches) = (options, landscape, classes, patches);

    /// <summary>The choices under which the metrics were computed.</summary>
    public MetricsOptions Options { get; }

    /// <summary>The metrics of the whole map.</summary>
    public MetricValues Landscape { get; }

    /// <summary>The metrics of each class, by land-cover code, from low to high.</summary>
    public IReadOnlyDictionary<int, MetricValues> Classes { get; }

    /// <summary>The metrics of each patch of every class; patch k stands at place k - 1.</summary>
    public IReadOnlyList<PatchMetrics> Patches { get; }

    /// <summary>Computes all metrics of a map.</summary>
    /// <param name="landCover">The map; its grid is in metres.</param>
    /// <param name="options">Neighbourhood, edge depth and what counts as edge; null for the defaults.</param>
    /// <param name="progress">Told the share that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LandscapeMetrics Of(LandCover landCover, MetricsOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(landCover);
        options ??= new();
        var grid = landCover.Grid;
        var labels = new int[grid.CellCount];
        var count = ClassLabelling.Label(grid, landCover.Cells, options.Neighbourhood, labels, Phase(0, 0.15));
        var (tallies, adjacency) = PatchScan.Count(landCover, labels, count, Phase(0.15, 0.35));
        var coreAreas = CoreAreas.Count(landCover, options, labels, tallies, Phase(0.35, 0.55));
        var outlines = PatchScan.Measure(grid, labels, tallies, Phase(0.55, 0.65));
        var nearest = NearestNeighbours.Of(landCover, labels, tallies, Phase(0.65, 0.9));
        var patches = PatchFormulas.Of(grid, tallies, outlines, nearest, Phase(0.9, 1));
        var inputs = new MetricInputs(landCover, options, tallies, patches, adjacency, coreAreas);
        var result = new LandscapeMetrics(options, new(LandscapeFormulas.Of(inputs), 0), ByCode(inputs), new PatchMetricsList(landCover, tallies, patches));
        progress?.Report(1);
        return result;

        PhaseProgress Phase(double from, double to) => new(progress, from, to, cancellation);
    }

    private static SortedDictionary<int, MetricValues> ByCode(MetricInputs inputs)
    {
        var (table, classes) = (ClassFormulas.Of(inputs), new SortedDictionary<int, MetricValues>());
        for (var k = 0; k < inputs.ClassCount; k++) classes[inputs.Map.Codes[k]] = new(table, k);
        return classes;
    }
}
