namespace Bocage.Planning;

/// <summary>Makes a nearly right choice right, and locally best: repair of unmet rows, dropping what is redundant, and exchanging one unit for another. In exact amounts.</summary>
internal sealed class Polish
{
    private readonly SelectionModel model;
    private readonly double[] weight;
    private readonly double[] need;
    private readonly bool[] selected;
    private readonly int[] core;

    /// <summary>Prepares.</summary>
    /// <param name="model">The model.</param>
    /// <param name="multipliers">Multiplier per row, by which missing amounts are weighed.</param>
    /// <param name="selected">The choice, changed in place.</param>
    /// <param name="core">Units that may be flipped.</param>
    public Polish(SelectionModel model, double[] multipliers, bool[] selected, int[] core)
    {
        (this.model, this.selected, this.core) = (model, selected, core);
        need = [.. model.Rows.Select(row => row.Need)];
        weight = new double[model.RowCount];
        for (var row = 0; row < weight.Length; row++)
            weight[row] = model.Rows[row].IsHard ? 1e-6 / Math.Max(1e-300, Math.Abs(model.Rows[row].Need)) + multipliers[row] : model.Rows[row].Price;
        for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) Take(unit, 1);
    }

    /// <summary>Whether every hard row is met, without leave to miss any.</summary>
    public bool IsMet
    {
        get
        {
            for (var row = 0; row < need.Length; row++) if (model.Rows[row].IsHard && need[row] > 0.5 * model.Rows[row].Tolerance) return false;
            return true;
        }
    }

    /// <summary>The value in the form of the model.</summary>
    public static double Value(SelectionModel model, bool[] selected)
    {
        var value = model.Constant;
        var need = model.Rows.Select(row => row.Need).ToArray();
        for (var unit = 0; unit < selected.Length; unit++)
        {
            if (!selected[unit]) continue;
            value += model.Cost[unit];
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) need[model.Row[entry]] -= model.Amount[entry];
        }

        for (var row = 0; row < need.Length; row++) if (!model.Rows[row].IsHard) value += model.Rows[row].Price * Math.Max(0, need[row]);
        for (var side = 0; side < model.Sides.Count; side++) if (selected[model.Sides.From[side]] != selected[model.Sides.To[side]]) value += model.Sides.Weight[side];
        return value;
    }

    /// <summary>Flips, each time, what removes most of the missing amounts for what it costs; false when some hard row stays unmet.</summary>
    public bool Repair(int most, Func<bool> isOver)
    {
        for (var k = 0; k < most && !IsMet; k++)
        {
            var (best, pick) = (0.0, -1);
            foreach (var unit in core)
            {
                var gain = -Missing(unit);
                if (gain <= 0) continue;
                var merit = gain / Math.Max(1e-9 * gain, Change(unit) + 1e-9);
                if (merit > best) (best, pick) = (merit, unit);
            }

            if (pick < 0 || isOver()) return false;
            Flip(pick);
        }

        return IsMet;
    }

    /// <summary>Flips single units, then exchanges pairs, while the value falls and every hard row stays met.</summary>
    /// <param name="rounds">How often at most.</param>
    /// <param name="exchanged">How many units of the core, from its beginning, are exchanged for one another.</param>
    /// <param name="isOver">Asked between units.</param>
    public void Improve(int rounds, int exchanged, Func<bool> isOver)
    {
        for (var (round, changed) = (0, true); changed && round < rounds && !isOver(); round++)
        {
            changed = FlipOnes();
            changed |= Exchange(core.AsSpan(0, Math.Min(exchanged, core.Length)), isOver);
            changed |= TakeOneDropMore(core.AsSpan(0, Math.Min(exchanged, core.Length)), isOver);
        }
    }

    private bool FlipOnes()
    {
        var changed = false;
        foreach (var unit in core.OrderBy(Change))
        {
            if (Change(unit) >= -1e-12 || !KeepsRows(unit)) continue;
            Flip(unit);
            changed = true;
        }

        return changed;
    }

    private bool Exchange(ReadOnlySpan<int> units, Func<bool> isOver)
    {
        var changed = false;
        foreach (var unit in units)
        {
            if (isOver()) return changed;
            if (!selected[unit]) continue;
            var gain = Change(unit);
            Flip(unit);
            var (best, pick) = (-1e-9 * Math.Max(1, Math.Abs(gain)), -1);
            foreach (var other in units)
            {
                if (selected[other] || other == unit) continue;
                var change = gain + Change(other);
                if (change < best && KeepsRows(other)) (best, pick) = (change, other);
            }

            Flip(pick < 0 ? unit : pick);
            changed |= pick >= 0;
        }

        return changed;
    }

    // A unit more may make several others redundant.
    private bool TakeOneDropMore(ReadOnlySpan<int> units, Func<bool> isOver)
    {
        var (changed, dropped) = (false, new List<int>());
        var dear = units.ToArray().OrderBy(unit => -model.Cost[unit]).ToArray();
        foreach (var unit in units)
        {
            if (isOver()) return changed;
            if (selected[unit] || !KeepsRows(unit)) continue;
            var change = Change(unit);
            Flip(unit);
            dropped.Clear();
            foreach (var other in dear)
            {
                if (!selected[other] || other == unit || !(Change(other) is var gain and < 0) || !KeepsRows(other)) continue;
                change += gain;
                Flip(other);
                dropped.Add(other);
            }

            if (change < -1e-9 * Math.Max(1, model.Cost[unit]))
            {
                changed = true;
                continue;
            }

            foreach (var other in dropped) Flip(other);
            Flip(unit);
        }

        return changed;
    }

    // Whether all hard rows are met after a flip.
    private bool KeepsRows(int unit)
    {
        var sign = selected[unit] ? -1 : 1;
        for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) need[model.Row[entry]] -= sign * model.Amount[entry];
        var isMet = IsMet;
        for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) need[model.Row[entry]] += sign * model.Amount[entry];
        return isMet;
    }

    // Change of the value by a flip; missing amounts of hard rows not counted.
    private double Change(int unit)
    {
        var sign = selected[unit] ? -1 : 1;
        var change = sign * model.Cost[unit];
        for (var place = model.Sides.First[unit]; place < model.Sides.First[unit + 1]; place++)
            change += selected[model.Sides.Other[place]] == selected[unit] ? model.Sides.OtherWeight[place] : -model.Sides.OtherWeight[place];
        for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++)
        {
            var row = model.Row[entry];
            if (!model.Rows[row].IsHard) change += model.Rows[row].Price * (Math.Max(0, need[row] - sign * model.Amount[entry]) - Math.Max(0, need[row]));
        }

        return change;
    }

    // Change of the weighed missing amounts of hard rows by a flip.
    private double Missing(int unit)
    {
        var (sign, change) = (selected[unit] ? -1 : 1, 0.0);
        for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++)
        {
            var row = model.Row[entry];
            if (model.Rows[row].IsHard) change += weight[row] * (Math.Max(0, need[row] - sign * model.Amount[entry]) - Math.Max(0, need[row]));
        }

        return change;
    }

    private void Flip(int unit)
    {
        Take(unit, selected[unit] ? -1 : 1);
        selected[unit] = !selected[unit];
    }

    private void Take(int unit, double sign)
    {
        for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) need[model.Row[entry]] -= sign * model.Amount[entry];
    }
}
