namespace Bocage.Landscapes;

/// <summary>How the values of many patches become one figure: the ending of names such as AREA_MN.</summary>
/// <param name="Name">FRAGSTATS' ending: MN, AM, MD, RA, SD or CV.</param>
/// <param name="FullName">The English name.</param>
/// <param name="Meaning">One plain English line.</param>
/// <param name="Formula">The formula, over n patches with values x and weights a (area).</param>
public sealed record MetricStatistic(string Name, string FullName, string Meaning, string Formula)
{
    /// <summary>Under which a translation of the name and meaning is filed.</summary>
    public string Key => $"statistic.{Name}";

    /// <summary>Mean.</summary>
    public static MetricStatistic Mean { get; } = new("MN", "mean", "The plain average: every patch counts once.", "Σxⱼ / n");

    /// <summary>Area-weighted mean.</summary>
    public static MetricStatistic AreaWeightedMean { get; } =
        new("AM", "area-weighted mean", "The average with every patch counted by its size: what a random place experiences.", "Σxⱼ·aⱼ / Σaⱼ");

    /// <summary>Median.</summary>
    public static MetricStatistic Median { get; } = new("MD", "median", "The middle value: half of the patches lie below it.", "middle of the sorted xⱼ");

    /// <summary>Range.</summary>
    public static MetricStatistic Range { get; } = new("RA", "range", "The largest value less the smallest.", "max xⱼ − min xⱼ");

    /// <summary>Standard deviation of the whole population.</summary>
    public static MetricStatistic StandardDeviation { get; } =
        new("SD", "standard deviation", "How far patches typically lie from the mean.", "√(Σ(xⱼ − MN)² / n)");

    /// <summary>Coefficient of variation.</summary>
    public static MetricStatistic CoefficientOfVariation { get; } =
        new("CV", "coefficient of variation", "The standard deviation as a share of the mean; not known when the mean is 0.", "100·SD / MN");

    /// <summary>All six, in FRAGSTATS' order.</summary>
    public static IReadOnlyList<MetricStatistic> All { get; } = [Mean, AreaWeightedMean, Median, Range, StandardDeviation, CoefficientOfVariation];
}
