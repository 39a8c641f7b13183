using System.Collections.Immutable;
using System.Globalization;
using Bocage.Jobs.Pages;

namespace Bocage.Jobs.BusinessCases.Report;

/// <summary>Balance of each year as bars and the sum so far as a line, in one drawing. From the first year that is not known on there is nothing.</summary>
internal sealed class CashFlowChart
{
    /// <summary>Width and height of the drawing, in its own units, and the room left for the axes.</summary>
    public const double Width = 720, Height = 300, Left = 96, Bottom = 34, Top = 14, Right = 12;

    private readonly double lowest;
    private readonly double highest;
    private readonly int years;

    public CashFlowChart(ImmutableArray<double> net, ImmutableArray<double> sums)
    {
        years = net.Length;
        double[] known = [.. net.Concat(sums).Where(double.IsFinite), 0];
        (lowest, highest) = (known.Min(), known.Max());
        if (lowest == highest) highest = 1;
        Bars = [.. net.Select((euros, year) => new Bar(XOf(year) + Step * 0.15, Math.Min(YOf(0), YOf(euros)), Step * 0.7, Math.Abs(YOf(euros) - YOf(0)), euros >= 0)).Where(bar => double.IsFinite(bar.Height))];
        Line = string.Concat(sums.TakeWhile(double.IsFinite).Select((euros, year) => string.Create(CultureInfo.InvariantCulture, $"{(year == 0 ? 'M' : 'L')}{XOf(year) + Step / 2:0.#} {YOf(euros):0.#}")));
    }

    /// <summary>The bars of the years that are known.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>The sum so far, as an SVG path.</summary>
    public string Line { get; }

    private double Step => (Width - Left - Right) / years;

    /// <summary>Round amounts along the axis, with where they lie.</summary>
    public IEnumerable<(double Euros, double Y)> Rows() => AxisTicks.Between(lowest, highest).Select(euros => (euros, YOf(euros)));

    /// <summary>Years to write below, with where they lie.</summary>
    public IEnumerable<(int Year, double X)> Columns()
    {
        var every = years <= 13 ? 1 : years <= 32 ? 5 : 10;
        for (var year = 0; year < years; year += every) yield return (year, XOf(year) + Step / 2);
    }

    private double XOf(int year) => Left + Step * year;

    private double YOf(double euros) => Top + (highest - euros) / (highest - lowest) * (Height - Bottom - Top);

    internal readonly record struct Bar(double X, double Y, double Width, double Height, bool IsUp);
}
