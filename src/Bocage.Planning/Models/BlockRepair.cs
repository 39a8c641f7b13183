namespace Bocage.Planning;

/// <summary>Makes one block of a choice in several, without a proof: so that a search that runs out of time has something in hand.</summary>
internal static class BlockRepair
{
    /// <summary>The best allowed choice among: the blocks joined by the cheapest ways between them, and each block by itself; null when none is allowed.
    /// O(blocks · units · log units).</summary>
    public static bool[]? Of(PlanningProblem problem, ContiguityConstraint rule, bool[] selected)
    {
        var blocks = new ConnectivityCuts(selected.Length, rule).Blocks(selected);
        IEnumerable<bool[]> tries = blocks.Select(block => Only(block, selected.Length));
        if (Joined(problem, rule, selected) is { } joined) tries = tries.Append(joined);
        bool[]? best = null;
        foreach (var choice in tries)
        {
            if (!problem.Allows(choice)) continue;
            if (best is null || (problem.Objective.Maximises ? problem.ValueOf(choice) > problem.ValueOf(best) : problem.ValueOf(choice) < problem.ValueOf(best))) best = choice;
        }
        return best;
    }

    private static bool[] Only(List<int> block, int units)
    {
        var only = new bool[units];
        foreach (var unit in block) only[unit] = true;
        return only;
    }

    private static bool[]? Joined(PlanningProblem problem, ContiguityConstraint rule, bool[] selected)
    {
        var cuts = new ConnectivityCuts(selected.Length, rule);
        var joined = (bool[])selected.Clone();
        while (cuts.Blocks(joined) is { Count: > 1 } blocks)
        {
            if (WayOut(problem, cuts, joined, blocks[0]) is not { } way) return null;
            foreach (var unit in way) joined[unit] = true;
        }
        return joined;
    }

    // The cheapest units between a block and the nearest other: a search over units that costs what entering them does.
    private static List<int>? WayOut(PlanningProblem problem, ConnectivityCuts cuts, bool[] joined, List<int> block)
    {
        var inside = Only(block, joined.Length);
        var before = new int[joined.Length];
        Array.Fill(before, -1);
        var settled = new bool[joined.Length];
        var frontier = new PriorityQueue<(int Unit, int From), double>();
        foreach (var unit in block) frontier.Enqueue((unit, -1), 0);
        while (frontier.TryDequeue(out var reached, out var cost))
        {
            if (settled[reached.Unit]) continue;
            settled[reached.Unit] = true;
            before[reached.Unit] = reached.From;
            if (joined[reached.Unit] && !inside[reached.Unit])
            {
                var way = new List<int>();
                for (var unit = reached.From; unit >= 0; unit = before[unit]) way.Add(unit);
                return way;
            }
            foreach (var next in cuts.NeighboursOf(reached.Unit))
                if (!settled[next] && problem.Units[next].Status != PlanningStatus.LockedOut) frontier.Enqueue((next, reached.Unit), cost + problem.Units[next].Cost);
        }
        return null;
    }
}
