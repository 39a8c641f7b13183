using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Features;

public class ReserveSolverTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];

    // Amounts of two features in four places: owl 2 1 0 3, elm 0 2 3 1.
    private static readonly double[][] Held = [[2, 0], [1, 2], [0, 3], [3, 1]];

    private readonly ReserveSolver solver = new();

    [Fact]
    public void The_cheapest_four_places_that_reach_both_targets()
    {
        // Owl 3, elm 3: a+b holds 3, 2 (no); a+c 2, 3 (no); a+d 5, 1; b+c 1, 5; b+d holds 4, 3 for 6; a+b+c holds 3, 5 for 6; c+d 3, 4 for 7. Six is least.
        var problem = new PlanningProblem(Four, new MinimumSetObjective(FeatureCases.Amounts(Held, new ConservationFeature("owl", 3), new("elm", 3))));
        var solution = solver.Solve(problem, new());
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        Assert.Equal(6, solution.Objective);
        Assert.InRange(solution.Bound, 6 * (1 - 1e-8), 6);
        // Sides a-b-c-d of length 1, weight 1: a+b+c has one side out (7), b+d three (9), c+d one (8).
        var sided = solver.Solve(problem.With(new BoundaryPenalty(1, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1)], [])), new());
        Assert.Equal((SolveOutcome.Optimal, 7), (sided.Outcome, sided.Objective));
        Assert.Equal([0, 1, 2], sided.Selected);
    }

    [Fact]
    public void The_smallest_shortfall_within_a_budget()
    {
        // Owl 4 (weight 1), elm 4 (weight 2), budget 5. a+d: owl 5, elm 1: 2·3/4 = 1.5. b+c: owl 1, elm 5: 3/4. a+b: 1/4 + 2·2/4 = 1.25. a+c: 2/4 + 2·1/4 = 1.
        var amounts = FeatureCases.Amounts(Held, new ConservationFeature("owl", 4, 1), new("elm", 4, 2));
        var solution = solver.Solve(new PlanningProblem(Four, new MinimumShortfallObjective(amounts)).With(BudgetConstraint.Total(Four, 5)), new());
        Assert.Equal((SolveOutcome.Optimal, 0.75), (solution.Outcome, solution.Objective));
        Assert.Equal([1, 2], solution.Selected);
    }

    [Fact]
    public void Most_features_within_a_budget()
    {
        // Budget 1 buys a: the owl, weight 1. Budget 2 buys b: both, 1 + 2.
        var amounts = FeatureCases.Amounts(Held, new ConservationFeature("owl", 0, 1), new("elm", 0, 2));
        var problem = new PlanningProblem(Four, new MaximumCoverObjective(amounts));
        Assert.Equal(1, solver.Solve(problem.With(BudgetConstraint.Total(Four, 1)), new()).Objective);
        Assert.Equal(3, solver.Solve(problem.With(BudgetConstraint.Total(Four, 2)), new()).Objective);
    }

    [Fact]
    public void Most_utility_within_a_budget_and_the_rules()
    {
        // Values 4, 3, 6, 7; budget 5: a+d = 11. With a and d excluding each other: a+c = 10 (cost 4).
        var problem = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7])).With(BudgetConstraint.Total(Four, 5));
        var solution = solver.Solve(problem, new());
        Assert.Equal((SolveOutcome.Optimal, 11, 5), (solution.Outcome, solution.Objective, solution.Cost));
        Assert.Equal([0, 2], solver.Solve(problem.With(CountConstraint.AtMostOne("a pond", [0, 3])), new()).Selected);
        Assert.Equal([1, 2], solver.Solve(problem.With(1, PlanningStatus.LockedIn).With(0, PlanningStatus.LockedOut), new()).Selected);
    }

    [Fact]
    public void A_target_above_what_there_is_is_named()
    {
        // There are 6 owls.
        var problem = new PlanningProblem(Four, new MinimumSetObjective(FeatureCases.Amounts(Held, new ConservationFeature("owl", 7), new("elm", 3))));
        var solution = solver.Solve(problem, new());
        Assert.Equal(SolveOutcome.Infeasible, solution.Outcome);
        Assert.Equal([new LimitToRelax("the target of owl", 7, 6)], solution.Relax);
        Assert.Empty(solution.Selected);
    }

    [Fact]
    public void A_budget_too_small_for_the_targets_is_named()
    {
        // Six is the least, see above.
        var problem = new PlanningProblem(Four, new MinimumSetObjective(FeatureCases.Amounts(Held, new ConservationFeature("owl", 3), new("elm", 3))));
        var solution = solver.Solve(problem.With(BudgetConstraint.Total(Four, 5)), new());
        Assert.Equal(SolveOutcome.Infeasible, solution.Outcome);
        Assert.Equal(["the budget"], solution.Relax.Select(limit => limit.Name));
        Assert.Equal(6, solver.Solve(problem.With(BudgetConstraint.Total(Four, 6)), new()).Objective);
    }

    [Fact]
    public void Nothing_to_choose_is_an_answer()
    {
        var amounts = FeatureCases.Amounts(Held, new ConservationFeature("owl", 0), new("elm", 0));
        var solution = solver.Solve(new(Four, new MinimumSetObjective(amounts)), new());
        Assert.Equal((SolveOutcome.Optimal, 0, 0), (solution.Outcome, solution.Objective, solution.Selected.Length));
        var locked = Four.Select(unit => unit with { Status = PlanningStatus.LockedIn }).ToArray();
        Assert.Equal((SolveOutcome.Optimal, 10), (solver.Solve(new(locked, new MinimumSetObjective(amounts)), new()) is var all ? all.Outcome : default, all.Objective));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_bound_holds_and_every_proof_is_right(int block)
    {
        for (var seed = block * 50; seed < block * 50 + 50; seed++)
        {
            var problem = FeatureCases.Random(seed);
            var best = EveryChoice.Best(problem);
            var solution = solver.Solve(problem, new() { Seed = seed });
            if (best is null)
            {
                Assert.True(solution.Outcome == SolveOutcome.Infeasible, $"seed {seed}: {solution.Outcome}, but no choice is allowed");
                Assert.NotEmpty(solution.Relax);
                continue;
            }

            var (value, slack) = (best.Value.Value, 1e-8 * Math.Max(1, Math.Abs(best.Value.Value)));
            Assert.True(problem.Objective.Maximises ? solution.Bound >= value - slack : solution.Bound <= value + slack, $"seed {seed}: bound {solution.Bound}, best {value}");
            Assert.True(problem.Allows(FeatureCases.Chosen(problem, solution)), $"seed {seed}: the choice breaks a rule");
            Assert.Equal(problem.ValueOf(FeatureCases.Chosen(problem, solution)), solution.Objective, 9);
            Assert.True(solution.Outcome == SolveOutcome.Optimal, $"seed {seed}: {solution.Outcome}, gap {solution.Gap}");
            Assert.True(Math.Abs(solution.Objective - value) <= slack, $"seed {seed}: {solution.Objective}, best {value}");
        }
    }

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 12)];

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void A_single_limit_to_relax_is_enough(int kind)
    {
        for (var seed = kind; seed < 400; seed += 4)
        {
            var problem = FeatureCases.Random(seed);
            if (EveryChoice.Best(problem) is not null) continue;
            var relax = solver.Solve(problem, new()).Relax;
            if (relax.Length != 1 || relax[0].Name.StartsWith("the target of", StringComparison.Ordinal)) continue;
            var rest = new PlanningProblem(problem.Units, problem.Objective);
            foreach (var rule in problem.Constraints) if (rule.Name != relax[0].Name) rest = rest.With(rule);
            Assert.True(EveryChoice.Best(rest) is not null, $"seed {seed}: {relax[0].Name}");
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var problem = Grid(30, 12, 0.7);
        var (first, second) = (solver.Solve(problem, new() { Seed = 3 }), solver.Solve(problem, new() { Seed = 3 }));
        Assert.Equal(first.Selected, second.Selected);
        Assert.Equal(first.Bound, second.Bound);
        Assert.Equal(SolveOutcome.WithinGap, first.Outcome);
        Assert.InRange(first.Gap, 0, 0.05);
    }

    [Fact]
    public void A_cancelled_search_returns_what_it_has()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var solution = solver.Solve(Grid(30, 12, 0.7), new(), cancellation: cancellation.Token);
        Assert.Equal(SolveOutcome.Stopped, solution.Outcome);
    }

    [Fact]
    public void Other_rules_are_refused()
    {
        var problem = new PlanningProblem(Four, new MaximumUtilityObjective([1, 1, 1, 1])).With(new ContiguityConstraint("one block", []));
        Assert.False(solver.CanSolve(problem));
        Assert.Throws<ArgumentException>(() => solver.Solve(problem, new()));
    }

    /// <summary>A square of units with noise as costs and amounts.</summary>
    private static PlanningProblem Grid(int side, int features, double weight)
    {
        var random = new SeededRandom(5);
        var held = Enumerable.Range(0, side * side).Select(_ => Enumerable.Range(0, features).Select(_ => Math.Max(0, random.NextDouble() * 10 - 4)).ToArray()).ToArray();
        var planned = Enumerable.Range(0, features).Select(k => new ConservationFeature($"f{k}", 0.2 * held.Sum(row => row[k]))).ToArray();
        var sides = Enumerable.Range(0, side * side).SelectMany(k => new[] { (k, k + 1, k % side < side - 1), (k, k + side, k < side * (side - 1)) }).Where(pair => pair.Item3).Select(pair => new SharedBoundary(pair.Item1, pair.Item2, 1));
        return new PlanningProblem(held.Select((_, k) => new PlanningUnit($"{k}", 1 + random.Next(20))), new MinimumSetObjective(FeatureCases.Amounts(held, planned))).With(new BoundaryPenalty(weight, [.. sides], []));
    }
}
