namespace Bocage.Planning;

/// <summary>One run of <see cref="MixedIntegerPlanningSolver"/>: solve, check, forbid, again.</summary>
internal sealed class MixedIntegerSearch
{
    private const int CutsPerRound = 500;

    private readonly PlanningProblem problem;
    private readonly IMixedIntegerSolver program;
    private readonly SolveLimits limits;
    private readonly IProgress<SolveProgress>? progress;
    private readonly TimeLeft left;
    private readonly ChoiceModel choice;
    private readonly (ContiguityConstraint Rule, ConnectivityCuts Cuts)[] blocks;
    private double bound;
    private bool[]? best;

    /// <summary>A run that has not begun, though its time has.</summary>
    public MixedIntegerSearch(PlanningProblem problem, IMixedIntegerSolver program, SolveLimits limits, IProgress<SolveProgress>? progress)
    {
        this.problem = problem;
        this.program = program;
        this.limits = limits;
        this.progress = progress;
        left = new(limits);
        choice = ChoiceModel.Of(problem);
        blocks = [.. problem.Constraints.OfType<ContiguityConstraint>().Select(rule => (rule, new ConnectivityCuts(problem.Units.Length, rule)))];
        bound = problem.Objective.Maximises ? double.PositiveInfinity : double.NegativeInfinity;
    }

    /// <summary>Runs to an answer, or to what there is when time is over.</summary>
    public Solution Run(CancellationToken cancellation)
    {
        try
        {
            // Rows that join blocks are found as well from answers without a proof: those rounds are short, so that there are many.
            var part = blocks.Length == 0 ? 1 : 0.1;
            while (true)
            {
                progress?.Report(new("solving a mixed-integer model", best is null ? double.NaN : problem.ValueOf(best), bound));
                var result = program.Solve(choice.Model, left.Share(part), cancellation);
                if (result.Outcome == SolveOutcome.Infeasible && best is null)
                    return Solution.Infeasible(LimitsToRelax.Of(problem, program, left.Limits, cancellation), problem.Objective.Maximises);
                Tighten(SafeBound(result.Bound));
                var selected = Enumerable.Range(0, result.Values.Count == 0 ? 0 : problem.Units.Length).Select(unit => result.Values[unit] > 0.5).ToArray();
                var isAllowed = result.Values.Count > 0 && problem.Allows(selected);
                if (isAllowed) Keep(selected);
                else if (result.Values.Count > 0) Forbid(selected);
                if (isAllowed && result.Outcome != SolveOutcome.Stopped) return Answer(ProvenAs(result, problem.ValueOf(selected)));
                if (best is not null && limits.RatioGap > 0 && Answer(SolveOutcome.WithinGap) is var near && near.Gap <= limits.RatioGap) return near;
                if (left.IsOver || result.Outcome == SolveOutcome.Infeasible || (part == 1 && result.Outcome == SolveOutcome.Stopped)) return Answer(SolveOutcome.Stopped);
                if (isAllowed || result.Values.Count == 0) part = 1;
            }
        }
        catch (OperationCanceledException)
        {
            return Answer(SolveOutcome.Stopped);
        }
    }

    // A choice in several blocks is forbidden with all like it; any other by itself: Σ over chosen (1 − x) + Σ over others x ≥ 1.
    private void Forbid(bool[] selected)
    {
        var broken = 0;
        foreach (var (rule, cuts) in blocks)
        {
            foreach (var row in cuts.Broken(selected, CutsPerRound, block => BlockNeeds.More(problem, block)))
            {
                choice.Model.Row(row.Terms, row.Minimum, row.Maximum);
                broken++;
            }
            if (broken > 0 && BlockRepair.Of(problem, rule, selected) is { } repaired) Keep(repaired);
        }
        if (broken == 0) choice.Model.Row(selected.Select((chosen, unit) => new LinearTerm(unit, chosen ? -1 : 1)), 1 - selected.Count(chosen => chosen), double.PositiveInfinity);
    }

    private void Keep(bool[] selected)
    {
        if (best is null || (problem.Objective.Maximises ? problem.ValueOf(selected) > problem.ValueOf(best) : problem.ValueOf(selected) < problem.ValueOf(best))) best = selected;
    }

    private void Tighten(double other) => bound = problem.Objective.Maximises ? Math.Min(bound, other) : Math.Max(bound, other);

    // All that is minimised (costs, shortfalls, boundaries) is 0 or more.
    private double SafeBound(double modelBound)
    {
        if (double.IsInfinity(modelBound)) return modelBound;
        var slack = Slack(modelBound);
        return choice.Model.Maximises ? choice.Rise(choice.Constant + modelBound + slack) : Math.Max(0, modelBound - slack);
    }

    private double Slack(double modelBound) =>
        1e-6 * Math.Abs(modelBound) + 1e-7 * choice.Model.Variables.Select(variable => Math.Abs(variable.Objective)).DefaultIfEmpty(0).Max();

    // A model that promised more than its choice holds, beyond its tolerances, has proven less than it says.
    private SolveOutcome ProvenAs(MixedIntegerResult result, double value)
    {
        var slack = Slack(result.Bound);
        var near = SafeBound(result.Bound);
        var far = SafeBound(choice.Model.Maximises ? result.Bound + 10 * slack : result.Bound - 10 * slack);
        return result.Outcome == SolveOutcome.Optimal && Math.Abs(near - value) > Math.Abs(far - near) + 1e-9 * Math.Abs(value) + slack ? SolveOutcome.WithinGap : result.Outcome;
    }

    private Solution Answer(SolveOutcome outcome)
    {
        const string method = "a mixed-integer model";
        if (best is null) return new() { Outcome = SolveOutcome.Stopped, Selected = [], Objective = double.NaN, Bound = bound, Cost = double.NaN, Method = method };
        var value = problem.ValueOf(best);
        return new()
        {
            Outcome = outcome,
            Selected = [.. Enumerable.Range(0, best.Length).Where(unit => best[unit])],
            Objective = value,
            Bound = problem.Objective.Maximises ? Math.Max(bound, value) : Math.Min(bound, value),
            Cost = problem.CostOf(best),
            Method = method,
        };
    }
}
