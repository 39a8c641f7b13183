namespace Bocage.Planning;

/// <summary>The best multipliers of a model with sides: a bundle method whose inner problem, multipliers fixed, is a minimum cut.</summary>
/// <remarks>A cut is whole by itself, so the dual's best value is that of the linear relaxation with a variable per side, which has three times the columns. Rows are scaled.</remarks>
internal sealed unsafe class BoundaryDual
{
    private const int MostPlanes = 60;

    private readonly SelectionModel model;
    private readonly AmountMatrix matrix;
    private readonly double[] need;
    private readonly double[] limit;
    private readonly MinimumCut cut;
    private readonly float[] lambdas;
    private readonly float[] sums;
    private readonly double[] reduced;
    private readonly double[] flow;
    private readonly bool[] selected;
    private readonly List<bool[]> choices = [];

    public BoundaryDual(SelectionModel model, AmountMatrix matrix, double[] need, double[] limit)
    {
        (this.model, this.matrix, this.need, this.limit) = (model, matrix, need, limit);
        (lambdas, sums, reduced, flow, selected) = (matrix.Vector(), matrix.Vector(), new double[model.UnitCount], new double[model.Sides.Count], new bool[model.UnitCount]);
        var largest = Math.Max(model.Cost.DefaultIfEmpty(0).Max(Math.Abs), model.Sides.Weight.DefaultIfEmpty(0).Max());
        cut = new(model.UnitCount, model.Sides, 64 * Math.Max(1e-9, largest));
        Flow = new double[model.Sides.Count];
        Share = new double[model.UnitCount];
    }

    /// <summary>Flow of the best cut: with the multipliers it proves the bound.</summary>
    public double[] Flow { get; }

    /// <summary>How much of each unit the relaxation takes, 0 to 1: the mean of the cuts, weighed as the bundle weighs them.</summary>
    public double[] Share { get; }

    /// <summary>The cuts that the bundle still holds.</summary>
    public IReadOnlyList<bool[]> Choices => choices;

    /// <summary>The bound at the best multipliers, before it is worked out exactly.</summary>
    public double Value { get; private set; }

    /// <summary>Raises the dual; λ is changed in place.</summary>
    public void Maximise(double[] lambda, int steps, double accuracy, Func<bool> isOver, Action<int, double> told)
    {
        var bundle = new BundleStep(model.RowCount, limit, MostPlanes);
        var (slope, next) = (new double[model.RowCount], new double[model.RowCount]);
        Value = Evaluate(lambda, slope);
        Keep(bundle.Add(Value, slope));
        flow.CopyTo(Flow, 0);
        var reach = 0.3 * Norm(lambda) / Math.Max(1e-12, Norm(slope));
        for (var step = 1; step < steps && !isOver(); step++)
        {
            var promise = bundle.Next(lambda, reach, 0.02 * accuracy * Math.Abs(Value), next) - Value;
            if (promise <= accuracy * Math.Abs(Value)) break;
            var value = Evaluate(next, slope);
            var there = value;
            for (var row = 0; row < model.RowCount; row++) there += slope[row] * (lambda[row] - next[row]);
            if (value > Value + 0.1 * promise)
            {
                if (value > Value + 0.5 * promise) reach *= 1.6;
                bundle.Move(lambda, next);
                next.CopyTo(lambda, 0);
                (Value, there) = (value, value);
                flow.CopyTo(Flow, 0);
            }
            else if (there - Value > 2 * promise)
            {
                reach *= 0.7;
            }

            Keep(bundle.Add(there, slope));
            told(step, Value);
        }

        for (var plane = 0; plane < choices.Count; plane++)
            for (var unit = 0; unit < Share.Length; unit++) if (choices[plane][unit]) Share[unit] += bundle.Weights[plane];
    }

    private void Keep(int plane)
    {
        if (plane == choices.Count) choices.Add((bool[])selected.Clone());
        else selected.CopyTo(choices[plane], 0);
    }

    // The value of the Lagrangian and its slope.
    private double Evaluate(double[] lambda, double[] slope)
    {
        for (var row = 0; row < model.RowCount; row++) lambdas[row] = (float)lambda[row];
        fixed (float* l = lambdas) for (var unit = 0; unit < reduced.Length; unit++) reduced[unit] = model.Cost[unit] - matrix.Dot(unit, l);
        cut.Solve(reduced, selected, flow);
        var value = model.Constant;
        Array.Clear(sums);
        fixed (float* s = sums)
        {
            for (var unit = 0; unit < selected.Length; unit++)
            {
                if (!selected[unit]) continue;
                value += reduced[unit];
                matrix.Add(unit, 1, s);
            }
        }

        for (var side = 0; side < model.Sides.Count; side++) if (selected[model.Sides.From[side]] != selected[model.Sides.To[side]]) value += model.Sides.Weight[side];
        for (var row = 0; row < model.RowCount; row++)
        {
            value += lambda[row] * need[row];
            slope[row] = need[row] - sums[row];
        }

        return value;
    }

    private static double Norm(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));
}
