namespace Bocage.Planning;

/// <summary>An arc that may carry flow: as it is, or only when a unit is chosen.</summary>
/// <param name="From">Tail.</param>
/// <param name="To">Head.</param>
/// <param name="Probability">Share of the flow that arrives, above 0.</param>
/// <param name="Unit">The unit that opens it; −1 when it is open.</param>
internal sealed record ArcOption(int From, int To, double Probability, int Unit)
{
    /// <summary>The options of each arc of a network. A locked-in unit's improvement is how the arc is, a locked-out unit's is not there.</summary>
    public static List<ArcOption>[] Of(ConnectivityCase network, IReadOnlyList<PlanningUnit> units)
    {
        var now = network.Arcs.Select(arc => arc.Probability).ToArray();
        foreach (var better in network.ArcImprovements)
            if (units[better.Unit].Status == PlanningStatus.LockedIn) now[better.Arc] = Math.Max(now[better.Arc], better.Probability);
        var options = new List<ArcOption>[now.Length];
        for (var arc = 0; arc < now.Length; arc++)
            options[arc] = now[arc] > 0 ? [new(network.Arcs[arc].From, network.Arcs[arc].To, now[arc], -1)] : [];
        foreach (var better in network.ArcImprovements)
            if (units[better.Unit].Status == PlanningStatus.Available && better.Probability > now[better.Arc])
                options[better.Arc].Add(new(network.Arcs[better.Arc].From, network.Arcs[better.Arc].To, better.Probability, better.Unit));
        return options;
    }
}
