namespace Bocage.Landscapes;

/// <summary>Distances between the bounding boxes of patches: never more than between the patches.</summary>
internal static class PatchBoxes
{
    /// <summary>Distance in map units between the nearest cell centres of two bounding boxes.</summary>
    public static double GapBetweenBoxes(this PatchMap patches, int one, int other)
    {
        var (a, b) = (patches.Patches[one - 1], patches.Patches[other - 1]);
        var across = Math.Max(0, Math.Max(a.Left - b.Right, b.Left - a.Right)) * patches.Grid.CellWidth;
        var down = Math.Max(0, Math.Max(a.Top - b.Bottom, b.Top - a.Bottom)) * patches.Grid.CellHeight;
        return Math.Sqrt(across * across + down * down);
    }

    /// <summary>Square of the distance from a cell to a bounding box.</summary>
    public static double SquareToBox(this Grid grid, int cell, Patch box)
    {
        var (row, column) = grid.Position(cell);
        var across = Math.Max(0, Math.Max(box.Left - column, column - box.Right)) * grid.CellWidth;
        var down = Math.Max(0, Math.Max(box.Top - row, row - box.Bottom)) * grid.CellHeight;
        return across * across + down * down;
    }
}
