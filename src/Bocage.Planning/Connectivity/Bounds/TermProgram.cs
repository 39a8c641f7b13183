namespace Bocage.Planning;

/// <summary>The best mixture of the columns of one term at a fractional choice x, and the prices that prove it.</summary>
/// <remarks>
/// max Σ λ·gain, Σ λ ≤ 1, Σ over the columns that need unit o of λ ≤ x(o). Its dual, θ + Σ price(o)·x(o) with θ + Σ over o in W of price(o) ≥ gain of every column (W, gain), holds for every x.
/// Columns that need a unit with x = 0 take no part in the mixture; their prices are laid afterwards on the unit that the centre likes least. O(pivots · units · columns), both few. For one thread.
/// </remarks>
internal sealed class TermProgram(int units)
{
    private const double Nothing = 1e-9;
    private readonly int[] rowOf = new int[units];
    private readonly List<int> rowUnits = [];
    private readonly List<int> active = [];
    private double[] table = [];
    private int[] basis = [];
    private int width;

    /// <summary>What the term gains without any unit.</summary>
    public double Constant { get; private set; }

    /// <summary>Price of each unit in <see cref="Priced"/>.</summary>
    public double[] Prices { get; } = new double[units];

    /// <summary>Units with a price.</summary>
    public List<int> Priced { get; } = [];

    /// <summary>Open columns in the mixture, with their share.</summary>
    public List<(int Column, double Share)> Open { get; } = [];

    /// <summary>Solves a term.</summary>
    /// <param name="tree">The tree it is of.</param>
    /// <param name="term">The term; <see cref="PathTerm.Weight"/> and <see cref="PathTerm.Least"/> are left out of the answer.</param>
    /// <param name="x">Share of each unit, 0–1.</param>
    /// <param name="centre">A choice inside the possible ones, to choose among equal prices.</param>
    public void Solve(PathTree tree, PathTerm term, ReadOnlySpan<double> x, ReadOnlySpan<double> centre)
    {
        foreach (var unit in Priced) Prices[unit] = 0;
        Priced.Clear();
        Open.Clear();
        Constant = 0;
        Collect(tree, term, x);
        if (active.Count > 0) Mix(tree, term, x, centre);
        Cover(tree, term, x, centre);
        foreach (var unit in rowUnits) rowOf[unit] = 0;
    }

    private void Collect(PathTree tree, PathTerm term, ReadOnlySpan<double> x)
    {
        rowUnits.Clear();
        active.Clear();
        for (var column = 0; column < term.Count; column++)
        {
            var isActive = term.Gain(column) > 0 && (term.Unit < 0 || x[term.Unit] > Nothing);
            var set = tree.UnitsOf(term[column].Node);
            for (var k = 0; isActive && k < set.Length; k++) isActive = x[set[k]] > Nothing;
            if (!isActive) continue;
            active.Add(column);
            foreach (var unit in set) AddRow(unit);
            if (term.Unit >= 0) AddRow(term.Unit);
        }
    }

    private void AddRow(int unit)
    {
        if (rowOf[unit] > 0) return;
        rowUnits.Add(unit);
        rowOf[unit] = rowUnits.Count;
    }

    // Tableau: row 0 is Σλ ≤ 1, rows 1.. are units; the last row is the objective; columns: λ, slacks, right side.
    private void Mix(PathTree tree, PathTerm term, ReadOnlySpan<double> x, ReadOnlySpan<double> centre)
    {
        var rows = rowUnits.Count + 1;
        width = active.Count + rows + 1;
        if (table.Length < (rows + 1) * width) table = new double[2 * (rows + 1) * width];
        if (basis.Length < rows) basis = new int[2 * rows];
        Array.Clear(table, 0, (rows + 1) * width);
        for (var row = 0; row < rows; row++)
        {
            basis[row] = active.Count + row;
            table[row * width + active.Count + row] = 1;
            table[row * width + width - 1] = row == 0 ? 1 : (1 - 1e-4) * Math.Min(1, x[rowUnits[row - 1]]) + 1e-4 * centre[rowUnits[row - 1]];
        }

        for (var k = 0; k < active.Count; k++)
        {
            table[k] = 1;
            foreach (var unit in tree.UnitsOf(term[active[k]].Node)) table[rowOf[unit] * width + k] = 1;
            if (term.Unit >= 0) table[rowOf[term.Unit] * width + k] = 1;
            table[rows * width + k] = -term.Gain(active[k]);
        }

        for (var pivots = 0; pivots < 200 && Pivot(rows); pivots++) { }
        Constant = Math.Max(0, table[rows * width + active.Count]);
        for (var row = 1; row < rows; row++) Charge(rowUnits[row - 1], Math.Max(0, table[rows * width + active.Count + row]));
        for (var row = 0; row < rows; row++)
            if (basis[row] < active.Count && term[active[basis[row]]].IsOpen && table[row * width + width - 1] > 1e-7) Open.Add((active[basis[row]], table[row * width + width - 1]));
    }

    private bool Pivot(int rows)
    {
        var objective = table.AsSpan(rows * width, width);
        var enter = -1;
        var least = -1e-12;
        for (var k = 0; k < width - 1; k++) if (objective[k] < least) (least, enter) = (objective[k], k);
        if (enter < 0) return false;
        var leave = -1;
        var ratio = double.PositiveInfinity;
        for (var row = 0; row < rows; row++)
        {
            var step = table[row * width + enter];
            if (step > 1e-9 && table[row * width + width - 1] / step < ratio) (ratio, leave) = (table[row * width + width - 1] / step, row);
        }

        if (leave < 0) return false;
        var pivot = table.AsSpan(leave * width, width);
        var scale = 1 / pivot[enter];
        foreach (ref var value in pivot) value *= scale;
        basis[leave] = enter;
        for (var row = 0; row <= rows; row++)
        {
            var factor = table[row * width + enter];
            if (row == leave || factor == 0) continue;
            var other = table.AsSpan(row * width, width);
            for (var k = 0; k < width; k++) other[k] -= factor * pivot[k];
        }

        return true;
    }

    private void Charge(int unit, double price)
    {
        if (price <= 0) return;
        if (Prices[unit] == 0) Priced.Add(unit);
        Prices[unit] += price;
    }

    // Whatever went before, afterwards θ + Σ prices ≥ gain for every column: this is what makes the cut valid.
    private void Cover(PathTree tree, PathTerm term, ReadOnlySpan<double> x, ReadOnlySpan<double> centre)
    {
        for (var column = 0; column < term.Count; column++)
        {
            var missing = term.Gain(column) - Constant;
            if (missing <= 0) continue;
            var set = tree.UnitsOf(term[column].Node);
            var cheapest = term.Unit;
            if (term.Unit >= 0) missing -= Prices[term.Unit];
            foreach (var unit in set)
            {
                if (unit == term.Unit) continue;
                missing -= Prices[unit];
                if (cheapest < 0 || x[unit] < x[cheapest] - Nothing || (x[unit] < x[cheapest] + Nothing && centre[unit] < centre[cheapest])) cheapest = unit;
            }

            if (missing <= 0) continue;
            if (cheapest < 0) Constant += missing;
            else Charge(cheapest, missing);
        }
    }
}
