using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>A choice that grows unit by unit, with its value and what each further unit would add; by the tables of paths for networks, by the definition for what is cheap to evaluate.</summary>
/// <remarks>Rules and locks are not looked at: explanations ask what things are worth whatever the rules say. Not for several threads.</remarks>
internal sealed class GrowingChoice
{
    private readonly PlanningProblem problem;
    private readonly ConnectivityState? network;
    private readonly UnitGain work;
    private readonly bool[] selected;
    private double? value;

    private GrowingChoice(PlanningProblem problem, ConnectivityState? network, bool[] selected, UnitGain work) =>
        (this.problem, this.network, this.selected, this.work) = (problem, network, selected, work);

    /// <summary>The choice of nothing, to which any unit may be added for which <paramref name="may"/> holds.</summary>
    internal static GrowingChoice Nothing(PlanningProblem problem, Func<int, bool> may, CancellationToken cancellation)
    {
        var status = problem.Units.Select((_, unit) => may(unit) ? PlanningStatus.Available : PlanningStatus.LockedOut).ToArray();
        var network = problem.Objective is MaximumConnectedAreaObjective connected ? ConnectivityState.Of(connected, status, null, cancellation) : null;
        return new(problem, network, new bool[status.Length], new());
    }

    /// <summary>The value, penalty included.</summary>
    internal double Value => value ??= network is null ? problem.ValueOf(selected) : network.Value - Penalty(selected);

    internal bool Holds(int unit) => selected[unit];

    internal GrowingChoice Copy() => new(problem, network?.Copy(), [.. selected], work);

    /// <summary>A copy with more units.</summary>
    internal GrowingChoice With(IEnumerable<int> units)
    {
        var grown = Copy();
        foreach (var unit in units) grown.Add(unit);
        return grown;
    }

    /// <summary>How much better the choice would be with a unit; 0 for one that it holds.</summary>
    internal double GainOf(int unit)
    {
        if (selected[unit]) return 0;
        var now = network is null ? Value : Penalty(selected);
        selected[unit] = true;
        var gain = network is null ? problem.Objective.Gain(now, problem.ValueOf(selected)) : network.GainOf(unit, work) + now - Penalty(selected);
        selected[unit] = false;
        return gain;
    }

    internal void Add(int unit)
    {
        if (selected[unit]) return;
        selected[unit] = true;
        network?.Buy(unit);
        value = null;
    }

    /// <summary>Calls for each unit with the choice of all the others: halves the units again and again, so that n units take n · log n additions and log n copies instead of n².</summary>
    internal void EachLeftOut(ImmutableArray<int> units, Action<int, GrowingChoice> visit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (units.Length == 1) visit(units[0], this);
        if (units.Length < 2) return;
        var (first, second) = (units[..(units.Length / 2)], units[(units.Length / 2)..]);
        With(second).EachLeftOut(first, visit, cancellation);
        With(first).EachLeftOut(second, visit, cancellation);
    }

    private double Penalty(bool[] choice) => problem.Penalty?.Of(choice) ?? 0;
}
