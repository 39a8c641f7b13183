namespace Bocage.Planning;

/// <summary>A bound above that of the linear relaxation, for models without sides: rows that every whole choice keeps and shares of units do not (mixed-integer rounding).</summary>
/// <remarks>
/// A sum of hard rows with weights w gives g·x + Σ |w|·over ≥ b over the rows with w &lt; 0, over = a·x − need. With the units that are mostly taken turned round (x = 1 − y), divided by d, and f the part of b after the comma,
/// every whole choice keeps Σ F(gⱼ)·xⱼ + Σ |w|·over / f ≥ ⌈b⌉ with F(v) = ⌊v⌋ + min(1, (v − ⌊v⌋) / f). Sums are the single rows, divided by amounts of units taken in part, and the rows of the simplex tableau (Gomory's cuts).
/// F has slope 1/f at most and f is at least 1/50, so that rounding moves both sides by less than 10⁻¹¹ of the sizes added; that much is taken off. The bound is <see cref="DualBound"/> of the model with the rows added.
/// Nemhauser and Wolsey (1990), doi:10.1007/BF01585752; Marchand and Wolsey (2001), doi:10.1287/opre.49.3.363.11211.
/// </remarks>
internal sealed class RoundingCuts
{
    private const double UnitRoundoff = 1.1102230246251565e-16;
    private const double Between = 0.02;
    private const double Broken = 1e-4;
    private const double Alike = 0.9;
    private const double Rise = 1e-5;
    private const int MostAtOnce = 20;
    private const int MostIdle = 3;
    private const int MostPivots = 5000;

    private readonly SelectionModel model;
    private readonly double[] share;
    private readonly double[] multipliers;
    private readonly RowSimplex simplex;

    private RoundingCuts(SelectionModel model)
    {
        this.model = model;
        simplex = new(model, RowScale.Of(model));
        IsSolved = simplex.Solve(MostPivots);
        (share, multipliers) = (simplex.Share, new double[model.RowCount]);
        simplex.Multipliers(multipliers);
        Value = DualBound.Of(model, multipliers, [], [], new double[model.UnitCount]);
    }

    private bool IsSolved { get; }

    private double Value { get; }

    /// <summary>The highest bound that is found.</summary>
    /// <param name="model">A model without sides.</param>
    /// <param name="rounds">Rounds of new rows at most; fewer when the bound hardly rises any more.</param>
    /// <param name="enough">The bound at which to stop.</param>
    /// <param name="isOver">Asked between rounds.</param>
    public static double Bound(SelectionModel model, int rounds, double enough, Func<bool> isOver)
    {
        var (bound, idle) = (double.NegativeInfinity, 0);
        for (var (round, rows) = (0, model); ; round++)
        {
            var cuts = new RoundingCuts(rows);
            idle = cuts.Value > bound + Rise * Math.Abs(bound) ? 0 : idle + 1;
            bound = Math.Max(bound, cuts.Value);
            if (!cuts.IsSolved || round == rounds || idle > MostIdle || bound >= enough || isOver()) return bound;
            var chosen = cuts.Choose();
            if (chosen.Count == 0) return bound;
            rows = cuts.With(chosen, model.RowCount);
        }
    }

    /// <summary>The rows that the relaxation breaks by most, as left sides and right sides; for one model.</summary>
    public static IReadOnlyList<(double[] Left, double Right)> Of(SelectionModel model) => [.. new RoundingCuts(model).Choose().Select(cut => (cut.Left, cut.Right))];

    private List<Cut> Choose()
    {
        var (found, chosen) = (new List<Cut>(), new List<Cut>());
        for (var row = 0; row < model.RowCount; row++)
        {
            if (!(multipliers[row] > 0)) continue;
            var weights = new double[model.RowCount];
            weights[row] = 1;
            Find(weights, Divisors, found);
        }

        for (var unit = 0; unit < share.Length; unit++)
        {
            if (share[unit] is not (> Between and < 1 - Between)) continue;
            var weights = simplex.Weights(unit);
            Find(weights, _ => [1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0, 1 / 6.0, 1 / 7.0, 1 / 8.0], found);
            Find(Array.ConvertAll(weights, weight => -weight), _ => [1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0, 1 / 6.0, 1 / 7.0, 1 / 8.0], found);
        }

        foreach (var cut in found.OrderByDescending(cut => cut.Depth))
        {
            if (chosen.Count == MostAtOnce) break;
            if (chosen.TrueForAll(other => Cosine(cut.Left, other.Left) < Alike)) chosen.Add(cut);
        }

        return chosen;
    }

    // The amounts of units that are taken in part, and parts of them.
    private double[] Divisors(double[] sum)
    {
        var divisors = new SortedSet<double>();
        for (var unit = 0; unit < sum.Length; unit++)
            if (share[unit] is > 1e-6 and < 1 - 1e-6 && sum[unit] != 0) for (var part = 1; part <= 8; part++) divisors.Add(Math.Abs(sum[unit]) / part);
        return [.. divisors];
    }

    // The deepest cut of one sum of rows.
    private void Find(double[] weights, Func<double[], double[]> divisors, List<Cut> found)
    {
        for (var row = 0; row < weights.Length; row++) if (weights[row] != 0 && !model.Rows[row].IsHard) return;
        var sum = Sum(weights, out var need);
        Cut? best = null;
        foreach (var divisor in divisors(sum))
            if (Round(sum, need, weights, divisor) is { } cut && cut.Depth > (best?.Depth ?? Broken)) best = cut;
        if (best is not null) found.Add(best);
    }

    // The weighed sum of rows, and its need with the units that are mostly taken turned round.
    private double[] Sum(double[] weights, out double need)
    {
        var (sum, size) = (new double[model.UnitCount], 0.0);
        need = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            need += weights[row] * Least(row);
            size += Math.Abs(weights[row]) * (Math.Abs(model.Rows[row].Need) + model.Rows[row].Tolerance);
        }

        for (var unit = 0; unit < sum.Length; unit++)
        {
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++)
            {
                var term = weights[model.Row[entry]] * model.Amount[entry];
                (sum[unit], size) = (sum[unit] + term, size + Math.Abs(term));
            }

            if (IsTurned(unit)) need -= sum[unit];
        }

        need -= 4 * UnitRoundoff * size * (model.UnitCount + model.RowCount + 8);
        return sum;
    }

    private double Least(int row) => model.Rows[row].Need - model.Rows[row].Tolerance;

    private bool IsTurned(int unit) => share[unit] > 0.5;

    private Cut? Round(double[] sum, double need, double[] weights, double divisor)
    {
        var whole = Math.Floor(need / divisor);
        var part = need / divisor - whole;
        if (part is not (> Between and < 1 - Between)) return null;
        var (left, right, size) = (new double[sum.Length], whole + 1, Math.Abs(whole) + 1);
        for (var unit = 0; unit < sum.Length; unit++)
        {
            if (sum[unit] == 0) continue;
            var value = (IsTurned(unit) ? -sum[unit] : sum[unit]) / divisor;
            var rounded = Math.Floor(value) + Math.Min(1, (value - Math.Floor(value)) / part);
            left[unit] = IsTurned(unit) ? -rounded : rounded;
            if (IsTurned(unit)) right -= rounded;
            size += Math.Abs(value) + Math.Abs(rounded);
        }

        if (weights.AsSpan().ContainsAnyExceptInRange(0, double.PositiveInfinity)) Over(weights, 1 / divisor / part, left, ref right, ref size);
        right -= 1e-11 * size;
        var (held, squares) = (0.0, 0.0);
        for (var unit = 0; unit < left.Length; unit++) (held, squares) = (held + left[unit] * share[unit], squares + left[unit] * left[unit]);
        return new(left, right, (right - held) / Math.Sqrt(Math.Max(1e-300, squares)));
    }

    // What rows with weights below 0 hold too much, in terms of the units.
    private void Over(double[] weights, double factor, double[] left, ref double right, ref double size)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] >= 0) continue;
            var term = -weights[row] * factor * Least(row);
            (right, size) = (right + term, size + Math.Abs(term));
        }

        for (var unit = 0; unit < left.Length; unit++)
        {
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++)
            {
                if (weights[model.Row[entry]] >= 0) continue;
                var term = -weights[model.Row[entry]] * factor * model.Amount[entry];
                (left[unit], size) = (left[unit] + term, size + Math.Abs(term));
            }
        }
    }

    private static double Cosine(double[] a, double[] b)
    {
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var k = 0; k < a.Length; k++) (ab, aa, bb) = (ab + a[k] * b[k], aa + a[k] * a[k], bb + b[k] * b[k]);
        return ab / Math.Sqrt(aa * bb);
    }

    // The model with new rows, and without those of earlier rounds that no longer count.
    private SelectionModel With(List<Cut> cuts, int own)
    {
        var kept = Enumerable.Range(0, model.RowCount).Where(row => row < own || multipliers[row] > 0).ToArray();
        var place = new int[model.RowCount];
        Array.Fill(place, -1);
        for (var k = 0; k < kept.Length; k++) place[kept[k]] = k;
        var (first, row, amount) = (new int[model.UnitCount + 1], new List<int>(), new List<double>());
        for (var unit = 0; unit < model.UnitCount; unit++)
        {
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) Put(place[model.Row[entry]], model.Amount[entry]);
            for (var k = 0; k < cuts.Count; k++) Put(kept.Length + k, cuts[k].Left[unit]);
            first[unit + 1] = row.Count;
        }

        return new()
        {
            Units = model.Units,
            Forced = model.Forced,
            Constant = model.Constant,
            Cost = model.Cost,
            First = first,
            Row = [.. row],
            Amount = [.. amount],
            Rows = [.. kept.Select(k => model.Rows[k]), .. cuts.Select(cut => new SelectionRow("", cut.Right, 0, double.PositiveInfinity))],
            Sides = model.Sides,
            Impossible = [],
            Maximises = model.Maximises,
        };

        void Put(int at, double value)
        {
            if (at < 0 || value == 0) return;
            row.Add(at);
            amount.Add(value);
        }
    }

    private sealed record Cut(double[] Left, double Right, double Depth);
}
