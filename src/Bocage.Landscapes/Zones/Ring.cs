namespace Bocage.Landscapes;

/// <summary>A closed line around a piece of land; the last point is joined to the first, whether or not it repeats it.</summary>
public sealed class Ring
{
    private readonly (double X, double Y)[] points;

    /// <summary>Makes a ring from its corners in map units, in either direction.</summary>
    /// <exception cref="ArgumentException">There are fewer than three, or a coordinate is not finite.</exception>
    public Ring(IEnumerable<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        this.points = [.. points];
        if (this.points.Length < 3) throw new ArgumentException($"A ring has at least 3 points; got {this.points.Length}.", nameof(points));
        foreach (var (x, y) in this.points)
        {
            if (!double.IsFinite(x) || !double.IsFinite(y)) throw new ArgumentException(FormattableString.Invariant($"A point of a ring is finite; got ({x}, {y})."), nameof(points));
        }
    }

    /// <summary>The corners.</summary>
    public IReadOnlyList<(double X, double Y)> Points => points;

    /// <summary>The area inside, in square map units; below 0 when the ring runs clockwise (north up).</summary>
    public double SignedArea
    {
        get
        {
            // From the first corner, so that large coordinates do not eat the digits.
            var (x0, y0) = points[0];
            var twice = 0.0;
            for (var k = 1; k + 1 < points.Length; k++)
                twice += (points[k].X - x0) * (points[k + 1].Y - y0) - (points[k + 1].X - x0) * (points[k].Y - y0);
            return twice / 2;
        }
    }
}
