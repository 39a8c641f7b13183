namespace Bocage.Planning;

/// <summary>What all terms of one tree gain at most at a fractional choice, and the plane that proves it: value ≤ Constant + Σ Slopes · x for every choice.</summary>
internal sealed class TreeEvaluation(int units)
{
    private readonly Dictionary<int, List<int>> open = [];

    /// <summary>The plane where every x is 0.</summary>
    public double Constant { get; private set; }

    /// <summary>How the plane rises with each unit, ≥ 0.</summary>
    public double[] Slopes { get; } = new double[units];

    /// <summary>Value that still rests on open columns.</summary>
    public double OpenLoss { get; private set; }

    /// <summary>Evaluates a tree, opening what matters there first.</summary>
    /// <param name="tree">The tree; it grows.</param>
    /// <param name="program">Work arrays.</param>
    /// <param name="x">The choice.</param>
    /// <param name="centre">A choice inside the possible ones.</param>
    /// <param name="loss">Open columns that may overstate the value by more than this are refined; ∞ for none.</param>
    /// <param name="rounds">How often at most.</param>
    public static TreeEvaluation Of(PathTree tree, TermProgram program, double[] x, double[] centre, double loss, int rounds)
    {
        var evaluation = new TreeEvaluation(x.Length);
        var pending = Enumerable.Range(0, tree.Terms.Count).ToList();
        for (var round = 0; pending.Count > 0; round++)
        {
            pending = evaluation.Pass(tree, program, pending, x, centre, round < rounds ? loss : double.PositiveInfinity);
            foreach (var node in evaluation.open.Keys.Order()) tree.Refine(node, evaluation.open[node]);
            evaluation.open.Clear();
        }

        return evaluation;
    }

    // Adds the terms that are settled, and returns the others.
    private List<int> Pass(PathTree tree, TermProgram program, List<int> pending, double[] x, double[] centre, double loss)
    {
        var unsettled = new List<int>();
        foreach (var k in pending)
        {
            var term = tree.Terms[k];
            program.Solve(tree, term, x, centre);
            var asks = false;
            foreach (var (column, share) in program.Open)
            {
                if (share * term.Weight * term.Gain(column) <= loss) continue;
                asks = true;
                var node = term[column].Node;
                if (!open.TryGetValue(node, out var terms)) open.Add(node, terms = []);
                terms.Add(k);
            }

            if (asks) unsettled.Add(k);
            else Settle(term, program);
        }

        return unsettled;
    }

    private void Settle(PathTerm term, TermProgram program)
    {
        Constant += term.Weight * (term.Least + program.Constant);
        foreach (var unit in program.Priced) Slopes[unit] += term.Weight * program.Prices[unit];
        foreach (var (column, share) in program.Open) OpenLoss += share * term.Weight * term.Gain(column);
    }
}
