namespace Bocage.Planning.Tests;

public class LastStateTests
{
    private static readonly ConnectivityCase Pair = new()
    {
        Name = "pair",
        SourceQuality = [1, 1],
        TargetQuality = [1, 1],
        Arcs = [new(0, 1, 0.1)],
        ArcImprovements = [new(0, 0, 0.5), new(0, 1, 0.9)],
    };

    [Fact]
    public void A_solver_that_is_asked_again_answers_as_a_new_one()
    {
        // Budget 1 buys p = 0.5 (value 2.5), budget 3 p = 0.9 (2.9); with the second unit locked out 2.5 again.
        var objective = new MaximumConnectedAreaObjective([Pair]);
        var problem = new PlanningProblem([new("a", 1), new("b", 3)], objective);
        var solver = new ConnectivitySolver();
        double Value(PlanningProblem asked) => solver.Solve(asked, new()).Objective;
        Assert.Equal(2.5, Value(problem.With(BudgetConstraint.Total(problem.Units, 1))), 12);
        Assert.Equal(2.9, Value(problem.With(BudgetConstraint.Total(problem.Units, 3))), 12);
        Assert.Equal(2.9, Value(problem.With(BudgetConstraint.Total(problem.Units, 4))), 12);
        Assert.Equal(2.5, Value(problem.With(BudgetConstraint.Total(problem.Units, 4)).With(1, PlanningStatus.LockedOut)), 12);
        Assert.Equal(2.1, Value(problem.With(new MaximumConnectedAreaObjective([Pair with { ArcImprovements = [] }]))), 12);
    }

    [Fact]
    public void The_same_network_and_locks_are_set_up_once()
    {
        var objective = new MaximumConnectedAreaObjective([Pair]);
        var last = new LastState();
        var first = last.Of(objective, [PlanningStatus.Available, PlanningStatus.Available], default);
        Assert.Same(first, last.Of(objective, [PlanningStatus.Available, PlanningStatus.Available], default));
        Assert.NotSame(first, last.Of(objective, [PlanningStatus.Available, PlanningStatus.LockedOut], default));
    }
}
