namespace Bocage.Planning;

/// <summary>What of a network matters for the flow into one target: useless arcs are gone, vertices with one way out are merged into the next.</summary>
internal sealed class TargetNetwork
{
    private readonly int target;
    private readonly Dictionary<int, List<ArcOption>> leaving = [];
    private readonly Dictionary<int, List<ArcOption>> entering = [];
    private readonly Dictionary<int, LinearExpression> supply = [];

    /// <summary>The network for one target.</summary>
    /// <param name="target">The vertex all flow goes to.</param>
    /// <param name="arcs">Arcs that may serve it.</param>
    /// <param name="supply">What each vertex gives: a constant and gains per unit, all ≥ 0.</param>
    public TargetNetwork(int target, IEnumerable<ArcOption> arcs, IReadOnlyList<LinearExpression> supply)
    {
        this.target = target;
        foreach (var arc in Reaching(target, [.. arcs.Where(arc => arc.From != target && arc.From != arc.To)])) Link(arc);
        foreach (var vertex in leaving.Keys.Append(target).Concat(entering.Keys).Distinct()) this.supply[vertex] = supply[vertex];
        Merge();
    }

    /// <summary>The arcs that are left.</summary>
    public IEnumerable<ArcOption> Arcs => leaving.Values.SelectMany(arcs => arcs);

    /// <summary>What each vertex that is left gives; the target's own included.</summary>
    public IReadOnlyDictionary<int, LinearExpression> Supply => supply;

    /// <summary>The most that can pass each vertex on a best way to the target, whatever is chosen: Σ over vertices of their full supply · the best product of
    /// probabilities to it, with every arc open.</summary>
    public double Potential(int vertex)
    {
        var best = new Dictionary<int, double>();
        var frontier = new PriorityQueue<int, double>();
        frontier.Enqueue(vertex, -1);
        var sum = 0.0;
        while (frontier.TryDequeue(out var reached, out var negated))
        {
            if (!best.TryAdd(reached, -negated)) continue;
            sum += -negated * Full(supply[reached]);
            foreach (var arc in entering.GetValueOrDefault(reached) ?? []) if (!best.ContainsKey(arc.From)) frontier.Enqueue(arc.From, negated * arc.Probability);
        }
        return sum;
    }

    private static double Full(LinearExpression supply) => supply.Constant + supply.Terms.Sum(term => term.Coefficient);

    // Arcs from which the target can be reached at all.
    private static IEnumerable<ArcOption> Reaching(int target, List<ArcOption> arcs)
    {
        var into = arcs.ToLookup(arc => arc.To);
        var reached = new HashSet<int> { target };
        var waiting = new Stack<int>([target]);
        while (waiting.TryPop(out var vertex))
            foreach (var arc in into[vertex]) if (reached.Add(arc.From)) waiting.Push(arc.From);
        return arcs.Where(arc => reached.Contains(arc.From) && reached.Contains(arc.To));
    }

    // Adds an arc unless an open one beside it is at least as good, and removes those that it makes needless.
    private void Link(ArcOption arc)
    {
        var beside = Of(leaving, arc.From).Where(other => other.To == arc.To).ToArray();
        if (beside.Any(other => other.Probability >= arc.Probability && (other.Unit < 0 || other.Unit == arc.Unit))) return;
        foreach (var other in beside) if (other.Probability <= arc.Probability && (arc.Unit < 0 || arc.Unit == other.Unit)) Unlink(other);
        Of(leaving, arc.From).Add(arc);
        Of(entering, arc.To).Add(arc);
    }

    private void Unlink(ArcOption arc)
    {
        leaving[arc.From].Remove(arc);
        entering[arc.To].Remove(arc);
    }

    // Flow at a vertex with one open way out has no choice: its supply and what enters it go straight to the head, times the probability. A vertex that nothing can enter and that gives nothing goes too.
    private void Merge()
    {
        var waiting = new Queue<int>(leaving.Keys);
        while (waiting.TryDequeue(out var vertex))
        {
            if (vertex == target || !leaving.TryGetValue(vertex, out var ways)) continue;
            var isEmpty = Full(supply[vertex]) == 0 && Of(entering, vertex).Count == 0;
            if (!isEmpty && ways.Count > 0 && (ways.Count > 1 || ways[0].Unit >= 0)) continue;
            foreach (var neighbour in ways.Select(arc => arc.To).Concat(Of(entering, vertex).Select(arc => arc.From))) waiting.Enqueue(neighbour);
            Remove(vertex, isEmpty || ways.Count == 0 ? null : ways[0]);
        }
    }

    private void Remove(int vertex, ArcOption? way)
    {
        var into = Of(entering, vertex).ToArray();
        foreach (var arc in into.Concat(leaving[vertex]).ToArray()) Unlink(arc);
        if (way is not null)
        {
            supply[way.To] = supply[way.To].Plus(supply[vertex].Times(way.Probability));
            foreach (var arc in into) if (arc.From != way.To) Link(arc with { To = way.To, Probability = arc.Probability * way.Probability });
        }
        leaving.Remove(vertex);
        entering.Remove(vertex);
        supply.Remove(vertex);
    }

    private static List<ArcOption> Of(Dictionary<int, List<ArcOption>> arcs, int vertex)
    {
        if (!arcs.TryGetValue(vertex, out var list)) arcs[vertex] = list = [];
        return list;
    }
}
