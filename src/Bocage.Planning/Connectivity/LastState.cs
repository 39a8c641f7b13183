namespace Bocage.Planning;

/// <summary>The tables of the last network that was searched: the next problem over the same network and locks, at other prices or budgets, begins with them. Safe for threads.</summary>
/// <remarks>Holds on to one network's tables as long as the solver lives: some 100 MB for thousands of units. States are copied before they change, so that what is given out stays as it is.</remarks>
internal sealed class LastState
{
    private readonly Lock door = new();
    private MaximumConnectedAreaObjective? objective;
    private PlanningStatus[] status = [];
    private ConnectivityState? state;

    /// <summary>The state with only the locked-in units: the last one when it is of this objective (the same object) and these locks.</summary>
    public ConnectivityState Of(MaximumConnectedAreaObjective asked, PlanningStatus[] locks, CancellationToken cancellation)
    {
        lock (door)
        {
            if (state is not null && ReferenceEquals(objective, asked) && status.AsSpan().SequenceEqual(locks)) return state;
            (objective, status, state) = (null, [], null);
            state = ConnectivityState.Of(asked, locks, cancellation: cancellation);
            (objective, status) = (asked, [.. locks]);
            return state;
        }
    }
}
