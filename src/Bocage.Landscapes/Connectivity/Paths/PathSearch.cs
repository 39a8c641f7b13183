namespace Bocage.Landscapes;

/// <summary>The shortest ways from one patch to all others: Dijkstra by weight, or breadth first when every link weighs 1. Reused from source to source.</summary>
/// <remarks>Cost per source: O(m·log n) by weight, O(n + m) by links. Dijkstra (1959), doi:10.1007/BF01386390.</remarks>
internal sealed class PathSearch
{
    private readonly PathGraph graph;
    private readonly FrontierHeap frontier;

    public PathSearch(PathGraph graph)
    {
        this.graph = graph;
        frontier = new(graph.Count);
        Order = new int[graph.Count];
        Distance = new double[graph.Count];
        Before = new int[graph.Count];
        Arc = new int[graph.Count];
        HasTie = new bool[graph.Count];
        Array.Fill(Distance, double.PositiveInfinity);
    }

    /// <summary>How many patches were reached, the source included.</summary>
    public int Count { get; private set; }

    /// <summary>The patches reached, nearest first; the source first of all.</summary>
    public int[] Order { get; }

    /// <summary>Least total weight; infinite where no path leads.</summary>
    public double[] Distance { get; }

    /// <summary>The patch before each patch on the way; of no meaning for the source.</summary>
    public int[] Before { get; }

    /// <summary>The arc, out of the patch before, by which each patch was reached; of no meaning for the source.</summary>
    public int[] Arc { get; }

    /// <summary>Whether more than one last step gives exactly the least total, from patches that were settled earlier.</summary>
    public bool[] HasTie { get; }

    public void From(int source)
    {
        foreach (var reached in Order.AsSpan(0, Count)) Distance[reached] = double.PositiveInfinity;
        Count = 0;
        Distance[source] = 0;
        HasTie[source] = false;
        if (graph.CountsLinks) SearchByLinks(source);
        else SearchByWeight(source);
    }

    private void SearchByWeight(int source)
    {
        var (first, target, weight, distance) = (graph.First, graph.Target, graph.Weight, Distance);
        frontier.Lower(source, 0);
        while (frontier.Count > 0)
        {
            var patch = frontier.TakeLowest(out var here);
            Order[Count++] = patch;
            for (var arc = first[patch]; arc < first[patch + 1]; arc++)
            {
                var next = target[arc];
                var there = here + weight[arc];
                if (there < distance[next])
                {
                    distance[next] = there;
                    Before[next] = patch;
                    Arc[next] = arc;
                    HasTie[next] = false;
                    frontier.Lower(next, there);
                }
                else if (there == distance[next] && frontier.Holds(next))
                {
                    HasTie[next] = true;
                }
            }
        }
    }

    private void SearchByLinks(int source)
    {
        var (first, target, distance) = (graph.First, graph.Target, Distance);
        Order[Count++] = source;
        for (var k = 0; k < Count; k++)
        {
            var patch = Order[k];
            var there = distance[patch] + 1;
            for (var arc = first[patch]; arc < first[patch + 1]; arc++)
            {
                var next = target[arc];
                if (there < distance[next])
                {
                    distance[next] = there;
                    Before[next] = patch;
                    Arc[next] = arc;
                    HasTie[next] = false;
                    Order[Count++] = next;
                }
                else if (there == distance[next])
                {
                    HasTie[next] = true;
                }
            }
        }
    }
}
