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

    /// <summary>Reads patches from labels that are known already; a patch may then lie in several pieces. The array is kept, not copied.</summary>
    /// <param name="grid">Where the cells lie.</param>
    /// <param name="labels">Per cell 0 for no patch, else the number of its patch; every number from 1 to the highest occurs.</param>
    /// <exception cref="ArgumentException">There is not one label per cell, a label is negative, or a number is left out.</exception>
    public static PatchMap From(Grid grid, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != grid.CellCount)
            throw new ArgumentException($"A grid of {grid.CellCount} cells needs as many labels; got {labels.Length}.", nameof(labels));
        var (lowest, highest) = (labels.Min(), labels.Max());
        if (lowest < 0) throw new ArgumentException($"A label is 0 or more; got {lowest}.", nameof(labels));
        if (highest > labels.Length) throw new ArgumentException($"Labels count from 1 without gaps; got {highest} on a grid of {labels.Length} cells.", nameof(labels));
        var tallies = new PatchTally[highest];
        for (var cell = 0; cell < labels.Length; cell++)
        {
            if (labels[cell] == 0) continue;
            var (row, column) = grid.Position(cell);
            tallies[labels[cell] - 1].Add(row, column, column + 1);
        }

        var missing = Array.FindIndex(tallies, tally => tally.CellCount == 0);
        if (missing >= 0) throw new ArgumentException($"Labels count from 1 without gaps; {missing + 1} does not occur, but {highest} does.", nameof(labels));
        return new(grid, labels, [.. tallies.Select((tally, place) => tally.ToPatch(place + 1, grid))]);
    }
}
