namespace Bocage.Planning;

/// <summary>The best probabilities from a vertex to all others: Dijkstra's search with the largest product for the smallest sum.</summary>
/// <remarks>Right because a probability never grows along a path. O(arcs · log vertices); the work arrays are made once. For one thread.</remarks>
internal sealed class BestPaths
{
    private readonly (double Key, int Vertex)[] heap;
    private readonly int[] place;
    private int count;

    /// <summary>Work arrays for a network of so many vertices.</summary>
    public BestPaths(int vertices)
    {
        Best = new double[vertices];
        heap = new (double, int)[vertices];
        place = new int[vertices];
    }

    /// <summary>Best product of the last search to each vertex; 0 when not reached.</summary>
    public double[] Best { get; }

    /// <summary>Fills <see cref="Best"/> from a vertex along the arcs; give incoming arcs to search against their direction.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="arcs">The arcs.</param>
    /// <param name="least">Paths below this are not followed; <see cref="Best"/> is 0 or right for what lies below.</param>
    public void From(int start, ArcLists arcs, double least = 0)
    {
        Begin(start);
        while (count > 0) Spread(TakeBest(), arcs, least);
    }

    /// <summary>As <see cref="From"/>, but ends when so many marked vertices are settled; <see cref="Best"/> is right or 0 for all others.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="arcs">The arcs.</param>
    /// <param name="isWanted">Which vertices are wanted.</param>
    /// <param name="wanted">How many of them, the start included when it is one.</param>
    /// <param name="least">Paths below this are not followed.</param>
    public void FromUntil(int start, ArcLists arcs, bool[] isWanted, int wanted, double least = 0)
    {
        Begin(start);
        while (count > 0 && wanted > 0)
        {
            var vertex = TakeBest();
            if (isWanted[vertex]) wanted--;
            Spread(vertex, arcs, least);
        }

        // What still stands on the frontier is not final.
        for (var k = 0; k < count; k++) Best[heap[k].Vertex] = 0;
    }

    private void Begin(int start)
    {
        Array.Clear(Best);
        count = 0;
        Best[start] = 1;
        Add(start, 1);
    }

    private void Spread(int vertex, ArcLists arcs, double least)
    {
        var here = Best[vertex];
        var row = arcs.Arcs.AsSpan(arcs.First[vertex]..arcs.First[vertex + 1]);
        foreach (ref readonly var arc in row)
        {
            var there = here * arc.Probability;
            ref var best = ref Best[arc.Vertex];
            if (!(there > best) || there < least) continue;
            if (best == 0) Add(arc.Vertex, there);
            else Rise(place[arc.Vertex], there, arc.Vertex);
            best = there;
        }
    }

    private void Add(int vertex, double key) => Rise(count++, key, vertex);

    private void Rise(int at, double key, int vertex)
    {
        while (at > 0)
        {
            var above = (at - 1) >> 2;
            if (heap[above].Key >= key) break;
            heap[at] = heap[above];
            place[heap[at].Vertex] = at;
            at = above;
        }

        heap[at] = (key, vertex);
        place[vertex] = at;
    }

    private int TakeBest()
    {
        var best = heap[0].Vertex;
        var (key, vertex) = heap[--count];
        var at = 0;
        while (true)
        {
            var child = 4 * at + 1;
            if (child >= count) break;
            var end = Math.Min(child + 4, count);
            var largest = child;
            for (var k = child + 1; k < end; k++) if (heap[k].Key > heap[largest].Key) largest = k;
            if (heap[largest].Key <= key) break;
            heap[at] = heap[largest];
            place[heap[at].Vertex] = at;
            at = largest;
        }

        if (count > 0)
        {
            heap[at] = (key, vertex);
            place[vertex] = at;
        }

        return best;
    }
}
