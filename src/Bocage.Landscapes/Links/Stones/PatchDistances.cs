namespace Bocage.Landscapes;

/// <summary>Per patch the others that it reaches over links between patches, with the least total distance, as far as a limit; itself at 0 included.</summary>
internal sealed class PatchDistances
{
    private readonly (int Patch, double Distance)[][] reached;

    private PatchDistances((int, double)[][] reached) => this.reached = reached;

    /// <summary>Number of patches.</summary>
    public int PatchCount => reached.Length - 1;

    /// <summary>What the patch with an id, from 1, reaches.</summary>
    public ReadOnlySpan<(int Patch, double Distance)> From(int patch) => reached[patch];

    /// <summary>A search per patch: O(patches · links · log patches) without a limit.</summary>
    public static PatchDistances Of(int patchCount, IReadOnlyList<LeastCostLink> links, double limit)
    {
        var next = new List<(int Patch, double Distance)>[patchCount + 1];
        for (var patch = 0; patch <= patchCount; patch++) next[patch] = [];
        foreach (var link in links)
        {
            next[link.From].Add((link.To, link.Distance));
            next[link.To].Add((link.From, link.Distance));
        }

        var reached = new (int, double)[patchCount + 1][];
        var best = new double[patchCount + 1];
        Array.Fill(best, double.PositiveInfinity);
        for (var patch = 1; patch <= patchCount; patch++) reached[patch] = From(patch, next, best, limit);
        return new(reached);
    }

    private static (int, double)[] From(int start, List<(int Patch, double Distance)>[] next, double[] best, double limit)
    {
        var settled = new List<(int Patch, double Distance)>();
        var touched = new List<int> { start };
        var frontier = new PriorityQueue<int, double>();
        best[start] = 0;
        frontier.Enqueue(start, 0);
        while (frontier.TryDequeue(out var patch, out var distance))
        {
            if (distance > best[patch]) continue;
            settled.Add((patch, distance));
            foreach (var (other, length) in next[patch])
            {
                var there = distance + length;
                if (!(there <= limit) || there >= best[other]) continue;
                if (double.IsPositiveInfinity(best[other])) touched.Add(other);
                best[other] = there;
                frontier.Enqueue(other, there);
            }
        }

        foreach (var patch in touched) best[patch] = double.PositiveInfinity;
        return [.. settled];
    }
}
