namespace Bocage.Landscapes;

/// <summary>The patches of a landscape and, per cell, which patch it belongs to.</summary>
public sealed class PatchMap
{
    internal PatchMap(Grid grid, int[] labels, Patch[] patches)
    {
        Grid = grid;
        Labels = labels;
        Patches = patches;
    }

    /// <summary>Where the cells lie.</summary>
    public Grid Grid { get; }

    /// <summary>Per cell the <see cref="Patch.Id"/>, or 0 where there is no patch.</summary>
    public int[] Labels { get; }

    /// <summary>The patches; the one with label k stands at place k - 1.</summary>
    public IReadOnlyList<Patch> Patches { get; }
}
