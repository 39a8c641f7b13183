namespace Bocage.Landscapes;

/// <summary>The least cost at which every cell is reached from a source, and which source that is.</summary>
/// <remarks>
/// cost(c) = min over paths from a source to c of Σ steps; step(a, b) = ½·(r_a + r_b)·d_ab, with r the resistance of a cell and d_ab the distance
/// between the cell centres: the width or height of a cell, on a diagonal the root of the sum of their squares. Unit: map units × resistance
/// (with cells of 1 × 1: "cells", as r.cost counts). Range: 0 on a source, and up; +∞ where no source can be reached, beyond the limit, and on barriers.
/// A source on a barrier has cost 0 itself and reaches nothing. Diagonal steps between two barriers that touch at a corner are allowed, as in r.cost.
/// Ties go to the lowest source number: exactly, among neighbours through which a cell gets its least sum in double precision.
/// The result is the same whatever the number of threads. Cost: O(cells) time for any fixed range of resistances; memory 12 bytes a cell for the result,
/// 1 for classes, and 4 for each cell that waits in the queue.
/// Dijkstra with buckets: Dial (1969), doi:10.1145/363269.363610. Same sums as GRASS r.cost and Graphab; docs/methods/cost-distance.md.
/// </remarks>
public sealed class CostDistance
{
    private CostDistance(Grid grid, Neighbourhood neighbourhood, CostSpread spread)
    {
        Neighbourhood = neighbourhood;
        Cost = new(grid, spread.Cost);
        Allocation = new(grid, spread.Allocation);
    }

    /// <summary>Accumulated cost from the nearest source, in map units × resistance; +∞ where none is reached.</summary>
    public Raster<double> Cost { get; }

    /// <summary>Number of the nearest source, from 1; 0 where none is reached.</summary>
    public Raster<int> Allocation { get; }

    /// <summary>Which cells could be stepped to.</summary>
    public Neighbourhood Neighbourhood { get; }

    /// <summary>Spreads from cells; cell k of the list (from 0) is source number k + 1.</summary>
    /// <param name="surface">What it costs to cross each cell.</param>
    /// <param name="sourceCells">Numbers of the source cells, one or more. Of a cell that stands there twice the first counts.</param>
    /// <param name="neighbourhood">Whether diagonal steps are possible.</param>
    /// <param name="limit">Cells that cost more stay unreached; 0 or more.</param>
    /// <param name="progress">Share done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no source, one lies outside the grid, the limit is negative or NaN, or the neighbourhood is unknown.</exception>
    public static CostDistance From(
        ResistanceSurface surface,
        IReadOnlyList<int> sourceCells,
        Neighbourhood neighbourhood = Neighbourhood.Queen,
        double limit = double.PositiveInfinity,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        From(surface, sourceCells, neighbourhood, limit, workers: 0, progress, cancellation);

    /// <summary>Spreads from all patches at once; the allocation is the label of the patch, and all its cells have cost 0.</summary>
    /// <param name="surface">What it costs to cross each cell.</param>
    /// <param name="patches">The patches, one or more, on the same grid.</param>
    /// <param name="neighbourhood">Whether diagonal steps are possible.</param>
    /// <param name="limit">Cells that cost more stay unreached; 0 or more.</param>
    /// <param name="progress">Share done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no patch, the grids differ, the limit is negative or NaN, or the neighbourhood is unknown.</exception>
    public static CostDistance From(
        ResistanceSurface surface,
        PatchMap patches,
        Neighbourhood neighbourhood = Neighbourhood.Queen,
        double limit = double.PositiveInfinity,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        From(surface, patches, neighbourhood, limit, workers: 0, progress, cancellation);

    /// <summary>The same with a given number of workers, so that tests can tell that it does not matter.</summary>
    internal static CostDistance From(
        ResistanceSurface surface, IReadOnlyList<int> sourceCells, Neighbourhood neighbourhood, double limit, int workers, IProgress<double>? progress, CancellationToken cancellation)
    {
        Check(surface, neighbourhood, limit);
        ArgumentNullException.ThrowIfNull(sourceCells);
        if (sourceCells.Count == 0) throw new ArgumentException("Name at least one source cell.", nameof(sourceCells));
        foreach (var cell in sourceCells)
        {
            if (cell < 0 || cell >= surface.Grid.CellCount)
                throw new ArgumentException($"Source cell {cell} lies outside the grid, which has cells 0 to {surface.Grid.CellCount - 1}.", nameof(sourceCells));
        }

        var spread = new CostSpread(surface, neighbourhood, limit, workers, progress, cancellation);
        spread.FromCells(sourceCells);
        return new(surface.Grid, neighbourhood, spread);
    }

    /// <inheritdoc cref="From(ResistanceSurface, IReadOnlyList{int}, Neighbourhood, double, int, IProgress{double}?, CancellationToken)"/>
    internal static CostDistance From(
        ResistanceSurface surface, PatchMap patches, Neighbourhood neighbourhood, double limit, int workers, IProgress<double>? progress, CancellationToken cancellation)
    {
        Check(surface, neighbourhood, limit);
        ArgumentNullException.ThrowIfNull(patches);
        if (patches.Patches.Count == 0) throw new ArgumentException("There is no patch to start from.", nameof(patches));
        if (patches.Grid != surface.Grid)
            throw new ArgumentException($"The patches lie on a grid of {patches.Grid}, the resistance on one of {surface.Grid}.", nameof(patches));
        var spread = new CostSpread(surface, neighbourhood, limit, workers, progress, cancellation);
        spread.FromLabels(patches.Labels);
        return new(surface.Grid, neighbourhood, spread);
    }

    private static void Check(ResistanceSurface surface, Neighbourhood neighbourhood, double limit)
    {
        ArgumentNullException.ThrowIfNull(surface);
        neighbourhood.MustBeKnown();
        if (!(limit >= 0)) throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit must be 0 or more.");
    }
}
