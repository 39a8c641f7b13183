namespace Bocage.Planning;

/// <summary>Groups of vertices that reach each other over arcs of probability 1: strongly connected components (Tarjan 1972, doi:10.1137/0201010), without recursion.</summary>
internal static class CertainGroups
{
    /// <summary>The group of each vertex, numbered in the order of their first vertices.</summary>
    /// <param name="vertices">Number of vertices.</param>
    /// <param name="arcs">The arcs of probability 1.</param>
    public static int[] Of(int vertices, List<(int From, int To)> arcs)
    {
        var first = new int[vertices + 1];
        foreach (var (from, _) in arcs) first[from + 1]++;
        for (var vertex = 0; vertex < vertices; vertex++) first[vertex + 1] += first[vertex];
        var next = first[..vertices];
        var heads = new int[arcs.Count];
        foreach (var (from, to) in arcs) heads[next[from]++] = to;

        var root = new int[vertices];
        var (order, low) = (new int[vertices], new int[vertices]);
        var cursor = first[..vertices];
        var (calls, open) = (new Stack<int>(), new Stack<int>());
        var isOpen = new bool[vertices];
        var clock = 0;
        for (var start = 0; start < vertices; start++)
        {
            if (order[start] > 0) continue;
            Enter(start);
            while (calls.TryPeek(out var vertex))
            {
                if (cursor[vertex] < first[vertex + 1])
                {
                    var head = heads[cursor[vertex]++];
                    if (order[head] == 0) Enter(head);
                    else if (isOpen[head]) low[vertex] = Math.Min(low[vertex], order[head]);
                    continue;
                }

                calls.Pop();
                if (calls.TryPeek(out var caller)) low[caller] = Math.Min(low[caller], low[vertex]);
                if (low[vertex] == order[vertex]) Close(vertex);
            }
        }

        return Numbered(root);

        void Enter(int vertex)
        {
            order[vertex] = low[vertex] = ++clock;
            calls.Push(vertex);
            open.Push(vertex);
            isOpen[vertex] = true;
        }

        void Close(int vertex)
        {
            int member;
            do
            {
                member = open.Pop();
                isOpen[member] = false;
                root[member] = vertex;
            }
            while (member != vertex);
        }
    }

    private static int[] Numbered(int[] root)
    {
        var number = new Dictionary<int, int>();
        return [.. root.Select(vertex => number.TryGetValue(vertex, out var known) ? known : number[vertex] = number.Count)];
    }
}
