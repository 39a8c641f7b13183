namespace Bocage.Landscapes;

/// <summary>The shortest outline that so many cells can have in one piece.</summary>
/// <remarks>
/// A connected shape has at least the outline of its bounding box, so the least is min over c of 2·(c·w + ⌈n / c⌉·h), for n cells of w × h.
/// For square cells this is FRAGSTATS' min p: 4m, 4m + 2 or 4m + 4 cell sides with m = ⌊√n⌋. Cost: O(n^¼).
/// </remarks>
internal static class LeastPerimeter
{
    /// <summary>In metres.</summary>
    public static double Metres(long cells, Grid grid) => Of(cells, grid.CellWidth, grid.CellHeight);

    /// <summary>In cell sides.</summary>
    public static long Sides(long cells) => (long)Of(cells, 1, 1);

    private static double Of(long cells, double width, double height)
    {
        // Without rounding up, the outline is a convex function of the columns, least at √(n·h/w): search from there, both ways, while it may still win.
        var start = Math.Max((long)Math.Sqrt(cells * height / width), 1);
        var best = double.PositiveInfinity;
        for (var columns = start; columns >= 1 && Unrounded(columns) <= best; columns--) best = Math.Min(best, Rounded(columns));
        for (var columns = start + 1; Unrounded(columns) <= best; columns++) best = Math.Min(best, Rounded(columns));
        return best;

        double Unrounded(long columns) => 2 * (columns * width + (double)cells / columns * height);
        double Rounded(long columns) => 2 * (columns * width + (cells + columns - 1) / columns * height);
    }
}
