using System.Numerics;

namespace Bocage.Planning;

/// <summary>The best schedule of few units, exactly.</summary>
/// <remarks>
/// When all units wait equally long, what works in a year is what was done up to some year, and dynamic programming over the set done does it: O(years · 3ⁿ) steps and 2ⁿ evaluations for n units.
/// Otherwise all schedules are tried while they are few.
/// </remarks>
internal sealed class SequenceProgramme
{
    private const int MostSchedules = 300_000;

    private readonly SequenceTask task;
    private readonly double[] cost;
    private readonly bool[] closed;

    private SequenceProgramme(SequenceTask task)
    {
        this.task = task;
        cost = new double[1 << task.Count];
        closed = new bool[cost.Length];
        for (var set = 0; set < cost.Length; set++)
        {
            var last = set == 0 ? -1 : BitOperations.Log2((uint)set);
            cost[set] = last < 0 ? 0 : cost[set & ~(1 << last)] + task.Costs[last];
            closed[set] = IsClosed(set);
        }
    }

    /// <summary>The best schedule and the ideal gain of each year, or null when the task is too large for certainty.</summary>
    internal static int[]? Best(SequenceTask task, CancellationToken cancellation)
    {
        if (task.Count > SequenceOptions.ExactUnits) return null;
        if (task.Waits.Distinct().Count() <= 1) return new SequenceProgramme(task).OverSets(cancellation);
        return Math.Pow(task.Years + 1, task.Count) <= MostSchedules ? OverSchedules(task, cancellation) : null;
    }

    /// <summary>Per year, the greatest gain of any set that the money up to then could have paid and that could work by then: above what any schedule reaches.</summary>
    internal static double[] Ideal(SequenceTask task, CancellationToken cancellation)
    {
        var programme = new SequenceProgramme(task);
        var ideal = new double[task.Horizon];
        for (var year = 0; year < ideal.Length; year++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (money, ready) = (SequenceIdeal.MoneyBy(task, year), 0);
            for (var k = 0; k < task.Count; k++) if (task.Waits[k] <= year) ready |= 1 << k;
            for (var set = 0; set < programme.cost.Length; set++)
                if ((set & ~ready) == 0 && programme.cost[set] <= YearlyPacking.RoomOf(money)) ideal[year] = Math.Max(ideal[year], programme.Gain(set));
        }
        return ideal;
    }

    private double Gain(int set) => task.GainOf(k => (set >> k & 1) == 1);

    private bool IsClosed(int set)
    {
        for (var k = 0; k < task.Count; k++)
            if ((set >> k & 1) == 1)
                foreach (var need in task.Needs[k]) if ((set >> need & 1) == 0) return false;
        return true;
    }

    private int[] OverSets(CancellationToken cancellation)
    {
        var reached = new double[cost.Length];
        Array.Fill(reached, double.NegativeInfinity);
        reached[0] = 0;
        var before = new int[task.Years][];
        var money = 0.0;
        for (var year = 0; year < task.Years; year++)
        {
            cancellation.ThrowIfCancellationRequested();
            money += task.Budgets[year];
            (reached, before[year]) = Step(reached, YearlyPacking.RoomOf(task.CarryOver ? money : task.Budgets[year]), YearsThatCount(year));
        }
        var last = cost.Length - 1;
        if (double.IsNegativeInfinity(reached[last])) last = Array.IndexOf(reached, reached.Max());
        var schedule = new int[task.Count];
        Array.Fill(schedule, -1);
        for (var year = task.Years - 1; year >= 0; year--)
        {
            for (var k = 0; k < task.Count; k++) if (((last & ~before[year][last]) >> k & 1) == 1) schedule[k] = year;
            last = before[year][last];
        }
        return schedule;
    }

    /// <summary>In how many of the years that count the set done up to a year is the one that works.</summary>
    private int YearsThatCount(int year)
    {
        var wait = task.Count == 0 ? 0 : task.Waits[0];
        var to = year == task.Years - 1 ? task.Horizon : Math.Min(task.Horizon, year + wait + 1);
        return Math.Max(0, to - (year + wait));
    }

    private (double[] Reached, int[] Before) Step(double[] reached, double room, int years)
    {
        var next = new double[cost.Length];
        var before = new int[cost.Length];
        for (var set = 0; set < cost.Length; set++)
        {
            next[set] = double.NegativeInfinity;
            if (!closed[set] || (task.CarryOver && cost[set] > room)) continue;
            for (var part = set; ; part = (part - 1) & set)
            {
                if (reached[part] > next[set] && (task.CarryOver || cost[set & ~part] <= room)) (next[set], before[set]) = (reached[part], part);
                if (part == 0) break;
            }
            if (next[set] > double.NegativeInfinity && years > 0) next[set] += years * Gain(set);
        }
        return (next, before);
    }

    private static int[] OverSchedules(SequenceTask task, CancellationToken cancellation)
    {
        var schedule = new int[task.Count];
        Array.Fill(schedule, -1);
        var best = (int[])schedule.Clone();
        do
        {
            cancellation.ThrowIfCancellationRequested();
            if (task.Allows(schedule) && task.IsBetter(schedule, best)) best = (int[])schedule.Clone();
        }
        while (Next(schedule, task.Years));
        return best;
    }

    private static bool Next(int[] schedule, int years)
    {
        for (var k = 0; k < schedule.Length; k++)
        {
            if (++schedule[k] < years) return true;
            schedule[k] = -1;
        }
        return false;
    }
}
