namespace Bocage.Planning;

/// <summary>Shares a time limit out over several searches: each may use an equal share of what is left, so that what one leaves the next may use.</summary>
internal sealed class SharedTime(SolveLimits limits, TimeSpan? total, int searches)
{
    private readonly long start = limits.Clock.GetTimestamp();
    private int left = searches;

    /// <summary>Limits of the next search.</summary>
    internal SolveLimits Next()
    {
        var sharers = Math.Max(1, left--);
        if (total is not { } all) return limits;
        var rest = all - limits.Clock.GetElapsedTime(start);
        var share = rest > TimeSpan.Zero ? rest / sharers : TimeSpan.Zero;
        return limits with { Time = limits.Time is { } most && most < share ? most : share };
    }
}
