namespace Bocage.Planning;

/// <summary>The sets of units to choose from that one circle can hold.</summary>
internal static class CircleWindows
{
    /// <summary>Each set once, units in reading order.</summary>
    public static IEnumerable<int[]> Of(MeshLandscape landscape, List<(int Row, int Column)[]> patterns)
    {
        var grid = landscape.Problem.Grid;
        var choosable = landscape.ChoosableUnits();
        var seen = new HashSet<int[]>(SameUnits.Comparer);
        var units = new List<int>();
        foreach (var pattern in patterns)
        {
            var (down, left, right) = (pattern.Max(unit => unit.Row), pattern.Min(unit => unit.Column), pattern.Max(unit => unit.Column));
            for (var row = -down; row < grid.Rows; row++)
            {
                for (var column = -right; column < grid.Columns - left; column++)
                {
                    units.Clear();
                    foreach (var (r, c) in pattern)
                    {
                        var (y, x) = (row + r, column + c);
                        if ((uint)y < (uint)grid.Rows && (uint)x < (uint)grid.Columns && choosable[grid.CellAt(y, x)]) units.Add(grid.CellAt(y, x));
                    }

                    if (units.Count == 0) continue;
                    int[] set = [.. units];
                    if (seen.Add(set)) yield return set;
                }
            }
        }
    }

    private sealed class SameUnits : IEqualityComparer<int[]>
    {
        public static readonly SameUnits Comparer = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            foreach (var unit in obj) hash.Add(unit);
            return hash.ToHashCode();
        }
    }
}
