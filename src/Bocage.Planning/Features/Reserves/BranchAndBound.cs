namespace Bocage.Planning;

/// <summary>Tries all choices of a model that bounds do not rule out, depth first; for models of up to a few hundred units.</summary>
/// <remarks>
/// At each node the multipliers are raised again from the parent's (with sides: the parent's multipliers are kept and a cut gives the flow), and <see cref="DualBound"/> with the fixed units decides.
/// A subtree is left out only when its bound is within 10⁻⁹ of the best value or a hard row can no longer be met.
/// </remarks>
internal sealed class BranchAndBound
{
    /// <summary>How close to the best value a bound must come to leave a subtree out, relative to the value.</summary>
    public const double Tolerance = 1e-9;

    private readonly SelectionModel model;
    private readonly double[] scale;
    private readonly SmoothDual? dual;
    private readonly MinimumCut? cut;
    private readonly sbyte[] fixedTo;
    private readonly double[] reduced;
    private readonly double[] flow;
    private readonly bool[] trial;
    private readonly Func<bool[], double?> consider;
    private readonly Func<bool> isOver;
    private readonly double ceiling;
    private long nodesLeft;

    /// <summary>Prepares.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scale">Scale of each row.</param>
    /// <param name="matrix">Its scaled amounts.</param>
    /// <param name="nodes">Nodes at most.</param>
    /// <param name="consider">Told a choice; its value, or null when it breaks a rule.</param>
    /// <param name="isOver">Asked at every node.</param>
    public BranchAndBound(SelectionModel model, double[] scale, AmountMatrix matrix, long nodes, Func<bool[], double?> consider, Func<bool> isOver)
    {
        (this.model, this.scale, this.consider, this.isOver, nodesLeft) = (model, scale, consider, isOver, nodes);
        (fixedTo, reduced, flow, trial) = (new sbyte[model.UnitCount], new double[model.UnitCount], new double[model.Sides.Count], new bool[model.UnitCount]);
        if (model.Sides.Count > 0) cut = new(model.UnitCount, model.Sides, Size());
        else dual = new(matrix, model.Cost, [.. model.Rows.Select((row, k) => row.Need * scale[k])], [.. model.Rows.Select((row, k) => row.Price / scale[k])]);
        ceiling = model.Constant + model.Cost.Sum(cost => Math.Max(0, cost)) + model.Sides.Weight.Sum() + model.Rows.Where(row => !row.IsHard).Sum(row => row.Price * Math.Max(0, row.Need));
        ceiling += Tolerance * Math.Max(1, Math.Abs(ceiling));
    }

    /// <summary>The best value known; ∞ before there is one.</summary>
    public double Best { get; set; } = double.PositiveInfinity;

    /// <summary>Searches; true when everything was tried or ruled out.</summary>
    /// <param name="lambda">Multipliers of scaled rows at the root.</param>
    public bool Run(double[] lambda) => Visit(lambda, 0);

    private double Size() => 64 * Math.Max(1e-9, Math.Max(model.Cost.DefaultIfEmpty(0).Max(Math.Abs), model.Sides.Weight.DefaultIfEmpty(0).Max()));

    private bool Visit(double[] parent, int depth)
    {
        if (--nodesLeft < 0 || isOver()) return false;
        if (!CanMeetRows()) return true;
        var lambda = (double[])parent.Clone();
        var bound = Bound(lambda);
        if (IsRuledOut(bound)) return true;
        if (dual is not null)
        {
            Array.Copy(fixedTo, dual.FixedTo, fixedTo.Length);
            dual.Maximise(lambda, 0.05, 6, isOver);
            if (IsRuledOut(Bound(lambda))) return true;
        }

        for (var unit = 0; unit < trial.Length; unit++) trial[unit] = fixedTo[unit] == 0 ? reduced[unit] < 0 : fixedTo[unit] > 0;
        if (consider(trial) is { } value && value < Best) Best = value;
        var pick = -1;
        for (var unit = 0; unit < fixedTo.Length; unit++)
            if (fixedTo[unit] == 0 && (pick < 0 || Math.Abs(reduced[unit]) < Math.Abs(reduced[pick]))) pick = unit;
        if (pick < 0) return true;
        var isDone = true;
        var first = (sbyte)(reduced[pick] <= 0 ? 1 : -1);
        foreach (var side in (ReadOnlySpan<sbyte>)[first, (sbyte)-first])
        {
            fixedTo[pick] = side;
            isDone = Visit(lambda, depth + 1) && isDone;
        }

        fixedTo[pick] = 0;
        return isDone;
    }

    private bool IsRuledOut(double bound) => bound > ceiling || (Best < double.PositiveInfinity && bound >= Best - Tolerance * Math.Max(1, Math.Abs(Best)));

    // With sides: the flow that is best for these multipliers, units that are fixed held by a cost that no cut pays.
    private double Bound(double[] lambda)
    {
        var multipliers = new double[lambda.Length];
        for (var row = 0; row < multipliers.Length; row++) multipliers[row] = lambda[row] * scale[row];
        if (cut is not null)
        {
            DualBound.Of(model, multipliers, [], fixedTo, reduced);
            var wall = Size() / 32 + model.Sides.Weight.Sum();
            for (var unit = 0; unit < reduced.Length; unit++) if (fixedTo[unit] != 0) reduced[unit] = -fixedTo[unit] * wall;
            cut.Solve(reduced, trial, flow);
        }

        return DualBound.Of(model, multipliers, flow, fixedTo, reduced);
    }

    private bool CanMeetRows()
    {
        var left = model.Rows.Select(row => row.Need - 2 * row.Tolerance).ToArray();
        for (var unit = 0; unit < fixedTo.Length; unit++)
        {
            if (fixedTo[unit] < 0) continue;
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++)
                if (fixedTo[unit] > 0 || model.Amount[entry] > 0) left[model.Row[entry]] -= model.Amount[entry];
        }

        for (var row = 0; row < left.Length; row++) if (model.Rows[row].IsHard && left[row] > 1e-12 * Math.Abs(model.Rows[row].Need)) return false;
        return true;
    }
}
