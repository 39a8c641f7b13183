namespace Bocage.Planning;

/// <summary>Begins with every unit that could fit and leaves out those with the smallest loss per cost until all upper limits are kept, then fills up again.</summary>
/// <remarks>
/// Sees units that only help together, which <see cref="IncrementalGreedy"/> does not. After each round of losses several units go, at most a sixth of what is left: one by one would cost a round for
/// each. Rounds · n·log n purchases.
/// </remarks>
internal static class DecrementalGreedy
{
    /// <summary>The choice found, or null when time ran out, memory would, or what is left does not keep the upper limits.</summary>
    public static (ConnectivityState State, ChoiceRules Rules)? Run(ConnectivitySearch search, Func<bool> isOver)
    {
        if (!WithoutEach.IsPossible(search.Base, search.Open.Length)) return null;
        var rules = search.Rules.Copy();
        foreach (var unit in search.Open) rules.Set(unit, true);
        var left = search.Open.ToList();
        while (!rules.IsWithinLimits())
        {
            var losses = Losses(search, left, rules, isOver);
            if (losses is null) return null;
            var order = Enumerable.Range(0, left.Count).OrderBy(k => rules.CostOf(left[k]) > 0 ? losses[k] / rules.CostOf(left[k]) : double.PositiveInfinity).ThenBy(k => left[k]).ToArray();
            var count = Math.Max(1, left.Count / 6);
            var gone = new HashSet<int>();
            foreach (var k in order)
            {
                if (gone.Count == count || rules.IsWithinLimits()) break;
                if (!rules.TakesRoom(left[k])) continue;
                rules.Set(left[k], false);
                gone.Add(left[k]);
            }

            if (gone.Count == 0) return null;
            left.RemoveAll(gone.Contains);
        }

        var state = search.Base.Copy();
        foreach (var unit in left)
        {
            if (isOver()) return null;
            state.Buy(unit);
        }

        IncrementalGreedy.Fill(state, rules, search.Open, isOver);
        return (state, rules);
    }

    // What each unit is worth to the rest, penalty included.
    private static double[]? Losses(ConnectivitySearch search, List<int> left, ChoiceRules rules, Func<bool> isOver)
    {
        var without = new double[left.Count];
        var full = 0.0;
        WithoutEach.Visit(search.Base, left, isOver, (state, k) =>
        {
            without[k] = state.Value;
            if (k != 0) return;
            state.Buy(left[0]);
            full = state.Value;
        });
        if (isOver()) return null;
        for (var k = 0; k < left.Count; k++)
        {
            rules.Set(left[k], false);
            without[k] = full - without[k] - rules.PenaltyOf(left[k]);
            rules.Set(left[k], true);
        }

        return without;
    }
}
