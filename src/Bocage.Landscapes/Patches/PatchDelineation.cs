using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bocage.Landscapes;

/// <summary>Finds the patches of a habitat map: groups of habitat cells that touch each other.</summary>
/// <remarks>
/// Two habitat cells belong to one patch when a chain of touching habitat cells joins them; <see cref="Neighbourhood"/> says which cells touch.
/// Patches are numbered from 1 in reading order of their first cell, after those under the minimum area were dropped (label 0).
/// No habitat gives no patches. Cost: O(cells) time; memory 4 bytes a cell for the labels and 12 bytes per run of habitat in a row.
/// Runs are joined by union-find: He, Chao and Suzuki (2008), A run-based two-scan labeling algorithm, doi:10.1109/TIP.2008.919369.
/// Same patches as r.clump, scipy.ndimage.label and FRAGSTATS; docs/methods/patches.md.
/// </remarks>
public static class PatchDelineation
{
    /// <summary>Finds the patches.</summary>
    /// <param name="habitat">Which cells are habitat.</param>
    /// <param name="neighbourhood">Whether cells that share only a corner touch (<see cref="Neighbourhood.Queen"/>) or not.</param>
    /// <param name="minimumAreaHa">Smaller patches are left out; hectares, 0 or more.</param>
    /// <param name="progress">Share done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The minimum area is negative or NaN, or the neighbourhood is neither rook nor queen.</exception>
    public static PatchMap Of(
        HabitatMap habitat,
        Neighbourhood neighbourhood = Neighbourhood.Queen,
        double minimumAreaHa = 0,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(habitat);
        neighbourhood.MustBeKnown();
        if (!(minimumAreaHa >= 0)) throw new ArgumentOutOfRangeException(nameof(minimumAreaHa), minimumAreaHa, "The minimum area must be 0 ha or more.");
        var grid = habitat.Grid;
        var strips = Math.Min(grid.Rows, 16);
        var runs = new HabitatRuns(habitat, strips, cancellation);
        progress?.Report(0.1);
        var parent = Join(runs, strips, neighbourhood, progress, cancellation);
        var tallies = Tally(runs, parent, grid);
        var (idOf, patches) = Number(tallies, minimumAreaHa, grid);
        progress?.Report(0.6);
        var labels = new int[grid.CellCount];
        Parts.Run(strips, strip => runs.Each(strip, strips, row => Paint(row, runs, parent, idOf, labels.AsSpan(grid.CellAt(row, 0), grid.Columns))), progress, 0.6, 1, cancellation);
        return new(grid, labels, patches);
    }

    /// <summary>Gives every run a parent of a lower or its own number; runs that touch end up under one root.</summary>
    private static int[] Join(HabitatRuns runs, int strips, Neighbourhood neighbourhood, IProgress<double>? progress, CancellationToken cancellation)
    {
        var parent = GC.AllocateUninitializedArray<int>(runs.Count);
        var reach = neighbourhood == Neighbourhood.Queen ? 1 : 0;
        Parts.Run(
            strips,
            strip => runs.Each(strip, strips, row =>
            {
                runs.ReadRow(row);
                for (var run = runs.First(row); run < runs.First(row + 1); run++) parent[run] = run;
                if (row > runs.FirstRow(strip, strips)) JoinToRowAbove(row, runs, parent, reach);
            }),
            progress,
            0.1,
            0.4,
            cancellation);
        for (var strip = 1; strip < strips; strip++) JoinToRowAbove(runs.FirstRow(strip, strips), runs, parent, reach);
        return parent;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void JoinToRowAbove(int row, HabitatRuns runs, int[] parent, int reach)
    {
        var (above, lastAbove) = (runs.First(row - 1), runs.First(row));
        var (here, lastHere) = (lastAbove, runs.First(row + 1));
        while (above < lastAbove && here < lastHere)
        {
            if (runs.Start[above] < runs.End[here] + reach && runs.Start[here] < runs.End[above] + reach) Unite(parent, above, here);
            if (runs.End[above] < runs.End[here]) above++;
            else here++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unite(int[] parent, int one, int other)
    {
        (one, other) = (Root(parent, one), Root(parent, other));
        if (one < other) parent[other] = one;
        else parent[one] = other;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Root(int[] parent, int run)
    {
        while (parent[run] != run) run = parent[run] = parent[parent[run]];
        return run;
    }

    /// <summary>Sums up the runs of each group, and lets <paramref name="parent"/> hold the number of the group from here on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<PatchTally> Tally(HabitatRuns runs, int[] parent, Grid grid)
    {
        var tallies = new List<PatchTally>();
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var run = runs.First(row); run < runs.First(row + 1); run++)
            {
                // A root is the first run of its group, so a parent was given its group before its children come by.
                if (parent[run] == run)
                {
                    parent[run] = tallies.Count;
                    tallies.Add(default);
                }
                else
                {
                    parent[run] = parent[parent[run]];
                }

                CollectionsMarshal.AsSpan(tallies)[parent[run]].Add(row, runs.Start[run], runs.End[run]);
            }
        }

        return tallies;
    }

    private static (int[] IdOf, Patch[] Patches) Number(List<PatchTally> tallies, double minimumAreaHa, Grid grid)
    {
        // A patch of exactly the minimum stays, however n · area of a cell is rounded.
        var minimumCells = minimumAreaHa / grid.CellAreaHa * (1 - 1e-12);
        var idOf = new int[tallies.Count];
        var patches = new List<Patch>();
        for (var group = 0; group < idOf.Length; group++)
        {
            if (tallies[group].CellCount < minimumCells) continue;
            idOf[group] = patches.Count + 1;
            patches.Add(tallies[group].ToPatch(idOf[group], grid));
        }

        return (idOf, [.. patches]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Paint(int row, HabitatRuns runs, int[] group, int[] idOf, Span<int> labels)
    {
        for (var run = runs.First(row); run < runs.First(row + 1); run++) labels[runs.Start[run]..runs.End[run]].Fill(idOf[group[run]]);
    }
}
