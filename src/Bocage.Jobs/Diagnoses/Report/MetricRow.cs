using Bocage.Jobs.Languages;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses.Report;

/// <summary>A line of a table of figures.</summary>
/// <param name="Name">Usual short name.</param>
/// <param name="Value">The value; NaN is "not known".</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Meaning">What it means, in one line.</param>
public sealed record MetricRow(string Name, double Value, string Unit, string Meaning)
{
    // A reader can hold a dozen figures; all of them stand in metrics.json.
    private static readonly string[] ForLandscape = ["TA", "PR", "NP", "PD", "LPI", "AREA_MN", "ED", "MESH", "DIVISION", "SPLIT", "CONTAG", "AI", "SHDI", "SIDI", "SHEI"];
    private static readonly string[] ForClass = ["CA", "PLAND", "NP", "PD", "LPI", "AREA_MN", "TCA", "ED", "ENN_MN", "MESH", "COHESION", "AI", "CLUMPY"];

    internal static IReadOnlyList<MetricRow> OfNetwork(Texts texts, SpeciesDiagnosis species) =>
    [
        new("PC", species.PcIndex, "", texts["metrics.pc"]),
        new("IIC", species.IicIndex, "", texts["metrics.iic"]),
        new("ECA (PC)", species.EcaHa, "ha", texts["metrics.ecaPc"]),
        new("ECA (IIC)", species.EcaIicHa, "ha", texts["metrics.ecaIic"]),
        new("MESH", species.MeshHa, "ha", texts["metrics.mesh"]),
        new("NL", species.Links.Count, "", texts["metrics.links"]),
        new("NC", species.Components.Count, "", texts["metrics.components"]),
    ];

    internal static IReadOnlyList<MetricRow> OfLandscape(Texts texts, LandscapeMetrics metrics) => Rows(texts, metrics.Landscape, ForLandscape);

    internal static IReadOnlyList<MetricRow> OfClass(Texts texts, LandscapeMetrics metrics, int code) => Rows(texts, metrics.Classes[code], ForClass);

    private static IReadOnlyList<MetricRow> Rows(Texts texts, MetricValues values, string[] names) =>
        [.. names.Select(name => new MetricRow(name, values[name], values.Definitions.First(definition => definition.Name == name).Unit, texts["metric." + name]))];
}
