namespace Bocage.Landscapes;

/// <summary>A landscape as patches and the links between them: the graph on which connectivity is computed.</summary>
/// <remarks>Undirected. Of several links between the same two patches only the shortest counts. Immutable.</remarks>
public sealed partial class PatchGraph
{
    private readonly int[] first;
    private readonly int[] neighbour;
    private readonly int[] linkOf;

    /// <summary>Makes a graph.</summary>
    /// <param name="areaHa">Attribute of each patch, 0 or more: its area in hectares, or area times quality.</param>
    /// <param name="links">Links by place of the patches, from 0.</param>
    /// <exception cref="ArgumentException">An area or a distance is negative or not finite, or a link ends at itself or outside the graph.</exception>
    public PatchGraph(IReadOnlyList<double> areaHa, IEnumerable<Link> links)
    {
        ArgumentNullException.ThrowIfNull(areaHa);
        ArgumentNullException.ThrowIfNull(links);
        var areas = areaHa.ToArray();
        for (var patch = 0; patch < areas.Length; patch++)
        {
            if (!(areas[patch] >= 0) || double.IsInfinity(areas[patch]))
                throw new ArgumentException(FormattableString.Invariant($"The area of patch {patch} must be 0 or more and finite; got {areas[patch]}."), nameof(areaHa));
        }

        AreaHa = areas;
        Links = Checked(links, areas.Length);
        (first, neighbour, linkOf) = Adjacency(Links, areas.Length);
    }

    /// <summary>Number of patches.</summary>
    public int PatchCount => AreaHa.Count;

    /// <summary>Attribute of each patch: its area in hectares (or area times quality).</summary>
    public IReadOnlyList<double> AreaHa { get; }

    /// <summary>The links, each once, with From &lt; To, sorted.</summary>
    public IReadOnlyList<Link> Links { get; }

    /// <summary>The patches that a patch is linked to.</summary>
    internal ReadOnlySpan<int> Neighbours(int patch) => neighbour.AsSpan(first[patch]..first[patch + 1]);

    /// <summary>The links behind <see cref="Neighbours"/>, in the same order, as places in <see cref="Links"/>.</summary>
    internal ReadOnlySpan<int> LinksOf(int patch) => linkOf.AsSpan(first[patch]..first[patch + 1]);

    /// <summary>Refuses a link that this graph cannot have.</summary>
    internal void Check(Link link, string parameter) => Check(link, PatchCount, parameter);

    private static void Check(Link link, int patchCount, string parameter)
    {
        if (link.From < 0 || link.From >= patchCount || link.To < 0 || link.To >= patchCount)
            throw new ArgumentException($"A link joins patches {link.From} and {link.To}, but the graph has {(patchCount == 0 ? "no patches" : $"patches 0 to {patchCount - 1}")}.", parameter);
        if (link.From == link.To) throw new ArgumentException($"A link joins patch {link.From} to itself.", parameter);
        if (!(link.Distance >= 0) || double.IsInfinity(link.Distance))
            throw new ArgumentException(FormattableString.Invariant($"The distance from patch {link.From} to {link.To} must be 0 or more and finite; got {link.Distance}."), parameter);
    }

    private static Link[] Checked(IEnumerable<Link> links, int patchCount)
    {
        var sorted = new List<Link>();
        foreach (var link in links)
        {
            Check(link, patchCount, nameof(links));
            sorted.Add(link.From < link.To ? link : link with { From = link.To, To = link.From });
        }

        sorted.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To != b.To ? a.To.CompareTo(b.To) : a.Distance.CompareTo(b.Distance));
        var shortest = new List<Link>(sorted.Count);
        foreach (var link in sorted)
        {
            if (shortest.Count == 0 || shortest[^1].From != link.From || shortest[^1].To != link.To) shortest.Add(link);
        }

        return [.. shortest];
    }

    private static (int[] First, int[] Neighbour, int[] LinkOf) Adjacency(IReadOnlyList<Link> links, int patchCount)
    {
        var first = new int[patchCount + 1];
        foreach (var link in links)
        {
            first[link.From + 1]++;
            first[link.To + 1]++;
        }

        for (var patch = 0; patch < patchCount; patch++) first[patch + 1] += first[patch];
        var next = first[..patchCount];
        var neighbour = new int[2 * links.Count];
        var linkOf = new int[2 * links.Count];
        for (var k = 0; k < links.Count; k++)
        {
            var link = links[k];
            (neighbour[next[link.From]], linkOf[next[link.From]++]) = (link.To, k);
            (neighbour[next[link.To]], linkOf[next[link.To]++]) = (link.From, k);
        }

        return (first, neighbour, linkOf);
    }
}
