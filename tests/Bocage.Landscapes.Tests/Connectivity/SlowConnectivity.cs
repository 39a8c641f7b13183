namespace Bocage.Landscapes.Tests.Connectivity;

/// <summary>Connectivity the slow way: all pairs by Floyd and Warshall, importances by deleting and starting anew. Shares no code with the library's searches.</summary>
internal static class SlowConnectivity
{
    public static double Pc(IReadOnlyList<double> areas, IReadOnlyList<Link> links, DispersalKernel kernel) =>
        PairSum(areas, links, link => link.Distance, kernel.Probability);

    public static double Iic(IReadOnlyList<double> areas, IReadOnlyList<Link> links) => PairSum(areas, links, _ => 1, count => 1 / (1 + count));

    /// <summary>A removed patch keeps its place, but has no area and no links.</summary>
    public static (double[] Areas, Link[] Links) WithoutPatch(IReadOnlyList<double> areas, IReadOnlyList<Link> links, int removed) =>
        ([.. areas.Select((area, k) => k == removed ? 0 : area)], [.. links.Where(link => link.From != removed && link.To != removed)]);

    public static Link[] WithoutLink(IReadOnlyList<Link> links, Link removed) => [.. links.Where(link => link != removed)];

    public static double PercentLost(double before, double after) => 100 * (before - after) / before;

    private static double PairSum(IReadOnlyList<double> areas, IReadOnlyList<Link> links, Func<Link, double> weight, Func<double, double> value)
    {
        var n = areas.Count;
        var length = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) length[i, j] = i == j ? 0 : double.PositiveInfinity;
        }

        foreach (var link in links)
            length[link.From, link.To] = length[link.To, link.From] = Math.Min(length[link.From, link.To], weight(link));
        for (var via = 0; via < n; via++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++) length[i, j] = Math.Min(length[i, j], length[i, via] + length[via, j]);
            }
        }

        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) sum += areas[i] * areas[j] * value(length[i, j]);
        }

        return sum;
    }
}
