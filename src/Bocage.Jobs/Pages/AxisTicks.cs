namespace Bocage.Jobs.Pages;

/// <summary>Round values along the axis of a chart.</summary>
internal static class AxisTicks
{
    /// <summary>From at most 0 to at least 0, four to six steps of 1, 2, 2.5 or 5 times a power of ten, as far as the values go.</summary>
    public static IEnumerable<double> Between(double lowest, double highest)
    {
        var range = Math.Max(highest, 0) - Math.Min(lowest, 0);
        if (!(range > 0)) return [0];
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / 4)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(one => range / one <= 5);
        var (first, last) = ((int)Math.Ceiling(Math.Min(lowest, 0) / step - 1e-9), (int)Math.Floor(Math.Max(highest, 0) / step + 1e-9));
        return Enumerable.Range(first, last - first + 1).Select(k => k * step);
    }
}
