namespace Bocage.Planning;

/// <summary>The bounds that the solver asks for, from quick to slow; each tells the search what it has proven.</summary>
/// <remarks>They read <see cref="ConnectivitySearch"/>, prove with <see cref="ConnectivitySearch.Prove"/> and offer what they find.</remarks>
internal static class ConnectivityBounds
{
    // Steps of a search: about half a minute on one core.
    private const double TooLong = 1e9;

    /// <summary>Proves what can be proven; may offer better choices, too.</summary>
    public static void ProveAll(ConnectivitySearch search)
    {
        search.Prove(Certain(search), "if every path were certain");
        if (search.IsDone) return;
        var work = search.Base.Tables.Sum(table => (double)table.Index.Rows.Length * table.Index.Network.Outgoing.Arcs.Length);
        if (work < TooLong) search.Prove(Everything(search), "all that could fit");
        if (!search.IsDone && work < TooLong && !ConnectivityRelaxation.IsWithinReach(search)) search.Prove(Potentials(search), "potentials");
    }

    /// <summary>Searches exactly where the problem is not too large for it, until the search is done.</summary>
    public static void Search(ConnectivitySearch search)
    {
        if (ConnectivityRelaxation.IsWithinReach(search)) ConnectivityBranchAndBound.Run(search);
        else if (CorridorBound.IsWithinReach(search)) Corridors(search);
    }

    // Most of the time that is left; what was proven by then counts.
    private static void Corridors(ConnectivitySearch search)
    {
        using var timer = search.Limits.Time is { } time
            ? new CancellationTokenSource(TimeSpan.FromSeconds(Math.Max(0, 0.85 * (time - search.Elapsed).TotalSeconds)), search.Limits.Clock)
            : new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, search.Cancellation);
        try
        {
            CorridorBound.Run(search, linked.Token);
        }
        catch (OperationCanceledException)
        {
            // The bounds of the rounds before are told already.
        }
    }

    private static double Potentials(ConnectivitySearch search)
    {
        try
        {
            return PotentialBound.Of(search);
        }
        catch (OperationCanceledException)
        {
            return double.PositiveInfinity;
        }
    }

    // A probability is at most 1, so a case has at most (Σ S)·(Σ T), with the most that an allowed choice can add to each.
    private static double Certain(ConnectivitySearch search)
    {
        var knapsack = new RuleKnapsack(search.Problem, search.Status);
        return WithRoom(search, [.. search.Base.Tables.Select(table => CorridorBound.Joined(table.Index.Network, knapsack))]);
    }

    // Every unit only adds to every case, and the criterion rises with each; a penalty is never below 0.
    private static double Everything(ConnectivitySearch search)
    {
        var all = search.Status.Select(status => status != PlanningStatus.LockedOut).ToArray();
        var values = new double[search.Base.Tables.Count];
        for (var k = 0; k < values.Length; k++)
        {
            if (search.Base.Tables[k].Index.Network.TryValueOf(all, () => search.IsOver) is not { } value) return double.PositiveInfinity;
            values[k] = value;
        }

        return WithRoom(search, values);
    }

    // Sums over millions of pairs are right to about 1e-14; half of what counts as rounding is room enough.
    private static double WithRoom(ConnectivitySearch search, double[] values)
    {
        var value = search.Objective.Criterion.Value(values);
        return value + ConnectivitySearch.Rounding(value) / 2;
    }
}
