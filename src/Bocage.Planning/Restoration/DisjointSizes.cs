namespace Bocage.Planning;

/// <summary>Things that are joined into groups, with the size of each group.</summary>
internal sealed class DisjointSizes
{
    private readonly List<int> parent = [];
    private readonly List<long> size = [];

    /// <summary>A thing by itself; returns its number.</summary>
    public int Add(long itsSize)
    {
        parent.Add(parent.Count);
        size.Add(itsSize);
        return parent.Count - 1;
    }

    /// <summary>Joins the groups of two things.</summary>
    public void Unite(int one, int other)
    {
        (one, other) = (Root(one), Root(other));
        if (one == other) return;
        parent[other] = one;
        size[one] += size[other];
    }

    /// <summary>Σ size² over the groups.</summary>
    public long Squares()
    {
        var sum = 0L;
        for (var thing = 0; thing < parent.Count; thing++) if (parent[thing] == thing) sum += size[thing] * size[thing];
        return sum;
    }

    private int Root(int thing)
    {
        while (parent[thing] != thing) thing = parent[thing] = parent[parent[thing]];
        return thing;
    }
}
