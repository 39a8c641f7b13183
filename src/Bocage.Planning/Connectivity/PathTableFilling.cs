namespace Bocage.Planning;

/// <summary>Fills a <see cref="PathTable"/> by searches when nothing is bought, on all cores; each search fills rows of its own, so that the result does not depend on their order.</summary>
internal static class PathTableFilling
{
    public static void Fill(PathTable table, CancellationToken cancellation)
    {
        var index = table.Index;
        // Where all rows are searched from, the targets come along; otherwise a search back from each target finds the rows that are no sources.
        var forward = table.IsWhole ? [.. Enumerable.Range(0, index.Rows.Length)] : table.Sources.ToArray();
        Searches(forward.Length, index.Network.VertexCount, (search, k) => FillRow(table, forward[k], search), cancellation);
        if (table.IsWhole) return;
        var isSource = new bool[index.Rows.Length];
        foreach (var row in table.Sources) isSource[row] = true;
        var others = Enumerable.Range(0, index.Rows.Length).Where(row => !isSource[row]).ToArray();
        Searches(others.Length == 0 ? 0 : table.Targets.Count, index.Network.VertexCount, (search, slot) =>
        {
            search.From(table.Targets[slot], table.Incoming, index.Network.Negligible);
            foreach (var row in others) table.ToTarget[row][slot] = search.Best[index.Rows[row]];
        }, cancellation);
        FillWithin(table, cancellation);
    }

    /// <summary>Searches from a row and fills its targets and points.</summary>
    public static void FillRow(PathTable table, int row, BestPaths search)
    {
        var index = table.Index;
        search.From(index.Rows[row], table.Outgoing, index.Network.Negligible);
        for (var slot = 0; slot < table.Targets.Count; slot++) table.ToTarget[row][slot] = search.Best[table.Targets[slot]];
        var points = new double[VectorMath.Rounded(index.Points.Length)];
        for (var point = 0; point < index.Points.Length; point++) points[point] = search.Best[index.Points[point]];
        table.ToPoint[row] = points;
    }

    /// <summary>Does numbered searches on all cores, each core with work arrays of its own.</summary>
    public static void Searches(int count, int vertices, Action<BestPaths, int> work, CancellationToken cancellation) =>
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new BestPaths(vertices), (k, _, search) =>
        {
            work(search, k);
            return search;
        }, _ => { });

    private static void FillWithin(PathTable table, CancellationToken cancellation)
    {
        var index = table.Index;
        var wanted = new List<(int Unit, int From, int To)>[index.Rows.Length];
        for (var unit = 0; unit < index.Units.Length; unit++)
        {
            var places = index.Units[unit];
            table.Within[unit] = new double[places.Size * places.Size];
            for (var from = 0; from < places.Size; from++)
            {
                for (var to = 0; to < places.Size; to++)
                {
                    if (places.From[from] == places.To[to]) table.Within[unit]![from * places.Size + to] = 1;
                    else if (places.IsNeeded(from, to)) (wanted[places.FromRow[from]] ??= []).Add((unit, from, to));
                }
            }
        }

        var rows = Enumerable.Range(0, wanted.Length).Where(row => wanted[row] is not null).ToArray();
        using var marks = new ThreadLocal<bool[]>(() => new bool[index.Network.VertexCount]);
        Searches(rows.Length, index.Network.VertexCount, (search, k) => Local(table, rows[k], wanted[rows[k]], marks.Value!, search), cancellation);
    }

    private static void Local(PathTable table, int row, List<(int Unit, int From, int To)> wanted, bool[] isWanted, BestPaths search)
    {
        var units = table.Index.Units;
        var count = 0;
        foreach (var (unit, _, to) in wanted)
        {
            var vertex = units[unit].To[to];
            if (!isWanted[vertex]) count++;
            isWanted[vertex] = true;
        }

        search.FromUntil(table.Index.Rows[row], table.Outgoing, isWanted, count, table.Index.Network.Negligible);
        foreach (var (unit, from, to) in wanted)
        {
            table.Within[unit]![from * units[unit].Size + to] = search.Best[units[unit].To[to]];
            isWanted[units[unit].To[to]] = false;
        }
    }
}
