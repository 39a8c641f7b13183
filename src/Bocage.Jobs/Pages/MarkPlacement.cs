namespace Bocage.Jobs.Pages;

/// <summary>Finds room for the marks of a map, so that none hides another: each as near to what it names as the earlier ones leave it.</summary>
/// <param name="width">Width of the map.</param>
/// <param name="height">Height of the map.</param>
internal sealed class MarkPlacement(double width, double height)
{
    private const int Directions = 16;
    private const int Rings = 40;

    private readonly List<(double X, double Y, double HalfWidth, double HalfHeight)> taken = [];

    /// <summary>The middle of a mark of this size: on the spot when that is free, else on the first free place of growing rings around it; on the spot when all is full.</summary>
    public (double X, double Y) Place(double x, double y, double halfWidth, double halfHeight)
    {
        (double X, double Y) spot = (Inside(x, halfWidth, width), Inside(y, halfHeight, height));
        var place = Around(spot.X, spot.Y, halfHeight).FirstOrDefault(at => IsFree(at.X, at.Y, halfWidth, halfHeight), spot);
        taken.Add((place.X, place.Y, halfWidth, halfHeight));
        return place;
    }

    private static IEnumerable<(double X, double Y)> Around(double x, double y, double step)
    {
        yield return (x, y);
        for (var ring = 1; ring <= Rings; ring++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                var angle = 2 * Math.PI * direction / Directions;
                yield return (x + ring * step * Math.Cos(angle), y - ring * step * Math.Sin(angle));
            }
        }
    }

    private bool IsFree(double x, double y, double halfWidth, double halfHeight) =>
        x == Inside(x, halfWidth, width) && y == Inside(y, halfHeight, height)
        && !taken.Exists(other => Math.Abs(other.X - x) < other.HalfWidth + halfWidth && Math.Abs(other.Y - y) < other.HalfHeight + halfHeight);

    private static double Inside(double value, double half, double size) => size <= 2 * half ? size / 2 : Math.Clamp(value, half, size - half);
}
