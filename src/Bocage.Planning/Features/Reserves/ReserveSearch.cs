namespace Bocage.Planning;

/// <summary>One run of <see cref="ReserveSolver"/>: dual, annealing and polish in rounds, then, where the model is not large, rounding cuts, or, where it is small, branch and bound.</summary>
internal sealed class ReserveSearch
{
    private const int SampledFrom = 20_000;
    private const int Sample = 8;
    private const int BranchedUpTo = 400;
    private const long MostNodes = 20_000;
    private const int Rounds = 2;
    private const double MostExchanges = 1e7;
    private const int MostCutAmounts = 50_000;
    private const int CutRounds = 20;
    private const double CompactShare = 0.15;

    private readonly PlanningProblem problem;
    private readonly SelectionModel model;
    private readonly SolveLimits limits;
    private readonly IProgress<SolveProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly long started;
    private readonly double[] scale;
    private readonly double[] need;
    private readonly double[] limit;
    private readonly double[] reduced;
    private readonly AmountMatrix matrix;
    private readonly bool mayBranch;
    private readonly bool isFine;
    private double[] lambda = [];
    private double[] multipliers = [];
    private double bound = double.NegativeInfinity;
    private bool hasCuts;
    private bool[]? best;
    private double bestValue = double.PositiveInfinity;

    public ReserveSearch(PlanningProblem problem, SelectionModel model, SolveLimits limits, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        (this.problem, this.model, this.limits, this.progress, this.cancellation) = (problem, model, limits, progress, cancellation);
        started = limits.Clock.GetTimestamp();
        scale = RowScale.Of(model);
        need = [.. model.Rows.Select((row, k) => row.Need * scale[k])];
        limit = [.. model.Rows.Select((row, k) => row.Price / scale[k])];
        reduced = new double[model.UnitCount];
        matrix = new(model, scale);
        mayBranch = model.UnitCount <= BranchedUpTo;
        isFine = model.Sides.Count == 0 && !mayBranch && model.Amount.Length <= MostCutAmounts;
    }

    private bool IsOver => cancellation.IsCancellationRequested || (limits.Time is { } time && limits.Clock.GetElapsedTime(started) >= time);

    private double Gap => bestValue == bound ? 0 : Math.Abs(bestValue - bound) / Math.Abs(bestValue);

    public Solution Run()
    {
        Dual();
        Consider(Array.ConvertAll(reduced, r => r < 0));
        var start = model.Sides.Count > 0 ? BoundaryStart() : Array.ConvertAll(reduced, r => r < 0);
        for (var round = 0; round < Rounds && !IsOver && !IsGoodEnough(); round++) Round(start, round);
        if (isFine && !IsOver && !IsGoodEnough()) Cut();
        for (var round = Rounds; limits.Time is not null && !mayBranch && !IsOver && !IsGoodEnough(); round++) Round(start, round);
        var isProven = false;
        if (mayBranch && !IsOver && !IsGoodEnough()) isProven = Branch();
        if (best is null && (isProven || IsProvenInfeasible())) return Solution.Infeasible(Conflict.Of(model, () => IsOver), model.Maximises);
        return Answer(isProven);
    }

    // Very near: a gap that is only what rounding is allowed.
    private bool IsGoodEnough() => best is not null && Gap <= Math.Max(limits.RatioGap, BranchAndBound.Tolerance);

    private bool Over() => IsOver;

    private void Dual()
    {
        var dual = new SmoothDual(matrix, model.Cost, need, limit);
        if (model.UnitCount >= SampledFrom)
        {
            lambda = SampleDual();
            dual.Maximise(lambda, 0.02, 8, Over);
        }
        else
        {
            lambda = dual.Start();
            dual.Maximise(lambda, 1, 14, Over);
        }

        Prove([]);
        Tell("dual");
    }

    // A part of the units, and the same part of the needs: nearly the same multipliers for an eighth of the work.
    private double[] SampleDual()
    {
        var units = Enumerable.Range(0, model.UnitCount).Where(unit => (unchecked((uint)unit * 0x9E3779B1u) >> 16) % Sample == 0).ToArray();
        var dual = new SmoothDual(new(model, scale, units), [.. units.Select(unit => model.Cost[unit])], [.. need.Select(n => n * units.Length / model.UnitCount)], limit);
        var start = dual.Start();
        dual.Maximise(start, 1, 8, Over);
        return start;
    }

    private void Prove(double[] flow)
    {
        multipliers = [.. lambda.Select((l, row) => l * scale[row])];
        bound = Math.Max(bound, DualBound.Of(model, multipliers, flow, [], reduced));
    }

    // Where the relaxation takes more than half of a unit.
    private bool[] BoundaryStart()
    {
        var sided = new BoundaryDual(model, matrix, need, limit);
        sided.Maximise(lambda, 300, Math.Max(1e-4, 0.02 * limits.RatioGap), Over, (step, value) =>
        {
            if (step % 10 == 0) Tell("minimum cuts");
        });
        Prove(sided.Flow);
        Tell("minimum cuts");
        return Array.ConvertAll(sided.Share, share => share > 0.5);
    }

    private void Cut()
    {
        var enough = best is null ? double.PositiveInfinity : bestValue - limits.RatioGap * Math.Abs(bestValue);
        bound = Math.Max(bound, RoundingCuts.Bound(model, CutRounds, enough, Over));
        hasCuts = true;
        Tell("rounding cuts");
    }

    // Several walks, of which the best one counts; every round walks farther. Where few units weigh much, more short walks find more than few long ones.
    private void Round(bool[] start, int round)
    {
        var core = model.Sides.Count > 0 ? [.. Enumerable.Range(0, model.UnitCount)] : isFine ? Core(Math.Max(300, 20 * model.RowCount)) : Core(Math.Max(2000, 30 * model.RowCount));
        var isCompact = model.Sides.Count > 0 && model.Rows.All(row => row.IsHard) && EdgeAnnealing.EdgeOf(model.Sides, start) < CompactShare * model.UnitCount;
        var walks = new bool[]?[isFine ? 8 : isCompact ? 4 : 2];
        Parallel.For(0, walks.Length, walk => walks[walk] = Polished(Walk(start, core, round, isCompact, limits.Seed * 1000L + round * walks.Length + walk), core));
        foreach (var walk in walks) if (walk is not null) Take(walk);
        Tell("annealing");
    }

    private bool[] Walk(bool[] start, int[] core, int round, bool isCompact, long seed)
    {
        var selected = (bool[])start.Clone();
        var (rest, isCore) = ((double[])need.Clone(), new bool[model.UnitCount]);
        foreach (var unit in core) isCore[unit] = true;
        for (var unit = 0; unit < model.UnitCount; unit++)
        {
            if (isCore[unit] || !selected[unit]) continue;
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) rest[model.Row[entry]] -= model.Amount[entry] * scale[model.Row[entry]];
        }

        var flips = Array.ConvertAll(core, unit => selected[unit]);
        if (isCompact) AnnealEdge(flips, rest, round, seed);
        else Anneal(flips, core, rest, round, seed);
        for (var k = 0; k < core.Length; k++) selected[core[k]] = flips[k];
        return selected;
    }

    // Single flips while it is warm, exchanges of two when it is cold.
    private void Anneal(bool[] flips, int[] core, double[] rest, int round, long seed)
    {
        var hasSides = model.Sides.Count > 0;
        var average = lambda.DefaultIfEmpty(0).Average();
        var prices = lambda.Select((l, row) => model.Rows[row].IsHard ? hasSides ? l + 2 * average : 1.5 * l + 0.02 * average : limit[row]).ToArray();
        var spread = Median(core.Select(unit => Math.Abs(reduced[unit])));
        var degree = hasSides ? Median(model.Sides.Weight) : spread;
        var (amounts, sides, cost) = (hasSides ? matrix : new(model, scale, core), hasSides ? model.Sides : new(core.Length, []), Array.ConvertAll(core, unit => model.Cost[unit]));
        var needs = new PricedNeeds(amounts, rest, [.. model.Rows.Select(row => row.IsHard)], prices);
        var length = Math.Pow(hasSides ? 3 : isFine ? 2 : 10, round) * (isFine ? Math.Max(core.Length, 8000) : core.Length);
        var annealing = new Annealing(amounts, sides, cost, needs);
        annealing.Run(flips, (hasSides ? 0.6 : 0.5) * degree, (hasSides ? 0.05 : isFine ? 0.02 : 0.01) * degree, hasSides ? 200 : 100, Tries((hasSides ? 15 : 4) * length), seed, Over);
        var exchange = new ExchangeAnnealing(amounts, sides, cost, needs);
        exchange.Run(flips, (hasSides ? 0.35 : 0.1) * degree, (hasSides ? 0.01 : 0.002) * degree, 200, Tries((hasSides ? 5 : 2) * length), ~seed, Over);
    }

    // At the edge, by turns with prices that rise late and early; then exchanges from the best choice, which count where they end better.
    private void AnnealEdge(bool[] selected, double[] rest, int round, long seed)
    {
        var average = lambda.DefaultIfEmpty(0).Average();
        var needs = new PricedNeeds(matrix, rest, [.. model.Rows.Select(_ => true)], [.. lambda.Select(l => l + 4 * average)]);
        var (degree, length) = (Median(model.Sides.Weight), Math.Pow(1.5, round) * model.UnitCount);
        var isMet = new EdgeAnnealing(matrix, model.Sides, model.Cost, needs).Run(selected, 0.8 * degree, 0.075 * degree, seed % 2 == 0 ? 0.7 : 0.2, 200, Tries(5 * length), seed, Over);
        var exchanged = (bool[])selected.Clone();
        new ExchangeAnnealing(matrix, model.Sides, model.Cost, needs).Run(exchanged, 0.2 * degree, 0.01 * degree, 200, Tries(1.25 * length), ~seed, Over);
        if (!isMet || (needs.Penalty <= 1e-3 && Polish.Value(model, exchanged) < Polish.Value(model, selected))) exchanged.CopyTo(selected, 0);
    }

    private static int Tries(double count) => (int)Math.Clamp(count, 500, 50_000_000);

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is { Length: > 0 } sorted ? Math.Max(1e-9, sorted[sorted.Length / 2]) : 1;

    private void Consider(bool[] selected)
    {
        if (Polished(selected, Core(2000)) is { } polished) Take(polished);
    }

    // Made right and locally best; null when it cannot be made right.
    private bool[]? Polished(bool[] selected, int[] core)
    {
        var polish = new Polish(model, multipliers, selected, core);
        if (!polish.Repair(10 * model.RowCount + 100, Over)) return null;
        var exchanged = Math.Sqrt(MostExchanges / Math.Max(1.0, (double)model.Amount.Length / model.UnitCount));
        polish.Improve(core.Length <= exchanged ? 4 : 1, (int)Math.Min(core.Length, exchanged), Over);
        return selected;
    }

    private double? Take(bool[] selected)
    {
        var value = Polish.Value(model, selected);
        if (value >= bestValue) return value;
        var whole = model.Whole(selected);
        if (!problem.Allows(whole)) return null;
        (best, bestValue) = (whole, value);
        return value;
    }

    // The units whose choice is least settled by the dual, least settled first.
    private int[] Core(int most)
    {
        var units = Enumerable.Range(0, model.UnitCount).ToArray();
        Array.Sort(Array.ConvertAll(reduced, Math.Abs), units);
        return units.Length <= most ? units : units[..most];
    }

    private bool Branch()
    {
        var tree = new BranchAndBound(model, scale, matrix, MostNodes, Take, Over) { Best = bestValue };
        var isDone = tree.Run(lambda);
        if (isDone && best is not null) bound = Math.Max(bound, bestValue - BranchAndBound.Tolerance * Math.Max(1, Math.Abs(bestValue)));
        Tell("branch and bound");
        return isDone;
    }

    private bool IsProvenInfeasible() => !IsOver && Conflict.IsCertain(model, () => IsOver);

    private void Tell(string stage) => progress?.Report(new(stage, model.Outward(bestValue) is var value && double.IsFinite(value) ? value : double.NaN, model.Outward(bound)));

    private Solution Answer(bool isProven)
    {
        var proof = best is not null && bound > bestValue ? bestValue : bound;
        return FreeUnits.Taken(problem, new()
        {
            Outcome = best is not null && (isProven || Gap <= BranchAndBound.Tolerance) ? SolveOutcome.Optimal : IsOver || best is null ? SolveOutcome.Stopped : SolveOutcome.WithinGap,
            Selected = best is null ? [] : [.. Enumerable.Range(0, best.Length).Where(unit => best[unit])],
            Objective = best is null ? double.NaN : problem.ValueOf(best),
            Bound = model.Outward(proof),
            Cost = best is null ? double.NaN : problem.CostOf(best),
            Method = model.Sides.Count > 0 ? "Lagrangian dual by minimum cuts, annealing" : hasCuts ? "Lagrangian dual, annealing, rounding cuts" : "Lagrangian dual, annealing",
        });
    }
}
