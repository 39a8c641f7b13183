namespace Bocage.Landscapes;

/// <summary>The cells that a straight line between two cell centres runs through.</summary>
public static class StraightLine
{
    /// <summary>Lists the cells from one to the other, both included; where the line runs exactly through a corner it goes on diagonally.</summary>
    /// <remarks>In whole numbers, so exact; it does not depend on the shape of the cells. The same cells come out backwards for (b, a). Cost: O(cells listed).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A cell lies outside the grid.</exception>
    public static IReadOnlyList<int> Cells(Grid grid, int a, int b)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (a < 0 || a >= grid.CellCount) throw new ArgumentOutOfRangeException(nameof(a), a, $"The grid has cells 0 to {grid.CellCount - 1}.");
        if (b < 0 || b >= grid.CellCount) throw new ArgumentOutOfRangeException(nameof(b), b, $"The grid has cells 0 to {grid.CellCount - 1}.");
        var ((row, column), (lastRow, lastColumn)) = (grid.Position(a), grid.Position(b));
        long down = Math.Abs(lastRow - row), across = Math.Abs(lastColumn - column);
        var (stepDown, stepAcross) = (Math.Sign(lastRow - row), Math.Sign(lastColumn - column));
        var cells = new List<int> { a };
        for (long goneDown = 0, goneAcross = 0; goneDown < down || goneAcross < across;)
        {
            // Which side of the cell the line leaves by: it crosses column edges at (2k + 1) / (2 across) of its length, row edges likewise.
            var side = (2 * goneAcross + 1) * down - (2 * goneDown + 1) * across;
            if (side <= 0)
            {
                goneAcross++;
                column += stepAcross;
            }

            if (side >= 0)
            {
                goneDown++;
                row += stepDown;
            }

            cells.Add(grid.CellAt(row, column));
        }

        return cells;
    }
}
