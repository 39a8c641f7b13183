namespace Bocage.Planning;

/// <summary>Upper bounds on everything that starts from one part of S, as sets of units that open paths; refined where a search asks for it.</summary>
/// <remarks>
/// For each part of T there is a list of columns (W, v), W a set of units, such that for every choice X: P_X(s, t) ≤ the largest v of the columns with W ⊆ X. A column is closed when v = P_W(s, t)
/// and open when v is the value of the best path that first uses what W opens and then anything. Refining an open column closes it and adds an open one for each unit that can come next.
/// The proof is in docs/methods/connectivity-bounds.md.
/// </remarks>
internal sealed class PathTree
{
    private const int Remembered = 512;
    private readonly PathNetwork network;
    private readonly QualityPart source;
    private readonly Func<int[], bool> isPossible;
    private readonly double slack;
    private readonly List<int[]> sets = [];
    private readonly Dictionary<UnitSet, int> nodeOf = [];
    private readonly Dictionary<UnitSet, double[]> reachOf = [];

    /// <summary>A tree in which all of <see cref="Terms"/> are open, as if everything were chosen.</summary>
    /// <param name="network">Probabilities.</param>
    /// <param name="source">Where it starts.</param>
    /// <param name="isPossible">Whether a set of units, ascending, can be part of an allowed choice.</param>
    /// <param name="slack">Value (quality · probability · quality) that a term may be too high by, in return for fewer columns.</param>
    /// <param name="weights">Weight of each part of T, 0 for none (<see cref="PairWeights"/>); null for the product of the qualities.</param>
    public PathTree(PathNetwork network, int source, Func<int[], bool> isPossible, double slack, double[]? weights = null)
    {
        this.network = network;
        this.source = network.Sources[source];
        this.isPossible = isPossible;
        this.slack = slack;
        int[] root = this.source.Unit < 0 ? [] : [this.source.Unit];
        sets.Add(root);
        nodeOf.Add(new(root), 0);
        if (!isPossible(root)) return;
        for (var target = 0; target < network.Targets.Length; target++)
        {
            var part = network.Targets[target];
            var free = network.FreeOfSource[source][target];
            var weight = weights?[target] ?? this.source.Quality * part.Quality;
            if (weight <= 0 || free <= 0 || (part.Unit >= 0 && !isPossible(With(root, part.Unit)))) continue;
            var least = this.source.Unit < 0 && part.Unit < 0 ? network.Base[this.source.Place]![part.Place] : 0;
            Terms.Add(new(target, part.Unit, weight, least));
            if (free > least) Terms[^1].Put(0, free);
        }
    }

    /// <summary>One per part of T that can be reached.</summary>
    public List<PathTerm> Terms { get; } = [];

    /// <summary>Columns in all terms.</summary>
    public long ColumnCount { get; private set; }

    /// <summary>The units of a column, ascending, without the unit the part of T needs.</summary>
    public int[] UnitsOf(int node) => sets[node];

    /// <summary>Closes open columns of one node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="terms">Terms that hold it open.</param>
    public void Refine(int node, List<int> terms)
    {
        var reach = Reach(sets[node]);
        var lesser = Lesser(sets[node]);
        var closed = new double[terms.Count];
        for (var k = 0; k < closed.Length; k++)
        {
            var column = network.Targets[Terms[terms[k]].Target].Place;
            closed[k] = lesser is not null && reach[column] <= lesser[column] ? 0 : reach[column];
        }

        var best = new double[terms.Count];
        foreach (var unit in network.GateUnits)
        {
            if (Array.BinarySearch(sets[node], unit) >= 0 || !Beyond(unit, reach, lesser, terms, best)) continue;
            var set = With(sets[node], unit);
            if (!isPossible(set)) continue;
            var child = -1;
            for (var k = 0; k < best.Length; k++)
            {
                var term = Terms[terms[k]];
                var value = reach[network.Targets[term.Target].Place];
                if (best[k] <= Math.Max(value, closed[k]) * (1 + 1e-13)) continue;
                if (term.Unit >= 0 && !isPossible(With(set, term.Unit))) continue;
                if ((best[k] - value) * term.Weight <= slack) closed[k] = best[k];
                else
                {
                    if (child < 0) child = Node(set);
                    if (term.Put(child, best[k])) ColumnCount++;
                }
            }
        }

        for (var k = 0; k < closed.Length; k++) if (!Terms[terms[k]].Close(node, closed[k])) ColumnCount--;
    }

    // The best value to each target of a path that passes a gate of the unit next and then anything; false when there is none.
    private bool Beyond(int unit, double[] reach, double[]? lesser, List<int> terms, double[] best)
    {
        var any = false;
        foreach (var gate in network.GatesOf[unit])
        {
            var passed = reach[gate.Tail] * gate.Probability;
            if (passed <= reach[gate.Head] || (lesser is not null && reach[gate.Tail] <= lesser[gate.Tail])) continue;
            var onwards = network.Free[gate.Head]!;
            if (!any) Array.Clear(best);
            any = true;
            for (var k = 0; k < best.Length; k++) best[k] = Math.Max(best[k], passed * onwards[Terms[terms[k]].Target]);
        }

        return any;
    }

    // P_W from the source to every column.
    private double[] Reach(int[] set)
    {
        var key = new UnitSet(set);
        if (reachOf.TryGetValue(key, out var reach)) return reach;
        if (reachOf.Count >= Remembered) reachOf.Clear();
        network.Reach(source.Place, set, reach = new double[network.Columns]);
        reachOf.Add(key, reach);
        return reach;
    }

    // The best that any set with one unit less reaches; null when there is none.
    private double[]? Lesser(int[] set)
    {
        double[]? best = null;
        for (var k = 0; k < set.Length; k++)
        {
            if (set[k] == source.Unit) continue;
            var reach = Reach([.. set[..k], .. set[(k + 1)..]]);
            if (best is null) best = [.. reach];
            else Dense.Raise(best, 1, reach);
        }

        return best;
    }

    private int Node(int[] set)
    {
        var key = new UnitSet(set);
        if (nodeOf.TryGetValue(key, out var node)) return node;
        sets.Add(set);
        nodeOf.Add(key, sets.Count - 1);
        return sets.Count - 1;
    }

    private static int[] With(int[] set, int unit)
    {
        var at = Array.BinarySearch(set, unit);
        return at >= 0 ? set : [.. set[..~at], unit, .. set[~at..]];
    }

    private readonly struct UnitSet(int[] units) : IEquatable<UnitSet>
    {
        private readonly int[] units = units;

        public bool Equals(UnitSet other) => units.AsSpan().SequenceEqual(other.units);

        public override bool Equals(object? obj) => obj is UnitSet other && Equals(other);

        public override int GetHashCode()
        {
            var hash = 17;
            foreach (var unit in units) hash = unchecked(hash * 1_000_003 + unit);
            return hash;
        }
    }
}
