namespace Bocage.Landscapes;

/// <summary>Per patch the cells on its rim: those with a neighbour (of eight) that is not in the patch, in reading order.</summary>
/// <remarks>Every path out of a patch starts on its rim, and so does every shortest straight line to another patch.</remarks>
internal sealed class PatchRims
{
    private readonly int[] first;
    private readonly int[] cells;

    private PatchRims(int[] first, int[] cells)
    {
        this.first = first;
        this.cells = cells;
    }

    /// <summary>The rim of the patch with an id, from 1.</summary>
    public ReadOnlySpan<int> Of(int patch) => cells.AsSpan(first[patch]..first[patch + 1]);

    public static PatchRims From(PatchMap patches)
    {
        var first = new int[patches.Patches.Count + 2];
        var rim = new List<int>();
        for (var row = 0; row < patches.Grid.Rows; row++)
        {
            for (var column = 0; column < patches.Grid.Columns; column++)
            {
                var cell = patches.Grid.CellAt(row, column);
                if (patches.Labels[cell] == 0 || !IsRim(patches, row, column)) continue;
                rim.Add(cell);
                first[patches.Labels[cell] + 1]++;
            }
        }

        for (var patch = 1; patch < first.Length; patch++) first[patch] += first[patch - 1];
        var next = first.ToArray();
        var cells = new int[rim.Count];
        foreach (var cell in rim) cells[next[patches.Labels[cell]]++] = cell;
        return new(first, cells);
    }

    private static bool IsRim(PatchMap patches, int row, int column)
    {
        var (grid, labels) = (patches.Grid, patches.Labels);
        var label = labels[grid.CellAt(row, column)];
        for (var r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, grid.Rows - 1); r++)
        {
            for (var c = Math.Max(column - 1, 0); c <= Math.Min(column + 1, grid.Columns - 1); c++)
            {
                if (labels[grid.CellAt(r, c)] != label) return true;
            }
        }

        return false;
    }
}
