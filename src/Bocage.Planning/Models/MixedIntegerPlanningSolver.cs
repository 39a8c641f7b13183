namespace Bocage.Planning;

/// <summary>Exact answers by mixed-integer programming, for every objective and rule with a linear model.</summary>
/// <remarks>
/// A model is solved and its choice checked against the definitions: one that is not connected, or breaks a rule by the other program's rounding, is forbidden by a row and the model is solved again.
/// Objective = the problem's own value of the choice. Bound = the program's, moved out by 1e-6 of itself and 1e-7 of the largest coefficient: room for its tolerances.
/// Cost: exponential at worst; some thousands of units without a penalty and some hundreds with one are usual. See docs/methods/mixed-integer-models.md.
/// </remarks>
public sealed class MixedIntegerPlanningSolver : ISolver
{
    private const int CutsPerRound = 500;
    private const string Method = "a mixed-integer model";
    private readonly IMixedIntegerSolver program;

    /// <summary>A solver that hands its models to a program.</summary>
    /// <param name="program">CBC, in Bocage.Formats.</param>
    public MixedIntegerPlanningSolver(IMixedIntegerSolver program)
    {
        ArgumentNullException.ThrowIfNull(program);
        this.program = program;
    }

    /// <inheritdoc/>
    public bool CanSolve(PlanningProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return ChoiceModel.Covers(problem);
    }

    /// <inheritdoc/>
    public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        if (!CanSolve(problem)) throw new ArgumentException($"A part of this problem has no linear model (objective {problem.Objective.GetType().Name}).", nameof(problem));
        var left = new TimeLeft(limits);
        var bound = problem.Objective.Maximises ? double.PositiveInfinity : double.NegativeInfinity;
        try
        {
            var choice = ChoiceModel.Of(problem);
            var cuts = problem.Constraints.OfType<ContiguityConstraint>().Select(rule => new ConnectivityCuts(problem.Units.Length, rule)).ToArray();
            while (true)
            {
                progress?.Report(new("solving a mixed-integer model", double.NaN, bound));
                var result = program.Solve(choice.Model, left.Limits, cancellation);
                if (result.Outcome == SolveOutcome.Infeasible) return Solution.Infeasible(LimitsToRelax.Of(problem, program, left.Limits, cancellation), problem.Objective.Maximises);
                bound = Tighter(problem, bound, SafeBound(choice, result.Bound));
                if (result.Values.Count == 0) return Nothing(problem, bound);
                var selected = Enumerable.Range(0, problem.Units.Length).Select(unit => result.Values[unit] > 0.5).ToArray();
                if (problem.Allows(selected)) return Found(problem, selected, bound, ProvenAs(result, choice, problem.ValueOf(selected)));
                if (left.IsOver) return Nothing(problem, bound);
                Forbid(choice.Model, cuts, selected);
            }
        }
        catch (OperationCanceledException)
        {
            return Nothing(problem, bound);
        }
    }

    // A choice in several blocks is forbidden with all like it; any other by itself: Σ over chosen (1 − x) + Σ over others x ≥ 1.
    private static void Forbid(LinearModel model, ConnectivityCuts[] cuts, bool[] selected)
    {
        var broken = 0;
        foreach (var rule in cuts)
        {
            foreach (var terms in rule.Broken(selected, CutsPerRound))
            {
                model.Row(terms, double.NegativeInfinity, 1);
                broken++;
            }
        }
        if (broken == 0) model.Row(selected.Select((chosen, unit) => new LinearTerm(unit, chosen ? -1 : 1)), 1 - selected.Count(chosen => chosen), double.PositiveInfinity);
    }

    private static double SafeBound(ChoiceModel choice, double bound)
    {
        if (double.IsInfinity(bound)) return bound;
        var slack = Slack(choice, bound);
        return choice.Rise(choice.Constant + (choice.Model.Maximises ? bound + slack : bound - slack));
    }

    private static double Slack(ChoiceModel choice, double bound) =>
        1e-6 * Math.Abs(bound) + 1e-7 * choice.Model.Variables.Select(variable => Math.Abs(variable.Objective)).DefaultIfEmpty(0).Max();

    private static double Tighter(PlanningProblem problem, double bound, double other) => problem.Objective.Maximises ? Math.Min(bound, other) : Math.Max(bound, other);

    private static Solution Found(PlanningProblem problem, bool[] selected, double bound, SolveOutcome outcome)
    {
        var value = problem.ValueOf(selected);
        return new()
        {
            Outcome = outcome,
            Selected = [.. Enumerable.Range(0, selected.Length).Where(unit => selected[unit])],
            Objective = value,
            Bound = problem.Objective.Maximises ? Math.Max(bound, value) : Math.Min(bound, value),
            Cost = problem.CostOf(selected),
            Method = Method,
        };
    }

    // A model that promised more than its choice holds, beyond its tolerances, has proven less than it says.
    private static SolveOutcome ProvenAs(MixedIntegerResult result, ChoiceModel choice, double value)
    {
        var far = choice.Model.Maximises ? result.Bound + 10 * Slack(choice, result.Bound) : result.Bound - 10 * Slack(choice, result.Bound);
        var (near, promised) = (SafeBound(choice, result.Bound), choice.Rise(choice.Constant + far));
        var room = Math.Abs(promised - near) + 1e-9 * Math.Abs(value);
        return result.Outcome == SolveOutcome.Optimal && Math.Abs(near - value) > room ? SolveOutcome.WithinGap : result.Outcome;
    }

    private static Solution Nothing(PlanningProblem problem, double bound) => new()
    {
        Outcome = SolveOutcome.Stopped,
        Selected = [],
        Objective = double.NaN,
        Bound = bound,
        Cost = double.NaN,
        Method = Method,
    };
}
