using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Which patches each chosen unit joins: the pairs that lose most when the unit is taken out of the plan.</summary>
/// <remarks>
/// Per unit and case the k pairs with the greatest gain; a pair counts once, in its better direction (on a tie from the lower index). One search per source in the plan, and one more per source and unit
/// that improves an arc of that source's tree of best paths: a tree without such an arc stays what it is. Cost: O((sources + affected pairs of source and unit) · arcs · log vertices).
/// A unit that adds quality to a patch without making any path better joins nothing; what it adds shows in its gain.
/// </remarks>
internal static class JoinedPairs
{
    /// <summary>The pairs, per unit in the order of <paramref name="units"/>, case by case, greatest gain first.</summary>
    internal static List<JoinedPair>[] Of(MaximumConnectedAreaObjective objective, bool[] plan, ImmutableArray<int> units, int most, CancellationToken cancellation)
    {
        var pairs = units.Select(_ => new List<JoinedPair>()).ToArray();
        if (most <= 0) return pairs;
        for (var k = 0; k < objective.Cases.Length; k++)
        {
            var best = units.Select(_ => new PriorityQueue<JoinedPair, (double, int, int)>()).ToArray();
            OfCase(objective.Cases[k], k, plan, units, 2 * most, best, cancellation);
            for (var unit = 0; unit < pairs.Length; unit++) pairs[unit].AddRange(Top(best[unit], most));
        }
        return pairs;
    }

    private static void OfCase(ConnectivityCase network, int k, bool[] plan, ImmutableArray<int> units, int most, PriorityQueue<JoinedPair, (double, int, int)>[] best, CancellationToken cancellation)
    {
        var chosen = new ChosenNetwork(network, plan);
        var worse = units.Select(unit => chosen.WithoutUnit(unit)).ToArray();
        var with = new PathsFrom(network.SourceQuality.Length);
        var without = new PathsFrom(network.SourceQuality.Length);
        for (var start = 0; start < network.SourceQuality.Length; start++)
        {
            if (chosen.Source[start] <= 0) continue;
            cancellation.ThrowIfCancellationRequested();
            chosen.Search(start, with);
            for (var unit = 0; unit < worse.Length; unit++)
            {
                if (!worse[unit].Any(arc => with.ArcInto[network.Arcs[arc.Arc].To] == arc.Arc)) continue;
                chosen.Search(start, without, worse[unit]);
                for (var end = 0; end < network.TargetQuality.Length; end++)
                {
                    if (end == start || chosen.Target[end] <= 0 || without.Probability[end] >= with.Probability[end]) continue;
                    var gain = chosen.Source[start] * chosen.Target[end] * (with.Probability[end] - without.Probability[end]);
                    best[unit].Enqueue(new(k, start, end, without.Probability[end], with.Probability[end], gain), (gain, -start, -end));
                    if (best[unit].Count > most) best[unit].Dequeue();
                }
            }
        }
    }

    /// <summary>A pair has two directions, so the best k pairs are among the best 2k directed ones.</summary>
    private static IEnumerable<JoinedPair> Top(PriorityQueue<JoinedPair, (double, int, int)> best, int most)
    {
        var ordered = best.UnorderedItems.Select(item => item.Element).OrderByDescending(pair => pair.Gain).ThenBy(pair => pair.From).ThenBy(pair => pair.To);
        return ordered.DistinctBy(pair => (Math.Min(pair.From, pair.To), Math.Max(pair.From, pair.To))).Take(most);
    }
}
