using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Simulated annealing over flips of two units at once, for the end of a walk: when targets are just met, one unit leaves as another comes.</summary>
/// <remarks>
/// The same energy as <see cref="Annealing"/>. With sides only units at the edge of the choice are drawn: the others are hardly ever worth a flip. One try in eight flips a single unit.
/// Prices rise at every stage in which a row misses something, so that the walk ends with next to nothing missing.
/// </remarks>
internal sealed unsafe class ExchangeAnnealing(AmountMatrix matrix, SelectionSides sides, double[] cost, PricedNeeds needs)
{
    private const double RaisedBy = 0.02;
    private const ulong Single = 7UL << 12;

    private readonly float[] cost = Array.ConvertAll(cost, c => (float)c);
    private readonly int[] drawn = new int[cost.Length];
    private int drawnCount;

    /// <summary>Exchanges from a start, which is changed in place; the parameters are those of <see cref="Annealing.Run"/>.</summary>
    public void Run(bool[] selected, double hot, double cold, int stages, int tries, long seed, Func<bool> isOver)
    {
        var random = new SeededRandom(seed);
        for (var stage = 0; stage < stages && !isOver(); stage++)
        {
            needs.Hold(selected);
            needs.Raise(RaisedBy);
            Draw(selected);
            if (drawnCount < 2) return;
            Stage(selected, (float)(hot * Math.Pow(cold / hot, stage / (double)Math.Max(1, stages - 1))), tries, random);
        }
    }

    private void Draw(bool[] selected)
    {
        drawnCount = 0;
        for (var unit = 0; unit < selected.Length; unit++)
        {
            var isDrawn = sides.Count == 0;
            for (var place = sides.First[unit]; place < sides.First[unit + 1] && !isDrawn; place++) isDrawn = selected[sides.Other[place]] != selected[unit];
            if (isDrawn) drawn[drawnCount++] = unit;
        }
    }

    private void Stage(bool[] selected, float temperature, int tries, SeededRandom random)
    {
        fixed (float* need = needs.Need, price = needs.Price)
        {
            for (var k = 0; k < tries; k++)
            {
                var (bits, more) = (random.NextBits(), random.NextBits());
                var (unit, other) = (drawn[(bits >> 32) * (ulong)drawnCount >> 32], drawn[(more >> 32) * (ulong)drawnCount >> 32]);
                var threshold = temperature * Annealing.MinusLog[bits & (Annealing.Draws - 1)];
                if ((more & Single) == 0) One(selected, unit, threshold, need, price);
                else if (unit != other) Two(selected, unit, other, threshold, need);
            }
        }
    }

    private void One(bool[] selected, int unit, float threshold, float* need, float* price)
    {
        var change = Change(selected, unit);
        if (change - needs.Penalty > threshold && selected[unit]) return;
        var sign = selected[unit] ? -1 : 1;
        var after = matrix.PenaltyAfter(unit, sign, need, price, needs.Penalty);
        if (change + after - needs.Penalty > threshold) return;
        Flip(selected, unit, sign, need);
        needs.Penalty = after;
    }

    // The penalty cannot fall below 0, so that most pairs are refused by their costs and sides alone.
    private void Two(bool[] selected, int unit, int other, float threshold, float* need)
    {
        var change = Change(selected, unit);
        selected[unit] = !selected[unit];
        change += Change(selected, other);
        selected[unit] = !selected[unit];
        if (change - needs.Penalty > threshold) return;
        var (sign, otherSign) = (selected[unit] ? -1 : 1, selected[other] ? -1 : 1);
        var after = needs.PenaltyAfter(unit, sign, other, otherSign);
        if (change + after - needs.Penalty > threshold) return;
        Flip(selected, unit, sign, need);
        Flip(selected, other, otherSign, need);
        needs.Penalty = after;
    }

    private void Flip(bool[] selected, int unit, int sign, float* need)
    {
        matrix.Add(unit, -sign, need);
        selected[unit] = !selected[unit];
    }

    private float Change(bool[] selected, int unit)
    {
        var isIn = selected[unit];
        var change = isIn ? -cost[unit] : cost[unit];
        for (var place = sides.First[unit]; place < sides.First[unit + 1]; place++) change += selected[sides.Other[place]] == isIn ? sides.OtherWeight[place] : -sides.OtherWeight[place];
        return change;
    }
}
