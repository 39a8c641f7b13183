namespace Bocage.Landscapes;

/// <summary>Which zones touch: pairs of labels, lower first, sorted, each once.</summary>
internal static class ZoneContacts
{
    /// <summary>Pairs of zones with two cells that touch.</summary>
    /// <param name="grid">Where the cells lie.</param>
    /// <param name="zones">Per cell a label, or 0.</param>
    /// <param name="neighbourhood">Which cells touch.</param>
    /// <param name="surface">When given, only contacts count that can be stepped across: neither cell is a barrier.</param>
    public static (int From, int To)[] Of(Grid grid, int[] zones, Neighbourhood neighbourhood, ResistanceSurface? surface = null)
    {
        var pairs = new HashSet<(int, int)>();
        var moves = new Moves(grid, neighbourhood);
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                var cell = grid.CellAt(row, column);
                if (zones[cell] == 0) continue;
                for (var move = 0; move < moves.Count; move++)
                {
                    var next = moves.Target(row, column, move);
                    if (next < cell || zones[next] == 0 || zones[next] == zones[cell]) continue; // every contact is met twice
                    if (surface is not null && (double.IsNaN(surface[cell]) || double.IsNaN(surface[next]))) continue;
                    pairs.Add((Math.Min(zones[cell], zones[next]), Math.Max(zones[cell], zones[next])));
                }
            }
        }

        var sorted = pairs.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
