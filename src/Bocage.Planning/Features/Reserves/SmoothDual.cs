namespace Bocage.Planning;

/// <summary>The best multipliers of a model without sides: Newton's method on a smoothed Lagrangian dual, smoothed less and less.</summary>
/// <remarks>
/// D(λ) = Σ λ·need + Σᵢ min over x in [0, 1] of rᵢ·x + μ·(x² − x), with rᵢ = costᵢ − Σ λ·a; so x = clip(½ − r/2μ) and D is at most μ/4 per fractional unit below the true dual.
/// Only fractional units bend D, so the Newton step, by conjugate gradients within the limits of λ, costs little more than a pass. One pass over the amounts per evaluation.
/// Rows are scaled. The result steers and is checked by <see cref="DualBound"/>. Sums are taken in fixed blocks, so that threads do not change them.
/// </remarks>
internal sealed unsafe class SmoothDual
{
    private const int Block = 512;
    private const int MostSteps = 12;
    private const double Shrink = 0.3;
    private const double EndLoss = 1e-5;

    private readonly AmountMatrix matrix;
    private readonly float[] cost;
    private readonly double[] need;
    private readonly double[] limit;
    private readonly float[] fraction;
    private readonly float[] lambdas;
    private readonly float[][] blockSums;
    private readonly double[] blockValues;
    private readonly double[] blockLosses;
    private readonly double[] typical;
    private readonly double worth;
    private readonly int rows;
    private readonly int[] bent;
    private int bentCount;

    /// <summary>Prepares a search.</summary>
    /// <param name="matrix">Scaled amounts.</param>
    /// <param name="cost">Cost of each unit.</param>
    /// <param name="need">Scaled need of each row.</param>
    /// <param name="limit">Highest multiplier of each scaled row; ∞ for hard rows.</param>
    public SmoothDual(AmountMatrix matrix, double[] cost, double[] need, double[] limit)
    {
        (this.matrix, this.need, this.limit, rows) = (matrix, need, limit, need.Length);
        this.cost = Array.ConvertAll(cost, c => (float)c);
        (fraction, FixedTo) = (new float[cost.Length], new sbyte[cost.Length]);
        bent = new int[cost.Length];
        lambdas = matrix.Vector();
        (typical, worth) = Typical();
        var blocks = (cost.Length + Block - 1) / Block;
        (blockSums, blockValues, blockLosses) = (new float[blocks][], new double[blocks], new double[blocks]);
        for (var block = 0; block < blocks; block++) blockSums[block] = matrix.Vector();
    }

    /// <summary>Units that are in (1) or out (-1) whatever they cost; 0 for free ones.</summary>
    public sbyte[] FixedTo { get; }

    /// <summary>The share of each unit at the point looked at last.</summary>
    public ReadOnlySpan<float> Fraction => fraction;

    /// <summary>Raises the dual from a start; λ is changed in place.</summary>
    /// <param name="lambda">Multipliers of scaled rows.</param>
    /// <param name="sharpness">1 for a start far off; less for one that is nearly right, which is then smoothed less.</param>
    /// <param name="levels">Levels of smoothing at most.</param>
    /// <param name="isOver">Asked between steps.</param>
    public void Maximise(double[] lambda, double sharpness, int levels, Func<bool> isOver)
    {
        var smoothing = 0.5 * sharpness * worth;
        var (gradient, trial, trialGradient, step) = (new double[rows], new double[rows], new double[rows], new double[rows]);
        for (var level = 0; level < levels && !isOver(); level++, smoothing *= Shrink)
        {
            var (value, loss) = Evaluate(lambda, smoothing, gradient);
            for (var k = 0; k < MostSteps && !isOver(); k++)
            {
                if (Promise(lambda, gradient) <= 0.1 * loss + 1e-7 * Math.Abs(value)) break;
                CollectBent();
                Newton(lambda, gradient, smoothing, step);
                var length = 1.0;
                for (; length > 1e-5; length *= 0.4)
                {
                    for (var row = 0; row < rows; row++) trial[row] = Math.Clamp(lambda[row] + length * step[row], 0, limit[row]);
                    var (trialValue, trialLoss) = Evaluate(trial, smoothing, trialGradient);
                    if (!(trialValue > value)) continue;
                    (value, loss) = (trialValue, trialLoss);
                    trial.CopyTo(lambda, 0);
                    trialGradient.CopyTo(gradient, 0);
                    break;
                }

                if (length <= 1e-5) break;
            }

            if (loss <= EndLoss * Math.Abs(value)) break;
        }
    }

    /// <summary>A start: the same multiplier for every row that wants something, at which about as much is wanted as is had.</summary>
    public double[] Start()
    {
        // Rows with a price start halfway to it, and so do those that weigh against them.
        if (limit.Any(double.IsFinite)) return [.. limit.Select((most, row) => double.IsFinite(most) ? 0.5 * most : 0.5 * typical[row])];
        var (lambda, gradient) = (new double[rows], new double[rows]);
        var (low, high) = (0.0, Math.Max(1e-6, cost.Length == 0 ? 1 : cost.Average(Math.Abs)));
        for (var k = 0; k < 60; k++)
        {
            var middle = k < 30 && low == 0 && high == Math.Abs(high) && !IsMet(high) ? high *= 4 : (low + high) / 2;
            if (middle == high) continue;
            if (high - low < 0.05 * high) break;
            if (IsMet(middle)) high = middle;
            else low = middle;
        }

        Fill(high);
        return lambda;

        bool IsMet(double level)
        {
            Fill(level);
            Evaluate(lambda, 1e-3 * Math.Max(1e-6, level), gradient);
            var sum = 0.0;
            for (var row = 0; row < rows; row++) if (need[row] > 0) sum += double.IsFinite(limit[row]) && lambda[row] >= limit[row] ? Math.Min(0, gradient[row]) : gradient[row];
            return sum <= 0;
        }

        void Fill(double level)
        {
            for (var row = 0; row < rows; row++) lambda[row] = need[row] > 0 ? Math.Min(level, double.IsFinite(limit[row]) ? limit[row] : level) : 0;
        }
    }

    // Per row, the multiplier at which a unit of middling worth just pays: the scale on which steps are measured.
    private (double[] Multipliers, double Worth) Typical()
    {
        var (sums, count, total) = (matrix.Vector(), Math.Max(1, cost.Length), 0.0);
        for (var row = 0; row < rows; row++) lambdas[row] = double.IsFinite(limit[row]) ? (float)limit[row] : 0;
        fixed (float* s = sums, l = lambdas)
        {
            for (var unit = 0; unit < cost.Length; unit++)
            {
                total += Math.Abs(cost[unit]) + Math.Abs(matrix.Dot(unit, l));
                matrix.AddSquares(unit, 1, s);
            }
        }

        total = Math.Max(1e-9, total / count);
        return ([.. limit.Select((most, row) => Math.Min(most, total / Math.Max(1e-30, Math.Sqrt(sums[row] / count))))], total);
    }

    private void SetLambda(double[] lambda)
    {
        for (var row = 0; row < rows; row++) lambdas[row] = (float)lambda[row];
    }

    // The value, what smoothing takes off it, and the gradient.
    private (double Value, double Loss) Evaluate(double[] lambda, double smoothing, double[] gradient)
    {
        SetLambda(lambda);
        if (cost.Length >= 8 * Block) Parallel.For(0, blockSums.Length, block => EvaluateBlock(block, (float)smoothing));
        else for (var block = 0; block < blockSums.Length; block++) EvaluateBlock(block, (float)smoothing);
        var (value, loss) = (0.0, 0.0);
        for (var row = 0; row < rows; row++)
        {
            value += lambda[row] * need[row];
            gradient[row] = need[row];
        }

        for (var block = 0; block < blockSums.Length; block++)
        {
            (value, loss) = (value + blockValues[block], loss + blockLosses[block]);
            for (var row = 0; row < rows; row++) gradient[row] -= blockSums[block][row];
        }

        return (value, loss);
    }

    private void EvaluateBlock(int block, float smoothing)
    {
        var (value, loss, scale) = (0.0, 0.0, 0.5f / smoothing);
        Array.Clear(blockSums[block]);
        fixed (float* l = lambdas, sums = blockSums[block])
        {
            for (var unit = block * Block; unit < Math.Min(cost.Length, (block + 1) * Block); unit++)
            {
                var fixedTo = FixedTo[unit];
                var reduced = cost[unit] - matrix.Dot(unit, l);
                var x = fixedTo == 0 ? Math.Clamp(0.5f - reduced * scale, 0, 1) : fixedTo > 0 ? 1 : 0;
                fraction[unit] = x;
                if (x == 0) continue;
                var smooth = reduced * x + smoothing * x * (x - 1);
                (value, loss) = (value + smooth, loss + (fixedTo == 0 ? Math.Min(0, reduced) : reduced) - smooth);
                matrix.Add(unit, x, sums);
            }
        }

        (blockValues[block], blockLosses[block]) = (value, loss);
    }

    // How much the gradient could still raise the value, to first order: a measure of distance from the best.
    private double Promise(double[] lambda, double[] gradient)
    {
        var sum = 0.0;
        for (var row = 0; row < rows; row++)
        {
            var upward = gradient[row] > 0 && !(lambda[row] >= limit[row]);
            if (upward) sum += gradient[row] * Math.Min(Math.Max(lambda[row], typical[row]), limit[row] - lambda[row]);
            else if (gradient[row] < 0) sum -= gradient[row] * lambda[row];
        }

        return sum;
    }

    private void CollectBent()
    {
        bentCount = 0;
        for (var unit = 0; unit < fraction.Length; unit++) if (fraction[unit] is > 0 and < 1) bent[bentCount++] = unit;
    }

    // Solves (H + ε) step = gradient over the rows that may move, H = Σ bent a·aᵀ / 2μ.
    private void Newton(double[] lambda, double[] gradient, double smoothing, double[] step)
    {
        var (diagonal, direction, product, residual) = (matrix.Vector(), matrix.Vector(), new double[rows], new double[rows]);
        var free = new bool[rows];
        fixed (float* d = diagonal)
            for (var k = 0; k < bentCount; k++) matrix.AddSquares(bent[k], (float)(0.5 / smoothing), d);
        var largest = 1e-30;
        for (var row = 0; row < rows; row++) largest = Math.Max(largest, diagonal[row]);
        var (damping, start, z, p) = (new double[rows], 0.0, new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            free[row] = !(lambda[row] <= 0 && gradient[row] <= 0) && !(lambda[row] >= limit[row] && gradient[row] >= 0);
            step[row] = 0;
            damping[row] = 1e-6 * largest + Math.Abs(gradient[row]) / (2 * Math.Max(lambda[row], typical[row]));
            residual[row] = free[row] ? gradient[row] : 0;
            z[row] = residual[row] / (diagonal[row] + damping[row]);
            p[row] = z[row];
            start += residual[row] * z[row];
        }

        var rho = start;
        for (var k = 0; k < 40 && rho > 1e-4 * start; k++)
        {
            Multiply(p, direction, product, smoothing, damping, free);
            var curvature = 0.0;
            for (var row = 0; row < rows; row++) curvature += p[row] * product[row];
            if (!(curvature > 0)) break;
            var (alpha, next) = (rho / curvature, 0.0);
            for (var row = 0; row < rows; row++)
            {
                step[row] += alpha * p[row];
                residual[row] -= alpha * product[row];
                z[row] = residual[row] / (diagonal[row] + damping[row]);
                next += residual[row] * z[row];
            }

            for (var row = 0; row < rows; row++) p[row] = z[row] + next / rho * p[row];
            rho = next;
        }
    }

    private void Multiply(double[] p, float[] direction, double[] product, double smoothing, double[] damping, bool[] free)
    {
        var sums = matrix.Vector();
        for (var row = 0; row < rows; row++) direction[row] = (float)p[row];
        fixed (float* v = direction, s = sums)
            for (var k = 0; k < bentCount; k++) matrix.Add(bent[k], (float)(0.5 / smoothing) * matrix.Dot(bent[k], v), s);
        for (var row = 0; row < rows; row++) product[row] = free[row] ? sums[row] + damping[row] * p[row] : 0;
    }
}
