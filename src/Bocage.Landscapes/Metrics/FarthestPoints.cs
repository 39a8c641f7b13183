namespace Bocage.Landscapes;

/// <summary>How far apart the two farthest of a set of points lie.</summary>
/// <remarks>They are corners of the convex hull, and the hull of a shape of cells r rows high has at most some r^⅔ corners: trying all pairs costs less than reading the rows twice.</remarks>
internal static class FarthestPoints
{
    /// <summary>The squared distance; the points are sorted by y, then x.</summary>
    public static double SquaredDistance(List<(double X, double Y)> points)
    {
        var hull = HalfHull(points, 1);
        hull.AddRange(HalfHull(points, -1));
        var greatest = 0.0;
        for (var i = 0; i < hull.Count; i++)
        {
            for (var j = i + 1; j < hull.Count; j++)
            {
                var (dx, dy) = (hull[i].X - hull[j].X, hull[i].Y - hull[j].Y);
                greatest = Math.Max(greatest, dx * dx + dy * dy);
            }
        }

        return greatest;
    }

    /// <summary>The corners that turn one way, from the first to the last point (Andrew's monotone chain).</summary>
    private static List<(double X, double Y)> HalfHull(List<(double X, double Y)> points, int turn)
    {
        var hull = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            while (hull.Count > 1 && turn * Cross(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
            hull.Add(point);
        }

        return hull;
    }

    private static double Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
