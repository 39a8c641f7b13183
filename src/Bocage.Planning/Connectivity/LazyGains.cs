namespace Bocage.Planning;

/// <summary>The best unit to buy next, found without looking at every gain anew.</summary>
/// <remarks>
/// Gains may rise when others are bought, so a gain that was true once is no bound; but a gain rises no more than the flow through its unit does (<see cref="UnitGain.FlowThrough"/>). Units are looked at in the
/// order of those bounds until none that is left can be the best. The answer is the same as from looking at all, up to rounding.
/// </remarks>
internal sealed class LazyGains
{
    private const int Batch = 16;
    private readonly ConnectivityState state;
    private readonly double[] gains;
    private readonly double[] flows;
    private readonly bool[] isKnown;
    private readonly int cases;
    private readonly int threads;

    /// <summary>Knows nothing yet of the gains in a state, which may grow meanwhile.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isAlone">Whether to use one core only, as others are busy with states of their own.</param>
    public LazyGains(ConnectivityState state, bool isAlone = false)
    {
        this.state = state;
        cases = state.Tables.Count;
        threads = isAlone ? 1 : Environment.ProcessorCount;
        var units = state.Selected.Length;
        (gains, flows, isKnown) = (new double[units * cases], new double[units * cases], new bool[units]);
    }

    /// <summary>Knows what is known of a state that the given one is a copy of.</summary>
    public LazyGains(LazyGains known, ConnectivityState copy)
    {
        (state, cases, threads) = (copy, known.cases, known.threads);
        (gains, flows, isKnown) = ([.. known.gains], [.. known.flows], [.. known.isKnown]);
    }

    /// <summary>The gains of some units, all looked at.</summary>
    public double[] Of(IReadOnlyList<int> units)
    {
        var found = new double[units.Count];
        Each(found.Length, (k, work) => found[k] = Look(units[k], work));
        return found;
    }

    /// <summary>The place of the best of some units, or -1 when none is worth it.</summary>
    /// <param name="units">The units.</param>
    /// <param name="rank">The rank of a unit with a gain, rising with the gain; a tier of 0 is not worth it.</param>
    public int Best(List<int> units, Func<int, double, (int Tier, double Ratio)> rank)
    {
        var bounds = Bounds(units);
        var (order, ranks) = (new int[units.Count], new (int Tier, double Ratio)[units.Count]);
        for (var k = 0; k < order.Length; k++) (order[k], ranks[k]) = (k, Below(rank(units[k], bounds[k])));
        Array.Sort(ranks, order);
        var (best, bestRank) = (-1, (Tier: 0, Ratio: 0.0));
        for (var from = 0; from < order.Length; from += Batch)
        {
            // Equal ranks go to the first unit, so that the answer does not depend on what is known.
            if (best >= 0 && Below(bestRank).CompareTo(ranks[from]) < 0) break;
            var batch = order[from..Math.Min(from + Batch, order.Length)];
            var found = new double[batch.Length];
            Each(batch.Length, (k, work) => found[k] = Look(units[batch[k]], work));
            for (var k = 0; k < batch.Length; k++)
            {
                var now = rank(units[batch[k]], found[k]);
                var comparison = now.CompareTo(bestRank);
                if (now.Tier > 0 && (comparison > 0 || (comparison == 0 && batch[k] < best))) (best, bestRank) = (batch[k], now);
            }
        }

        return best;
    }

    private static (int Tier, double Ratio) Below((int Tier, double Ratio) rank) => (-rank.Tier, -rank.Ratio);

    // The criterion with the most that each case could gain.
    private double[] Bounds(List<int> units)
    {
        var bounds = new double[units.Count];
        Each(units.Count, (k, work) =>
        {
            var unit = units[k];
            if (!isKnown[unit])
            {
                bounds[k] = double.PositiveInfinity;
                return;
            }

            Span<double> most = stackalloc double[cases];
            for (var c = 0; c < cases; c++)
            {
                var flow = work.FlowThrough(state.Tables[c], unit);
                most[c] = gains[unit * cases + c] + Math.Max(0, flow - flows[unit * cases + c]) + 1e-14 * flow;
            }

            bounds[k] = state.GainWith(most);
        });
        return bounds;
    }

    private double Look(int unit, UnitGain work)
    {
        Span<double> most = stackalloc double[cases];
        for (var c = 0; c < cases; c++)
        {
            most[c] = gains[unit * cases + c] = work.Of(state.Tables[c], unit);
            flows[unit * cases + c] = work.FlowThrough(state.Tables[c], unit);
        }

        isKnown[unit] = true;
        return state.GainWith(most);
    }

    private void Each(int count, Action<int, UnitGain> look) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new UnitGain(), (k, _, work) =>
        {
            look(k, work);
            return work;
        }, _ => { });
}
