namespace Bocage.Planning;

/// <summary>The sets of grid units that a circle of a given diameter can hold, as far as none lies within another, up to shifts of the grid.</summary>
/// <remarks>
/// The centres from which a circle of radius R holds a set of two or more points form the intersection of discs of radius R around the points; it is bounded by arcs that
/// meet in a corner, and in a corner two points are exactly R away. So circles with two grid points on their edge hold every set that fits, and one of the two may be shifted
/// to the origin. A pattern is a list of offsets (row, column) from its first unit in reading order.
/// </remarks>
internal static class CirclePatterns
{
    /// <summary>The most units of a pattern: beyond, the patterns are too many to list.</summary>
    public const int MostUnits = 256;

    /// <summary>The patterns, or null when one would hold more than <see cref="MostUnits"/>.</summary>
    public static List<(int Row, int Column)[]>? Of(RestorationProblem problem, double diameter)
    {
        // A hair larger than the rule allows: a set too many is caught later, one too few would be lost.
        var radius = RestorationRules.Loose(diameter) / 2 * (1 + 1e-12);
        var (grid, width, height) = (problem.Grid, problem.Grid.CellWidth, problem.StepDown);
        if (Math.PI * radius * radius / (width * height) > 2.0 * MostUnits) return null;
        var (across, down) = ((int)Math.Min(2 * radius / width, grid.Columns), (int)Math.Min(2 * radius / height, grid.Rows));
        var patterns = new Dictionary<string, (int Row, int Column)[]>(StringComparer.Ordinal);
        Add(patterns, [(0, 0)]);
        for (var row = 0; row <= down; row++)
        {
            for (var column = row == 0 ? 1 : -across; column <= across; column++)
            {
                var (x, y) = (column * width, row * height);
                var half = Math.Sqrt(x * x + y * y) / 2;
                if (half > radius) continue;
                var offset = Math.Sqrt(Math.Max(0, radius * radius - half * half)) / (2 * half);
                Add(patterns, Within(x / 2 - y * offset, y / 2 + x * offset, radius * (1 + 1e-12), width, height));
                Add(patterns, Within(x / 2 + y * offset, y / 2 - x * offset, radius * (1 + 1e-12), width, height));
            }
        }

        return patterns.Values.Any(pattern => pattern.Length > MostUnits) ? null : Largest([.. patterns.Values]);
    }

    private static List<(int Row, int Column)> Within(double x, double y, double radius, double width, double height)
    {
        var units = new List<(int, int)>();
        for (var row = (int)Math.Floor((y - radius) / height); row <= (y + radius) / height; row++)
        {
            for (var column = (int)Math.Floor((x - radius) / width); column <= (x + radius) / width; column++)
            {
                var (dx, dy) = (column * width - x, row * height - y);
                if (Math.Sqrt(dx * dx + dy * dy) <= radius) units.Add((row, column));
            }
        }

        return units;
    }

    private static void Add(Dictionary<string, (int Row, int Column)[]> patterns, List<(int Row, int Column)> units)
    {
        var (top, left) = units[0];
        (int Row, int Column)[] pattern = [.. units.Select(unit => (unit.Row - top, unit.Column - left))];
        patterns.TryAdd(string.Join(';', pattern), pattern);
    }

    /// <summary>Leaves out what lies within a shift of another; of those that remain none does.</summary>
    private static List<(int Row, int Column)[]> Largest(List<(int Row, int Column)[]> patterns)
    {
        var kept = new List<HashSet<(int Row, int Column)>>();
        foreach (var pattern in patterns.OrderByDescending(pattern => pattern.Length).ThenBy(pattern => string.Join(';', pattern), StringComparer.Ordinal))
        {
            var covered = kept.Exists(larger => larger.Any(first => pattern.All(unit => larger.Contains((unit.Row + first.Row, unit.Column + first.Column)))));
            if (!covered) kept.Add([.. pattern]);
        }

        return [.. kept.Select(pattern => pattern.ToArray())];
    }
}
