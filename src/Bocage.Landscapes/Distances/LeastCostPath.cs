namespace Bocage.Landscapes;

/// <summary>The cheapest way from a source to a cell.</summary>
/// <param name="Cells">The cells, from the source to the cell, both included.</param>
/// <param name="Cost">What the way costs, in map units × resistance.</param>
/// <param name="LengthM">How long it is, in map units (metres): the sum of the distances between cell centres.</param>
/// <remarks>
/// Found by walking back over sums that are exactly equal, so no raster of directions is kept. Of several ways of the same cost always the same one
/// is taken (the first neighbour in reading order), and it leads to the source that the cell is allocated to.
/// A path of one cell has cost 0 and length 0. Cost: O(length) time. docs/methods/cost-distance.md.
/// </remarks>
public sealed record LeastCostPath(IReadOnlyList<int> Cells, double Cost, double LengthM)
{
    /// <summary>Finds the way to a cell; null when no source reaches it.</summary>
    /// <param name="surface">The resistance on which the cost distance was computed.</param>
    /// <param name="from">Cost distance from the sources.</param>
    /// <param name="toCell">The cell to reach.</param>
    /// <exception cref="ArgumentException">The cell lies outside the grid, or the cost distance was not computed on this surface.</exception>
    public static LeastCostPath? Trace(ResistanceSurface surface, CostDistance from, int toCell)
    {
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(from);
        var grid = surface.Grid;
        if (from.Cost.Grid != grid) throw new ArgumentException($"The cost distance lies on a grid of {from.Cost.Grid}, the resistance on one of {grid}.", nameof(from));
        if (toCell < 0 || toCell >= grid.CellCount) throw new ArgumentException($"Cell {toCell} lies outside the grid, which has cells 0 to {grid.CellCount - 1}.", nameof(toCell));
        if (double.IsPositiveInfinity(from.Cost[toCell])) return null;
        var walk = new BackwardWalk(surface, from);
        var cells = walk.From(toCell) ?? throw new ArgumentException("The cost distance was not computed on this resistance surface.", nameof(from));
        cells.Reverse();
        return new(cells, from.Cost[toCell], LengthOf(cells, grid));
    }

    private static double LengthOf(List<int> cells, Grid grid)
    {
        var (straightDown, straightAcross, diagonal) = (0, 0, 0);
        for (var k = 1; k < cells.Count; k++)
        {
            var (row, column) = grid.Position(cells[k]);
            var (rowBefore, columnBefore) = grid.Position(cells[k - 1]);
            if (row == rowBefore) straightAcross++;
            else if (column == columnBefore) straightDown++;
            else diagonal++;
        }

        var steps = new StepLengths(grid);
        return 2 * (straightDown * steps.HalfVertical + straightAcross * steps.HalfHorizontal + diagonal * steps.HalfDiagonal);
    }
}
