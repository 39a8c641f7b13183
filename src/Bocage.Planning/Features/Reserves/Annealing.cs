using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Simulated annealing over single flips, with missing amounts priced by the multipliers of the dual.</summary>
/// <remarks>
/// Energy = Σ cost·x + Σ sides weight·|xᵢ − xⱼ| + Σ price·max(0, need − held). A flip whose best conceivable gain cannot reach the threshold −T·ln u is refused without looking at the rows;
/// the rest costs one pass over the unit's amounts. Kirkpatrick, Gelatt and Vecchi (1983), doi:10.1126/science.220.4598.671.
/// </remarks>
internal sealed unsafe class Annealing
{
    private const int Draws = 4096;
    private static readonly float[] MinusLog = [.. Enumerable.Range(0, Draws).Select(k => (float)-Math.Log((k + 0.5) / Draws))];

    private readonly AmountMatrix matrix;
    private readonly SelectionSides sides;
    private readonly float[] cost;
    private readonly float[] scaledNeed;
    private readonly bool[] isHard;
    private readonly float[] need;
    private readonly float[] price;
    private readonly float[] gainIn;
    private readonly float[] gainOut;
    private float penalty;

    /// <summary>Prepares a search.</summary>
    /// <param name="matrix">Scaled amounts of the units that may flip.</param>
    /// <param name="sides">Sides between them.</param>
    /// <param name="cost">Their costs.</param>
    /// <param name="scaledNeed">Scaled needs, less what units that do not flip hold.</param>
    /// <param name="isHard">Whether each row must be met, so that its price may rise.</param>
    /// <param name="prices">Starting price per row.</param>
    public Annealing(AmountMatrix matrix, SelectionSides sides, double[] cost, double[] scaledNeed, bool[] isHard, double[] prices)
    {
        (this.matrix, this.sides, this.isHard) = (matrix, sides, isHard);
        this.cost = Array.ConvertAll(cost, c => (float)c);
        this.scaledNeed = Array.ConvertAll(scaledNeed, n => (float)n);
        (need, price, gainIn, gainOut) = (matrix.Vector(), matrix.Vector(), new float[cost.Length], new float[cost.Length]);
        for (var row = 0; row < prices.Length; row++) price[row] = (float)prices[row];
    }

    /// <summary>Flips from a start, which is changed in place.</summary>
    /// <param name="selected">The choice.</param>
    /// <param name="hot">First temperature.</param>
    /// <param name="cold">Last temperature.</param>
    /// <param name="stages">Temperatures.</param>
    /// <param name="flips">Flips tried at each.</param>
    /// <param name="seed">Seed of chance.</param>
    /// <param name="isOver">Asked at every stage.</param>
    public void Run(bool[] selected, double hot, double cold, int stages, int flips, long seed, Func<bool> isOver)
    {
        var random = new SeededRandom(seed);
        var average = Enumerable.Range(0, scaledNeed.Length).Where(row => isHard[row]).Select(row => (double)price[row]).DefaultIfEmpty(0).Average();
        Price();
        for (var stage = 0; stage < stages && !isOver(); stage++)
        {
            Hold(selected);
            Stage(selected, (float)(hot * Math.Pow(cold / hot, stage / (double)Math.Max(1, stages - 1))), flips, random);
            if (2 * stage > stages) Raise(0.04 * average);
        }
    }

    // A hard row that is still missing something is priced higher.
    private void Raise(double step)
    {
        var changed = false;
        for (var row = 0; row < scaledNeed.Length; row++)
        {
            if (!isHard[row] || need[row] <= 1e-6f) continue;
            price[row] = (float)(1.04 * price[row] + step);
            changed = true;
        }

        if (changed) Price();
    }

    private void Price()
    {
        fixed (float* p = price)
        {
            for (var unit = 0; unit < cost.Length; unit++) (gainIn[unit], gainOut[unit]) = (matrix.Gain(unit, 1, p), matrix.Gain(unit, -1, p));
        }
    }

    // Works needs and penalty out afresh, so that rounding does not pile up.
    private void Hold(bool[] selected)
    {
        Array.Clear(need);
        scaledNeed.CopyTo(need, 0);
        fixed (float* n = need)
        {
            for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) matrix.Add(unit, -1, n);
        }

        var sum = 0.0;
        for (var row = 0; row < need.Length; row++) sum += (double)price[row] * Math.Max(0, need[row]);
        penalty = (float)sum;
    }

    private void Stage(bool[] selected, float temperature, int flips, SeededRandom random)
    {
        var (first, other, weight, count) = (sides.First, sides.Other, sides.OtherWeight, (ulong)selected.Length);
        fixed (float* n = need, p = price)
        {
            for (var k = 0; k < flips; k++)
            {
                var bits = random.NextBits();
                var unit = (int)((bits >> 32) * count >> 32);
                var threshold = temperature * MinusLog[bits & (Draws - 1)];
                var isIn = selected[unit];
                var change = isIn ? -cost[unit] : cost[unit];
                for (var place = first[unit]; place < first[unit + 1]; place++) change += selected[other[place]] == isIn ? weight[place] : -weight[place];
                if (change - (isIn ? gainOut[unit] : gainIn[unit]) > threshold) continue;
                var after = matrix.PenaltyAfter(unit, isIn ? -1 : 1, n, p, penalty);
                if (change + after - penalty > threshold) continue;
                penalty = after;
                matrix.Add(unit, isIn ? 1 : -1, n);
                selected[unit] = !isIn;
            }
        }
    }
}
