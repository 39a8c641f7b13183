namespace Bocage.Planning;

/// <summary>A graph that <see cref="CaseContraction"/> makes smaller: at most one arc per pair of vertices, fixed or improvable, listed at both ends.</summary>
internal sealed class WorkingGraph
{
    private readonly List<Arc>[] outgoing;
    private readonly List<Arc>[] incoming;
    private readonly bool[] gone;
    private List<Arc> added = [];

    public WorkingGraph(int vertices)
    {
        outgoing = new List<Arc>[vertices];
        incoming = new List<Arc>[vertices];
        for (var vertex = 0; vertex < vertices; vertex++) (outgoing[vertex], incoming[vertex]) = (new(4), new(4));
        gone = new bool[vertices];
    }

    /// <summary>Whether a vertex was taken out.</summary>
    public bool IsGone(int vertex) => gone[vertex];

    /// <summary>Adds an arc with what units make of it, before <see cref="Close"/>; loops are left out.</summary>
    public void Add(int from, int to, double probability, List<(int Unit, double Probability)> better)
    {
        if (from != to) added.Add(new(from, to, probability, better));
    }

    /// <summary>Merges parallel arcs, drops what can never be passed, and lists the rest at both ends.</summary>
    public void Close()
    {
        added.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        for (var k = 0; k < added.Count;)
        {
            var arc = added[k++];
            for (; k < added.Count && added[k].From == arc.From && added[k].To == arc.To; k++) arc.Merge(added[k]);
            arc.Tidy();
            if (arc.IsPassable) Link(arc);
        }

        added = [];
    }

    /// <summary>Takes out vertices that no start reaches or that reach no end, whatever is chosen.</summary>
    public void DropUseless(bool[] mayStart, bool[] mayEnd)
    {
        var reached = Reached(mayStart, outgoing, arc => arc.To);
        var reaching = Reached(mayEnd, incoming, arc => arc.From);
        for (var vertex = 0; vertex < gone.Length; vertex++) if (!reached[vertex] || !reaching[vertex]) Remove(vertex);
    }

    /// <summary>Takes out vertices that are not kept, where that makes the graph no larger.</summary>
    public void Eliminate(bool[] isKept)
    {
        var waiting = new Queue<int>(Enumerable.Range(0, gone.Length));
        var isWaiting = new bool[gone.Length];
        Array.Fill(isWaiting, true);
        while (waiting.TryDequeue(out var vertex))
        {
            isWaiting[vertex] = false;
            if (gone[vertex] || isKept[vertex] || Replacement(vertex) is not { } replacement) continue;
            foreach (var arc in incoming[vertex]) Wake(arc.From);
            foreach (var arc in outgoing[vertex]) Wake(arc.To);
            Remove(vertex);
            foreach (var arc in replacement) Put(arc);
        }

        void Wake(int vertex)
        {
            if (isWaiting[vertex]) return;
            isWaiting[vertex] = true;
            waiting.Enqueue(vertex);
        }
    }

    /// <summary>The arcs in rows, and what each unit makes of the improvable ones.</summary>
    /// <param name="place">New number of each vertex.</param>
    /// <param name="count">Number of vertices that stay.</param>
    /// <param name="units">Number of units.</param>
    public (ArcLists Outgoing, ArcLists Incoming, ImprovableArc[] Improvable, List<(int Arc, double Probability)>[] ArcsOf) Lists(int[] place, int count, int units)
    {
        var (firstOut, firstIn) = (new int[count + 1], new int[count + 1]);
        var arcs = outgoing.SelectMany(row => row).ToList();
        foreach (var arc in arcs)
        {
            firstOut[place[arc.From] + 1]++;
            firstIn[place[arc.To] + 1]++;
        }

        for (var vertex = 0; vertex < count; vertex++) (firstOut[vertex + 1], firstIn[vertex + 1]) = (firstOut[vertex + 1] + firstOut[vertex], firstIn[vertex + 1] + firstIn[vertex]);
        var (nextOut, nextIn) = (firstOut[..count], firstIn[..count]);
        var (outList, inList) = (new (int, double)[arcs.Count], new (int, double)[arcs.Count]);
        var improvable = new List<ImprovableArc>();
        var arcsOf = new List<(int, double)>[units];
        for (var unit = 0; unit < units; unit++) arcsOf[unit] = [];
        foreach (var arc in arcs)
        {
            var (from, to) = (place[arc.From], place[arc.To]);
            var (outSlot, inSlot) = (nextOut[from]++, nextIn[to]++);
            (outList[outSlot], inList[inSlot]) = ((to, arc.Probability), (from, arc.Probability));
            if (arc.Better.Count == 0) continue;
            foreach (var (unit, probability) in arc.Better) arcsOf[unit].Add((improvable.Count, probability));
            improvable.Add(new(from, to, arc.Probability, outSlot, inSlot));
        }

        return (new(firstOut, outList), new(firstIn, inList), [.. improvable], arcsOf);
    }

    // The arcs that stand in for a vertex and its arcs, or null when it has to stay.
    private List<Arc>? Replacement(int vertex)
    {
        var (into, outOf) = (incoming[vertex], outgoing[vertex]);
        if (into.Count == 1 && outOf.Count == 1) return into[0].From == outOf[0].To ? [] : into[0].InSeriesWith(outOf[0]) is { } one ? [one] : null;
        if ((long)into.Count * outOf.Count > into.Count + outOf.Count + Math.Min(into.Count, outOf.Count)) return null;
        if (into.Exists(arc => arc.Better.Count > 0) || outOf.Exists(arc => arc.Better.Count > 0)) return into.Count == 0 || outOf.Count == 0 ? [] : null;
        var products = new List<Arc>();
        foreach (var before in into)
            foreach (var after in outOf)
                if (before.From != after.To) products.Add(new(before.From, after.To, before.Probability * after.Probability, []));
        return products.Count <= into.Count + outOf.Count ? products : null;
    }

    private void Put(Arc arc)
    {
        var known = outgoing[arc.From].Count <= incoming[arc.To].Count ? outgoing[arc.From].Find(other => other.To == arc.To) : incoming[arc.To].Find(other => other.From == arc.From);
        if (known is null)
        {
            Link(arc);
            return;
        }

        known.Merge(arc);
        known.Tidy();
    }

    private void Link(Arc arc)
    {
        outgoing[arc.From].Add(arc);
        incoming[arc.To].Add(arc);
    }

    private void Remove(int vertex)
    {
        gone[vertex] = true;
        foreach (var arc in incoming[vertex]) outgoing[arc.From].Remove(arc);
        foreach (var arc in outgoing[vertex]) incoming[arc.To].Remove(arc);
        incoming[vertex].Clear();
        outgoing[vertex].Clear();
    }

    private static bool[] Reached(bool[] starts, List<Arc>[] rows, Func<Arc, int> next)
    {
        var reached = (bool[])starts.Clone();
        var open = new Stack<int>(Enumerable.Range(0, starts.Length).Where(vertex => starts[vertex]));
        while (open.TryPop(out var vertex))
        {
            foreach (var arc in rows[vertex])
            {
                if (reached[next(arc)]) continue;
                reached[next(arc)] = true;
                open.Push(next(arc));
            }
        }

        return reached;
    }

    /// <summary>An arc with what units make of it.</summary>
    private sealed class Arc(int from, int to, double probability, List<(int Unit, double Probability)> better)
    {
        public int From { get; } = from;

        public int To { get; } = to;

        public double Probability { get; private set; } = probability;

        public List<(int Unit, double Probability)> Better { get; private set; } = better;

        public bool IsPassable => Probability > 0 || Better.Count > 0;

        public void Merge(Arc parallel)
        {
            Probability = Math.Max(Probability, parallel.Probability);
            if (parallel.Better.Count > 0) Better = [.. Better, .. parallel.Better];
        }

        /// <summary>Each unit once, with its best, and only above the base.</summary>
        public void Tidy()
        {
            if (Better.Count == 0) return;
            Better = [.. Better.Where(better => better.Probability > Probability).GroupBy(better => better.Unit).Select(group => (group.Key, group.Max(better => better.Probability))).OrderBy(better => better.Key)];
        }

        /// <summary>This arc and then another as one, or null when the best of products is not the product of bests.</summary>
        public Arc? InSeriesWith(Arc next)
        {
            var levels = Better.Select(better => better.Unit).Union(next.Better.Select(better => better.Unit)).Select(unit => (Unit: unit, First: LevelOf(unit), Second: next.LevelOf(unit))).ToList();
            foreach (var a in levels)
                foreach (var b in levels)
                    if (a.First > b.First && a.Second < b.Second) return null;
            var product = new Arc(From, next.To, Probability * next.Probability, [.. levels.Select(level => (level.Unit, level.First * level.Second))]);
            product.Tidy();
            return product;
        }

        private double LevelOf(int unit)
        {
            foreach (var better in Better) if (better.Unit == unit) return better.Probability;
            return Probability;
        }
    }
}
