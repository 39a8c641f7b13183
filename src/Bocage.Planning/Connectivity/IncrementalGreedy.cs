namespace Bocage.Planning;

/// <summary>Buys, step by step, the unit with the largest gain per cost among those that still fit, until none gains.</summary>
/// <remarks>
/// A unit that gains for nothing comes first; before all, while a lower limit is not reached, units that bring it nearer. Gains are net of the penalty. Not an optimum: of two units that only help
/// together it sees neither (<see cref="DecrementalGreedy"/> does). Steps · open units gains at most. GECOT's greedy_incr makes the same choices and searches anew for each gain.
/// </remarks>
internal static class IncrementalGreedy
{
    /// <summary>Fills up a choice; the state and the rules change.</summary>
    /// <param name="state">The tables with what is chosen.</param>
    /// <param name="rules">The same choice.</param>
    /// <param name="open">Units that may be bought.</param>
    /// <param name="isOver">Whether to stop early.</param>
    /// <param name="weight">A factor on the ratio of each unit, for a touch of chance; null for none.</param>
    /// <param name="gains">What is known of the gains in this state; null for nothing.</param>
    public static void Fill(ConnectivityState state, ChoiceRules rules, IEnumerable<int> open, Func<bool> isOver, double[]? weight = null, LazyGains? gains = null)
    {
        var candidates = open.Where(rules.Fits).ToList();
        gains ??= new(state);
        while (candidates.Count > 0 && !isOver())
        {
            var best = gains.Best(candidates, RankOf);
            if (best < 0) break;
            Buy(state, rules, candidates[best]);
            candidates.RemoveAll(unit => !rules.Fits(unit));
        }

        (int Tier, double Ratio) RankOf(int unit, double gain) => Rank(unit, gain - rules.PenaltyOf(unit), state.Value, rules, weight?[unit] ?? 1);
    }

    /// <summary>Buys a unit in both.</summary>
    public static void Buy(ConnectivityState state, ChoiceRules rules, int unit)
    {
        state.Buy(unit);
        rules.Set(unit, true);
    }

    // What a lower limit asks for, what gains for nothing, what gains; 0 for what is not worth buying.
    private static (int Tier, double Ratio) Rank(int unit, double gain, double value, ChoiceRules rules, double weight)
    {
        var cost = rules.CostOf(unit);
        var gains = gain > 1e-17 * value;
        if (rules.IsMissed(unit)) return (3, gains ? weight * gain / Math.Max(cost, double.Epsilon) : gain - cost);
        if (!gains) return (0, 0);
        return cost > 0 ? (1, weight * gain / cost) : (2, weight * gain);
    }
}
