using System.Runtime.ExceptionServices;

namespace Bocage.Landscapes;

/// <summary>Shares numbered pieces of work over threads, each thread with work arrays of its own; the results come in order.</summary>
internal static class Workers
{
    /// <summary>Two: each further thread would cost memory for another set of arrays.</summary>
    public const int Usual = 2;

    public static TResult[] Map<TState, TResult>(int count, int threads, Func<TState> prepare, Func<TState, int, TResult> work, IProgress<double>? progress, CancellationToken cancellation)
    {
        var results = new TResult[count];
        var tally = new Tally(count, progress);
        var next = -1;
        try
        {
            Parallel.For(0, Math.Min(threads, count), new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, _ =>
            {
                var state = prepare();
                int piece;
                while ((piece = Interlocked.Increment(ref next)) < count)
                {
                    cancellation.ThrowIfCancellationRequested();
                    results[piece] = work(state, piece);
                    tally.Add();
                }
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }

    /// <summary>Counts finished pieces and reports every half per cent.</summary>
    private sealed class Tally(int count, IProgress<double>? progress)
    {
        private readonly Lock door = new();
        private readonly int every = Math.Max(1, count / 200);
        private int done;

        public void Add()
        {
            lock (door)
            {
                if (++done % every == 0 || done == count) progress?.Report((double)done / count);
            }
        }
    }
}
