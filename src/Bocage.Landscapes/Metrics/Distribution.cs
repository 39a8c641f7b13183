namespace Bocage.Landscapes;

/// <summary>The six figures that FRAGSTATS gives of many patches; values that are not known are left out.</summary>
internal static class Distribution
{
    /// <summary>MN, AM, MD, RA, SD and CV, in the order of <see cref="MetricStatistic.All"/>; all NaN when no value is known.</summary>
    public static double[] Of(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        var (known, weight, total, weighted) = (new List<double>(values.Count), 0.0, 0.0, 0.0);
        for (var k = 0; k < values.Count; k++)
        {
            if (double.IsNaN(values[k])) continue;
            known.Add(values[k]);
            total += values[k];
            weight += weights[k];
            weighted += values[k] * weights[k];
        }

        if (known.Count == 0) return [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN];
        known.Sort();
        var mean = total / known.Count;
        var squares = 0.0;
        foreach (var value in known) squares += (value - mean) * (value - mean);
        var deviation = Math.Sqrt(squares / known.Count);
        var median = (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
        return [mean, weighted / weight, median, known[^1] - known[0], deviation, mean == 0 ? double.NaN : 100 * deviation / mean];
    }
}
