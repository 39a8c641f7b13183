namespace Bocage.Landscapes;

/// <summary>Decides from which of its two patches each link is sought, so that few and short searches find them all.</summary>
internal static class SearchPlan
{
    /// <summary>Per patch (place = id) the patches to look for.</summary>
    /// <remarks>
    /// A search costs the square of its reach, and one far neighbour more is free once a search goes that far. So the widest gaps come first,
    /// and a patch that already searches far takes all its neighbours. On forest in Flanders this saves a third of all settled cells.
    /// </remarks>
    public static List<int>[] Of(PatchMap patches, (int From, int To)[] pairs)
    {
        var plan = new List<int>[patches.Patches.Count + 1];
        var neighbours = new int[plan.Length];
        foreach (var (from, to) in pairs) (neighbours[from], neighbours[to]) = (neighbours[from] + 1, neighbours[to] + 1);
        for (var patch = 0; patch < plan.Length; patch++) plan[patch] = [];
        foreach (var (from, to) in pairs.OrderByDescending(pair => patches.GapBetweenBoxes(pair.From, pair.To)))
        {
            var fromIsOut = plan[from].Count > 0;
            var searcher = fromIsOut != plan[to].Count > 0 ? (fromIsOut ? from : to) : neighbours[from] >= neighbours[to] ? from : to;
            plan[searcher].Add(from + to - searcher);
        }

        return plan;
    }
}
