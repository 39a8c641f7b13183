using Bocage.Jobs.Pages;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases.Report;

/// <summary>What each uncertain figure does to the result by itself, as bars from its lowest to its highest value.</summary>
internal sealed class TornadoChart
{
    /// <summary>Width of the drawing and room left for the axis, in its own units.</summary>
    public const double Width = 720, Left = 16, Right = 16, RowHeight = 38, Bottom = 30;

    private readonly double lowest;
    private readonly double highest;

    public TornadoChart(IReadOnlyList<TornadoBar> bars, double likely)
    {
        lowest = Math.Min(Math.Min(0, likely), bars.Min(bar => Math.Min(bar.AtLow, bar.AtHigh)));
        highest = Math.Max(Math.Max(0, likely), bars.Max(bar => Math.Max(bar.AtLow, bar.AtHigh)));
        if (lowest == highest) highest = lowest + 1;
        Height = bars.Count * RowHeight + Bottom;
        Likely = XOf(likely);
        Bars = [.. bars.Select((bar, k) => new Bar(bar.Factor, XOf(Math.Min(bar.AtLow, bar.AtHigh)), k * RowHeight + 18, XOf(Math.Max(bar.AtLow, bar.AtHigh)) - XOf(Math.Min(bar.AtLow, bar.AtHigh))))];
    }

    public double Height { get; }

    /// <summary>Where the likely result lies.</summary>
    public double Likely { get; }

    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>Round amounts along the axis, with where they lie.</summary>
    public IEnumerable<(double Euros, double X)> Columns() => AxisTicks.Between(lowest, highest).Where(euros => euros >= lowest && euros <= highest).Select(euros => (euros, XOf(euros)));

    private double XOf(double euros) => Left + (euros - lowest) / (highest - lowest) * (Width - Left - Right);

    internal readonly record struct Bar(int Factor, double X, double Y, double Width);
}
