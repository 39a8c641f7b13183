using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Makes a restoration problem of a fine map of habitat: blocks of cells become the units.</summary>
/// <remarks>
/// A block is habitat when its share of habitat reaches a minimum (<see cref="RasterAggregation"/>). Restoring one of the others makes its non-habitat cells habitat until the share
/// in the block reaches <c>restoredShare</c>: with 1, the convention of restoptr, all of them. A block without data is outside the landscape and cannot be chosen.
/// Cost: O(cells).
/// </remarks>
public static class RestorationUnits
{
    /// <summary>The problem on blocks of cells.</summary>
    /// <param name="landCover">The map.</param>
    /// <param name="habitatCodes">Which classes are habitat.</param>
    /// <param name="factor">Cells along a side of a block, 1 or more.</param>
    /// <param name="habitatShare">A block with at least this share of habitat is habitat; above 0, at most 1.</param>
    /// <param name="rules">What a choice must keep to.</param>
    /// <param name="neighbourhood">Which blocks touch.</param>
    /// <param name="restoredShare">The share of habitat that a restored block must reach, from <paramref name="habitatShare"/> to 1.</param>
    /// <exception cref="ArgumentException">A share or the factor is out of range, no code is given, or no block has data.</exception>
    public static RestorationProblem Of(
        LandCover landCover, IReadOnlyCollection<int> habitatCodes, int factor, double habitatShare, RestorationRules rules,
        Neighbourhood neighbourhood = Neighbourhood.Rook, double restoredShare = 1)
    {
        if (!(restoredShare >= habitatShare && restoredShare <= 1))
            throw new ArgumentOutOfRangeException(nameof(restoredShare), restoredShare, FormattableString.Invariant($"The share of a restored block is from {habitatShare}, the share that makes habitat, to 1."));
        var share = RasterAggregation.HabitatShare(landCover, habitatCodes, factor);
        var habitat = RasterAggregation.Habitat(share, habitatShare);
        var known = new long[share.Grid.CellCount];
        for (var cell = 0; cell < landCover.Cells.Length; cell++) if (landCover.Cells[cell] != 0) known[BlockOf(landCover.Grid, cell, share.Grid, factor)]++;
        var restorable = new double[known.Length];
        for (var block = 0; block < restorable.Length; block++)
        {
            // A whole number of cells; 1e-9 keeps 0.7 · 10 from becoming 8.
            var wanted = Math.Ceiling(restoredShare * known[block] - 1e-9);
            restorable[block] = known[block] == 0 ? double.NaN : Math.Max(0, wanted - Math.Round(share[block] * known[block])) * landCover.Grid.CellAreaHa;
        }

        return new(habitat, restorable, rules, known.Count(cells => cells > 0) * share.Grid.CellAreaHa, neighbourhood);
    }

    /// <summary>The blocks that are locked out: those of which locked-out cells make up a share of the cells with data.</summary>
    /// <param name="landCover">The map.</param>
    /// <param name="factor">Cells along a side of a block, 1 or more.</param>
    /// <param name="isLockedOut">Whether a cell with data is locked out.</param>
    /// <param name="lockedShare">The share, above 0, at most 1; restoptr takes that which makes habitat. Just above 0 locks a block as soon as a part of it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share or the factor is out of range.</exception>
    public static bool[] LockedOut(LandCover landCover, int factor, Func<int, bool> isLockedOut, double lockedShare)
    {
        ArgumentNullException.ThrowIfNull(landCover);
        ArgumentNullException.ThrowIfNull(isLockedOut);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        if (!(lockedShare > 0 && lockedShare <= 1)) throw new ArgumentOutOfRangeException(nameof(lockedShare), lockedShare, "The share of locked-out cells is above 0 and at most 1.");
        var grid = landCover.Grid;
        var blocks = new Grid((grid.Columns + factor - 1) / factor, (grid.Rows + factor - 1) / factor);
        var (known, locked) = (new long[blocks.CellCount], new long[blocks.CellCount]);
        for (var cell = 0; cell < grid.CellCount; cell++)
        {
            if (landCover.Cells[cell] == 0) continue;
            var block = BlockOf(grid, cell, blocks, factor);
            known[block]++;
            if (isLockedOut(cell)) locked[block]++;
        }

        return [.. locked.Select((cells, block) => cells > 0 && cells >= lockedShare * known[block] * (1 - 1e-12))];
    }

    private static int BlockOf(Grid cells, int cell, Grid blocks, int factor)
    {
        var (row, column) = cells.Position(cell);
        return blocks.CellAt(row / factor, column / factor);
    }
}
