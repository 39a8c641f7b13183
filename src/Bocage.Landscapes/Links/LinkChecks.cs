namespace Bocage.Landscapes;

/// <summary>What callers of the link algorithms can get wrong.</summary>
internal static class LinkChecks
{
    public static void SameGrid(ResistanceSurface surface, PatchMap patches)
    {
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(patches);
        if (surface.Grid != patches.Grid)
            throw new ArgumentException($"The patches must lie on the grid of the resistance surface ({surface.Grid}); they lie on {patches.Grid}.", nameof(patches));
    }

    public static void NotNegative(double value, string name)
    {
        if (!(value >= 0)) throw new ArgumentOutOfRangeException(name, value, "A distance or width must be 0 or more; infinity is allowed.");
    }

    public static void BetweenPatches(IReadOnlyList<LeastCostLink> links, PatchMap patches)
    {
        ArgumentNullException.ThrowIfNull(links);
        foreach (var link in links)
        {
            if (link.From < 1 || link.To <= link.From || link.To > patches.Patches.Count)
                throw new ArgumentException($"A link joins patches {link.From} and {link.To}; it must join two of patches 1 to {patches.Patches.Count}, the lower first.", nameof(links));
        }
    }
}
