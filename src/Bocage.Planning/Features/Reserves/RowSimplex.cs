using System.Runtime.Intrinsics;

namespace Bocage.Planning;

/// <summary>The linear relaxation of a model without sides, for few rows: the dual simplex method with the inverse of the basis kept whole.</summary>
/// <remarks>
/// Row r reads Σ a·x − over + missing = need, with over ≥ 0 at no cost and missing ≥ 0 at the row's price (hard rows have none). Every unit lies between 0 and 1, so that the basis without units is a start: each unit that is
/// not basic goes to the end that its reduced cost points to. In the ratio test units are passed from end to end while that still pays (bound flipping). Rows are scaled, costs are divided by the largest.
/// A pivot costs one pass over the amounts and rows². The multipliers steer and are checked by <see cref="DualBound"/>. Lemke (1954), doi:10.1002/nav.3800010107; Maros (2003), doi:10.1016/S0305-0548(02)00062-2.
/// </remarks>
internal sealed class RowSimplex
{
    private const double Small = 1e-9;
    private const int Renewed = 60;

    private readonly SelectionModel model;
    private readonly double[] scale;
    private readonly double worth;
    private readonly int rows;
    private readonly int units;
    private readonly double[] amount;
    private readonly double[] need;
    private readonly double[] cost;
    private readonly double[] reduced;
    private readonly bool[] isHigh;
    private readonly int[] place;
    private readonly int[] basic;
    private readonly double[] inverse;
    private readonly double[] rest;
    private readonly double[] level;
    private readonly double[] alpha;
    private readonly double[] entering;
    private readonly double[] ratio;
    private readonly int[] candidate;
    private readonly double[] lambda;
    private readonly List<int> passed = [];
    private int pivots;

    /// <summary>Prepares; the first basis has no unit.</summary>
    public RowSimplex(SelectionModel model, double[] scale)
    {
        (this.model, this.scale, rows, units) = (model, scale, model.RowCount, model.UnitCount);
        amount = new double[model.Amount.Length];
        for (var entry = 0; entry < amount.Length; entry++) amount[entry] = model.Amount[entry] * scale[model.Row[entry]];
        need = [.. model.Rows.Select((row, r) => row.Need * scale[r])];
        worth = Math.Max(1e-300, model.Cost.DefaultIfEmpty(0).Max(Math.Abs));
        var columns = units + 2 * rows;
        cost = new double[columns];
        for (var unit = 0; unit < units; unit++) cost[unit] = model.Cost[unit] / worth;
        for (var row = 0; row < rows; row++) cost[units + rows + row] = model.Rows[row].Price / scale[row] / worth;
        (reduced, isHigh, place, alpha, ratio, candidate) = (new double[columns], new bool[columns], new int[columns], new double[columns], new double[columns], new int[columns]);
        (basic, inverse, rest, level, entering, lambda) = (new int[rows], new double[rows * rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        Array.Fill(place, -1);
        for (var row = 0; row < rows; row++) (basic[row], place[units + row]) = (units + row, row);
        Share = new double[units];
    }

    /// <summary>How much of each unit the relaxation takes.</summary>
    public double[] Share { get; }

    /// <summary>Solves, from the last basis.</summary>
    /// <param name="most">Pivots at most.</param>
    /// <returns>False when no shares keep the hard rows.</returns>
    public bool Solve(int most)
    {
        Renew();
        for (var k = 0; k < most; k++)
        {
            var leaving = Leaving(out var isAbove);
            if (leaving < 0) break;
            var pick = Entering(leaving, isAbove, out var isPossible);
            if (!isPossible) return false;
            if (pick < 0 && pivots == 0) break;
            if (pick >= 0) Pivot(leaving, pick, isAbove);
            if (pick < 0 || pivots >= Renewed) Renew();
        }

        for (var unit = 0; unit < units; unit++) Share[unit] = place[unit] >= 0 ? Math.Clamp(level[place[unit]], 0, 1) : isHigh[unit] ? 1 : 0;
        return true;
    }

    /// <summary>The multipliers of the last basis, in the rows' own units.</summary>
    public void Multipliers(double[] multipliers)
    {
        Lambda();
        for (var row = 0; row < rows; row++) multipliers[row] = lambda[row] * scale[row] * worth;
    }

    /// <summary>The weights of the rows (unscaled) that give the row of the tableau in which a unit is basic; empty when it is not.</summary>
    public double[] Weights(int unit) => place[unit] < 0 ? [] : [.. Enumerable.Range(0, rows).Select(row => inverse[place[unit] * rows + row] * scale[row])];

    private bool IsStuck(int column) => column >= units + rows && model.Rows[column - units - rows].IsHard;

    private double High(int column) => column < units ? 1 : double.PositiveInfinity;

    // Puts what is not basic to its end, and works out the basic levels.
    private void Settle()
    {
        need.CopyTo(rest, 0);
        for (var unit = 0; unit < units; unit++)
        {
            isHigh[unit] = place[unit] < 0 && reduced[unit] < 0;
            if (isHigh[unit]) Take(unit, 1);
        }

        Levels();
    }

    private void Take(int unit, int sign)
    {
        for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) rest[model.Row[entry]] -= sign * amount[entry];
    }

    private void Levels()
    {
        for (var k = 0; k < rows; k++) level[k] = Dot(inverse.AsSpan(k * rows, rows), rest);
    }

    // The basic column farthest out of its range, measured along its edge; -1 when none is.
    private int Leaving(out bool isAbove)
    {
        var (pick, farthest) = (-1, 0.0);
        isAbove = false;
        for (var k = 0; k < rows; k++)
        {
            var (under, over) = (-level[k], level[k] - High(basic[k]));
            var far = Math.Max(under, over);
            if (far <= Small) continue;
            var line = inverse.AsSpan(k * rows, rows);
            var steep = far * far / Dot(line, line);
            if (steep > farthest) (pick, farthest, isAbove) = (k, steep, over > under);
        }

        return pick;
    }

    // The column that comes in for a row of the basis; -1 when none is fit to pivot on.
    private int Entering(int leaving, bool isAbove, out bool isPossible)
    {
        var line = inverse.AsSpan(leaving * rows, rows);
        var count = 0;
        for (var unit = 0; unit < units; unit++)
        {
            var sum = 0.0;
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) sum += amount[entry] * line[model.Row[entry]];
            alpha[unit] = sum;
            if (place[unit] < 0) count = Offer(unit, isAbove, count);
        }

        for (var column = units; column < cost.Length; column++)
        {
            alpha[column] = column < units + rows ? -line[column - units] : line[column - units - rows];
            if (place[column] < 0 && !IsStuck(column)) count = Offer(column, isAbove, count);
        }

        for (var k = count / 2 - 1; k >= 0; k--) Sift(k, count);
        var slope = isAbove ? level[leaving] - High(basic[leaving]) : -level[leaving];
        passed.Clear();
        while (count > 0)
        {
            var column = candidate[0];
            passed.Add(column);
            (candidate[0], ratio[0]) = (candidate[count - 1], ratio[count - 1]);
            Sift(0, --count);
            slope -= Math.Abs(alpha[column]) * High(column);
            if (slope < 0) break;
        }

        isPossible = slope <= Small;
        if (!isPossible) return -1;
        // An earlier end is always right too, where the last one is too small to divide by.
        var last = passed.Count - 1;
        while (last >= 0 && Math.Abs(alpha[passed[last]]) < 1e-7) last--;
        if (last < 0) return -1;
        for (var k = 0; k < last; k++)
        {
            var unit = passed[k];
            isHigh[unit] = !isHigh[unit];
            Take(unit, isHigh[unit] ? 1 : -1);
        }

        return passed[last];
    }

    private int Offer(int column, bool isAbove, int count)
    {
        var slant = isAbove ? alpha[column] : -alpha[column];
        if (isHigh[column] ? slant >= -1e-10 : slant <= 1e-10) return count;
        (candidate[count], ratio[count]) = (column, Math.Max(0, reduced[column] / slant));
        return count + 1;
    }

    private void Sift(int at, int count)
    {
        for (var child = 2 * at + 1; child < count; child = 2 * at + 1)
        {
            if (child + 1 < count && ratio[child + 1] < ratio[child]) child++;
            if (ratio[at] <= ratio[child]) return;
            (ratio[at], ratio[child], candidate[at], candidate[child]) = (ratio[child], ratio[at], candidate[child], candidate[at]);
            at = child;
        }
    }

    private void Pivot(int leaving, int pick, bool isAbove)
    {
        var (old, step) = (basic[leaving], reduced[pick] / alpha[pick]);
        for (var column = 0; column < reduced.Length; column++) reduced[column] -= step * alpha[column];
        (reduced[pick], reduced[old]) = (0, -step);
        if (isHigh[pick]) Take(pick, -1);
        isHigh[pick] = false;
        Column(pick, entering);
        var pivot = inverse.AsSpan(leaving * rows, rows);
        for (var row = 0; row < rows; row++) pivot[row] /= entering[leaving];
        for (var k = 0; k < rows; k++) if (k != leaving && entering[k] is > 0 or < 0) AddTo(inverse.AsSpan(k * rows, rows), -entering[k], pivot);
        (basic[leaving], place[pick], place[old]) = (pick, leaving, -1);
        if (old < units && isAbove)
        {
            isHigh[old] = true;
            Take(old, 1);
        }

        Levels();
        pivots++;
    }

    // Inverse of the basis times a column.
    private void Column(int column, double[] result)
    {
        for (var k = 0; k < rows; k++)
        {
            var line = inverse.AsSpan(k * rows, rows);
            if (column >= units)
            {
                result[k] = column < units + rows ? -line[column - units] : line[column - units - rows];
                continue;
            }

            var sum = 0.0;
            for (var entry = model.First[column]; entry < model.First[column + 1]; entry++) sum += amount[entry] * line[model.Row[entry]];
            result[k] = sum;
        }
    }

    // The inverse and the reduced costs from scratch (Gauss and Jordan, largest pivot in each column).
    private void Renew()
    {
        pivots = 0;
        var matrix = new double[rows * rows];
        for (var k = 0; k < rows; k++)
        {
            if (basic[k] >= units) matrix[(basic[k] - units) % rows * rows + k] = basic[k] < units + rows ? -1 : 1;
            else for (var entry = model.First[basic[k]]; entry < model.First[basic[k] + 1]; entry++) matrix[model.Row[entry] * rows + k] += amount[entry];
        }

        Array.Clear(inverse);
        for (var k = 0; k < rows; k++) inverse[k * rows + k] = 1;
        for (var k = 0; k < rows; k++)
        {
            var best = k;
            for (var row = k + 1; row < rows; row++) if (Math.Abs(matrix[row * rows + k]) > Math.Abs(matrix[best * rows + k])) best = row;
            if (best != k)
            {
                Exchange(matrix.AsSpan(best * rows, rows), matrix.AsSpan(k * rows, rows));
                Exchange(inverse.AsSpan(best * rows, rows), inverse.AsSpan(k * rows, rows));
            }

            var pivot = 1 / matrix[k * rows + k];
            for (var row = 0; row < rows; row++) (matrix[k * rows + row], inverse[k * rows + row]) = (matrix[k * rows + row] * pivot, inverse[k * rows + row] * pivot);
            for (var row = 0; row < rows; row++)
            {
                if (row == k || matrix[row * rows + k] is not (> 0 or < 0)) continue;
                var factor = -matrix[row * rows + k];
                AddTo(matrix.AsSpan(row * rows, rows), factor, matrix.AsSpan(k * rows, rows));
                AddTo(inverse.AsSpan(row * rows, rows), factor, inverse.AsSpan(k * rows, rows));
            }
        }

        Price();
        Settle();
    }

    private void Lambda()
    {
        Array.Clear(lambda);
        for (var k = 0; k < rows; k++) if (cost[basic[k]] is > 0 or < 0) AddTo(lambda, cost[basic[k]], inverse.AsSpan(k * rows, rows));
    }

    private void Price()
    {
        Lambda();
        for (var unit = 0; unit < units; unit++)
        {
            var sum = cost[unit];
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) sum -= lambda[model.Row[entry]] * amount[entry];
            reduced[unit] = place[unit] < 0 ? sum : 0;
        }

        for (var row = 0; row < rows; row++)
        {
            reduced[units + row] = place[units + row] < 0 ? Math.Max(0, lambda[row]) : 0;
            reduced[units + rows + row] = place[units + rows + row] < 0 && !model.Rows[row].IsHard ? Math.Max(0, cost[units + rows + row] - lambda[row]) : 0;
        }
    }

    private static void Exchange(Span<double> a, Span<double> b)
    {
        for (var k = 0; k < a.Length; k++) (a[k], b[k]) = (b[k], a[k]);
    }

    // Vectors of four on every machine, so that sums round alike.
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (sums, k) = (Vector256<double>.Zero, 0);
        for (; k <= a.Length - Vector256<double>.Count; k += Vector256<double>.Count) sums += Vector256.Create(a[k..]) * Vector256.Create(b[k..]);
        var sum = Vector256.Sum(sums);
        for (; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }

    private static void AddTo(Span<double> sums, double factor, ReadOnlySpan<double> values)
    {
        var (factors, k) = (Vector256.Create(factor), 0);
        for (; k <= sums.Length - Vector256<double>.Count; k += Vector256<double>.Count)
            (Vector256.Create((ReadOnlySpan<double>)sums[k..]) + factors * Vector256.Create(values[k..])).CopyTo(sums[k..]);
        for (; k < sums.Length; k++) sums[k] += factor * values[k];
    }
}
