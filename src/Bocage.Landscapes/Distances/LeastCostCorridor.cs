namespace Bocage.Landscapes;

/// <summary>The land between two places through which moving is nearly as cheap as along the cheapest way.</summary>
/// <remarks>
/// corridor(c) = cost from A to c + cost from c to B: what the cheapest way from A to B through c costs. Unit: map units × resistance.
/// Range: <see cref="LeastCost"/> and up, reached exactly (but for rounding) along the cheapest ways; +∞ where A or B cannot be reached.
/// Cost: two cost distances; 16 bytes a cell. The sum of two r.cost maps, as Linkage Mapper and Graphab do; docs/methods/cost-distance.md.
/// </remarks>
public sealed class LeastCostCorridor
{
    private LeastCostCorridor(Raster<double> cost, double leastCost)
    {
        Cost = cost;
        LeastCost = leastCost;
    }

    /// <summary>What the cheapest way through each cell costs; +∞ where there is none.</summary>
    public Raster<double> Cost { get; }

    /// <summary>What the cheapest way of all costs: the least of <see cref="Cost"/>; +∞ when A and B are not connected.</summary>
    public double LeastCost { get; }

    /// <summary>Sums the cost distances from two sets of cells.</summary>
    /// <param name="surface">What it costs to cross each cell.</param>
    /// <param name="a">Cells of the one place, one or more.</param>
    /// <param name="b">Cells of the other place, one or more.</param>
    /// <param name="neighbourhood">Whether diagonal steps are possible.</param>
    /// <param name="progress">Share done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">A place has no cell, or one outside the grid.</exception>
    public static LeastCostCorridor Of(
        ResistanceSurface surface,
        IReadOnlyList<int> a,
        IReadOnlyList<int> b,
        Neighbourhood neighbourhood = Neighbourhood.Queen,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var sum = CostDistance.From(surface, a, neighbourhood, double.PositiveInfinity, Half(progress, 0), cancellation).Cost;
        var other = CostDistance.From(surface, b, neighbourhood, double.PositiveInfinity, Half(progress, 0.5), cancellation).Cost;
        var least = double.PositiveInfinity;
        for (var cell = 0; cell < sum.Values.Length; cell++)
        {
            sum.Values[cell] += other.Values[cell];
            least = Math.Min(least, sum.Values[cell]);
        }

        return new(sum, least);
    }

    /// <summary>The corridor as a raster: <see cref="Of"/> without the slack.</summary>
    /// <inheritdoc cref="Of"/>
    public static Raster<double> Between(
        ResistanceSurface surface,
        IReadOnlyList<int> a,
        IReadOnlyList<int> b,
        Neighbourhood neighbourhood = Neighbourhood.Queen,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        Of(surface, a, b, neighbourhood, progress, cancellation).Cost;

    /// <summary>How much dearer than the cheapest way the way through each cell is: 0 along the cheapest ways; +∞ where there is none.</summary>
    public Raster<double> Slack()
    {
        var slack = new double[Cost.Values.Length];
        for (var cell = 0; cell < slack.Length; cell++)
            slack[cell] = double.IsPositiveInfinity(Cost[cell]) ? double.PositiveInfinity : Cost[cell] - LeastCost;
        return new(Cost.Grid, slack);
    }

    private static Progress? Half(IProgress<double>? progress, double from) => progress is null ? null : new(progress, from);

    private sealed class Progress(IProgress<double> whole, double from) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + value / 2);
    }
}
