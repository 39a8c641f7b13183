using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Several solvers as one: the first that takes a problem on solves it.</summary>
public sealed class PlanningSolvers : ISolver
{
    /// <summary>Up to so many units a mixed-integer model is tried first.</summary>
    public const int MostUnits = 5000;

    /// <summary>The same with a boundary penalty or contiguity, which make models hard.</summary>
    public const int MostUnitsJoined = 500;

    private readonly ImmutableArray<(ISolver Solver, Func<PlanningProblem, bool> Suits)> inOrder;
    private readonly IMixedIntegerSolver? program;

    /// <summary>Solvers in the order in which they are asked.</summary>
    public PlanningSolvers(params IEnumerable<ISolver> inOrder)
    {
        ArgumentNullException.ThrowIfNull(inOrder);
        this.inOrder = [.. inOrder.Select(solver => (solver, (Func<PlanningProblem, bool>)solver.CanSolve))];
    }

    private PlanningSolvers(ImmutableArray<(ISolver, Func<PlanningProblem, bool>)> inOrder, IMixedIntegerSolver? program) => (this.inOrder, this.program) = (inOrder, program);

    /// <summary>The usual order: networks to their own solver, small problems to a mixed-integer model, large ones to the searches, and what is left to a model
    /// of whatever size.</summary>
    /// <param name="program">Solves models; null when there is none.</param>
    /// <param name="networks">Solvers for <see cref="MaximumConnectedAreaObjective"/>.</param>
    /// <param name="searches">Solvers for large problems over features.</param>
    public static PlanningSolvers Usual(IMixedIntegerSolver? program, IEnumerable<ISolver> networks, IEnumerable<ISolver> searches)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(searches);
        var models = program is null ? null : new MixedIntegerPlanningSolver(program);
        var order = ImmutableArray.CreateBuilder<(ISolver, Func<PlanningProblem, bool>)>();
        foreach (var solver in networks) order.Add((solver, problem => problem.Objective is MaximumConnectedAreaObjective && solver.CanSolve(problem)));
        if (models is not null) order.Add((models, problem => IsSmall(problem) && models.CanSolve(problem)));
        foreach (var solver in searches) order.Add((solver, solver.CanSolve));
        if (models is not null) order.Add((models, models.CanSolve));
        return new(order.ToImmutable(), program);
    }

    /// <summary>Whether a model is tried before the searches.</summary>
    public static bool IsSmall(PlanningProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var isJoined = problem.Penalty is { Weight: > 0 } || problem.Constraints.Any(rule => rule is ContiguityConstraint);
        return problem.Units.Length <= (isJoined ? MostUnitsJoined : MostUnits);
    }

    /// <summary>The solver that takes a problem on; null when none does.</summary>
    public ISolver? For(PlanningProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return inOrder.FirstOrDefault(one => one.Suits(problem)).Solver;
    }

    /// <inheritdoc/>
    public bool CanSolve(PlanningProblem problem) => For(problem) is not null;

    /// <inheritdoc/>
    public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        var solver = For(problem) ?? throw new ArgumentException("No solver takes on this combination of objective, rules and penalty; with the program cbc more can be solved.", nameof(problem));
        var solution = solver.Solve(problem, limits, progress, cancellation);
        // A search knows that nothing fits, or only that it found nothing; a model says which limits must give way, and how far.
        if (program is null || solution.Selected.Length > 0 || !(solution.Outcome == SolveOutcome.Infeasible || double.IsNaN(solution.Objective)) || cancellation.IsCancellationRequested) return solution;
        var relax = LimitsToRelax.Of(problem, program, limits, cancellation);
        return relax.Length == 0 ? solution : Solution.Infeasible(relax, problem.Objective.Maximises);
    }
}
