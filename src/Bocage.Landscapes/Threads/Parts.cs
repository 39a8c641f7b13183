namespace Bocage.Landscapes;

/// <summary>Divides independent work over the cores, with progress that never goes back.</summary>
internal static class Parts
{
    /// <summary>Does parts 0 to count - 1 in any order, and reports a share of the whole from one figure to another.</summary>
    public static void Run(int count, Action<int> work, IProgress<double>? progress, double from, double to, CancellationToken cancellation)
    {
        var done = 0;
        var gate = new Lock();
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, part =>
        {
            work(part);
            if (progress is null) return;
            lock (gate) progress.Report(from + (to - from) * ++done / count);
        });
    }
}
