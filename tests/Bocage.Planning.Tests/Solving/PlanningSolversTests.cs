namespace Bocage.Planning.Tests;

public class PlanningSolversTests
{
    private static readonly PlanningProblem Small = Of(10);
    private static readonly PlanningProblem Network = Small.With(new MaximumConnectedAreaObjective([new() { Name = "", SourceQuality = [1], TargetQuality = [1], Arcs = [] }]));

    [Fact]
    public void The_usual_order()
    {
        var (networks, searches) = (new Fake(_ => true), new Fake(problem => problem.Objective is MaximumUtilityObjective));
        var solvers = PlanningSolvers.Usual(new Program(), [networks], [searches]);
        Assert.Same(networks, solvers.For(Network));
        Assert.IsType<MixedIntegerPlanningSolver>(solvers.For(Small));
        Assert.IsType<MixedIntegerPlanningSolver>(solvers.For(Of(5000)));
        Assert.Same(searches, solvers.For(Of(5001)));
        Assert.IsType<MixedIntegerPlanningSolver>(solvers.For(Of(500).With(new BoundaryPenalty(1, [], []))));
        Assert.Same(searches, solvers.For(Of(501).With(new BoundaryPenalty(1, [], []))));
        Assert.Same(searches, solvers.For(Of(501).With(new ContiguityConstraint("one block", []))));
        Assert.IsType<MixedIntegerPlanningSolver>(solvers.For(Of(5001).With(new MinimumSetObjective(new([], new int[5002], [], [])))));
    }

    [Fact]
    public void Without_a_program_the_searches_take_all_they_can()
    {
        var searches = new Fake(problem => problem.Objective is MaximumUtilityObjective);
        var solvers = PlanningSolvers.Usual(null, [], [searches]);
        Assert.Same(searches, solvers.For(Small));
        Assert.False(solvers.CanSolve(Network));
        Assert.Throws<ArgumentException>(() => solvers.Solve(Network, new()));
        Assert.Equal("a fake", solvers.Solve(Small, new()).Method);
    }

    [Fact]
    public void The_first_that_can_is_asked()
    {
        Fake first = new(_ => false), second = new(_ => true), third = new(_ => true);
        Assert.Same(second, new PlanningSolvers(first, second, third).For(Small));
    }

    private static PlanningProblem Of(int units) =>
        new(Enumerable.Range(0, units).Select(k => new PlanningUnit($"u{k}", 1)), new MaximumUtilityObjective([.. new double[units]]));

    private sealed class Fake(Func<PlanningProblem, bool> can) : ISolver
    {
        public bool CanSolve(PlanningProblem problem) => can(problem);

        public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default) =>
            Solution.Infeasible([], true) with { Method = "a fake" };
    }

    private sealed class Program : IMixedIntegerSolver
    {
        public MixedIntegerResult Solve(LinearModel model, SolveLimits limits, CancellationToken cancellation = default) => throw new InvalidOperationException("It is not asked.");
    }
}
