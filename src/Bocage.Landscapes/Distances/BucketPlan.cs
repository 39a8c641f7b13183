namespace Bocage.Landscapes;

/// <summary>How much cost one bucket of the queue spans, and how many workers find work in one. Says nothing about the result, only about speed.</summary>
internal readonly record struct BucketPlan(double Width, int Workers)
{
    private const int Samples = 1 << 16;
    private const int CellsWorthASecondWorker = 1 << 21;
    private const int CellsOfABucketWorthASecondWorker = 100;
    private const int MostWorkers = 8;

    /// <summary>Plans by a sample of the cells, always the same.</summary>
    /// <remarks>
    /// A bucket spans the least step, or the one that a hundredth of the cells stays under: a few cells that are easier than all others shall not make
    /// every bucket empty. Workers meet at every bucket, so a map where a front across it has few cells in each is left to one.
    /// </remarks>
    public static BucketPlan For(ResistanceSurface surface)
    {
        var sample = Sample(surface);
        if (sample.Count == 0) sample.Add(double.IsNaN(surface.Minimum) ? 1 : surface.Minimum);
        var grid = surface.Grid;
        var (easy, typical) = (sample[sample.Count / 100], sample[sample.Count / 2]);

        // Numbers of buckets fit in 60 bits, whatever the longest path costs.
        var most = surface.Maximum * (grid.CellWidth + grid.CellHeight) * grid.CellCount / (1L << 60);
        var width = Math.Max(easy * Math.Min(grid.CellWidth, grid.CellHeight), Math.Max(double.IsNaN(most) ? 0 : most, 1e-300));
        var cellsOfABucket = Math.Sqrt(grid.CellCount) * easy / typical;
        var alone = grid.CellCount < CellsWorthASecondWorker || cellsOfABucket < CellsOfABucketWorthASecondWorker;
        return new(width, alone ? 1 : Math.Min(Environment.ProcessorCount, MostWorkers));
    }

    private static List<double> Sample(ResistanceSurface surface)
    {
        var sample = new List<double>();
        var stride = surface.Grid.CellCount / Samples | 1;
        for (long cell = 0; cell < surface.Grid.CellCount; cell += stride)
        {
            var resistance = surface[(int)cell];
            if (!double.IsNaN(resistance)) sample.Add(resistance);
        }

        sample.Sort();
        return sample;
    }
}
