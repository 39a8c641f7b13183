namespace Bocage.Landscapes;

/// <summary>Walks from a cell back to its source, from each cell to a neighbour whose cost plus the step is exactly the cost of the cell.</summary>
internal sealed class BackwardWalk(ResistanceSurface surface, CostDistance distance)
{
    private readonly Grid grid = surface.Grid;
    private readonly StepLengths steps = new(surface.Grid);

    /// <summary>The cells from a reached one back to a source, or null when the sums do not fit the surface.</summary>
    public List<int>? From(int cell)
    {
        var cells = new List<int> { cell };
        while (distance.Cost[cell] > 0)
        {
            var before = Before(cell).Where(neighbour => distance.Cost[neighbour] < distance.Cost[cell]).Append(-1).First();
            if (before >= 0) cells.Add(before);
            else if (!CrossPlain(cells)) return null;
            cell = cells[^1];
        }

        return cells;
    }

    /// <summary>Neighbours that the cell can have its cost and its source from, in reading order.</summary>
    private IEnumerable<int> Before(int cell)
    {
        var (row, column) = grid.Position(cell);
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if ((dy == 0 && dx == 0) || (distance.Neighbourhood == Neighbourhood.Rook && dy != 0 && dx != 0)) continue;
                if ((uint)(row + dy) >= (uint)grid.Rows || (uint)(column + dx) >= (uint)grid.Columns) continue;
                var neighbour = grid.CellAt(row + dy, column + dx);
                var step = StepLengths.Cost(surface[neighbour], surface[cell], steps.Half(dy, dx));
                if (distance.Cost[neighbour] + step == distance.Cost[cell] && distance.Allocation[neighbour] == distance.Allocation[cell]) yield return neighbour;
            }
        }
    }

    /// <summary>
    /// Where steps are too small to change so large a sum, whole plains have the same cost: there the way leads breadth first to the nearest cell
    /// that has its cost from a lower one.
    /// </summary>
    private bool CrossPlain(List<int> cells)
    {
        var start = cells[^1];
        var cameFrom = new Dictionary<int, int> { [start] = start };
        var waiting = new Queue<int>([start]);
        while (waiting.TryDequeue(out var cell))
        {
            foreach (var neighbour in Before(cell))
            {
                if (!cameFrom.TryAdd(neighbour, cell)) continue;
                if (distance.Cost[neighbour] == distance.Cost[start])
                {
                    waiting.Enqueue(neighbour);
                    continue;
                }

                var way = new List<int>();
                for (var back = neighbour; back != start; back = cameFrom[back]) way.Add(back);
                way.Reverse();
                cells.AddRange(way);
                return true;
            }
        }

        return false;
    }
}
