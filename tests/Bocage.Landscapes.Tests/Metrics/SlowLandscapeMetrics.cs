namespace Bocage.Landscapes.Tests.Metrics;

/// <summary>All metrics straight from their definitions, cell by cell and pair by pair, without any shortcut of the real ones.</summary>
internal sealed class SlowLandscapeMetrics
{
    private static readonly (int Row, int Column)[] SideSteps = [(-1, 0), (1, 0), (0, -1), (0, 1)];
    private static readonly (int Row, int Column)[] CornerSteps = [(-1, -1), (-1, 1), (1, -1), (1, 1)];
    private readonly LandCover map;
    private readonly MetricsOptions options;
    private readonly (int Row, int Column)[] known;
    private readonly int[] codes;
    private readonly List<(int Code, (int Row, int Column)[] Cells)> patches;
    private readonly List<(int Code, int Cells)> cores = [];
    private readonly double w, h, cellHa, landscapeHa;

    public SlowLandscapeMetrics(LandCover map, MetricsOptions options)
    {
        (this.map, this.options, w, h) = (map, options, map.Grid.CellWidth, map.Grid.CellHeight);
        known = [.. from row in Enumerable.Range(0, map.Grid.Rows) from column in Enumerable.Range(0, map.Grid.Columns) where Code(row, column) >= 0 select (row, column)];
        codes = [.. known.Select(cell => Code(cell.Row, cell.Column)).Distinct().Order()];
        cellHa = w * h / 10_000;
        landscapeHa = known.Length * cellHa;
        patches = Groups(known, (a, b) => Code(a.Row, a.Column) == Code(b.Row, b.Column)).ConvertAll(cells => (Code(cells[0].Row, cells[0].Column), cells));
        Patches = patches.ConvertAll(patch => OfPatch(patch.Code, patch.Cells));
        Classes = codes.ToDictionary(code => code, OfClass);
        Landscape = OfLandscape();
    }

    public List<Dictionary<string, double>> Patches { get; }

    public Dictionary<int, Dictionary<string, double>> Classes { get; }

    public Dictionary<string, double> Landscape { get; }

    public int CodeOf(int patch) => patches[patch].Code;

    private int Code(int row, int column) =>
        row < 0 || column < 0 || row >= map.Grid.Rows || column >= map.Grid.Columns ? -1 : map.CodeAt(map.Grid.CellAt(row, column)) ?? -1;

    /// <summary>Flood fill in reading order.</summary>
    private List<(int Row, int Column)[]> Groups((int Row, int Column)[] cells, Func<(int Row, int Column), (int Row, int Column), bool> joins)
    {
        var (left, groups) = (cells.ToHashSet(), new List<(int, int)[]>());
        var steps = options.Neighbourhood == Neighbourhood.Queen ? [.. SideSteps, .. CornerSteps] : SideSteps;
        foreach (var first in cells)
        {
            if (!left.Remove(first)) continue;
            var (group, stack) = (new List<(int, int)>(), new Stack<(int Row, int Column)>([first]));
            while (stack.TryPop(out var cell))
            {
                group.Add(cell);
                foreach (var step in steps)
                {
                    var next = (cell.Row + step.Row, cell.Column + step.Column);
                    if (left.Contains(next) && joins(cell, next) && left.Remove(next)) stack.Push(next);
                }
            }

            groups.Add([.. group]);
        }

        return groups;
    }

    private double SideM((int Row, int Column) step) => step.Row == 0 ? h : w;

    private double Distance((int Row, int Column) a, (int Row, int Column) b) =>
        Math.Sqrt(Math.Pow((a.Row - b.Row) * h, 2) + Math.Pow((a.Column - b.Column) * w, 2));

    private Dictionary<string, double> OfPatch(int code, (int Row, int Column)[] cells)
    {
        var (n, set) = (cells.Length, cells.ToHashSet());
        var perimeter = cells.Sum(cell => SideSteps.Where(step => Code(cell.Row + step.Row, cell.Column + step.Column) != code).Sum(SideM));
        var (meanRow, meanColumn) = (cells.Average(cell => cell.Row), cells.Average(cell => cell.Column));
        var gyrate = cells.Average(cell => Math.Sqrt(Math.Pow((cell.Row - meanRow) * h, 2) + Math.Pow((cell.Column - meanColumn) * w, 2)));
        var contiguity = cells.Average(cell => 1
            + SideSteps.Sum(step => set.Contains((cell.Row + step.Row, cell.Column + step.Column)) ? 2.0 : 0)
            + CornerSteps.Sum(step => set.Contains((cell.Row + step.Row, cell.Column + step.Column)) ? 1.0 : 0));
        var corners = cells.SelectMany(c => new[] { (c.Row, c.Column), (c.Row + 1, c.Column), (c.Row, c.Column + 1), (c.Row + 1, c.Column + 1) }).Distinct().ToArray();
        var widest = corners.Max(a => corners.Max(b => Distance(a, b)));
        var core = cells.Order().Where(cell => IsCore(cell, code)).ToArray();
        var coreGroups = Groups(core, (_, _) => true);
        cores.AddRange(coreGroups.Select(group => (code, group.Length)));
        var others = known.Where(cell => Code(cell.Row, cell.Column) == code && !set.Contains(cell)).ToArray();
        var (areaM2, side) = (n * w * h, perimeter / 4);
        return new()
        {
            ["AREA"] = areaM2 / 10_000,
            ["PERIM"] = perimeter,
            ["GYRATE"] = n == 1 ? Math.Sqrt(w * h) / 2 : gyrate,
            ["PARA"] = perimeter / areaM2 * 10_000,
            ["SHAPE"] = perimeter / LeastPerimeter(n, w, h),
            ["FRAC"] = side * side == areaM2 ? 1 : areaM2 == 1 ? double.NaN : 2 * Math.Log(side) / Math.Log(areaM2),
            ["CIRCLE"] = n == 1 ? 0 : 1 - areaM2 / (Math.PI * widest * widest / 4),
            ["CONTIG"] = (contiguity - 1) / 12,
            ["CORE"] = core.Length * cellHa,
            ["NCORE"] = coreGroups.Count,
            ["CAI"] = 100.0 * core.Length / n,
            ["ENN"] = others.Length == 0 ? double.NaN : cells.Min(a => others.Min(b => Distance(a, b))),
        };
    }

    /// <summary>Looks at every cell of the map and of a rim around it.</summary>
    private bool IsCore((int Row, int Column) cell, int code)
    {
        for (var row = -1; row <= map.Grid.Rows; row++)
        {
            for (var column = -1; column <= map.Grid.Columns; column++)
            {
                if (Code(row, column) == code) continue;
                var reaches = options.EdgeDepthM is { } depth
                    ? Distance(cell, (row, column)) <= depth * (1 + 1e-13)
                    : Math.Abs(cell.Row - row) + Math.Abs(cell.Column - column) == 1;
                if (reaches) return false;
            }
        }

        return true;
    }

    private static double LeastPerimeter(int cells, double width, double height) =>
        (from columns in Enumerable.Range(1, cells) let rows = Math.Ceiling((double)cells / columns) select 2 * (columns * width + rows * height)).Min();

    /// <summary>Ordered neighbour pairs: how many sides cells of a class share with cells of another (or -1), and how long they are together.</summary>
    private (double Sides, double Metres) Adjacent(int a, int b)
    {
        var steps = from cell in known where Code(cell.Row, cell.Column) == a from step in SideSteps where Code(cell.Row + step.Row, cell.Column + step.Column) == b select step;
        return (steps.Count(), steps.Sum(SideM));
    }

    private Dictionary<string, double> OfClass(int code)
    {
        var rows = Enumerable.Range(0, patches.Count).Where(k => patches[k].Code == code).ToArray();
        var result = OfGroup(rows, [.. cores.Where(core => core.Code == code).Select(core => core.Cells * cellHa)]);
        var cells = known.Count(cell => Code(cell.Row, cell.Column) == code);
        var (m, p, total) = (codes.Length, (double)cells / known.Length, known.Length);
        var edges = codes.Where(other => other != code).Select(other => Adjacent(code, other).Metres).ToArray();
        var like = Adjacent(code, code).Sides;
        var least = LeastPerimeter(cells, 1, 1);
        var g = like / (4 * cells - least);
        var allEdge = edges.Sum() + Adjacent(code, -1).Metres;
        var mapOutline = codes.Sum(other => Adjacent(other, -1).Sides);
        var mostEdge = Math.Min(4 * cells, mapOutline + 4 * (total - cells));
        result["CA"] = cells * cellHa;
        result["PLAND"] = p * 100;
        result["TE"] = options.CountBoundaryAsEdge ? allEdge : edges.Sum();
        result["ED"] = result["TE"] / landscapeHa;
        result["LSI"] = allEdge / LeastPerimeter(cells, w, h);
        result["CPLAND"] = 100 * result["TCA"] / landscapeHa;
        result["CLUMPY"] = total == cells ? double.NaN : g < p && p < 0.5 ? (g - p) / p : (g - p) / (1 - p);
        result["PLADJ"] = 100 * like / (4 * cells);
        result["IJI"] = m < 3 ? double.NaN : Evenness(edges, m - 1);
        result["AI"] = Aggregation(code);
        result["NLSI"] = (4 * cells - like - least) / (mostEdge - least);
        return result;
    }

    private double Aggregation(int code)
    {
        var cells = known.Count(cell => Code(cell.Row, cell.Column) == code);
        var side = (int)Math.Floor(Math.Sqrt(cells));
        var rest = cells - side * side;
        var most = 2 * side * (side - 1) + (rest == 0 ? 0 : rest <= side ? 2 * rest - 1 : 2 * rest - 2);
        return 100 * (Adjacent(code, code).Sides / 2) / most;
    }

    private static double Evenness(double[] parts, double most)
    {
        var whole = parts.Sum();
        return -100 * parts.Where(part => part != 0).Sum(part => part / whole * Math.Log(part / whole)) / Math.Log(most) + (whole == 0 ? double.NaN : 0);
    }

    private Dictionary<string, double> OfLandscape()
    {
        if (known.Length == 0)
        {
            var empty = MetricCatalogue.At(MetricLevel.Landscape).ToDictionary(metric => metric.Name, _ => double.NaN);
            empty["TA"] = empty["NP"] = empty["PR"] = 0;
            return empty;
        }

        var result = OfGroup([.. Enumerable.Range(0, patches.Count)], [.. cores.Select(core => core.Cells * cellHa)]);
        var m = codes.Length;
        var shares = codes.Select(code => known.Count(cell => Code(cell.Row, cell.Column) == code) / (double)known.Length).ToArray();
        var edges = (from a in codes from b in codes where a < b select Adjacent(a, b).Metres).ToArray();
        var allEdge = edges.Sum() + codes.Sum(code => Adjacent(code, -1).Metres);
        result["TA"] = landscapeHa;
        result["TE"] = options.CountBoundaryAsEdge ? allEdge : edges.Sum();
        result["ED"] = result["TE"] / landscapeHa;
        result["LSI"] = allEdge / LeastPerimeter(known.Length, w, h);
        result["CONTAG"] = Contagion(shares);
        result["PLADJ"] = 100 * codes.Sum(code => Adjacent(code, code).Sides) / (4.0 * known.Length);
        result["IJI"] = m < 3 ? double.NaN : Evenness(edges, 0.5 * m * (m - 1));
        result["PR"] = m;
        result["PRD"] = m / landscapeHa * 100;
        result["SHDI"] = -shares.Sum(p => p * Math.Log(p));
        result["SIDI"] = 1 - shares.Sum(p => p * p);
        result["MSIDI"] = -Math.Log(shares.Sum(p => p * p));
        result["SHEI"] = m == 1 ? 0 : result["SHDI"] / Math.Log(m);
        result["SIEI"] = m == 1 ? 0 : result["SIDI"] / (1 - 1.0 / m);
        result["MSIEI"] = m == 1 ? 0 : result["MSIDI"] / Math.Log(m);
        var aggregations = codes.Select(Aggregation).ToArray();
        result["AI"] = aggregations.All(double.IsNaN) ? double.NaN : aggregations.Zip(shares).Where(pair => !double.IsNaN(pair.First)).Sum(pair => pair.First * pair.Second);
        return result;
    }

    private double Contagion(double[] shares)
    {
        if (codes.Length < 2 || codes.All(a => codes.All(b => Adjacent(a, b).Sides == 0))) return double.NaN;
        var q = from a in Enumerable.Range(0, codes.Length)
                from b in codes
                let sides = Adjacent(codes[a], b).Sides
                where sides > 0
                select shares[a] * sides / codes.Sum(other => Adjacent(codes[a], other).Sides);
        return (1 + q.Sum(x => x * Math.Log(x)) / 2 / Math.Log(codes.Length)) * 100;
    }

    private Dictionary<string, double> OfGroup(int[] rows, double[] coresHa)
    {
        var result = new Dictionary<string, double>();
        double[] Column(string name) => [.. rows.Select(k => Patches[k][name])];
        var (n, areas) = (rows.Length, Column("AREA"));
        result["NP"] = n;
        result["PD"] = n / landscapeHa * 100;
        result["LPI"] = areas.Max() / landscapeHa * 100;
        foreach (var name in (string[])["AREA", "GYRATE", "SHAPE", "FRAC", "PARA", "CIRCLE", "CONTIG", "CORE", "CAI", "ENN"]) Summarise(result, name, Column(name), areas);
        var (lnP, lnA) = (Column("PERIM").Select(p => Math.Log(p)).ToArray(), areas.Select(a => Math.Log(a * 10_000)).ToArray());
        var products = lnP.Zip(lnA, (p, a) => p * a).Sum();
        var slope = (n * products - lnP.Sum() * lnA.Sum()) / (n * lnP.Sum(p => p * p) - lnP.Sum() * lnP.Sum());
        result["PAFRAC"] = n < 10 || Column("PERIM").Distinct().Count() == 1 ? double.NaN : 2 / slope;
        result["TCA"] = Column("CORE").Sum();
        result["NDCA"] = Column("NCORE").Sum();
        result["DCAD"] = result["NDCA"] / landscapeHa * 100;
        Summarise(result, "DCORE", coresHa, coresHa);
        var sides = rows.Select(k => patches[k].Cells.Sum(cell => SideSteps.Count(step => Code(cell.Row + step.Row, cell.Column + step.Column) != patches[k].Code))).ToArray();
        var weighted = rows.Select((k, place) => sides[place] * Math.Sqrt(patches[k].Cells.Length)).Sum();
        result["COHESION"] = known.Length == 1 ? double.NaN : (1 - sides.Sum() / weighted) / (1 - 1 / Math.Sqrt(known.Length)) * 100;
        result["DIVISION"] = 1 - areas.Sum(a => Math.Pow(a / landscapeHa, 2));
        result["MESH"] = areas.Sum(a => a * a) / landscapeHa;
        result["SPLIT"] = landscapeHa * landscapeHa / areas.Sum(a => a * a);
        return result;
    }

    private static void Summarise(Dictionary<string, double> result, string name, double[] values, double[] weights)
    {
        var pairs = values.Zip(weights).Where(pair => !double.IsNaN(pair.First)).OrderBy(pair => pair.First).ToArray();
        var n = pairs.Length;
        var mean = n == 0 ? double.NaN : pairs.Average(pair => pair.First);
        var deviation = n == 0 ? double.NaN : Math.Sqrt(pairs.Average(pair => Math.Pow(pair.First - mean, 2)));
        result[$"{name}_MN"] = mean;
        result[$"{name}_AM"] = n == 0 ? double.NaN : pairs.Sum(pair => pair.First * pair.Second) / pairs.Sum(pair => pair.Second);
        result[$"{name}_MD"] = n == 0 ? double.NaN : n % 2 == 1 ? pairs[n / 2].First : (pairs[n / 2 - 1].First + pairs[n / 2].First) / 2;
        result[$"{name}_RA"] = n == 0 ? double.NaN : pairs[^1].First - pairs[0].First;
        result[$"{name}_SD"] = deviation;
        result[$"{name}_CV"] = mean == 0 ? double.NaN : deviation / mean * 100;
    }
}
