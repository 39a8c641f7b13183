namespace Bocage.Landscapes;

/// <summary>What a metric is: the one source for tables, reports and documentation.</summary>
/// <param name="Level">What it describes.</param>
/// <param name="Name">FRAGSTATS' acronym.</param>
/// <param name="FullName">The English name.</param>
/// <param name="Unit">The unit; empty for a pure number.</param>
/// <param name="Range">The values it can take.</param>
/// <param name="Meaning">One plain English line on what it says.</param>
/// <param name="Formula">The formula, in the symbols of docs/methods/landscape-metrics.md, after McGarigal, Cushman and Ene, FRAGSTATS v4.</param>
/// <param name="Of">The metric of single patches that this one summarises; null for a metric of its own.</param>
/// <param name="Statistic">How it summarises them; null for a metric of its own.</param>
public sealed record MetricDefinition(
    MetricLevel Level,
    string Name,
    string FullName,
    string Unit,
    string Range,
    string Meaning,
    string Formula,
    MetricDefinition? Of = null,
    MetricStatistic? Statistic = null)
{
    /// <summary>
    /// Under which a translation of the name and meaning is filed, such as <c>metric.class.PLAND</c>.
    /// A summary (AREA_MN) may be put together from the texts of <see cref="Of"/> and <see cref="Statistic"/> instead.
    /// </summary>
    public string Key => Level switch
    {
        MetricLevel.Patch => $"metric.patch.{Name}",
        MetricLevel.Class => $"metric.class.{Name}",
        _ => $"metric.landscape.{Name}",
    };
}
