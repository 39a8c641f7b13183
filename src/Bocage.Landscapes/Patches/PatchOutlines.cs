namespace Bocage.Landscapes;

/// <summary>The outline of each patch as polygons along the cell borders, ready for a map.</summary>
/// <remarks>
/// A patch whose cells touch only at corners becomes several polygons; a hole becomes an inner ring. Rings never cross or touch themselves, so the polygons are valid
/// in the sense of OGC Simple Features. Only corners are kept, no vertex lies in the middle of a straight side. Cost: O(cells) time, one byte per cell of memory.
/// </remarks>
public static class PatchOutlines
{
    /// <summary>A polygon: a closed outer ring (clockwise) and closed inner rings, in map units.</summary>
    /// <param name="Shell">The outer ring; the last point repeats the first.</param>
    /// <param name="Holes">The inner rings.</param>
    public sealed record Outline(IReadOnlyList<(double X, double Y)> Shell, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Holes);

    // Walking direction d is 0 east, 1 south, 2 west, 3 north; the patch lies on the right hand.
    private static readonly int[] RowStep = [0, 1, 0, -1];
    private static readonly int[] ColumnStep = [1, 0, -1, 0];

    /// <summary>Outlines of all patches; the list at place k belongs to the patch with Id k + 1 and is never empty.</summary>
    public static IReadOnlyList<IReadOnlyList<Outline>> Of(PatchMap patches, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(patches);
        var walked = new byte[patches.Labels.Length];
        var rings = new List<Ring>[patches.Patches.Count];
        for (var k = 0; k < rings.Length; k++) rings[k] = [];
        for (var cell = 0; cell < walked.Length; cell++)
        {
            if (cell % patches.Grid.Columns == 0) cancellation.ThrowIfCancellationRequested();
            var label = patches.Labels[cell];
            if (label == 0) continue;
            for (var direction = 0; direction < 4; direction++)
            {
                if ((walked[cell] & (1 << direction)) == 0 && IsBorder(patches, cell, direction)) Walk(patches, cell, direction, walked, rings[label - 1]);
            }
        }

        return Array.ConvertAll(rings, parts => Assemble(patches.Grid, parts));
    }

    // A side is walked in direction d with the outside to the left of it: the cell on the left is one step in direction d - 1.
    private static bool IsBorder(PatchMap patches, int cell, int direction)
    {
        var (row, column) = patches.Grid.Position(cell);
        return !Holds(patches, row + RowStep[(direction + 3) & 3], column + ColumnStep[(direction + 3) & 3], patches.Labels[cell]);
    }

    private static bool Holds(PatchMap patches, int row, int column, int label) =>
        row >= 0 && column >= 0 && row < patches.Grid.Rows && column < patches.Grid.Columns && patches.Labels[patches.Grid.CellAt(row, column)] == label;

    // Follows one border until it closes. Where the walk meets a corner again, the loop in between becomes a ring of its own.
    private static void Walk(PatchMap patches, int startCell, int startDirection, byte[] walked, List<Ring> rings)
    {
        var label = patches.Labels[startCell];
        var (row, column) = patches.Grid.Position(startCell);
        var direction = startDirection;
        var corners = new List<(int Row, int Column)>();
        var places = new Dictionary<(int, int), int>();
        do
        {
            walked[patches.Grid.CellAt(row, column)] |= (byte)(1 << direction);
            var corner = EndOfSide(row, column, direction);
            var (aheadRow, aheadColumn) = (row + RowStep[direction], column + ColumnStep[direction]);
            var left = (direction + 3) & 3;
            if (Holds(patches, aheadRow, aheadColumn, label))
            {
                (row, column) = (aheadRow, aheadColumn);
                var (leftRow, leftColumn) = (aheadRow + RowStep[left], aheadColumn + ColumnStep[left]);
                if (!Holds(patches, leftRow, leftColumn, label)) continue;
                (row, column, direction) = (leftRow, leftColumn, left);
            }
            else
            {
                direction = (direction + 1) & 3;
            }

            if (places.TryGetValue(corner, out var place))
            {
                rings.Add(new([.. corners[place..]], (row, column)));
                foreach (var passed in corners[(place + 1)..]) places.Remove(passed);
                corners.RemoveRange(place + 1, corners.Count - place - 1);
            }
            else
            {
                places[corner] = corners.Count;
                corners.Add(corner);
            }
        }
        while (row != patches.Grid.Position(startCell).Row || column != patches.Grid.Position(startCell).Column || direction != startDirection);

        if (corners.Count > 2) rings.Add(new([.. corners], (row, column)));
    }

    private static (int Row, int Column) EndOfSide(int row, int column, int direction) => direction switch
    {
        0 => (row, column + 1),
        1 => (row + 1, column + 1),
        2 => (row + 1, column),
        _ => (row, column),
    };

    private static IReadOnlyList<Outline> Assemble(Grid grid, List<Ring> rings)
    {
        var shells = rings.Where(ring => ring.DoubleArea > 0).OrderBy(ring => ring.DoubleArea).ToArray();
        var holes = shells.Select(_ => new List<IReadOnlyList<(double, double)>>()).ToArray();
        foreach (var hole in rings.Where(ring => ring.DoubleArea < 0))
            holes[Array.FindIndex(shells, shell => shell.Contains(hole))].Add(hole.OnMap(grid));
        return [.. shells.Zip(holes, (shell, inside) => new Outline(shell.OnMap(grid), inside)).OrderByDescending(outline => outline.Shell[0].Y)];
    }

    private sealed class Ring((int Row, int Column)[] corners, (int Row, int Column) cell)
    {
        /// <summary>Twice the enclosed cells: above 0 for a shell (clockwise), below 0 for a hole.</summary>
        public long DoubleArea { get; } = SignedArea(corners);

        /// <summary>Whether a hole lies in this shell and no deeper: the patch cell beside the hole is inside.</summary>
        public bool Contains(Ring hole) => DoubleArea > -hole.DoubleArea && Encloses(hole.BesideRow, hole.BesideColumn);

        private double BesideRow { get; } = cell.Row + 0.5;

        private double BesideColumn { get; } = cell.Column + 0.5;

        public IReadOnlyList<(double X, double Y)> OnMap(Grid grid) =>
            [.. corners.Append(corners[0]).Select(corner => (grid.West + corner.Column * grid.CellWidth, grid.North - corner.Row * grid.CellHeight))];

        private bool Encloses(double row, double column)
        {
            var inside = false;
            for (int k = 0, previous = corners.Length - 1; k < corners.Length; previous = k++)
            {
                var (from, to) = (corners[previous], corners[k]);
                if (from.Column == to.Column && from.Column > column && (from.Row > row) != (to.Row > row)) inside = !inside;
            }

            return inside;
        }

        private static long SignedArea((int Row, int Column)[] corners)
        {
            long sum = 0;
            for (int k = 0, previous = corners.Length - 1; k < corners.Length; previous = k++)
                sum += (long)corners[previous].Column * corners[k].Row - (long)corners[k].Column * corners[previous].Row;
            return sum;
        }
    }
}
