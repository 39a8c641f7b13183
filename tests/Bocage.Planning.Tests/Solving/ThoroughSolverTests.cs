using Bocage.Planning.Tests.Features;

namespace Bocage.Planning.Tests.Solving;

public class ThoroughSolverTests
{
    private static readonly PlanningUnit[] Two = [new("a", 1), new("b", 2)];
    private static readonly PlanningProblem Most = new(Two, new MaximumUtilityObjective([3, 5]));

    [Fact]
    public void The_better_choice_and_the_tighter_bound_are_kept()
    {
        var solution = Solve(Found(3, 9, SolveOutcome.WithinGap), Found(5, 12, SolveOutcome.Stopped));
        Assert.Equal((5, 9, SolveOutcome.Stopped), (solution.Objective, solution.Bound, solution.Outcome));
        solution = Solve(Found(5, 9, SolveOutcome.WithinGap), Found(3, 5, SolveOutcome.Stopped));
        Assert.Equal((5, 5, SolveOutcome.Optimal), (solution.Objective, solution.Bound, solution.Outcome));
    }

    [Fact]
    public void What_is_settled_is_not_asked_again()
    {
        Assert.Equal(3, Solve(Found(3, 3, SolveOutcome.Optimal), Found(5, 5, SolveOutcome.Optimal)).Objective);
        Assert.Equal(3, new ThoroughSolver(new Fixed(Found(3, 9, SolveOutcome.WithinGap)), new Fixed(Found(5, 5, SolveOutcome.Optimal)), 1).Solve(Most, new()).Objective);
        Assert.Equal(3, new ThoroughSolver(new Fixed(Found(3, 3.1, SolveOutcome.WithinGap)), new Fixed(Found(5, 5, SolveOutcome.Optimal))).Solve(Most, new() { RatioGap = 0.1 }).Objective);
    }

    [Fact]
    public void The_exact_one_says_how_far_a_limit_must_give_way()
    {
        var solution = Solve(Solution.Infeasible([new("the budget", double.NaN, double.NaN)], true), Solution.Infeasible([new("the budget", 2, 3)], true));
        Assert.Equal([new LimitToRelax("the budget", 2, 3)], solution.Relax);
    }

    [Fact]
    public void With_CBC_every_answer_is_the_best_there_is()
    {
        var solver = new ThoroughSolver(new ReserveSolver(), new MixedIntegerPlanningSolver(Cbc.Program));
        for (var seed = 1000; seed < 1012; seed++)
        {
            var problem = FeatureCases.Random(seed);
            var (best, solution) = (EveryChoice.Best(problem), solver.Solve(problem, new()));
            if (best is null) Assert.Equal(SolveOutcome.Infeasible, solution.Outcome);
            else Assert.Equal(best.Value.Value, solution.Objective, 1e-6);
        }
    }

    private static Solution Solve(Solution first, Solution second) => new ThoroughSolver(new Fixed(first), new Fixed(second)).Solve(Most, new());

    private static Solution Found(double objective, double bound, SolveOutcome outcome) => new() { Outcome = outcome, Selected = [], Objective = objective, Bound = bound, Cost = 1 };

    private sealed class Fixed(Solution solution) : ISolver
    {
        public bool CanSolve(PlanningProblem problem) => true;

        public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default) => solution;
    }
}
