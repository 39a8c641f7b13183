using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What each unit is worth in a connected landscape: alone, on top of a choice, and within it.</summary>
/// <remarks>
/// Figures of the criterion of a <see cref="MaximumConnectedAreaObjective"/>, in its unit, without budgets and penalties; exact up to rounding (1e-12 of the value). Locked-in units belong to every choice and to the landscape
/// that "alone" begins with; a locked-out unit is worth 0 alone and on top. As paths need each other, a unit may be worth more on top of others than alone, and the losses of all chosen units need not add up to
/// the value. One instance prepares the tables once: O(sources · arcs · log vertices). For one thread at a time; works on all cores.
/// </remarks>
public sealed class ConnectivityGain
{
    private readonly PlanningProblem problem;
    private readonly ConnectivityState start;

    /// <summary>Prepares the tables of a problem.</summary>
    /// <param name="problem">The problem; its objective is a <see cref="MaximumConnectedAreaObjective"/>. Budgets and other rules do not matter.</param>
    /// <param name="cancellation">Stops the preparation; throws.</param>
    /// <exception cref="ArgumentException">The objective is another one.</exception>
    public ConnectivityGain(PlanningProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Objective is not MaximumConnectedAreaObjective objective)
            throw new ArgumentException($"The objective is {problem.Objective.GetType().Name}; expected {nameof(MaximumConnectedAreaObjective)}.", nameof(problem));
        this.problem = problem;
        start = ConnectivityState.Of(objective, [.. problem.Units.Select(unit => unit.Status)], cancellation: cancellation);
    }

    /// <summary>The value with only the locked-in units.</summary>
    public double BaseValue => start.Value;

    /// <summary>What each unit adds to the landscape with only the locked-in units; 0 for locked units.</summary>
    public ImmutableArray<double> Alone() => Gains(start);

    /// <summary>What each unit adds on top of a choice; 0 for the units in it and for locked units.</summary>
    /// <param name="selected">The choice, by unit; locked-in units count as chosen.</param>
    public ImmutableArray<double> OnTopOf(ReadOnlySpan<bool> selected) => Gains(StateOf(selected));

    /// <summary>What the choice loses without each of its units; 0 for units that are not in it and for locked-in units.</summary>
    /// <param name="selected">The choice, by unit.</param>
    /// <param name="cancellation">Stops the work; throws.</param>
    public ImmutableArray<double> LossWithout(ReadOnlySpan<bool> selected, CancellationToken cancellation = default)
    {
        var chosen = Chosen(selected);
        var value = StateOf(selected).Value;
        var losses = new double[problem.Units.Length];
        if (WithoutEach.IsPossible(start, chosen.Count))
        {
            WithoutEach.Visit(start, chosen, () => cancellation.IsCancellationRequested, (state, k) => losses[chosen[k]] = Math.Max(0, value - state.Value));
        }
        else
        {
            for (var k = 0; k < chosen.Count && !cancellation.IsCancellationRequested; k++) losses[chosen[k]] = Math.Max(0, value - ValueWithout(selected, chosen[k]));
        }

        cancellation.ThrowIfCancellationRequested();
        return [.. losses];
    }

    /// <summary>What each further unit adds to a choice that lacks one of its units: what could replace it.</summary>
    /// <param name="selected">The choice, by unit.</param>
    /// <param name="without">A unit in it that is not locked in.</param>
    /// <returns>By unit; 0 for units that are left in the choice and for locked units; for the unit left out, what it would bring back.</returns>
    public ImmutableArray<double> InsteadOf(ReadOnlySpan<bool> selected, int without)
    {
        if (!selected[without] || problem.Units[without].Status == PlanningStatus.LockedIn)
            throw new ArgumentException($"Unit {problem.Units[without].Id} is not in the choice, or is locked in; expected a unit that can be left out.", nameof(without));
        bool[] fewer = [.. selected];
        fewer[without] = false;
        return OnTopOf(fewer);
    }

    /// <summary>The value of each case for a choice, in the order of the cases.</summary>
    /// <param name="selected">The choice, by unit; locked-in units count as chosen, locked-out units do not.</param>
    public ImmutableArray<double> CaseValues(ReadOnlySpan<bool> selected) => [.. StateOf(selected).CaseValues()];

    /// <summary>The value of a choice.</summary>
    /// <param name="selected">The choice, by unit; locked-in units count as chosen, locked-out units do not.</param>
    public double ValueOf(ReadOnlySpan<bool> selected) => StateOf(selected).Value;

    private ImmutableArray<double> Gains(ConnectivityState state)
    {
        var units = Enumerable.Range(0, problem.Units.Length).Where(unit => IsOpen(unit) && !state.Selected[unit]).ToArray();
        var gains = new double[problem.Units.Length];
        foreach (var (unit, gain) in units.Zip(state.GainsOf(units))) gains[unit] = gain;
        return [.. gains];
    }

    private ConnectivityState StateOf(ReadOnlySpan<bool> selected)
    {
        var chosen = Chosen(selected);
        if (chosen.Count == 0) return start;
        var state = start.Copy();
        foreach (var unit in chosen) state.Buy(unit);
        return state;
    }

    // Too large for copies: a search per source instead.
    private double ValueWithout(ReadOnlySpan<bool> selected, int unit)
    {
        bool[] fewer = [.. selected];
        fewer[unit] = false;
        var values = start.Tables.Select(table => table.Index.Network.ValueOf(fewer)).ToArray();
        return ((MaximumConnectedAreaObjective)problem.Objective).Criterion.Value(values);
    }

    private List<int> Chosen(ReadOnlySpan<bool> selected)
    {
        if (selected.Length != problem.Units.Length)
            throw new ArgumentException($"The choice is of {selected.Length} units; the problem has {problem.Units.Length}.", nameof(selected));
        var chosen = new List<int>();
        for (var unit = 0; unit < selected.Length; unit++) if (selected[unit] && IsOpen(unit)) chosen.Add(unit);
        return chosen;
    }

    private bool IsOpen(int unit) => problem.Units[unit].Status == PlanningStatus.Available;
}
