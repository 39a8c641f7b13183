namespace Bocage.Landscapes;

/// <summary>The two cells at which two patches come closest, by their centres.</summary>
internal static class ClosestCells
{
    /// <summary>Finds them; of several such pairs the one with the lowest cell in the first patch, then in the second.</summary>
    /// <remarks>Rims are in reading order, so from the row of a cell the search goes up and down until the rows alone are too far away.</remarks>
    public static (int From, int To, double LengthM) Of(PatchMap patches, PatchRims rims, int from, int to)
    {
        var grid = patches.Grid;
        var rim = rims.Of(to);
        var box = patches.Patches[to - 1];
        var (nearFrom, nearTo, least) = (-1, -1, double.PositiveInfinity);
        foreach (var cell in rims.Of(from))
        {
            if (grid.SquareToBox(cell, box) > least) continue;
            var start = rim.BinarySearch(cell);
            if (start < 0) start = ~start;
            for (var place = start; place < rim.Length && Try(cell, rim[place]); place++)
            {
            }

            for (var place = start - 1; place >= 0 && Try(cell, rim[place]); place--)
            {
            }
        }

        return (nearFrom, nearTo, Math.Sqrt(least));

        bool Try(int one, int other)
        {
            var (row, column) = grid.Position(one);
            var (otherRow, otherColumn) = grid.Position(other);
            var (down, across) = ((row - otherRow) * grid.CellHeight, (column - otherColumn) * grid.CellWidth);
            if (down * down > least) return false;
            var square = down * down + across * across;
            if (square < least || (square == least && one == nearFrom && other < nearTo)) (nearFrom, nearTo, least) = (one, other, square);
            return true;
        }
    }
}
