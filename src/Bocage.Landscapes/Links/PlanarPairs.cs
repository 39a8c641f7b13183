namespace Bocage.Landscapes;

/// <summary>The pairs of neighbouring patches that a planar graph joins, when there is a way between them at all.</summary>
internal static class PlanarPairs
{
    public static (int From, int To)[] Of(ResistanceSurface surface, PatchMap patches, CostDistance nearest, NeighbourZones zones, Neighbourhood neighbourhood)
    {
        var reached = ZoneContacts.Of(patches.Grid, nearest.Allocation.Values, neighbourhood, surface);
        if (zones == NeighbourZones.LeastCost) return reached;
        var group = Groups(patches.Patches.Count, reached);
        var touching = ZoneContacts.Of(patches.Grid, EuclideanZones.Of(patches), Neighbourhood.Rook);
        return [.. touching.Where(pair => group[pair.From] == group[pair.To])]; // else a search would look everywhere in vain
    }

    /// <summary>Per patch a mark that it shares with all that can be reached from it: any way crosses from zone to zone.</summary>
    private static int[] Groups(int patchCount, (int From, int To)[] reached)
    {
        var parent = Enumerable.Range(0, patchCount + 1).ToArray();
        foreach (var (from, to) in reached) parent[Root(from)] = Root(to);
        return [.. parent.Select((_, patch) => Root(patch))];

        int Root(int patch)
        {
            while (parent[patch] != patch) patch = parent[patch] = parent[parent[patch]];
            return patch;
        }
    }
}
