using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The chosen units, numbered from 0, with what binds their order. A schedule is a year per unit, −1 for none.</summary>
internal sealed class SequenceTask
{
    private readonly PlanningProblem problem;
    private readonly ImmutableArray<int> units;
    private readonly Dictionary<string, double> gains = new(StringComparer.Ordinal);
    private readonly GrowingChoice nothing;

    internal SequenceTask(PlanningProblem problem, ImmutableArray<int> units, ImmutableArray<double> budgets, SequenceOptions options, CancellationToken cancellation = default)
    {
        this.problem = problem;
        this.units = units;
        Budgets = budgets;
        CarryOver = options.CarryOver;
        Costs = [.. units.Select(unit => problem.Units[unit].Cost)];
        Waits = [.. units.Select(unit => options.YearsUntilEffective.Length == 0 ? 0 : options.YearsUntilEffective[unit])];
        Horizon = options.Horizon ?? budgets.Length + Waits.DefaultIfEmpty().Max();
        Needs = [.. units.Select(unit => options.Precedence.Where(pair => pair.Second == unit).Select(pair => units.IndexOf(pair.First)).Distinct().ToArray())];
        nothing = GrowingChoice.Nothing(problem, units.Contains, cancellation);
    }

    internal int Count => units.Length;

    internal int Years => Budgets.Length;

    internal ImmutableArray<double> Budgets { get; }

    internal bool CarryOver { get; }

    internal double[] Costs { get; }

    internal int[] Waits { get; }

    /// <summary>Per unit, the units that it needs.</summary>
    internal int[][] Needs { get; }

    internal int Horizon { get; }

    internal int Evaluations { get; private set; }

    /// <summary>Gain of a set of units over nothing; remembered.</summary>
    internal double GainOf(Func<int, bool> holds)
    {
        var key = string.Create((Count + 15) / 16, holds, (text, has) =>
        {
            text.Clear();
            for (var k = 0; k < Count; k++) if (has(k)) text[k >> 4] = (char)(text[k >> 4] | (1 << (k & 15)));
        });
        if (gains.TryGetValue(key, out var known)) return known;
        Evaluations++;
        return gains[key] = problem.Objective.Gain(nothing.Value, nothing.With(Enumerable.Range(0, Count).Where(holds).Select(k => units[k])).Value);
    }

    /// <summary>Gain of what works in each year that counts.</summary>
    internal double[] GainOfYears(int[] schedule)
    {
        var gain = new double[Horizon];
        for (var year = 0; year < gain.Length; year++)
        {
            var now = year;
            gain[year] = GainOf(k => schedule[k] >= 0 && schedule[k] + Waits[k] <= now);
        }
        return gain;
    }

    internal double Area(int[] schedule) => GainOfYears(schedule).Sum();

    internal double[] Spent(int[] schedule)
    {
        var spent = new double[Years];
        for (var k = 0; k < Count; k++) if (schedule[k] >= 0) spent[schedule[k]] += Costs[k];
        return spent;
    }

    /// <summary>Whether the budgets carry the schedule and every unit has what it needs in time.</summary>
    internal bool Allows(int[] schedule)
    {
        for (var k = 0; k < Count; k++)
            foreach (var need in Needs[k])
                if (schedule[k] >= 0 && (schedule[need] < 0 || schedule[need] > schedule[k])) return false;
        var (paid, money) = (0.0, 0.0);
        var spent = Spent(schedule);
        for (var year = 0; year < Years; year++)
        {
            paid = CarryOver ? paid + spent[year] : spent[year];
            money = CarryOver ? money + Budgets[year] : Budgets[year];
            if (paid > YearlyPacking.RoomOf(money)) return false;
        }
        return true;
    }

    /// <summary>Whether a schedule is better than another: it alone places all units, or both or neither do and its area is larger.</summary>
    internal bool IsBetter(int[] schedule, int[] than)
    {
        var (placed, other) = (schedule.Count(year => year >= 0), than.Count(year => year >= 0));
        if (placed == Count != (other == Count)) return placed == Count;
        var (area, otherArea) = (Area(schedule), Area(than));
        return area > otherArea + Choices.Tolerance * Math.Max(1, Math.Abs(otherArea));
    }
}
