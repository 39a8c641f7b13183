namespace Bocage.Planning;

/// <summary>Counts a time limit down.</summary>
internal sealed class TimeLeft
{
    private readonly SolveLimits limits;
    private readonly long start;

    /// <summary>Starts counting.</summary>
    public TimeLeft(SolveLimits limits)
    {
        this.limits = limits;
        start = limits.Clock.GetTimestamp();
    }

    /// <summary>Whether there is a limit and it is reached.</summary>
    public bool IsOver => limits.Time is { } time && limits.Clock.GetElapsedTime(start) >= time;

    /// <summary>The limits with the time that is left, never below 0.</summary>
    public SolveLimits Limits =>
        limits.Time is { } time ? limits with { Time = TimeSpan.FromTicks(Math.Max(0, (time - limits.Clock.GetElapsedTime(start)).Ticks)) } : limits;
}
