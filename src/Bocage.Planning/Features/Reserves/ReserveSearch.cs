namespace Bocage.Planning;

/// <summary>One run of <see cref="ReserveSolver"/>.</summary>
internal sealed class ReserveSearch(PlanningProblem problem, SelectionModel model, SolveLimits limits, IProgress<SolveProgress>? progress, CancellationToken cancellation)
{
    private readonly long started = limits.Clock.GetTimestamp();
    private readonly double[] scale = [.. Enumerable.Range(0, model.RowCount).Select(row => Scale(model, row))];
    private double[] multipliers = [];
    private double[] reduced = new double[model.UnitCount];
    private double bound = double.NegativeInfinity;
    private bool[]? best;
    private double bestValue = double.PositiveInfinity;

    public Solution Run()
    {
        void Note(string stage) => progress?.Report(new(stage, model.Outward(bestValue), model.Outward(bound)));
        Note($"model {model.UnitCount} x {model.RowCount}, {model.Amount.Length} entries");
        var matrix = new AmountMatrix(model, scale);
        Note("matrix");
        var need = Enumerable.Range(0, model.RowCount).Select(row => model.Rows[row].Need * scale[row]).ToArray();
        var limit = Enumerable.Range(0, model.RowCount).Select(row => model.Rows[row].Price / scale[row]).ToArray();
        var dual = new SmoothDual(matrix, model.Cost, need, limit);
        var lambda = dual.Start();
        Note("start");
        dual.Maximise(lambda, IsOver);
        multipliers = [.. lambda.Select((l, row) => l * scale[row])];
        bound = DualBound.Of(model, multipliers, [], reduced);
        Note("dual");
        var core = Core(Math.Max(2000, 30 * model.RowCount));
        Consider(Anneal(core, lambda, need, 1), core);
        Note("anneal");
        return Answer();
    }

    private bool[] Anneal(int[] core, double[] lambda, double[] need, int seed)
    {
        var selected = Array.ConvertAll(reduced, r => r < 0);
        var rest = (double[])need.Clone();
        var isCore = new bool[model.UnitCount];
        foreach (var unit in core) isCore[unit] = true;
        for (var unit = 0; unit < model.UnitCount; unit++)
        {
            if (isCore[unit] || !selected[unit]) continue;
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) rest[model.Row[entry]] -= model.Amount[entry] * scale[model.Row[entry]];
        }

        var matrix = new AmountMatrix(model, scale, core);
        var hard = model.Rows.Select(row => row.IsHard).ToArray();
        var average = lambda.DefaultIfEmpty(0).Average();
        var prices = lambda.Select((l, row) => hard[row] ? 1.5 * l + 0.02 * average : model.Rows[row].Price / scale[row]).ToArray();
        var flips = core.Select(unit => selected[unit]).ToArray();
        var spread = core.Select(unit => Math.Abs(reduced[unit])).Order().ElementAt(core.Length / 2);
        new Annealing(matrix, new(core.Length, []), [.. core.Select(unit => model.Cost[unit])], rest, hard, prices)
            .Run(flips, 0.5 * spread, 0.01 * spread, 100, 20 * core.Length, seed + limits.Seed, IsOver);
        for (var k = 0; k < core.Length; k++) selected[core[k]] = flips[k];
        return selected;
    }

    private void Consider(bool[] selected, int[] core)
    {
        var polish = new Polish(model, multipliers, selected, core);
        if (!polish.Repair(10 * model.RowCount + 100, IsOver) && !polish.IsMet) return;
        polish.Improve(2, IsOver);
        var whole = model.Whole(selected);
        var value = Polish.Value(model, selected);
        if (value >= bestValue || !problem.Allows(whole)) return;
        (best, bestValue) = (whole, value);
    }

    // The units whose choice is least settled by the dual.
    private int[] Core(int most)
    {
        var units = Enumerable.Range(0, model.UnitCount).ToArray();
        if (units.Length <= most) return units;
        Array.Sort(Array.ConvertAll(reduced, Math.Abs), units);
        return units[..most];
    }

    private bool IsOver() => cancellation.IsCancellationRequested || (limits.Time is { } time && limits.Clock.GetElapsedTime(started) >= time);

    private static double Scale(SelectionModel model, int row) => 1 / Math.Max(1e-300, Math.Abs(model.Rows[row].Need));

    private Solution Answer()
    {
        if (best is null) return Solution.Infeasible((string[])["nothing found"], model.Maximises);
        return new()
        {
            Outcome = SolveOutcome.WithinGap,
            Selected = [.. Enumerable.Range(0, best.Length).Where(unit => best[unit])],
            Objective = problem.ValueOf(best),
            Bound = model.Outward(bound),
            Cost = problem.CostOf(best),
        };
    }
}
