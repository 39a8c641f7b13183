namespace Bocage.Landscapes;

/// <summary>Per cell the patch that is nearest in a straight line between cell centres; 0 only when there is no patch.</summary>
/// <remarks>
/// Exact, O(cells): a pass down and up the columns, then per row the lower envelope of parabolas.
/// Of patches at the same distance one is taken, always the same.
/// Felzenszwalb and Huttenlocher (2012), Theory Comput. 8: 415–428, doi:10.4086/toc.2012.v008a019.
/// </remarks>
internal static class EuclideanZones
{
    public static int[] Of(PatchMap patches)
    {
        var zones = NearestRowInColumn(patches);
        var envelope = new Envelope(patches);
        for (var row = 0; row < patches.Grid.Rows; row++) envelope.Label(row, zones.AsSpan(row * patches.Grid.Columns, patches.Grid.Columns));
        return zones;
    }

    /// <summary>Per cell the row of the nearest patch cell in its column, or -1.</summary>
    private static int[] NearestRowInColumn(PatchMap patches)
    {
        var (columns, labels) = (patches.Grid.Columns, patches.Labels);
        var nearest = new int[labels.Length];
        for (var cell = 0; cell < labels.Length; cell++)
            nearest[cell] = labels[cell] != 0 ? cell / columns : cell < columns ? -1 : nearest[cell - columns];
        for (var cell = labels.Length - columns - 1; cell >= 0; cell--)
        {
            var (row, below) = (cell / columns, nearest[cell + columns]);
            if (below > row && (nearest[cell] < 0 || below - row < row - nearest[cell])) nearest[cell] = below;
        }

        return nearest;
    }

    /// <summary>The columns whose parabola is lowest somewhere in a row, from west to east.</summary>
    private sealed class Envelope(PatchMap patches)
    {
        private readonly Grid grid = patches.Grid;
        private readonly int[] column = new int[patches.Grid.Columns];
        private readonly double[] height = new double[patches.Grid.Columns];
        private readonly double[] start = new double[patches.Grid.Columns];
        private readonly int[] label = new int[patches.Grid.Columns];

        /// <summary>Turns rows of nearest patch cells into labels of nearest patches.</summary>
        public void Label(int row, Span<int> cells)
        {
            var count = Build(row, cells);
            cells.Clear();
            var piece = 0;
            for (var c = 0; c < cells.Length && count > 0; c++)
            {
                while (piece + 1 < count && start[piece + 1] < c) piece++;
                cells[c] = label[piece];
            }
        }

        private int Build(int row, ReadOnlySpan<int> nearestRow)
        {
            var (count, square) = (0, grid.CellWidth * grid.CellWidth);
            for (var c = 0; c < nearestRow.Length; c++)
            {
                if (nearestRow[c] < 0) continue;
                var up = (row - nearestRow[c]) * grid.CellHeight;
                var from = double.NegativeInfinity;
                while (count > 0)
                {
                    var last = count - 1;
                    from = (up * up - height[last]) / (2.0 * square * (c - column[last])) + (c + column[last]) / 2.0;
                    if (from > start[last]) break;
                    count--;
                    from = double.NegativeInfinity;
                }

                (column[count], height[count], start[count], label[count]) = (c, up * up, from, patches.Labels[grid.CellAt(nearestRow[c], c)]);
                count++;
            }

            return count;
        }
    }
}
