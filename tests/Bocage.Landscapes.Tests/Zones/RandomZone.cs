namespace Bocage.Landscapes.Tests.Zones;

/// <summary>Seeded star-shaped zones, with a hole and a second part now and then.</summary>
internal static class RandomZone
{
    public static Zone Of(SeededRandom random, double x, double y, double radius)
    {
        var parts = new List<Zone> { Star(random, x, y, radius) };
        if (random.Next(2) == 0) parts.Add(Star(random, x + 3 * radius, y, radius * 0.5));
        return Zone.Of(parts);
    }

    private static Zone Star(SeededRandom random, double x, double y, double radius)
    {
        var corners = random.Next(3, 12);
        var radii = Enumerable.Range(0, corners).Select(_ => radius * (0.3 + 0.7 * random.NextDouble())).ToArray();
        var turn = random.NextDouble();
        var runs = random.Next(2) == 0 ? 1 : -1;
        Ring Scaled(double scale, int direction) => new(Enumerable.Range(0, corners).Select(k =>
        {
            var angle = 2 * Math.PI * direction * (k + turn) / corners;
            var r = scale * radii[direction > 0 ? k : corners - 1 - k];
            return (x + r * Math.Cos(angle), y + r * Math.Sin(angle));
        }));
        // A hole is a smaller copy of a shell that turns the same way, so that it lies within; its own direction is either.
        var shell = Scaled(1, runs);
        if (random.Next(2) == 0) return new(shell);
        var hole = Scaled(0.4, runs);
        return new(shell, random.Next(2) == 0 ? hole : new Ring(hole.Points.Reverse()));
    }
}
