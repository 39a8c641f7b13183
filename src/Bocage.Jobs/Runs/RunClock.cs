namespace Bocage.Jobs.Runs;

/// <summary>Says what a run is doing and keeps the time of each step.</summary>
public sealed class RunClock(TimeProvider time, IProgress<RunProgress>? progress)
{
    private readonly List<(string Step, double Seconds)> steps = [];

    /// <summary>The steps that are done, in order.</summary>
    public IReadOnlyList<(string Step, double Seconds)> Steps => steps;

    /// <summary>Does one step; the work gets a progress of its own, from 0 to 1.</summary>
    public T Step<T>(string name, Func<IProgress<double>, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var start = time.GetTimestamp();
        progress?.Report(new(name, 0));
        var result = work(new ShareOf(name, progress));
        progress?.Report(new(name, 1));
        steps.Add((name, time.GetElapsedTime(start).TotalSeconds));
        return result;
    }

    /// <summary>Does one step that has no result.</summary>
    public void Step(string name, Action<IProgress<double>> work) =>
        Step(name, progress =>
        {
            work(progress);
            return true;
        });

    // Not Progress<T>: that posts to another thread, and reports would come late and out of order.
    private sealed class ShareOf(string step, IProgress<RunProgress>? progress) : IProgress<double>
    {
        public void Report(double value) => progress?.Report(new(step, value));
    }
}
