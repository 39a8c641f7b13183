namespace Bocage.Landscapes;

/// <summary>The four or eight ways to step from a cell to one that touches it. Those that share a side come first.</summary>
internal sealed class Moves
{
    private static readonly (int Row, int Column)[] Steps = [(-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)];

    private readonly Grid grid;

    public Moves(Grid grid, Neighbourhood neighbourhood)
    {
        neighbourhood.MustBeKnown();
        this.grid = grid;
        Count = (int)neighbourhood;
        var lengths = new StepLengths(grid);
        HalfLength = [.. Steps.Take(Count).Select(step => lengths.Half(step.Row, step.Column))];
        Offset = [.. Steps.Take(Count).Select(step => step.Row * grid.Columns + step.Column)];
    }

    public int Count { get; }

    /// <summary>Half the distance between the two cell centres, in map units.</summary>
    public double[] HalfLength { get; }

    /// <summary>What a move adds to the number of a cell.</summary>
    public int[] Offset { get; }

    /// <summary>The cell that a move leads to, or -1 outside the grid.</summary>
    public int Target(int row, int column, int move)
    {
        var (down, right) = Steps[move];
        row += down;
        column += right;
        return (uint)row < (uint)grid.Rows && (uint)column < (uint)grid.Columns ? row * grid.Columns + column : -1;
    }

    /// <summary>The cell that a move came from.</summary>
    public int Origin(int cell, int move) => cell - Offset[move];

    /// <summary>The move from a cell to one that touches it.</summary>
    public int Between(int cell, int next)
    {
        var ((row, column), (nextRow, nextColumn)) = (grid.Position(cell), grid.Position(next));
        return Array.IndexOf(Steps, (nextRow - row, nextColumn - column));
    }
}
