namespace Bocage.Planning;

/// <summary>The best choice found so far, and whether a search must end.</summary>
internal sealed class SearchState(RestorationProblem problem, SolveLimits limits, long mostNodes, CancellationToken cancellation)
{
    private readonly long started = limits.Clock.GetTimestamp();
    private long nodes;

    /// <summary>The highest sum of squares of an allowed choice; -1 before there is one.</summary>
    public long Best { get; private set; } = -1;

    /// <summary>That choice.</summary>
    public int[] Chosen { get; private set; } = [];

    /// <summary>Nodes visited.</summary>
    public long Nodes => nodes;

    /// <summary>Whether time ran out or the search was cancelled.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Whether so many nodes were visited that a proof is not worth waiting for.</summary>
    public bool Exhausted => nodes >= mostNodes;

    /// <summary>Counts a node, and looks at the clock now and then.</summary>
    public bool MustStop()
    {
        if ((nodes++ & 255) == 0) LookAtClock();
        return Stopped || Exhausted;
    }

    /// <summary>Looks at the clock and the cancellation.</summary>
    public bool LookAtClock()
    {
        if (cancellation.IsCancellationRequested || (limits.Time is { } time && limits.Clock.GetElapsedTime(started) >= time)) Stopped = true;
        return Stopped;
    }

    /// <summary>Takes a choice from a window when it is better and keeps the rules that the search itself does not look at.</summary>
    public bool Offer(RestorationWindow window, ulong set, long value) => Offer(window.UnitsOf(set), value);

    /// <summary>Takes a choice when it is better and keeps all rules.</summary>
    public bool Offer(int[] chosen, long value)
    {
        if (value <= Best || !problem.Allows(chosen)) return false;
        (Best, Chosen) = (value, chosen);
        return true;
    }
}
