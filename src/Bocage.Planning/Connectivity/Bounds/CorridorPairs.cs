using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Makes the pairs of a <see cref="CorridorPlane"/>: the heaviest with their gates, up to a limit of memory; of the others only the largest probability counts.</summary>
internal sealed class CorridorPairs(CorridorNetwork network, double[] shares, int[] sources, int[] targets, BudgetReach reach)
{
    private const long MostGates = 8_000_000;
    private const int Block = 128;

    /// <summary>The pairs that gates can bring closer, and what all others are worth together at most.</summary>
    public (CorridorPair[] Pairs, double Others) Make(CancellationToken cancellation)
    {
        var isMirror = CorridorMirror.Is(network);
        var drafts = new List<Draft>();
        for (var s = 0; s < sources.Length; s++)
            for (var t = 0; t < targets.Length; t++)
                if (Weight(sources[s], targets[t]) is > 0 and var weight && !(isMirror && HasOpposite(s, t) && sources[s] > targets[t]))
                    drafts.Add(Limits(s, t, weight + (isMirror && sources[s] < targets[t] ? Weight(targets[t], sources[s]) : 0)));
        Draft[] sorted = [.. drafts.OrderByDescending(draft => draft.Weight * (draft.Most - draft.Floor))];
        var pairs = new List<CorridorPair>();
        var (gates, others, done) = (0L, 0.0, 0);
        for (; done < sorted.Length && gates < MostGates; done += Block)
        {
            var begin = done;
            foreach (var pair in Workers.Map(Math.Min(Block, sorted.Length - begin), Workers.Usual, () => 0, (_, k) => Pair(sorted[begin + k]), null, cancellation))
            {
                if (pair.Gates.Length > 0) pairs.Add(pair);
                else others += pair.Weight * pair.Floor;
                gates += pair.Gates.Length;
            }
        }

        for (; done < sorted.Length; done++) others += sorted[done].Weight * sorted[done].Most;
        return ([.. pairs], others);
    }

    private bool HasOpposite(int s, int t) => Weight(targets[t], sources[s]) > 0;

    private double Weight(int source, int target) => network.Case.Source[source] * network.Case.Target[target];

    private Draft Limits(int s, int t, double weight)
    {
        var most = Math.Min(1, reach.To(s, targets[t]));
        return new(s, t, weight, Math.Min(most, Math.Max(reach.Closed[s][targets[t]], 0.03 * most) * (1 + 1e-12)), most);
    }

    private CorridorPair Pair(Draft draft)
    {
        var gates = new List<int>();
        var wants = new List<float>();
        for (var g = 0; g < network.Gates.Length && draft.Floor < draft.Most * (1 - 1e-6); g++)
        {
            var gate = network.Gates[g];
            var through = reach.Through(draft.Source, draft.Target, gate, shares[gate.Unit] / network.GatesOf[gate.Unit]);
            if (through <= draft.Floor) continue;
            gates.Add(g);
            wants.Add((float)(draft.Weight * (through - draft.Floor) * (through - draft.Floor)));
        }

        // Without a gate it stays at the floor, unless floor and most are one.
        var floor = gates.Count == 0 && draft.Floor >= draft.Most * (1 - 1e-6) ? draft.Most : draft.Floor;
        var pair = new CorridorPair(sources[draft.Source], targets[draft.Target], floor, draft.Most, [.. gates]) { Weight = draft.Weight };
        wants.CopyTo(pair.Wants);
        return pair;
    }

    private readonly record struct Draft(int Source, int Target, double Weight, double Floor, double Most);
}
