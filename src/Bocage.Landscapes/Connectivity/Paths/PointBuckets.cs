namespace Bocage.Landscapes;

/// <summary>Points in square buckets no smaller than a distance, so that whatever lies within that distance is in the same bucket or one of the eight around it.</summary>
internal sealed class PointBuckets
{
    private readonly double[] xs;
    private readonly double[] ys;
    private readonly double maximumDistance;
    private readonly double west;
    private readonly double south;
    private readonly double side;
    private readonly int columns;
    private readonly int rows;
    private readonly int[] first;
    private readonly int[] points;

    public PointBuckets(double[] xs, double[] ys, double maximumDistance)
    {
        (this.xs, this.ys, this.maximumDistance) = (xs, ys, maximumDistance);
        (west, south) = (xs.DefaultIfEmpty().Min(), ys.DefaultIfEmpty().Min());
        var (width, height) = (xs.DefaultIfEmpty().Max() - west, ys.DefaultIfEmpty().Max() - south);
        // At most about as many buckets as points, even when the distance is 0; a little wider than the distance, so that rounding costs no pair.
        side = Math.Max(maximumDistance * (1 + 1e-9), Math.Max(width, height) / Math.Max(1, Math.Sqrt(xs.Length)));
        (columns, rows) = side > 0 ? (1 + (int)(width / side), 1 + (int)(height / side)) : (1, 1);
        first = new int[columns * rows + 1];
        for (var point = 0; point < xs.Length; point++) first[Bucket(point) + 1]++;
        for (var bucket = 0; bucket < columns * rows; bucket++) first[bucket + 1] += first[bucket];
        points = new int[xs.Length];
        var next = first[..^1];
        for (var point = 0; point < xs.Length; point++) points[next[Bucket(point)]++] = point;
    }

    /// <summary>All pairs of points no further apart than the distance.</summary>
    public IEnumerable<Link> Links()
    {
        for (var point = 0; point < xs.Length; point++)
        {
            var (row, column) = Math.DivRem(Bucket(point), columns);
            for (var r = Math.Max(0, row - 1); r <= Math.Min(rows - 1, row + 1); r++)
            {
                var (begin, end) = (first[r * columns + Math.Max(0, column - 1)], first[r * columns + Math.Min(columns - 1, column + 1) + 1]);
                for (var k = begin; k < end; k++)
                {
                    var other = points[k];
                    if (other <= point) continue;
                    var (dx, dy) = (xs[other] - xs[point], ys[other] - ys[point]);
                    var distance = Math.Sqrt(dx * dx + dy * dy);
                    if (distance <= maximumDistance) yield return new(point, other, distance);
                }
            }
        }
    }

    private int Bucket(int point) =>
        side > 0 ? (int)((ys[point] - south) / side) * columns + (int)((xs[point] - west) / side) : 0;
}
