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
    public SolveLimits Limits => Share(1);

    /// <summary>The limits with a part of the time that is left, but at least one second of it where there is one.</summary>
    public SolveLimits Share(double part)
    {
        if (limits.Time is not { } time) return limits;
        var left = Math.Max(0, (time - limits.Clock.GetElapsedTime(start)).TotalSeconds);
        return limits with { Time = TimeSpan.FromSeconds(Math.Max(part * left, Math.Min(1, left))) };
    }
}
