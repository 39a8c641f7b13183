namespace Bocage.Planning;

/// <summary>A linear program to which rows are added and whose limits move: max of one variable over a·v ≤ b, v free.</summary>
/// <remarks>
/// Solved as its dual, min b·y, Σ y·a = objective, y ≥ 0, by a primal simplex with a dense inverse: new rows are new columns and moved limits are new costs, so that the last basis can always be gone on
/// from. The objective is bent by a hair against ties. <see cref="Bound"/> is proven from the multipliers alone, whatever rounding did to the basis.
/// O(variables · (variables + rows)) per pivot. For small programs: some hundred variables.
/// </remarks>
internal sealed class CutProgram
{
    private readonly int size;
    private readonly double[] objective;
    private readonly double[] low;
    private readonly double[] high;
    private readonly List<double[]?> rows = [];
    private readonly List<(int Variable, double Sign)> units = [];
    private readonly List<double> limits = [];
    private readonly List<bool> isBasic = [];
    private readonly int[] basis;
    private readonly double[] multipliers;
    private double[] inverse;
    private int sinceInverse;

    /// <summary>A program without rows.</summary>
    /// <param name="objective">Coefficients of what is maximised.</param>
    /// <param name="low">Certain lower limits of all variables, which only serve the safety of <see cref="Bound"/>.</param>
    /// <param name="high">Certain upper limits.</param>
    public CutProgram(double[] objective, double[] low, double[] high)
    {
        size = objective.Length;
        (this.objective, this.low, this.high) = (objective, low, high);
        Point = new double[size];
        (basis, multipliers, inverse) = (new int[size], new double[size], new double[size * size]);
    }

    /// <summary>The best point.</summary>
    public double[] Point { get; }

    /// <summary>No point that keeps the rows is above this.</summary>
    public double Bound { get; private set; }

    /// <summary>Number of rows.</summary>
    public int RowCount => rows.Count;

    /// <summary>The coefficients of a row; null for one of a single variable.</summary>
    public double[]? RowOf(int row) => rows[row];

    /// <summary>The limit of a row.</summary>
    public double LimitOf(int row) => limits[row];

    /// <summary>Adds a·v ≤ b.</summary>
    public int Add(double[] row, double limit) => Add(row, (-1, 0), limit);

    /// <summary>Adds sign·v(variable) ≤ b.</summary>
    public int Add(int variable, double sign, double limit) => Add(null, (variable, sign), limit);

    /// <summary>Moves a limit.</summary>
    public void Move(int row, double limit) => limits[row] = limit;

    /// <summary>Starts from a basis with non-negative multipliers: one row per variable.</summary>
    public void Begin(int[] rowsOfBasis)
    {
        rowsOfBasis.CopyTo(basis, 0);
        foreach (var row in basis) isBasic[row] = true;
        Invert();
    }

    /// <summary>Goes on to the best point; false when no point keeps the rows.</summary>
    public bool Solve(CancellationToken cancellation)
    {
        SetPoint();
        for (var pivots = 0; pivots < 20_000; pivots++)
        {
            if ((pivots & 63) == 63) cancellation.ThrowIfCancellationRequested();
            var enter = Violated();
            if (enter < 0) break;
            if (!Exchange(enter)) return false;
        }

        SetBound();
        return true;
    }

    /// <summary>The multipliers of the rows that have one.</summary>
    public IEnumerable<(int Row, double Multiplier)> Multipliers()
    {
        for (var k = 0; k < size; k++) if (multipliers[k] > 0) yield return (basis[k], multipliers[k]);
    }

    private int Add(double[]? row, (int, double) unit, double limit)
    {
        rows.Add(row);
        units.Add(unit);
        limits.Add(limit);
        isBasic.Add(false);
        return rows.Count - 1;
    }

    private double Times(int row, double[] v)
    {
        if (rows[row] is not { } dense) return units[row].Sign * v[units[row].Variable];
        return Dense.Dot(dense, v);
    }

    private int Violated()
    {
        var worst = -1e-10;
        var found = -1;
        for (var row = 0; row < rows.Count; row++)
        {
            if (isBasic[row] || double.IsPositiveInfinity(limits[row])) continue;
            var room = limits[row] - Times(row, Point);
            if (room < worst) (worst, found) = (room, row);
        }

        return found;
    }

    private bool Exchange(int enter)
    {
        var direction = Direction(enter);
        var leave = -1;
        var ratio = double.PositiveInfinity;
        for (var k = 0; k < size; k++)
        {
            if (direction[k] <= 1e-9) continue;
            var step = multipliers[k] / direction[k];
            if (step < ratio - 1e-15 || (step <= ratio + 1e-15 && leave >= 0 && direction[k] > direction[leave])) (ratio, leave) = (Math.Min(ratio, step), k);
        }

        if (leave < 0) return false;
        var room = limits[enter] - Times(enter, Point);
        var pivot = inverse.AsSpan(leave * size, size);
        Dense.Add(Point, room / direction[leave], pivot);
        Update(direction, leave);
        for (var k = 0; k < size; k++) multipliers[k] = Math.Max(0, multipliers[k] - ratio * direction[k]);
        multipliers[leave] = ratio;
        isBasic[basis[leave]] = false;
        isBasic[enter] = true;
        basis[leave] = enter;
        if (++sinceInverse < 100 + size) return true;
        Invert();
        SetPoint();
        return true;
    }

    private double[] Direction(int row)
    {
        var direction = new double[size];
        if (rows[row] is { } dense)
            for (var k = 0; k < size; k++) direction[k] = Dense.Dot(inverse.AsSpan(k * size, size), dense);
        else
            for (var k = 0; k < size; k++) direction[k] = units[row].Sign * inverse[k * size + units[row].Variable];
        return direction;
    }

    private void Update(double[] direction, int leave)
    {
        var pivot = inverse.AsSpan(leave * size, size);
        var scale = 1 / direction[leave];
        foreach (ref var value in pivot) value *= scale;
        for (var k = 0; k < size; k++)
        {
            if (k == leave || direction[k] == 0) continue;
            var other = inverse.AsSpan(k * size, size);
            Dense.Add(other, -direction[k], pivot);
        }
    }

    // Point = Σ limit · row of the inverse; multipliers = inverse · objective.
    private void SetPoint()
    {
        Array.Clear(Point);
        for (var k = 0; k < size; k++)
        {
            var limit = limits[basis[k]];
            if (limit != 0) Dense.Add(Point, limit, inverse.AsSpan(k * size, size));
        }
    }

    // Gauss-Jordan; columns with one entry first, which need no elimination.
    private void Invert()
    {
        sinceInverse = 0;
        var work = new double[size * size];
        var made = new double[size * size];
        for (var k = 0; k < size; k++)
        {
            made[k * size + k] = 1;
            if (rows[basis[k]] is { } dense) for (var r = 0; r < size; r++) work[r * size + k] = dense[r];
            else work[units[basis[k]].Variable * size + k] = units[basis[k]].Sign;
        }

        var pivotOf = new int[size];
        var isUsed = new bool[size];
        foreach (var k in Enumerable.Range(0, size).OrderBy(k => rows[basis[k]] is null ? 0 : 1))
        {
            var best = -1;
            for (var r = 0; r < size; r++) if (!isUsed[r] && (best < 0 || Math.Abs(work[r * size + k]) > Math.Abs(work[best * size + k]))) best = r;
            (isUsed[best], pivotOf[k]) = (true, best);
            var scale = 1 / work[best * size + k];
            foreach (ref var value in work.AsSpan(best * size, size)) value *= scale;
            foreach (ref var value in made.AsSpan(best * size, size)) value *= scale;
            for (var r = 0; r < size; r++)
            {
                var factor = work[r * size + k];
                if (r == best || factor == 0) continue;
                Dense.Add(work.AsSpan(r * size, size), -factor, work.AsSpan(best * size, size));
                Dense.Add(made.AsSpan(r * size, size), -factor, made.AsSpan(best * size, size));
            }
        }

        for (var k = 0; k < size; k++) made.AsSpan(pivotOf[k] * size, size).CopyTo(inverse.AsSpan(k * size, size));
        for (var k = 0; k < size; k++) multipliers[k] = Math.Max(0, Dense.Dot(inverse.AsSpan(k * size, size), objective));
    }

    // For any y ≥ 0: objective·v = Σ y·(a·v) − (Σ y·a − objective)·v ≤ Σ y·b − (what is left over)·v, and v lies between low and high.
    private void SetBound()
    {
        var left = new double[size];
        var sum = 0.0;
        for (var k = 0; k < size; k++) left[k] = -objective[k];
        for (var k = 0; k < size; k++)
        {
            if (multipliers[k] <= 0) continue;
            sum += multipliers[k] * limits[basis[k]];
            if (rows[basis[k]] is { } dense) Dense.Add(left, multipliers[k], dense);
            else left[units[basis[k]].Variable] += multipliers[k] * units[basis[k]].Sign;
        }

        for (var k = 0; k < size; k++) sum += Math.Max(-left[k] * low[k], -left[k] * high[k]);
        Bound = sum;
    }
}
