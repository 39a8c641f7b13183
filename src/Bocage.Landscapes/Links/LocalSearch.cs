namespace Bocage.Landscapes;

/// <summary>A cost that the way onwards from a cell cannot undercut; NaN where there is no way onwards.</summary>
internal interface ILowerBound
{
    double At(int cell);
}

/// <summary>Spreads from one patch, cheapest total first, and touches only the cells that it needs.</summary>
/// <remarks>
/// A* search: the key of a cell is its cost from the patch plus a lower bound of the way onwards, and keys leave in rising order.
/// With bounds that obey the triangle rule a cell that leaves has its final cost. One set of arrays, cleaned by the list of touched cells: 9 bytes a cell.
/// Not for two threads at once.
/// </remarks>
internal sealed class LocalSearch(ResistanceSurface surface, PatchMap patches, PatchRims rims, Moves moves, CancellationToken cancellation)
{
    private const byte Seed = byte.MaxValue;
    private const int StepsBetweenLooks = 1 << 14;

    private readonly int columns = surface.Grid.Columns;
    private readonly int rows = surface.Grid.Rows;
    private readonly int[] offsets = moves.Offset;
    private readonly double[] halfLengths = moves.HalfLength;
    private readonly int[] labels = patches.Labels;
    private readonly double[] cost = new double[surface.Grid.CellCount];
    private readonly byte[] arrival = new byte[surface.Grid.CellCount]; // 0 = not touched, k + 1 = by move k
    private readonly List<int> touched = [];
    private readonly CellHeap frontier = new();
    private int source;
    private double limit;
    private int steps;

    /// <summary>The cells that have a cost so far, the rim of the patch included and its inside not.</summary>
    public IReadOnlyList<int> Touched => touched;

    /// <summary>Cost from the patch: 0 inside it, NaN where not touched.</summary>
    public double CostAt(int cell) => labels[cell] == source ? 0 : arrival[cell] == 0 ? double.NaN : cost[cell];

    /// <summary>Whether a cell lies in the patch.</summary>
    public bool IsInside(int cell) => labels[cell] == source;

    /// <summary>Starts anew from a patch, to go no farther than keys up to a limit.</summary>
    public void Start<TBound>(int patch, double limit, TBound onwards)
        where TBound : struct, ILowerBound
    {
        foreach (var cell in touched) arrival[cell] = 0;
        touched.Clear();
        frontier.Clear();
        (source, this.limit) = (patch, limit);
        foreach (var cell in rims.Of(patch))
        {
            var key = onwards.At(cell);
            if (!(key <= limit)) continue;
            touched.Add(cell);
            (cost[cell], arrival[cell]) = (0, Seed);
            frontier.Push(key, cell);
        }
    }

    /// <summary>Settles the next cell, with its key; false when none is left within the limit.</summary>
    public bool TryNext<TBound>(TBound onwards, out int cell, out double key)
        where TBound : struct, ILowerBound
    {
        while (frontier.TryPop(out key, out cell))
        {
            if (key > cost[cell] + onwards.At(cell)) continue; // a cheaper way was found since
            if (++steps % StepsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            Spread(cell, onwards);
            return true;
        }

        return false;
    }

    /// <summary>Starts anew and settles all that lies within the limit.</summary>
    public void Run<TBound>(int patch, double limit, TBound onwards)
        where TBound : struct, ILowerBound
    {
        Start(patch, limit, onwards);
        while (TryNext(onwards, out _, out _))
        {
        }
    }

    /// <summary>The cells from the patch to a settled cell, the first one in the patch.</summary>
    public List<int> PathTo(int cell)
    {
        List<int> path = [cell];
        while (arrival[cell] != Seed)
        {
            cell = moves.Origin(cell, arrival[cell] - 1);
            path.Add(cell);
        }

        path.Reverse();
        return path;
    }

    private void Spread<TBound>(int cell, TBound onwards)
        where TBound : struct, ILowerBound
    {
        var (row, column) = Math.DivRem(cell, columns);
        var inside = row > 0 && row < rows - 1 && column > 0 && column < columns - 1;
        var (here, resistance) = (cost[cell], surface[cell]);
        for (var move = 0; move < offsets.Length; move++)
        {
            if (!inside && moves.Target(row, column, move) < 0) continue;
            var next = cell + offsets[move];
            if (labels[next] == source) continue;
            var there = here + StepLengths.Cost(resistance, surface[next], halfLengths[move]);
            var known = arrival[next] != 0;
            if (known && !(there < cost[next])) continue;
            var key = there + onwards.At(next);
            if (!(key <= limit)) continue; // NaN, a barrier, ends here too
            if (!known) touched.Add(next);
            (cost[next], arrival[next]) = (there, (byte)(move + 1));
            frontier.Push(key, next);
        }
    }
}
