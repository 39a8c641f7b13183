namespace Bocage.Landscapes;

/// <summary>Shares out sources over threads in blocks of fixed size, and adds up the blocks in their order: sums are the same to the last bit whatever the number of threads.</summary>
internal static class OrderedBlocks
{
    private const int BlockSize = 16;

    /// <summary>What a thread keeps to itself: its work arrays.</summary>
    internal interface IWorker
    {
        /// <summary>Adds what one source contributes to the sums.</summary>
        void AddSource(int source, double[] sums);
    }

    /// <summary>Sums over all sources.</summary>
    /// <param name="sources">Number of sources.</param>
    /// <param name="length">Number of sums.</param>
    /// <param name="threads">How many threads at most; 1 or more.</param>
    /// <param name="start">Makes the work arrays of a thread.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Heard after every source.</param>
    public static double[] Sum(int sources, int length, int threads, Func<IWorker> start, IProgress<double>? progress, CancellationToken cancellation)
    {
        var run = new Run(sources, length, progress);
        void Work()
        {
            var worker = start();
            while (run.Take(out var block) && !cancellation.IsCancellationRequested)
            {
                var sums = run.Rent();
                var end = Math.Min((block + 1) * BlockSize, sources);
                for (var source = block * BlockSize; source < end && !cancellation.IsCancellationRequested; source++) worker.AddSource(source, sums);
                run.Deliver(block, sums);
            }
        }

        threads = Math.Clamp(threads, 1, Math.Max(1, run.Blocks));
        if (threads == 1) Work();
        else Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => Work());
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(1);
        return run.Total;
    }

    private sealed class Run(int sources, int length, IProgress<double>? progress)
    {
        private readonly Lock gate = new();
        private readonly Stack<double[]> free = new();
        private readonly Dictionary<int, double[]> early = [];
        private int taken = -1;
        private int added;

        public int Blocks { get; } = (sources + BlockSize - 1) / BlockSize;

        public double[] Total { get; } = new double[length];

        public bool Take(out int block) => (block = Interlocked.Increment(ref taken)) < Blocks;

        public double[] Rent()
        {
            lock (gate) return free.TryPop(out var sums) ? sums : new double[length];
        }

        // A block that is done before its turn waits.
        public void Deliver(int block, double[] sums)
        {
            lock (gate)
            {
                early[block] = sums;
                for (; early.Remove(added, out var next); added++)
                {
                    for (var k = 0; k < next.Length; k++) Total[k] += next[k];
                    Array.Clear(next);
                    free.Push(next);
                }

                progress?.Report((double)added / Blocks);
            }
        }
    }
}
