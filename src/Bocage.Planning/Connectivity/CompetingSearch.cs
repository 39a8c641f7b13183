namespace Bocage.Planning;

/// <summary>Finds, for one arc, the targets that its tail may best reach through it: for all others the arc is useless, whatever is bought.</summary>
/// <remarks>
/// Two searches from the tail u run against each other and share one frontier: red begins with the arc and finds every arc at its best, blue must not use the
/// arc and finds every arc at its worst. A vertex belongs
/// to whoever reaches it with the greater product; a tie is red's. Proof that a target t which is not red is useless: take any choice and any simple path u → t
/// that begins with the arc; walking along it, some vertex w is the first that is
/// blue, because t is. Up to w the path is at most red's product at w, which is less than blue's; blue's path to w is at least as good under every choice and
/// does not use the arc; so replacing the beginning gives a strictly
/// better way. A best path therefore never uses an arc that is useless for its end, and all of them can be left out at once: ties, such as two arcs of
/// probability 1 side by side, stay both. Hamonic et al., arXiv:2109.06622, for the idea.
/// </remarks>
internal sealed class CompetingSearch
{
    private readonly List<ArcOption>[] options;
    private readonly List<int>[] leaving;
    private readonly double[] worst;
    private readonly double[] best;
    private readonly bool[] settled;
    private readonly PriorityQueue<(int Vertex, bool Red), (double Negated, bool Blue)> frontier = new();

    /// <summary>Searches in one network.</summary>
    public CompetingSearch(int vertices, List<ArcOption>[] options)
    {
        this.options = options;
        leaving = new List<int>[vertices];
        for (var vertex = 0; vertex < vertices; vertex++) leaving[vertex] = [];
        for (var arc = 0; arc < options.Length; arc++) if (options[arc].Count > 0) leaving[options[arc][0].From].Add(arc);
        worst = [.. options.Select(open => open.Where(option => option.Unit < 0).Select(option => option.Probability).DefaultIfEmpty(0).Max())];
        best = [.. options.Select(open => open.Select(option => option.Probability).DefaultIfEmpty(0).Max())];
        settled = new bool[vertices];
    }

    /// <summary>The vertices that red wins. O(arcs · log arcs).</summary>
    public bool[] UsefulFor(int arc)
    {
        var red = new bool[settled.Length];
        if (options[arc].Count == 0) return red;
        Array.Clear(settled);
        frontier.Clear();
        var tail = options[arc][0].From;
        settled[tail] = true;
        // Red starts with a hair more than it has: rounding (some 1e-16 a step) must not make a tie blue's.
        Enter(options[arc][0].To, best[arc] * (1 + 1e-9), isRed: true);
        foreach (var other in leaving[tail]) if (other != arc) Enter(options[other][0].To, worst[other], isRed: false);
        while (frontier.TryDequeue(out var reached, out var order))
        {
            if (settled[reached.Vertex]) continue;
            settled[reached.Vertex] = true;
            red[reached.Vertex] = reached.Red;
            foreach (var next in leaving[reached.Vertex]) Enter(options[next][0].To, -order.Negated * (reached.Red ? best[next] : worst[next]), reached.Red);
        }
        return red;
    }

    private void Enter(int vertex, double product, bool isRed)
    {
        if (product > 0 && !settled[vertex]) frontier.Enqueue((vertex, isRed), (-product, !isRed));
    }
}
