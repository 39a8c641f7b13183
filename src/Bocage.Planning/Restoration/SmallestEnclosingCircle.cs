namespace Bocage.Planning;

/// <summary>The smallest circle that holds all points.</summary>
/// <remarks>
/// Two or three of the points lie on it and determine it. Points are added one by one; one that lies outside the circle so far lies on the new one (Welzl 1991, doi:10.1007/BFb0038202).
/// No points give a radius of 0. O(n) when the order is by chance, O(n³) at worst; exact to rounding, some 1e-12 of the radius.
/// </remarks>
internal static class SmallestEnclosingCircle
{
    // A point on the circle may seem to lie outside by rounding; that must not start the search again.
    private const double Slack = 1e-12;

    /// <summary>Centre and radius, in the unit of the points.</summary>
    public static (double X, double Y, double Radius) Of(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count == 0) return default;
        var circle = (points[0].X, points[0].Y, Radius: 0.0);
        for (var i = 1; i < points.Count; i++)
        {
            if (Holds(circle, points[i])) continue;
            circle = (points[i].X, points[i].Y, 0);
            for (var j = 0; j < i; j++)
            {
                if (Holds(circle, points[j])) continue;
                circle = Through(points[i], points[j]);
                for (var k = 0; k < j; k++) if (!Holds(circle, points[k])) circle = Through(points[i], points[j], points[k]);
            }
        }

        return circle;
    }

    private static bool Holds((double X, double Y, double Radius) circle, (double X, double Y) point) =>
        Math.Sqrt(Squared(point.X - circle.X, point.Y - circle.Y)) <= circle.Radius * (1 + Slack);

    private static (double X, double Y, double Radius) Through((double X, double Y) a, (double X, double Y) b) =>
        ((a.X + b.X) / 2, (a.Y + b.Y) / 2, Math.Sqrt(Squared(a.X - b.X, a.Y - b.Y)) / 2);

    /// <summary>The circle through three points; of three on a line, the one around the outer two.</summary>
    private static (double X, double Y, double Radius) Through((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        var (bx, by, cx, cy) = (b.X - a.X, b.Y - a.Y, c.X - a.X, c.Y - a.Y);
        var twice = 2 * (bx * cy - by * cx);
        if (Math.Abs(twice) <= Slack * (Squared(bx, by) + Squared(cx, cy)))
        {
            var (ab, ac, bc) = (Through(a, b), Through(a, c), Through(b, c));
            return ab.Radius >= ac.Radius && ab.Radius >= bc.Radius ? ab : ac.Radius >= bc.Radius ? ac : bc;
        }

        var (x, y) = ((cy * Squared(bx, by) - by * Squared(cx, cy)) / twice, (bx * Squared(cx, cy) - cx * Squared(bx, by)) / twice);
        return (a.X + x, a.Y + y, Math.Sqrt(Squared(x, y)));
    }

    private static double Squared(double x, double y) => x * x + y * y;
}
