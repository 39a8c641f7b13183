namespace Bocage.Planning;

/// <summary>The best choice found so far, and whether a search must end.</summary>
internal sealed class SearchState(RestorationProblem problem, SolveLimits limits, CancellationToken cancellation)
{
    private readonly long started = limits.Clock.GetTimestamp();
    private bool seeksCheaper;
    private long nodes;
    private long lastNode = long.MaxValue;

    /// <summary>The highest sum of squares of an allowed choice; -1 before there is one.</summary>
    public long Best { get; private set; } = -1;

    /// <summary>A choice is of interest when its sum of squares is above this: the best, or one less when an equal one may take its place by restoring less.</summary>
    public long Floor => seeksCheaper ? Best - 1 : Best;

    /// <summary>The most that may be restored, in ha, with room for rounding.</summary>
    public double MostArea { get; private set; } = RestorationRules.Loose(problem.Rules.MaximumAreaHa);

    /// <summary>That choice.</summary>
    public int[] Chosen { get; private set; } = [];

    /// <summary>Nodes visited.</summary>
    public long Nodes => nodes;

    /// <summary>Whether time ran out or the search was cancelled.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Whether the search since <see cref="Begin"/> visited so many nodes that a proof is not worth waiting for.</summary>
    public bool Exhausted => nodes >= lastNode;

    /// <summary>Allows a search so many nodes from here.</summary>
    public void Begin(long mostNodes) => lastNode = nodes + mostNodes;

    /// <summary>From here on, looks for choices that are as good as the best, and restore less.</summary>
    public void SeekCheaper()
    {
        seeksCheaper = true;
        MostArea = BelowBest();
    }

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
        if (value <= Floor || problem.RestoredHa(chosen) > MostArea || !problem.Allows(chosen)) return false;
        (Best, Chosen) = (value, chosen);
        if (seeksCheaper) MostArea = BelowBest();
        return true;
    }

    // A hair less, or rounding would find the same choice again.
    private double BelowBest() => problem.RestoredHa(Chosen) * (1 - 1e-9);
}
