using System.Collections.Frozen;

namespace Bocage.Landscapes;

/// <summary>All landscape metrics, in FRAGSTATS' order: the one list from which results, tables and documentation are made.</summary>
/// <remarks>
/// Symbols: a area and p perimeter of a patch; n number of patches; A area of the landscape; m number of classes; P share of a class in the landscape;
/// e length of edge; g number of adjacent cell sides. Sums over a class run over its patches, sums over a landscape over all patches.
/// </remarks>
public static class MetricCatalogue
{
    private const string AnyFrom0 = "0 or more";
    private const string AnyAbove0 = "above 0";
    private const string Percent = "0 to 100";
    private const string PercentAbove0 = "above 0, to 100";
    private const string Share = "0 to below 1";

    private static readonly string[] Summarised = ["AREA", "GYRATE", "SHAPE", "FRAC", "PARA", "CIRCLE", "CONTIG"];

    private static readonly MetricDefinition[] OfPatches =
    [
        Patch("AREA", "patch area", "ha", AnyAbove0, "The size of the patch.", "a"),
        Patch("PERIM", "patch perimeter", "m", AnyAbove0, "The length of its outline, holes included.", "p"),
        Patch("GYRATE", "radius of gyration", "m", AnyAbove0, "How far the patch stretches: the mean distance of its cells to its centre.", "Σ d(cell, centroid) / cells; a single cell has half a cell side"),
        Patch("PARA", "perimeter-area ratio", "m/ha", AnyAbove0, "How much outline there is for the size.", "p / a"),
        Patch("SHAPE", "shape index", "", "1 or more", "1 for the most compact shape; higher the more irregular.", "p / least p of as many cells"),
        Patch("FRAC", "fractal dimension index", "", "1 to 2", "Near 1 for a simple outline, near 2 for one that fills the plane.", "2·ln(p / 4) / ln a, a in m²"),
        Patch("CIRCLE", "related circumscribing circle", "", Share, "Near 0 for a compact patch, near 1 for a long and narrow one.", "1 − a / (π·d² / 4), d between the two farthest corners; 0 for a single cell"),
        Patch("CONTIG", "contiguity index", "", Share, "How closely its cells hang together; 0 for a single cell.", "(mean of 1 + 2·side neighbours + corner neighbours − 1) / 12"),
        Patch("CORE", "core area", "ha", AnyFrom0, "The part that lies beyond the reach of edges.", "area of cells farther than the edge depth from every cell of another class"),
        Patch("NCORE", "number of core areas", "", AnyFrom0, "Into how many separate pieces its core falls.", "number of connected groups of core cells"),
        Patch("CAI", "core area index", "%", Percent, "The share of the patch that is core.", "100·CORE / AREA"),
        Patch("ENN", "distance to nearest neighbour", "m", AnyAbove0, "How far it is to the nearest other patch of the class; not known when there is none.", "least distance between cell centres"),
    ];

    private static readonly MetricDefinition DisjunctCore = new(MetricLevel.Patch, "DCORE", "disjunct core area", "ha", AnyAbove0,
        "The size of one separate piece of core.", "area of a connected group of core cells");

    private static readonly MetricDefinition[] OfClasses =
    [
        Class("CA", "class area", "ha", AnyAbove0, "How much of this land cover there is.", "Σa"),
        Class("PLAND", "percentage of landscape", "%", PercentAbove0, "The share of the landscape with this land cover.", "100·Σa / A"),
        .. SharedSizes(MetricLevel.Class, "of the class"),
        .. SharedEdges(MetricLevel.Class, "between this class and all others", "Σ e of the class / least outline of as many cells"),
        .. Shapes(MetricLevel.Class),
        Class("TCA", "total core area", "ha", AnyFrom0, "How much of the class lies beyond the reach of edges.", "Σ CORE"),
        Class("CPLAND", "core area percentage of landscape", "%", Percent, "The share of the landscape that is core of this class.", "100·TCA / A"),
        .. SharedCores(MetricLevel.Class),
        Class("CLUMPY", "clumpiness index", "", "−1 to 1", "−1 as scattered as can be, 0 as by chance, 1 in one clump; not known when the class fills the landscape.", "(G − P) / (1 − P), or (G − P) / P when G < P < ½; G = gᵢᵢ / (Σgᵢₖ − least Σ outline sides)"),
        Class("PLADJ", "percentage of like adjacencies", "%", Percent, "The share of its cell sides that touch the same class.", "100·gᵢᵢ / Σgᵢₖ, the outline of the map included"),
        Class("IJI", "interspersion and juxtaposition index", "%", Percent, "100 when it borders all other classes equally; not known for fewer than 3 classes.", "−100·Σₖ(eᵢₖ / Σe)·ln(eᵢₖ / Σe) / ln(m − 1)"),
        .. SharedSubdivision(MetricLevel.Class, "of the class"),
        Class("AI", "aggregation index", "%", Percent, "100 when the class lies in one compact block; not known for a single cell.", "100·gᵢᵢ / most gᵢᵢ, pairs counted once"),
        Class("NLSI", "normalised landscape shape index", "", "0 to 1", "0 when the class lies in one compact block, 1 when it is as scattered as can be.", "(e − least e) / (most e − least e), in cell sides; most e = min(4·cells, outline + 4·other cells)"),
    ];

    private static readonly MetricDefinition[] OfLandscapes =
    [
        Landscape("TA", "total area", "ha", AnyFrom0, "The size of the map where land cover is known.", "A"),
        .. SharedSizes(MetricLevel.Landscape, "of all classes"),
        .. SharedEdges(MetricLevel.Landscape, "between classes", "(Σ e + outline) / least outline of as many cells"),
        .. Shapes(MetricLevel.Landscape),
        Landscape("TCA", "total core area", "ha", AnyFrom0, "How much of the landscape lies beyond the reach of edges.", "Σ CORE"),
        .. SharedCores(MetricLevel.Landscape),
        Landscape("CONTAG", "contagion", "%", PercentAbove0, "High when few classes lie in large blocks, low when many are finely mixed; not known for one class.", "100·(1 + ΣᵢΣₖ q·ln q / (2·ln m)), q = Pᵢ·gᵢₖ / Σₖgᵢₖ"),
        Landscape("PLADJ", "percentage of like adjacencies", "%", Percent, "The share of cell sides that touch the same class.", "100·Σgᵢᵢ / Σgᵢₖ, the outline of the map included"),
        Landscape("IJI", "interspersion and juxtaposition index", "%", Percent, "100 when every class borders every other equally; not known for fewer than 3 classes.", "−100·Σᵢ<ₖ(eᵢₖ / Σe)·ln(eᵢₖ / Σe) / ln(m·(m − 1) / 2)"),
        .. SharedSubdivision(MetricLevel.Landscape, "of any class"),
        Landscape("PR", "patch richness", "", AnyFrom0, "The number of land-cover classes.", "m"),
        Landscape("PRD", "patch richness density", "per 100 ha", AnyAbove0, "The number of classes for the size of the map.", "100·m / A"),
        Landscape("SHDI", "Shannon's diversity index", "", AnyFrom0, "0 for one class; grows with more classes and a more even mix.", "−Σ P·ln P"),
        Landscape("SIDI", "Simpson's diversity index", "", Share, "The chance that two random places differ in class.", "1 − ΣP²"),
        Landscape("MSIDI", "modified Simpson's diversity index", "", AnyFrom0, "Simpson's index on a scale like Shannon's.", "−ln ΣP²"),
        Landscape("SHEI", "Shannon's evenness index", "", "0 to 1", "1 when all classes cover the same area; 0 for one class.", "SHDI / ln m"),
        Landscape("SIEI", "Simpson's evenness index", "", "0 to 1", "1 when all classes cover the same area; 0 for one class.", "SIDI / (1 − 1 / m)"),
        Landscape("MSIEI", "modified Simpson's evenness index", "", "0 to 1", "1 when all classes cover the same area; 0 for one class.", "MSIDI / ln m"),
        Landscape("AI", "aggregation index", "%", Percent, "100 when every class lies in one compact block.", "Σ Pᵢ·AIᵢ"),
    ];

    private static readonly FrozenDictionary<string, int>[] Places = Array.ConvertAll([OfPatches, OfClasses, OfLandscapes], PlacesOf);

    /// <summary>All definitions: patch, class, landscape.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [.. OfPatches, .. OfClasses, .. OfLandscapes];

    /// <summary>The definitions at one level.</summary>
    public static IReadOnlyList<MetricDefinition> At(MetricLevel level) => level switch
    {
        MetricLevel.Patch => OfPatches,
        MetricLevel.Class => OfClasses,
        MetricLevel.Landscape => OfLandscapes,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "A metric level is Patch, Class or Landscape."),
    };

    /// <summary>The definition of a metric, or null when there is none of that name at the level.</summary>
    public static MetricDefinition? Find(MetricLevel level, string name) => PlaceOf(level, name) is >= 0 and var place ? At(level)[place] : null;

    internal static int PlaceOf(MetricLevel level, string name) => Places[(int)level].TryGetValue(name, out var place) ? place : -1;

    private static MetricDefinition[] SharedSizes(MetricLevel level, string ofWhat) =>
    [
        new(level, "NP", "number of patches", "", AnyFrom0, $"Into how many patches {(level == MetricLevel.Class ? "the class" : "the landscape")} falls.", "n"),
        new(level, "PD", "patch density", "per 100 ha", AnyAbove0, $"The number of patches {ofWhat} for the size of the map.", "100·n / A"),
        new(level, "LPI", "largest patch index", "%", PercentAbove0, $"The share of the landscape in the largest patch {ofWhat}.", "100·max a / A"),
    ];

    private static MetricDefinition[] SharedEdges(MetricLevel level, string between, string shapeIndex) =>
    [
        new(level, "TE", "total edge", "m", AnyFrom0, $"The length of all edges {between}; the outline of the map only when asked.", "Σ e"),
        new(level, "ED", "edge density", "m/ha", AnyFrom0, $"The length of edge {between} for the size of the map.", "TE / A"),
        new(level, "LSI", "landscape shape index", "", "1 or more", "1 when all lies in one compact block; higher the more edge there is.", shapeIndex + ", the outline of the map included"),
    ];

    private static MetricDefinition[] Shapes(MetricLevel level) =>
    [
        .. Summarised.SelectMany(name => Summaries(level, PatchMetric(name))),
        new(level, "PAFRAC", "perimeter-area fractal dimension", "", "1 to 2", "How much outlines grow more intricate as patches grow; not known for fewer than 10 patches.", "2 / slope of ln a on ln p over all patches"),
    ];

    private static MetricDefinition[] SharedCores(MetricLevel level) =>
    [
        new(level, "NDCA", "number of disjunct core areas", "", AnyFrom0, "The number of separate pieces of core.", "Σ NCORE"),
        new(level, "DCAD", "disjunct core area density", "per 100 ha", AnyFrom0, "The number of separate pieces of core for the size of the map.", "100·NDCA / A"),
        .. Summaries(level, PatchMetric("CORE")),
        .. Summaries(level, DisjunctCore),
        .. Summaries(level, PatchMetric("CAI")),
        .. Summaries(level, PatchMetric("ENN")),
    ];

    private static MetricDefinition[] SharedSubdivision(MetricLevel level, string ofWhat) =>
    [
        new(level, "COHESION", "patch cohesion index", "%", "0 to below 100", $"How physically connected the patches {ofWhat} are.", "100·(1 − Σp / Σp·√a) / (1 − 1 / √A), in cell sides and cells"),
        new(level, "DIVISION", "landscape division index", "", Share, $"The chance that two random places do not lie in the same patch {ofWhat}.", "1 − Σ(a / A)²"),
        new(level, "MESH", "effective mesh size", "ha", AnyAbove0, $"The size of patch {ofWhat} in which a random place lies, on average.", "Σa² / A"),
        new(level, "SPLIT", "splitting index", "", "1 or more", $"The number of equal patches that would divide the landscape as much as the patches {ofWhat} do.", "A² / Σa²"),
    ];

    private static IEnumerable<MetricDefinition> Summaries(MetricLevel level, MetricDefinition of) => MetricStatistic.All.Select(statistic => new MetricDefinition(
        level,
        $"{of.Name}_{statistic.Name}",
        $"{of.FullName}: {statistic.FullName}",
        statistic == MetricStatistic.CoefficientOfVariation ? "%" : of.Unit,
        statistic == MetricStatistic.Range || statistic == MetricStatistic.StandardDeviation || statistic == MetricStatistic.CoefficientOfVariation ? AnyFrom0 : of.Range,
        $"{of.Meaning} {statistic.Meaning}",
        $"{statistic.Formula}, x = {of.Name}",
        of,
        statistic));

    private static MetricDefinition PatchMetric(string name) => OfPatches.Single(metric => metric.Name == name);

    private static MetricDefinition Patch(string name, string fullName, string unit, string range, string meaning, string formula) =>
        new(MetricLevel.Patch, name, fullName, unit, range, meaning, formula);

    private static MetricDefinition Class(string name, string fullName, string unit, string range, string meaning, string formula) =>
        new(MetricLevel.Class, name, fullName, unit, range, meaning, formula);

    private static MetricDefinition Landscape(string name, string fullName, string unit, string range, string meaning, string formula) =>
        new(MetricLevel.Landscape, name, fullName, unit, range, meaning, formula);

    private static FrozenDictionary<string, int> PlacesOf(MetricDefinition[] definitions) =>
        definitions.Select((definition, place) => KeyValuePair.Create(definition.Name, place)).ToFrozenDictionary();
}
