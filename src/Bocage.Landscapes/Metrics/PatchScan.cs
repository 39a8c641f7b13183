namespace Bocage.Landscapes;

/// <summary>Counts, in two passes over the labelled map, all that patch metrics need of sizes, neighbours and distances to the centroid.</summary>
internal static class PatchScan
{
    /// <summary>First pass: cells, neighbours within each patch, centroids, and who adjoins whom.</summary>
    public static (MetricTally[] Patches, ClassAdjacency Adjacency) Count(LandCover map, int[] labels, int count, PhaseProgress phase)
    {
        var (grid, classes) = (map.Grid, map.Cells);
        var patches = new MetricTally[count];
        var adjacency = new ClassAdjacency(map.Codes.Count, grid);
        for (var row = 0; row < grid.Rows; row++)
        {
            phase.Row(row, grid.Rows);
            var first = row * grid.Columns;
            for (var column = 0; column < grid.Columns; column++)
            {
                var cell = first + column;
                var (label, c) = (labels[cell], classes[cell]);
                var east = column + 1 < grid.Columns;
                var south = row + 1 < grid.Rows;
                adjacency.AddInRow(c, east ? classes[cell + 1] : 0);
                adjacency.AddInColumn(c, south ? classes[cell + grid.Columns] : 0);
                if (column == 0) adjacency.AddInRow(0, c);
                if (row == 0) adjacency.AddInColumn(0, c);
                if (label == 0) continue;
                ref var patch = ref patches[label - 1];
                if (patch.Cells++ == 0) (patch.Class, patch.FirstCell, patch.Top) = (c, cell, row);
                patch.Bottom = row;
                patch.RowSum += row;
                patch.ColumnSum += column;
                if (east && labels[cell + 1] == label) patch.PairsInRow++;
                if (!south) continue;
                var below = cell + grid.Columns;
                if (labels[below] == label) patch.PairsInColumn++;
                if (east && labels[below + 1] == label) patch.PairsByCorner++;
                if (column > 0 && labels[below - 1] == label) patch.PairsByCorner++;
            }
        }

        return (patches, adjacency);
    }

    /// <summary>Second pass: the sum of distances to the centroid, and the outermost columns of every patch in every row.</summary>
    public static PatchSpans Measure(Grid grid, int[] labels, MetricTally[] patches, PhaseProgress phase)
    {
        var spans = new PatchSpans(patches);
        for (var row = 0; row < grid.Rows; row++)
        {
            phase.Row(row, grid.Rows);
            for (var column = 0; column < grid.Columns; column++)
            {
                var label = labels[row * grid.Columns + column];
                if (label == 0) continue;
                ref var patch = ref patches[label - 1];
                if (patch.Cells == 1) continue;
                var dx = (column - patch.MeanColumn) * grid.CellWidth;
                var dy = (row - patch.MeanRow) * grid.CellHeight;
                patch.DistanceSumM += Math.Sqrt(dx * dx + dy * dy);
                spans.Add(label - 1, row - patch.Top, column);
            }
        }

        return spans;
    }
}
