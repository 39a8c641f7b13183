using System.Globalization;
using Bocage.Jobs.Pages;

namespace Bocage.Jobs.Plans.Report;

/// <summary>Gain against budget as lines in a drawing: what plans reach, and what none can pass.</summary>
internal sealed class BudgetChart
{
    /// <summary>Width and height of the drawing, in its own units, and the room left for the axes.</summary>
    public const double Width = 720, Height = 320, Left = 90, Bottom = 46, Top = 16, Right = 16;

    private readonly double highestBudget;
    private readonly double highestValue;

    /// <param name="points">Budget, gain reached, and what no plan can pass (∞ when not known), from low to high budget.</param>
    public BudgetChart(IReadOnlyList<(double Budget, double Value, double Bound)> points)
    {
        highestBudget = Math.Max(points.Max(point => point.Budget), double.Epsilon);
        // A bound far above what is reached would flatten the curve that the reader came for.
        highestValue = Math.Max(points.Max(point => Math.Max(point.Value, Math.Min(point.Bound, 1.6 * points.Max(other => other.Value)))), double.Epsilon) * 1.05;
        Reached = Line(points.Select(point => (point.Budget, point.Value)));
        Limit = Line(points.Where(point => point.Bound <= highestValue).Select(point => (point.Budget, point.Bound)));
        Dots = [.. points.Select(point => At(point.Budget, point.Value))];
    }

    /// <summary>What plans reach, as an SVG path.</summary>
    public string Reached { get; }

    /// <summary>What no plan can pass, as an SVG path.</summary>
    public string Limit { get; }

    /// <summary>The points of what plans reach.</summary>
    public IReadOnlyList<(double X, double Y)> Dots { get; }

    /// <summary>Round values along an axis, with where they lie.</summary>
    public IEnumerable<(double Value, double Y)> Rows() => AxisTicks.Between(0, highestValue).Select(value => (value, At(0, value).Y));

    /// <summary>Round budgets along the axis, with where they lie.</summary>
    public IEnumerable<(double Budget, double X)> Columns() => AxisTicks.Between(0, highestBudget).Select(budget => (budget, At(budget, 0).X));

    /// <summary>Where a point lies in the drawing.</summary>
    public (double X, double Y) At(double budget, double value) =>
        (Left + budget / highestBudget * (Width - Left - Right), Height - Bottom - value / highestValue * (Height - Bottom - Top));

    private string Line(IEnumerable<(double Budget, double Value)> points) => string.Concat(points.Select((point, k) =>
    {
        var (x, y) = At(point.Budget, point.Value);
        return string.Create(CultureInfo.InvariantCulture, $"{(k == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
    }));
}
