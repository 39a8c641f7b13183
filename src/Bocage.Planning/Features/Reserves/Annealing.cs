using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Simulated annealing over single flips, with missing amounts priced by the multipliers of the dual.</summary>
/// <remarks>
/// Energy = Σ cost·x + Σ sides weight·|xᵢ − xⱼ| + Σ price·max(0, need − held). A flip whose best conceivable gain (the unit's amounts at their prices, and never more than all that is missing) cannot reach the threshold −T·ln u is refused without looking at the rows;
/// the rest costs one pass over the unit's amounts. Kirkpatrick, Gelatt and Vecchi (1983), doi:10.1126/science.220.4598.671.
/// </remarks>
internal sealed unsafe class Annealing
{
    /// <summary>How many draws of −ln u there are; a power of 2.</summary>
    public const int Draws = 4096;

    /// <summary>−ln u for evenly spread u.</summary>
    public static readonly float[] MinusLog = [.. Enumerable.Range(0, Draws).Select(k => (float)-Math.Log((k + 0.5) / Draws))];

    private const double RaisedFrom = 0.7;
    private const double RaisedBy = 0.01;

    private readonly AmountMatrix matrix;
    private readonly SelectionSides sides;
    private readonly float[] cost;
    private readonly PricedNeeds needs;
    private readonly float[] gainIn;
    private readonly float[] gainOut;

    /// <summary>Prepares a search.</summary>
    /// <param name="matrix">Scaled amounts of the units that may flip.</param>
    /// <param name="sides">Sides between them.</param>
    /// <param name="cost">Their costs.</param>
    /// <param name="needs">What rows miss, and its prices.</param>
    public Annealing(AmountMatrix matrix, SelectionSides sides, double[] cost, PricedNeeds needs)
    {
        (this.matrix, this.sides, this.needs) = (matrix, sides, needs);
        this.cost = Array.ConvertAll(cost, c => (float)c);
        (gainIn, gainOut) = (new float[cost.Length], new float[cost.Length]);
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
        Gains();
        for (var stage = 0; stage < stages && !isOver(); stage++)
        {
            needs.Hold(selected);
            Stage(selected, (float)(hot * Math.Pow(cold / hot, stage / (double)Math.Max(1, stages - 1))), flips, random);
            if (stage > RaisedFrom * stages && needs.Raise(RaisedBy)) Gains();
        }
    }

    private void Gains()
    {
        fixed (float* price = needs.Price)
        {
            for (var unit = 0; unit < cost.Length; unit++) (gainIn[unit], gainOut[unit]) = (matrix.Gain(unit, 1, price), matrix.Gain(unit, -1, price));
        }
    }

    private void Stage(bool[] selected, float temperature, int flips, SeededRandom random)
    {
        var (count, penalty) = ((ulong)selected.Length, needs.Penalty);
        fixed (float* need = needs.Need, price = needs.Price, weight = sides.OtherWeight, costs = cost, ins = gainIn, outs = gainOut, draws = MinusLog)
        fixed (int* first = sides.First, other = sides.Other)
        fixed (bool* chosen = selected)
        {
            for (var k = 0; k < flips; k++)
            {
                var bits = random.NextBits();
                var unit = (int)((bits >> 32) * count >> 32);
                var threshold = temperature * draws[bits & (Draws - 1)];
                var isIn = chosen[unit];
                var change = isIn ? -costs[unit] : costs[unit];
                for (var place = first[unit]; place < first[unit + 1]; place++) change += chosen[other[place]] == isIn ? weight[place] : -weight[place];
                var gain = isIn ? outs[unit] : ins[unit];
                if (change - (gain < penalty ? gain : penalty) > threshold) continue;
                var after = matrix.PenaltyAfter(unit, isIn ? -1 : 1, need, price, penalty);
                if (change + after - penalty > threshold) continue;
                penalty = after;
                matrix.Add(unit, isIn ? 1 : -1, need);
                chosen[unit] = !isIn;
            }
        }

        needs.Penalty = penalty;
    }
}
