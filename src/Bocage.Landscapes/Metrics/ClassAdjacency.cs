namespace Bocage.Landscapes;

/// <summary>How many cell sides each pair of classes shares; class 0 is all that is not known: no data and what lies beyond the map.</summary>
internal sealed class ClassAdjacency(int classCount, Grid grid)
{
    private readonly int size = classCount + 1;
    private readonly long[] inRow = new long[(classCount + 1) * (classCount + 1)];
    private readonly long[] inColumn = new long[(classCount + 1) * (classCount + 1)];

    /// <summary>Two cells side by side in a row, which share a side as long as a cell is high.</summary>
    public void AddInRow(int west, int east) => inRow[west * size + east]++;

    /// <summary>Two cells above each other, which share a side as long as a cell is wide.</summary>
    public void AddInColumn(int north, int south) => inColumn[north * size + south]++;

    /// <summary>Sides between cells of two classes, counted once for a pair of cells.</summary>
    public long Sides(int a, int b) => Once(inRow, a, b) + Once(inColumn, a, b);

    /// <summary>Length of edge between two different classes, in metres.</summary>
    public double EdgeM(int a, int b) => Once(inRow, a, b) * grid.CellHeight + Once(inColumn, a, b) * grid.CellWidth;

    private long Once(long[] counts, int a, int b) => a == b ? counts[a * size + b] : counts[a * size + b] + counts[b * size + a];
}
