namespace Bocage.Landscapes;

/// <summary>How much cost one bucket of the queue spans. Says nothing about the result, only about speed.</summary>
internal static class BucketWidth
{
    private const int Samples = 1 << 16;

    /// <summary>The least step, or the one that a hundredth of the cells stays under: a few cells that are easier than all others shall not make every bucket empty.</summary>
    public static double For(ResistanceSurface surface)
    {
        if (double.IsNaN(surface.Minimum)) return 1;
        var grid = surface.Grid;
        var sample = new List<double>();
        var stride = grid.CellCount / Samples | 1;
        for (long cell = 0; cell < grid.CellCount; cell += stride)
        {
            var resistance = surface[(int)cell];
            if (!double.IsNaN(resistance)) sample.Add(resistance);
        }

        sample.Sort();
        var easy = sample.Count == 0 ? surface.Minimum : sample[sample.Count / 100];
        var width = easy * Math.Min(grid.CellWidth, grid.CellHeight);

        // Numbers of buckets fit in 60 bits, whatever the longest path costs.
        var most = surface.Maximum * (grid.CellWidth + grid.CellHeight) * grid.CellCount;
        return Math.Max(Math.Max(width, most / (1L << 60)), 1e-300);
    }
}
