using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Simulated annealing over flips of units at the edge of a choice, for compact choices: inside and outside hardly any flip pays.</summary>
/// <remarks>
/// The same energy as <see cref="Annealing"/>. The units with a neighbour that is chosen otherwise are kept in a list, changed at every flip, and drawn from; one draw in twenty is from all units. Temperatures fall evenly,
/// because borders move at temperatures of about half a side. The best choice without anything missing is kept, wherever on the walk it was.
/// </remarks>
internal sealed unsafe class EdgeAnnealing
{
    private const ulong Anywhere = (1 << 16) / 20;
    private const double RaisedBy = 0.01;
    private const float Met = 1e-3f;

    private readonly AmountMatrix matrix;
    private readonly SelectionSides sides;
    private readonly float[] cost;
    private readonly PricedNeeds needs;
    private readonly float[] gainIn;
    private readonly float[] gainOut;
    private readonly int[] edge;
    private readonly int[] place;
    private readonly int[] otherwise;
    private readonly bool[] best;
    private int edgeCount;
    private double bestValue = double.PositiveInfinity;

    /// <summary>Prepares a search; the parameters are those of <see cref="Annealing"/>.</summary>
    public EdgeAnnealing(AmountMatrix matrix, SelectionSides sides, double[] cost, PricedNeeds needs)
    {
        (this.matrix, this.sides, this.needs) = (matrix, sides, needs);
        this.cost = Array.ConvertAll(cost, c => (float)c);
        (gainIn, gainOut) = (new float[cost.Length], new float[cost.Length]);
        (edge, place, otherwise, best) = (new int[cost.Length], new int[cost.Length], new int[cost.Length], new bool[cost.Length]);
    }

    /// <summary>How many units have a neighbour that is chosen otherwise.</summary>
    public static int EdgeOf(SelectionSides sides, bool[] selected)
    {
        var count = 0;
        for (var unit = 0; unit < selected.Length; unit++)
        {
            var place = sides.First[unit];
            while (place < sides.First[unit + 1] && selected[sides.Other[place]] == selected[unit]) place++;
            if (place < sides.First[unit + 1]) count++;
        }

        return count;
    }

    /// <summary>Flips from a start, which becomes the best choice without anything missing, or the last one where there was none; the other parameters are those of <see cref="Annealing.Run"/>.</summary>
    /// <param name="selected">The choice.</param>
    /// <param name="hot">First temperature.</param>
    /// <param name="cold">Last temperature.</param>
    /// <param name="raisedFrom">Part of the stages after which prices of rows that miss something rise: late is better where the first prices nearly suffice, early is safe.</param>
    /// <param name="stages">Temperatures.</param>
    /// <param name="flips">Flips tried at each.</param>
    /// <param name="seed">Seed of chance.</param>
    /// <param name="isOver">Asked at every stage.</param>
    /// <returns>Whether there was one.</returns>
    public bool Run(bool[] selected, double hot, double cold, double raisedFrom, int stages, int flips, long seed, Func<bool> isOver)
    {
        var random = new SeededRandom(seed);
        bestValue = double.PositiveInfinity;
        Edge(selected);
        Gains();
        for (var stage = 0; stage < stages && !isOver(); stage++)
        {
            needs.Hold(selected);
            Stage(selected, (float)(hot + (cold - hot) * stage / Math.Max(1, stages - 1)), flips, random);
            if (stage >= raisedFrom * stages && needs.Raise(RaisedBy)) Gains();
        }

        if (double.IsInfinity(bestValue)) return false;
        best.CopyTo(selected, 0);
        return true;
    }

    private void Edge(bool[] selected)
    {
        edgeCount = 0;
        for (var unit = 0; unit < selected.Length; unit++)
        {
            (otherwise[unit], place[unit]) = (0, -1);
            for (var at = sides.First[unit]; at < sides.First[unit + 1]; at++) if (selected[sides.Other[at]] != selected[unit]) otherwise[unit]++;
            if (otherwise[unit] > 0) Put(unit);
        }
    }

    private void Gains()
    {
        fixed (float* price = needs.Price)
        {
            for (var unit = 0; unit < cost.Length; unit++) (gainIn[unit], gainOut[unit]) = (matrix.Gain(unit, 1, price), matrix.Gain(unit, -1, price));
        }
    }

    private double Value(bool[] selected)
    {
        var value = 0.0;
        for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) value += cost[unit];
        for (var side = 0; side < sides.Count; side++) if (selected[sides.From[side]] != selected[sides.To[side]]) value += sides.Weight[side];
        return value;
    }

    private void Stage(bool[] selected, float temperature, int flips, SeededRandom random)
    {
        var (count, penalty, value) = ((ulong)selected.Length, needs.Penalty, Value(selected));
        fixed (float* need = needs.Need, price = needs.Price, weight = sides.OtherWeight, draws = Annealing.MinusLog)
        fixed (int* first = sides.First, other = sides.Other)
        fixed (bool* chosen = selected)
        {
            for (var k = 0; k < flips; k++)
            {
                var bits = random.NextBits();
                var unit = edgeCount == 0 || (bits >> 12 & 0xFFFF) < Anywhere ? (int)((bits >> 32) * count >> 32) : edge[(bits >> 32) * (ulong)edgeCount >> 32];
                var threshold = temperature * draws[bits & (Annealing.Draws - 1)];
                var isIn = chosen[unit];
                var change = isIn ? -cost[unit] : cost[unit];
                for (var at = first[unit]; at < first[unit + 1]; at++) change += chosen[other[at]] == isIn ? weight[at] : -weight[at];
                var gain = isIn ? gainOut[unit] : gainIn[unit];
                if (change - (gain < penalty ? gain : penalty) > threshold) continue;
                var after = matrix.PenaltyAfter(unit, isIn ? -1 : 1, need, price, penalty);
                if (change + after - penalty > threshold) continue;
                matrix.Add(unit, isIn ? 1 : -1, need);
                (penalty, value) = (after, value + change);
                Turn(chosen, unit);
                if (penalty >= Met || value >= bestValue - Met) continue;
                bestValue = value;
                selected.CopyTo(best, 0);
            }
        }

        needs.Penalty = penalty;
    }

    private void Turn(bool* chosen, int unit)
    {
        var was = chosen[unit];
        chosen[unit] = !was;
        for (var at = sides.First[unit]; at < sides.First[unit + 1]; at++)
        {
            var neighbour = sides.Other[at];
            if (chosen[neighbour] != was)
            {
                if (--otherwise[neighbour] == 0) Drop(neighbour);
            }
            else if (otherwise[neighbour]++ == 0)
            {
                Put(neighbour);
            }
        }

        var before = otherwise[unit];
        otherwise[unit] = sides.First[unit + 1] - sides.First[unit] - before;
        if (before == 0 && otherwise[unit] > 0) Put(unit);
        else if (before > 0 && otherwise[unit] == 0) Drop(unit);
    }

    private void Put(int unit)
    {
        place[unit] = edgeCount;
        edge[edgeCount++] = unit;
    }

    private void Drop(int unit)
    {
        var last = edge[--edgeCount];
        (edge[place[unit]], place[last], place[unit]) = (last, place[unit], -1);
    }
}
