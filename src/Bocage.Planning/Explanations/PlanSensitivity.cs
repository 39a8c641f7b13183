using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What becomes of a plan when prices, dispersal or weights are not what was thought.</summary>
/// <remarks>
/// Each scenario is solved anew, and today's plan is held against the answer. Regret = value of the best plan of the scenario − value there of what is left of today's plan. What is left is all of today's plan when the
/// scenario allows it; otherwise the best part of it that is allowed, found by solving with all other units locked out. Cost: one or two searches per scenario.
/// </remarks>
public sealed record PlanSensitivity
{
    /// <summary>The answers, in the order of the scenarios.</summary>
    public required ImmutableArray<ScenarioAnswer> Scenarios { get; init; }

    /// <summary>Per unit of the problem, the share of the scenarios with a plan whose plan holds it, 0–1; NaN when none has one.</summary>
    public required ImmutableArray<double> SelectionFrequency { get; init; }

    /// <summary>Units of today's plan that are in the plan of every scenario that has one, by index.</summary>
    public required ImmutableArray<int> Robust { get; init; }

    /// <summary>Holds a plan against scenarios.</summary>
    /// <param name="problem">Today's problem.</param>
    /// <param name="solution">Its plan.</param>
    /// <param name="scenarios">Other problems over the same units.</param>
    /// <param name="solver">Solves them.</param>
    /// <param name="limits">Limits; the time is for all searches together, shared out equally.</param>
    /// <param name="progress">Receives the share done.</param>
    /// <param name="cancellation">Stops between two searches; throws.</param>
    public static PlanSensitivity Of(PlanningProblem problem, Solution solution, IReadOnlyList<PlanScenario> scenarios, ISolver solver, SolveLimits limits, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(limits);
        var plan = problem.PlanOf(solution);
        foreach (var scenario in scenarios)
            if (!scenario.Problem.Units.Select(unit => unit.Id).SequenceEqual(problem.Units.Select(unit => unit.Id), StringComparer.Ordinal))
                throw new ArgumentException($"The units of the scenario {scenario.Name} are not those of the problem.", nameof(scenarios));
        var time = new SharedTime(limits, limits.Time, 2 * scenarios.Count);
        var answers = new List<ScenarioAnswer>();
        foreach (var scenario in scenarios)
        {
            cancellation.ThrowIfCancellationRequested();
            answers.Add(Answer(scenario, plan, solver, time, cancellation));
            progress?.Report(answers.Count / (double)scenarios.Count);
        }
        cancellation.ThrowIfCancellationRequested();
        var solved = answers.Where(answer => answer.HasPlan).ToArray();
        return new()
        {
            Scenarios = [.. answers],
            SelectionFrequency = [.. Enumerable.Range(0, plan.Length).Select(unit => solved.Length == 0 ? double.NaN : solved.Count(answer => answer.Selected.Contains(unit)) / (double)solved.Length)],
            Robust = [.. Choices.Selected(plan).Where(unit => Array.TrueForAll(solved, answer => answer.Selected.Contains(unit)))],
        };
    }

    private static ScenarioAnswer Answer(PlanScenario scenario, bool[] plan, ISolver solver, SharedTime time, CancellationToken cancellation)
    {
        var there = scenario.Problem;
        var best = solver.Solve(there, time.Next(), null, cancellation);
        var stays = there.Allows(plan);
        var left = stays ? Kept(there, plan) : BestPart(there, plan, solver, time.Next(), cancellation);
        var hasPlan = NearBestPlans.HasPlan(best);
        var value = hasPlan ? best.Objective : double.NaN;
        var selected = hasPlan ? best.Selected : [];
        // What is left of today's plan is a plan of the scenario too: when the search found less, it is the best known.
        if (left is { } known && (!hasPlan || there.Objective.Gain(value, known.Value) > 0)) (value, selected) = (known.Value, known.Selected);
        var bound = best.Outcome == SolveOutcome.Optimal ? value : best.Bound;
        var today = Choices.Selected(plan);
        var both = today.Intersect(selected).ToArray();
        return new()
        {
            Name = scenario.Name,
            Outcome = best.Outcome,
            Selected = selected,
            Value = value,
            TodaysPlanIsAllowed = stays,
            Left = left?.Selected ?? [],
            LeftValue = left?.Value ?? double.NaN,
            RegretLower = left is null ? double.NaN : there.Objective.Gain(left.Value.Value, value),
            RegretUpper = left is null ? double.NaN : there.Objective.Gain(left.Value.Value, bound),
            Overlap = double.IsNaN(value) ? double.NaN : today.Length + selected.Length == 0 ? 1 : both.Length / (double)(today.Length + selected.Length - both.Length),
        };
    }

    private static (double Value, ImmutableArray<int> Selected)? Kept(PlanningProblem there, bool[] plan) => (there.ValueOf(plan), Choices.Selected(plan));

    private static (double Value, ImmutableArray<int> Selected)? BestPart(PlanningProblem there, bool[] plan, ISolver solver, SolveLimits limits, CancellationToken cancellation)
    {
        for (var unit = 0; unit < plan.Length; unit++) if (!plan[unit]) there = there.With(unit, PlanningStatus.LockedOut);
        var part = solver.Solve(there, limits, null, cancellation);
        return NearBestPlans.HasPlan(part) ? (part.Objective, part.Selected) : null;
    }
}
