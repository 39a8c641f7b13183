namespace Bocage.Planning;

/// <summary>The bounds that the solver asks for, from quick to slow; each tells the search what it has proven.</summary>
internal static class ConnectivityBounds
{
    /// <summary>Proves what can be proven; may offer better choices, too.</summary>
    public static void ProveAll(ConnectivitySearch search)
    {
        if (search.Cancellation.IsCancellationRequested) return;
        search.Prove(Everything(search), "all that could fit");
        if (!search.IsDone && !ConnectivityRelaxation.IsWithinReach(search)) search.Prove(Potentials(search), "potentials");
    }

    /// <summary>Searches exactly where the problem is not too large for it, until the search is done.</summary>
    public static void Search(ConnectivitySearch search)
    {
        if (ConnectivityRelaxation.IsWithinReach(search)) ConnectivityBranchAndBound.Run(search);
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

    // Every unit only adds to every case, and the criterion rises with each; a penalty is never below 0.
    private static double Everything(ConnectivitySearch search)
    {
        var all = search.Status.Select(status => status != PlanningStatus.LockedOut).ToArray();
        try
        {
            var values = search.Base.Tables.Select(table => table.Index.Network.ValueOf(all, search.Cancellation)).ToArray();
            var value = search.Objective.Criterion.Value(values);
            return value + ConnectivitySearch.Rounding(value) / 2;
        }
        catch (OperationCanceledException)
        {
            return double.PositiveInfinity;
        }
    }
}
