namespace Bocage.Planning;

/// <summary>Cuts off what of a convex shape lies outside a box (Sutherland and Hodgman 1974, doi:10.1145/360767.360802).</summary>
internal static class ConvexClip
{
    public static IReadOnlyList<(double X, double Y)> ToBox(IReadOnlyList<(double X, double Y)> corners, double west, double south, double east, double north)
    {
        corners = Cut(corners, point => point.X - west, (a, b, t) => (west, a.Y + t * (b.Y - a.Y)));
        corners = Cut(corners, point => east - point.X, (a, b, t) => (east, a.Y + t * (b.Y - a.Y)));
        corners = Cut(corners, point => point.Y - south, (a, b, t) => (a.X + t * (b.X - a.X), south));
        return Cut(corners, point => north - point.Y, (a, b, t) => (a.X + t * (b.X - a.X), north));
    }

    private static IReadOnlyList<(double X, double Y)> Cut(
        IReadOnlyList<(double X, double Y)> corners, Func<(double X, double Y), double> depth, Func<(double X, double Y), (double X, double Y), double, (double X, double Y)> between)
    {
        if (corners.All(corner => depth(corner) >= 0)) return corners;
        var kept = new List<(double X, double Y)>();
        for (var k = 0; k < corners.Count; k++)
        {
            var (from, to) = (corners[k], corners[(k + 1) % corners.Count]);
            var (here, there) = (depth(from), depth(to));
            if (here >= 0) kept.Add(from);
            if (here > 0 && there < 0 || here < 0 && there > 0) kept.Add(between(from, to, here / (here - there)));
        }

        return kept;
    }
}
