namespace Bocage.Planning;

/// <summary>A bound for few habitats and thousands of units: what a budget can do for each pair of habitats, and pairs that share the price of a place.</summary>
internal static class CorridorBound
{
    private const int MostHabitats = 250;
    private const int Rounds = 10;

    /// <summary>Whether there is a budget, and the habitats are few enough for a table of the vertices per habitat.</summary>
    public static bool IsWithinReach(ConnectivitySearch search) =>
        Shares(search) is not null && search.Base.Tables.All(table => table.Index.Network.Source.Count(quality => quality > 0) <= MostHabitats && table.Index.Network.Target.Count(quality => quality > 0) <= MostHabitats);

    /// <summary>Proves better and better bounds, until they change little or the search is over.</summary>
    /// <param name="search">The search.</param>
    /// <param name="cancellation">Ends it; what was proven by then counts.</param>
    public static void Run(ConnectivitySearch search, CancellationToken cancellation)
    {
        var shares = Shares(search)!;
        var knapsack = new RuleKnapsack(search.Problem, search.Status);
        CorridorPlane[] planes = [.. search.Base.Tables.Select(table => new CorridorPlane(table.Index.Network, shares, knapsack.Most, cancellation))];
        double[] low = [.. search.Base.Tables.Select(table => table.Value * (1 - 1e-9))];
        double[] high = [.. search.Base.Tables.Zip(planes, (table, plane) => Math.Min(plane.Constant + knapsack.Most(plane.Gains), Joined(table.Index.Network, knapsack)) * (1 + 1e-9))];
        Prove(search, search.Objective.Criterion.Value(high));
        foreach (var plane in planes) plane.Prepare(cancellation);
        var (price, step, last) = ((search.Objective.Criterion.Value(high) - search.Objective.Criterion.Value(low)) / 5, 1.5, double.PositiveInfinity);
        var point = low;
        for (var round = 0; round < Rounds && !search.IsDone; round++)
        {
            var bound = Round(search, planes, knapsack, shares, round < 2 ? price / 2 : price, ref point, low, high, cancellation);
            Prove(search, bound);
            if (round < 2) continue;
            if (bound > last * (1 - 1e-5)) step = step > 1 ? Math.Sqrt(1 / step) : 1 / step;
            (last, price) = (bound, price * step);
            if (Math.Abs(step - 1) < 0.02) break;
        }
    }

    /// <summary>The most a case can be: every pair certain, and all quality that an allowed choice can add.</summary>
    public static double Joined(ContractedCase network, RuleKnapsack knapsack) =>
        (network.Source.Sum() + knapsack.Most([.. network.Units.Select(unit => unit.Gains.Sum(gain => gain.SourceGain))])) * (network.Target.Sum() + knapsack.Most([.. network.Units.Select(unit => unit.Gains.Sum(gain => gain.TargetGain))]));

    private static void Prove(ConnectivitySearch search, double bound) => search.Prove(bound + 1e-9 * Math.Abs(bound), "corridors");

    private static double Round(ConnectivitySearch search, CorridorPlane[] planes, RuleKnapsack knapsack, double[] shares, double price, ref double[] point, double[] low, double[] high, CancellationToken cancellation)
    {
        var tangent = CriterionTangent.Above(search.Objective.Criterion, point, low, high);
        var room = new double[shares.Length];
        for (var k = 0; k < planes.Length; k++) planes[k].AddWants(room, tangent.Slopes[k]);
        for (var unit = 0; unit < room.Length; unit++)
        {
            if (!(room[unit] > 0)) continue;
            var left = price * shares[unit];
            for (var k = 0; k < planes.Length; k++) left -= tangent.Slopes[k] * planes[k].Habitat[unit];
            room[unit] = Math.Max(0, left) / room[unit];
        }

        foreach (var plane in planes) plane.Improve(room, cancellation);
        var best = double.PositiveInfinity;
        for (var repeat = 0; repeat < 3; repeat++)
        {
            var (constant, gains) = (tangent.Constant, new double[shares.Length]);
            for (var k = 0; k < planes.Length; k++)
            {
                constant += tangent.Slopes[k] * planes[k].Constant;
                Dense.Add(gains, tangent.Slopes[k], planes[k].Gains);
            }

            best = Math.Min(best, constant + knapsack.Most(gains));
            point = At(planes, gains, shares, price, low, high);
            tangent = CriterionTangent.Above(search.Objective.Criterion, point, low, high);
        }

        return best;
    }

    // Where the tangent should touch: the cases when the budget is spent on units that are worth about the price.
    private static double[] At(CorridorPlane[] planes, double[] gains, double[] shares, double price, double[] low, double[] high)
    {
        int[] bought = [.. Enumerable.Range(0, shares.Length).Where(unit => shares[unit] > 0 && gains[unit] >= 0.9 * price * shares[unit])];
        return [.. planes.Select((plane, k) => Math.Clamp(plane.Constant + bought.Select(unit => plane.Gains[unit] / shares[unit]).DefaultIfEmpty(0).Average(), low[k], high[k]))];
    }

    /// <summary>By unit, what it takes of the first rule that only counts upwards and does not leave room for everything; null without one.</summary>
    public static double[]? Shares(ConnectivitySearch search)
    {
        foreach (var rule in search.Problem.Constraints.OfType<LinearConstraint>())
        {
            if (double.IsPositiveInfinity(rule.Maximum) || rule.Terms.Any(term => term.Coefficient < 0)) continue;
            var room = rule.Maximum + LinearConstraint.Tolerance * Math.Max(1, Math.Abs(rule.Maximum));
            var costs = new double[search.Status.Length];
            foreach (var term in rule.Terms)
            {
                if (search.Status[term.Unit] == PlanningStatus.LockedIn) room -= term.Coefficient;
                else if (search.Status[term.Unit] == PlanningStatus.Available) costs[term.Unit] += term.Coefficient;
            }

            if (room > 0 && costs.Sum() > room) return [.. costs.Select(cost => cost / room * (1 - 1e-9))];
        }

        return null;
    }
}
