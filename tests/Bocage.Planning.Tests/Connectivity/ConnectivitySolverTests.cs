using System.Collections.Immutable;
using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ConnectivitySolverTests
{
    // Four places a, b, c, d in a row with closed arcs both ways; qualities 10, 0, 10, 3. Units of cost 1: 0 opens a–b, 1 opens b–c, 2 opens c–d, all with 1.
    // With 2 euros: {0, 1} joins a and c: 100 + 100 + 9 + 2·100 = 409; {1, 2} or {0, 2}: 209 + 2·30 = 269. Greedy takes unit 2 first, as 0 and 1 gain nothing alone.
    private static PlanningProblem Row(double budget) => Budgeted(budget, 3, [10, 0, 10, 3], [(0, 1), (1, 2), (2, 3)]);

    [Fact]
    public void Two_arcs_in_series_are_found_where_greedy_fails()
    {
        var problem = Row(2);
        var (state, rules) = (ConnectivityState.Of((MaximumConnectedAreaObjective)problem.Objective, new PlanningStatus[3]), new ChoiceRules(problem));
        IncrementalGreedy.Fill(state, rules, [0, 1, 2], () => false);
        Assert.Equal(269, state.Value, 9);
        var solution = new ConnectivitySolver().Solve(problem, new());
        Assert.Equal([0, 1], solution.Selected);
        Assert.Equal(409, solution.Objective, 9);
        Assert.Equal(2, solution.Cost);
    }

    [Fact] // for everything there is enough: 23² = 529, proven
    public void All_units_are_proven_best_when_they_fit()
    {
        var solution = new ConnectivitySolver().Solve(Row(3), new());
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        Assert.Equal([0, 1, 2], solution.Selected);
        Assert.Equal(529, solution.Objective, 9);
        Assert.Equal(0, solution.Gap);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Below_the_cheapest_unit_nothing_is_proven_best(double budget)
    {
        var solution = new ConnectivitySolver().Solve(Row(budget), new());
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        Assert.Empty(solution.Selected);
        Assert.Equal(209, solution.Objective, 9);
    }

    [Fact]
    public void What_gains_for_nothing_is_taken_also_without_money()
    {
        var row = Row(0);
        var problem = new PlanningProblem([new("free", 0), .. row.Units.Skip(1)], row.Objective).With(row.Constraints[0]).With(2, PlanningStatus.LockedIn);
        Assert.Equal(SolveOutcome.Infeasible, new ConnectivitySolver().Solve(problem.With(BudgetConstraint.Total(problem.Units, 0)), new()).Outcome);
        var network = new ConnectivityCase { Name = "n", SourceQuality = [1, 1], TargetQuality = [1, 1], Arcs = [new(0, 1, 0)], ArcImprovements = [new(0, 0, 1)] };
        var free = new PlanningProblem([new("free", 0), new("dear", 1)], new MaximumConnectedAreaObjective([network]));
        Assert.Equal([0], new ConnectivitySolver().Solve(free.With(BudgetConstraint.Total(free.Units, 0)), new()).Selected);
    }

    [Fact] // not both of 0 and 1: the best is {0, 2} or {1, 2} with 269
    public void Units_that_exclude_each_other_are_not_chosen_together()
    {
        var solution = new ConnectivitySolver().Solve(Row(3).With(CountConstraint.AtMostOne("one of two", [0, 1])), new());
        Assert.Equal(269, solution.Objective, 9);
        Assert.Contains(2, solution.Selected);
    }

    [Fact] // with unit 2 locked in and one more: 269; with unit 1 locked out nothing helps beyond unit 2: 269
    public void Locks_are_kept()
    {
        var lockedIn = new ConnectivitySolver().Solve(Row(2).With(2, PlanningStatus.LockedIn), new());
        Assert.Contains(2, lockedIn.Selected);
        Assert.Equal(269, lockedIn.Objective, 9);
        var lockedOut = new ConnectivitySolver().Solve(Row(3).With(1, PlanningStatus.LockedOut), new());
        Assert.Equal([2], lockedOut.Selected);
        Assert.Equal(269, lockedOut.Objective, 9);
    }

    // Species x lives at a and b (4 each, arc opened by unit 0), species y at c and d (2 each, unit 1). One euro. Values (x, y): nothing (32, 8); unit 0 (64, 8); unit 1 (32, 16).
    [Theory]
    [InlineData("sum", 0, 72)]
    [InlineData("product", 0, 512)] // 64·8 = 32·16: either
    [InlineData("min", 1, 16)]
    public void Two_species_are_weighed_by_the_criterion(string criterion, int chosen, double expected)
    {
        ImmutableArray<ConnectivityCriterion> cases = [new ConnectivityCriterion.OfCase(0), new ConnectivityCriterion.OfCase(1)];
        var problem = new PlanningProblem([new("x", 1), new("y", 1)], new MaximumConnectedAreaObjective(
            [Pair("x", 4, 0), Pair("y", 2, 1)],
            criterion switch { "sum" => new ConnectivityCriterion.Sum(cases), "product" => new ConnectivityCriterion.Product(cases), _ => new ConnectivityCriterion.Minimum(cases) }));
        var solution = new ConnectivitySolver().Solve(problem.With(BudgetConstraint.Total(problem.Units, 1)), new());
        Assert.Equal(expected, solution.Objective, 9);
        if (criterion != "product") Assert.Equal([chosen], solution.Selected);

        static ConnectivityCase Pair(string name, double quality, int unit) => new()
        {
            Name = name,
            SourceQuality = [quality, quality],
            TargetQuality = [quality, quality],
            Arcs = [new(0, 1, 0), new(1, 0, 0)],
            ArcImprovements = [new(0, unit, 1), new(1, unit, 1)],
        };
    }

    [Fact]
    public void At_least_so_many_are_chosen_even_when_they_gain_nothing()
    {
        var network = new ConnectivityCase { Name = "n", SourceQuality = [1, 1], TargetQuality = [1, 1], Arcs = [new(0, 1, 0)], ArcImprovements = [new(0, 0, 1)] };
        var problem = new PlanningProblem([new("a", 1), new("b", 2), new("c", 3)], new MaximumConnectedAreaObjective([network]));
        problem = problem.With(BudgetConstraint.Total(problem.Units, 3)).With(CountConstraint.Between("two", [0, 1, 2], 2, 3));
        Assert.Equal([0, 1], new ConnectivitySolver().Solve(problem, new()).Selected);
        Assert.Equal("four", Assert.Single(new ConnectivitySolver().Solve(problem.With(CountConstraint.Between("four", [0, 1, 2], 4, 4)), new()).Relax).Name);
    }

    [Fact]
    public void Refuses_another_objective() =>
        Assert.Throws<ArgumentException>(() => new ConnectivitySolver().Solve(new PlanningProblem([new("a", 1)], new MaximumUtilityObjective([1])), new()));

    [Fact]
    public void Time_that_is_up_and_a_cancelled_search_leave_the_answer_of_the_first_steps()
    {
        var problem = RandomCase.Problem(new(5), 12, vertices: 30, arcs: 90);
        var stopped = new ConnectivitySolver().Solve(problem, new() { Time = TimeSpan.Zero });
        Assert.Equal(SolveOutcome.Stopped, stopped.Outcome);
        Assert.NotEmpty(stopped.Selected);
        Assert.True(stopped.Bound >= stopped.Objective);
        using var cancelled = new CancellationTokenSource();
        var seen = new List<SolveProgress>();
        var solution = new ConnectivitySolver().Solve(problem, new(), new Listener(step =>
        {
            seen.Add(step);
            cancelled.Cancel();
        }), cancelled.Token);
        Assert.Equal(SolveOutcome.Stopped, solution.Outcome);
        Assert.InRange(seen.Count, 1, 2);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Answers_are_allowed_and_the_best_of_all_choices(int seed)
    {
        var random = new SeededRandom(seed);
        var units = 5 + random.Next(6);
        ConnectivityCriterion? criterion = seed % 3 == 0 ? new ConnectivityCriterion.Minimum([new ConnectivityCriterion.OfCase(0), new ConnectivityCriterion.Scaled(2, new ConnectivityCriterion.OfCase(1))]) : null;
        var problem = RandomCase.Problem(random, units, cases: 2, criterion, 8, 20);
        if (seed % 4 == 1) problem = problem.With(CountConstraint.AtMostOne("one", [0, 1, 2]));
        if (seed % 4 == 2) problem = problem.With(CountConstraint.Between("some", [0, 1, 2, 3], 1, 2));
        if (seed % 5 == 1) problem = problem.With(new ContiguityConstraint("a block", [.. Enumerable.Range(1, units - 1).Select(unit => (unit - 1, unit))]));
        if (seed % 5 == 2) problem = problem.With(new BoundaryPenalty(2, [.. Enumerable.Range(1, units - 1).Select(unit => new SharedBoundary(unit - 1, unit, 1))], [.. Enumerable.Repeat(0.5, units)]));
        if (seed % 7 == 3) problem = problem.With(4, PlanningStatus.LockedOut);
        var pool = new SolutionPool(20, 0.1);
        var solution = new ConnectivitySolver(pool).Solve(problem, new() { Seed = seed });
        if (EveryChoice.Best(problem) is not var (best, _))
        {
            Assert.True(solution.Outcome == SolveOutcome.Infeasible || double.IsNaN(solution.Objective));
            return;
        }

        var selected = new bool[units];
        foreach (var unit in solution.Selected) selected[unit] = true;
        Assert.True(problem.Allows(selected));
        Assert.Equal(problem.ValueOf(selected), solution.Objective, 1e-12 * best);
        Assert.True(solution.Bound >= best * (1 - 1e-12));
        Assert.Equal(best, solution.Objective, 1e-11 * best);
        Assert.Equal(solution.Objective, pool[0].Objective);
        Assert.All(pool, other => Assert.Equal(problem.ValueOf([.. Enumerable.Range(0, units).Select(unit => other.Selected.Contains(unit))]), other.Objective, 1e-11 * best));
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var problem = RandomCase.Problem(new(11), 30, vertices: 40, arcs: 120);
        var (first, second) = (new ConnectivitySolver().Solve(problem, new() { Seed = 3 }), new ConnectivitySolver().Solve(problem, new() { Seed = 3 }));
        Assert.Equal(first.Selected, second.Selected);
        Assert.Equal(first.Objective, second.Objective);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 120)];

    private static PlanningProblem Budgeted(double budget, int units, double[] qualities, (int, int)[] links)
    {
        var network = new ConnectivityCase
        {
            Name = "row",
            SourceQuality = [.. qualities],
            TargetQuality = [.. qualities],
            Arcs = [.. links.SelectMany(link => new ConnectivityArc[] { new(link.Item1, link.Item2, 0), new(link.Item2, link.Item1, 0) })],
            ArcImprovements = [.. Enumerable.Range(0, 2 * units).Select(arc => new ArcImprovement(arc, arc / 2, 1))],
        };
        var problem = new PlanningProblem(Enumerable.Range(0, units).Select(unit => new PlanningUnit($"{unit}", 1)), new MaximumConnectedAreaObjective([network]));
        return problem.With(BudgetConstraint.Total(problem.Units, budget));
    }

    private sealed class Listener(Action<SolveProgress> heard) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => heard(value);
    }
}
