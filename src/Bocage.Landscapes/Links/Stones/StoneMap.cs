namespace Bocage.Landscapes;

/// <summary>All that searches from stepping stones look up and do not change.</summary>
internal sealed class StoneMap
{
    private readonly int[] first;
    private readonly (int Stone, double Resistance)[] onCell;

    public StoneMap(
        ResistanceSurface surface, PatchMap patches, IReadOnlyList<SteppingStone> stones, Neighbourhood neighbourhood, double limit, CancellationToken cancellation)
    {
        Grid = surface.Grid;
        Stones = stones;
        Moves = new(Grid, neighbourhood);
        Labels = patches.Labels;
        Resistance = new double[Grid.CellCount];
        for (var cell = 0; cell < Resistance.Length; cell++) Resistance[cell] = surface[cell];
        if (patches.Patches.Count > 0)
        {
            var nearest = CostDistance.From(surface, patches, neighbourhood, double.PositiveInfinity, null, cancellation);
            (NearCost, NearPatch) = (nearest.Cost.Values, nearest.Allocation.Values);
        }
        else
        {
            NearPatch = new int[Grid.CellCount];
            NearCost = new double[Grid.CellCount];
            Array.Fill(NearCost, double.PositiveInfinity);
        }

        var resistances = stones.SelectMany(stone => stone.Resistance).Append(surface.Minimum).Append(surface.Maximum).Where(r => !double.IsNaN(r)).DefaultIfEmpty(1).ToArray();
        Limit = Math.Min(limit, Grid.CellCount * resistances.Max() * 2 * Moves.HalfLength.Max());
        var shortest = resistances.Min() * 2 * Moves.HalfLength.Min();
        BucketWidth = Math.Max(shortest, Limit / MaximumBuckets);
        (first, onCell) = CellIndex(stones, Grid.CellCount);
    }

    // More buckets than this would cost more to look through than wider ones cost to sort out.
    private const int MaximumBuckets = 1 << 16;

    public Grid Grid { get; }

    public IReadOnlyList<SteppingStone> Stones { get; }

    public Moves Moves { get; }

    /// <summary>Per cell the patch, or 0.</summary>
    public int[] Labels { get; }

    /// <summary>Resistance of each cell today.</summary>
    public double[] Resistance { get; }

    /// <summary>Cost of each cell from the nearest patch today.</summary>
    public double[] NearCost { get; }

    /// <summary>That patch; 0 when none reaches the cell.</summary>
    public int[] NearPatch { get; }

    /// <summary>The longest distance of interest, finite: no way without loops is longer.</summary>
    public double Limit { get; }

    /// <summary>No step is shorter, unless the limit is so far that buckets would be too many.</summary>
    public double BucketWidth { get; }

    /// <summary>The stones that have a cell, with the resistance they would give it.</summary>
    public ReadOnlySpan<(int Stone, double Resistance)> On(int cell) => onCell.AsSpan(first[cell]..first[cell + 1]);

    private static (int[] First, (int, double)[] OnCell) CellIndex(IReadOnlyList<SteppingStone> stones, int cells)
    {
        var first = new int[cells + 1];
        foreach (var stone in stones) foreach (var cell in stone.Cells) first[cell + 1]++;
        for (var cell = 0; cell < cells; cell++) first[cell + 1] += first[cell];
        var next = first.AsSpan(0, cells).ToArray();
        var onCell = new (int, double)[first[cells]];
        for (var stone = 0; stone < stones.Count; stone++)
            for (var k = 0; k < stones[stone].Cells.Count; k++) onCell[next[stones[stone].Cells[k]]++] = (stone, stones[stone].Resistance[k]);
        return (first, onCell);
    }
}
