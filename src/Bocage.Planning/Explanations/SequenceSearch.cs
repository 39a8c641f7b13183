namespace Bocage.Planning;

/// <summary>A good schedule of many units: greedy forward and backward orders, and a packing, each bettered by moving and swapping; the best is kept.</summary>
internal sealed class SequenceSearch(SequenceTask task, int evaluationLimit, CancellationToken cancellation)
{
    /// <summary>The best schedule found.</summary>
    internal int[] Best()
    {
        int[][] starts = [Decoded(Forward()), Decoded(Backward()), AsLateAsMoneyAllows()];
        var best = Bettered(starts[0]);
        foreach (var start in starts.Skip(1))
        {
            var other = Bettered(start);
            if (task.IsBetter(other, best)) best = other;
        }
        return best;
    }

    /// <summary>Always the unit that adds most per euro to those before it.</summary>
    private List<int> Forward()
    {
        var (order, done) = (new List<int>(), new bool[task.Count]);
        while (order.Count < task.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            var open = Enumerable.Range(0, task.Count).Where(k => !done[k] && Array.TrueForAll(task.Needs[k], need => done[need]));
            var next = open.OrderByDescending(k => PerCost(task.GainOf(j => done[j] || j == k) - task.GainOf(j => done[j]), task.Costs[k])).ThenBy(k => task.Costs[k]).First();
            order.Add(next);
            done[next] = true;
        }
        return order;
    }

    /// <summary>From the whole plan, always the unit last whose absence costs least per euro.</summary>
    private List<int> Backward()
    {
        var (order, left) = (new List<int>(), Enumerable.Repeat(true, task.Count).ToArray());
        while (order.Count < task.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            var open = Enumerable.Range(0, task.Count).Where(k => left[k] && !Enumerable.Range(0, task.Count).Any(other => left[other] && task.Needs[other].Contains(k)));
            var next = open.OrderBy(k => PerCost(task.GainOf(j => left[j]) - task.GainOf(j => left[j] && j != k), task.Costs[k])).ThenByDescending(k => task.Costs[k]).First();
            order.Add(next);
            left[next] = false;
        }
        order.Reverse();
        return order;
    }

    private static double PerCost(double gain, double cost) => cost > 0 ? gain / cost : gain > 0 ? double.PositiveInfinity : gain;

    /// <summary>Each unit of an order in the first year that the money allows; what does not fit is tried again last.</summary>
    private int[] Decoded(List<int> order)
    {
        var schedule = new int[task.Count];
        Array.Fill(schedule, -1);
        for (var placed = true; placed;)
        {
            placed = false;
            foreach (var k in order) if (schedule[k] < 0) placed |= PlaceFirst(schedule, k);
        }
        return schedule;
    }

    private bool PlaceFirst(int[] schedule, int unit)
    {
        for (var year = 0; year < task.Years; year++)
        {
            schedule[unit] = year;
            if (task.Allows(schedule)) return true;
        }
        schedule[unit] = -1;
        return false;
    }

    /// <summary>With money carried over, everything in the last year; otherwise any packing that can be found: poor orders, but complete ones.</summary>
    private int[] AsLateAsMoneyAllows()
    {
        var schedule = new int[task.Count];
        Array.Fill(schedule, task.CarryOver ? task.Years - 1 : -1);
        if (!task.CarryOver)
        {
            foreach (var (unit, year) in YearlyPacking.Of([.. task.Costs.Select((cost, k) => new LinearTerm(k, cost))], task.Budgets).Years) schedule[unit] = year;
        }
        if (task.Years > 0 && task.Allows(schedule)) return schedule;
        Array.Fill(schedule, -1);
        return schedule;
    }

    private int[] Bettered(int[] schedule)
    {
        var limit = task.Evaluations + evaluationLimit / 3;
        for (var better = true; better && task.Evaluations < limit;)
        {
            cancellation.ThrowIfCancellationRequested();
            better = Moved(ref schedule, limit) || Swapped(ref schedule, limit);
        }
        return schedule;
    }

    private bool Moved(ref int[] schedule, int limit)
    {
        var any = false;
        for (var k = 0; k < task.Count; k++)
            for (var year = 0; year < task.Years && task.Evaluations < limit; year++)
            {
                if (year == schedule[k]) continue;
                var other = (int[])schedule.Clone();
                other[k] = year;
                any |= Taken(ref schedule, other);
            }
        return any;
    }

    private bool Swapped(ref int[] schedule, int limit)
    {
        var any = false;
        for (var k = 0; k < task.Count; k++)
            for (var j = 0; j < k && task.Evaluations < limit; j++)
            {
                if (schedule[j] == schedule[k]) continue;
                var other = (int[])schedule.Clone();
                (other[j], other[k]) = (other[k], other[j]);
                any |= Taken(ref schedule, other);
            }
        return any;
    }

    private bool Taken(ref int[] schedule, int[] other)
    {
        if (!task.Allows(other) || !task.IsBetter(other, schedule)) return false;
        schedule = other;
        return true;
    }
}
