using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class MixedIntegerPlanningSolverTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];
    private static readonly PlanningProblem Utility = new(Four, new MaximumUtilityObjective([4, 3, 6, 7]));

    // Feature 0 (target 5): a 2, b 4, d 3. Feature 1 (target 6, weight 2): b 1, c 6, d 2.
    private static readonly FeatureAmounts Amounts = new([new("orchid", 5), new("newt", 6, 2)], [0, 1, 3, 4, 6], [0, 0, 1, 1, 0, 1], [2, 4, 1, 6, 3, 2]);

    private static Solution Solve(PlanningProblem problem) => new MixedIntegerPlanningSolver(Cbc.Program).Solve(problem, new());

    private static void Is(PlanningProblem problem, double value, params int[] units)
    {
        var solution = Solve(problem);
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        Assert.Equal(value, solution.Objective, 9);
        Assert.Equal(units, solution.Selected);
        Assert.Equal(value, solution.Bound, 4);
        Assert.Equal(units.Sum(unit => problem.Units[unit].Cost), solution.Cost);
    }

    // Budget 5: a + d = 11, b + c = 9, a + c = 10.
    [Fact]
    public void The_most_for_a_budget() => Is(Utility.With(BudgetConstraint.Total(Four, 5)), 11, 0, 3);

    // Targets 5 and 6: c is the only one with 6 newts, or b + d with 3 and d…: 1 + 2 < 6. So c (3) and 5 orchids: a + b (2 + 4) costs 3, b + d 6, a + d (2 + 3) 5. Cost 6.
    [Fact]
    public void The_cheapest_that_reaches_every_target() => Is(new(Four, new MinimumSetObjective(Amounts)), 6, 0, 1, 2);

    // Budget 4. a + c: orchid misses 3 of 5, newt nothing: 0.6. d: orchid 2/5, newt 2·4/6: 1.73. a + b: 0 and 2·5/6 = 1.67. c alone: 1.
    [Fact]
    public void The_least_shortfall() => Is(new PlanningProblem(Four, new MinimumShortfallObjective(Amounts)).With(BudgetConstraint.Total(Four, 4)), 0.6, 0, 2);

    // Budget 2: b holds both: weights 1 + 2.
    [Fact]
    public void The_most_features_with_anything_at_all() => Is(new PlanningProblem(Four, new MaximumCoverObjective(Amounts)).With(BudgetConstraint.Total(Four, 2)), 3, 1);

    // Sources and targets 1 at 0, 1, 2; 0→1 is 0 (a: 0.5), 1→2 is 0.2 (b: 0.8), a third unit lifts 1→2 to 0.9 for 3. Nothing: 3.2. a: 3 + 0.5 + 0.2 + 0.1 = 3.8; a + b (cost 3): 3 + 0.5 + 0.8 + 0.4 = 4.7; c alone: 3.9; a + c (cost 4): 4.85.
    [Theory]
    [InlineData(3, 4.7, 0, 1)]
    [InlineData(4, 4.85, 0, 2)]
    [InlineData(1, 3.8, 0)]
    public void The_best_connected_area(double budget, double value, params int[] units)
    {
        var network = new ConnectivityCase { Name = "newt", SourceQuality = [1, 1, 1], TargetQuality = [1, 1, 1], Arcs = [new(0, 1, 0), new(1, 2, 0.2)], ArcImprovements = [new(0, 0, 0.5), new(1, 1, 0.8), new(1, 2, 0.9)] };
        Is(new PlanningProblem(Four, new MaximumConnectedAreaObjective([network])).With(BudgetConstraint.Total(Four, budget)), value, units);
    }

    // A party pays half of c and d and has 2: both would cost it 3.5; with d it has paid 2. Budget 9: a + b + d cost 7 for 14; a + b + c 6 for 13.
    [Fact]
    public void A_partys_budget() => Is(Utility.With(BudgetConstraint.Total(Four, 9)).With(BudgetConstraint.Of("the farmers' budget", [new(2, 1.5), new(3, 2)], 2)), 14, 0, 1, 3);

    // Not a with d: a + b + c 13 beats b + c + d = 16? b + c + d cost 9 > 7. c + d cost 7 for 13: a tie, so a budget of 6.5 leaves a + b + c.
    [Fact]
    public void Two_that_exclude_each_other() => Is(Utility.With(BudgetConstraint.Total(Four, 6.5)).With(CountConstraint.AtMostOne("one at the pond", [0, 3])), 13, 0, 1, 2);

    // At least two of b, c, d within 5: b + c for 9.
    [Fact]
    public void A_least_number_of_a_kind() => Is(Utility.With(BudgetConstraint.Total(Four, 5)).With(CountConstraint.Between("hedges", [1, 2, 3], 2, 3)), 9, 1, 2);

    // At most one of a, c, d, no budget: d + b = 10.
    [Fact]
    public void A_greatest_number_of_a_kind() => Is(Utility.With(CountConstraint.Between("ponds", [0, 2, 3], 0, 1)), 10, 1, 3);

    // Budget 5 with b in: b + c = 9 beats b + a = 7. With d out: b + c = 9, a + c = 10.
    [Fact]
    public void A_lock_in() => Is(Utility.With(BudgetConstraint.Total(Four, 5)).With(1, PlanningStatus.LockedIn), 9, 1, 2);

    [Fact]
    public void A_lock_out() => Is(Utility.With(BudgetConstraint.Total(Four, 5)).With(3, PlanningStatus.LockedOut), 10, 0, 2);

    // A row a-b-c-d: a + d (11) is not one block; b + c = 9, d alone 7, a + b 7.
    [Fact]
    public void One_block() => Is(Utility.With(BudgetConstraint.Total(Four, 5)).With(new ContiguityConstraint("one block", [(0, 1), (1, 2), (2, 3)])), 9, 1, 2);

    // A row with sides of 1 and outer sides of 2, weight 1, budget 5: a + d: 11 − 2 sides − 4 outer = 5; b + c: 9 − 2 − 4 = 3; a + c: 10 − 3 − 4 = 3; d: 7 − 1 − 2 = 4; a: 4 − 1 − 2; c: 6 − 2 − 2; a + b: 7 − 1 − 4.
    [Fact]
    public void A_boundary_penalty() => Is(Utility.With(BudgetConstraint.Total(Four, 5)).With(new BoundaryPenalty(1, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1)], [2, 2, 2, 2])), 5, 0, 3);

    // Weight 0.5 makes the cheapest set pay for its boundary too: a + b + c as before, 6 + 0.5·1 = 6.5; all four cost 10.
    [Fact]
    public void A_boundary_penalty_on_a_cost() => Is(new PlanningProblem(Four, new MinimumSetObjective(Amounts)).With(new BoundaryPenalty(0.5, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1)], [])), 6.5, 0, 1, 2);

    [Theory]
    [InlineData("utility", 11), InlineData("set", 12), InlineData("shortfall", 13), InlineData("cover", 14), InlineData("area", 15)]
    public void All_choices_of_small_problems(string objective, int seed)
    {
        var random = new SeededRandom(seed);
        var infeasible = 0;
        for (var round = 0; round < 100; round++)
        {
            var problem = Made(random, objective);
            var (expected, solution) = (EveryChoice.Best(problem), Solve(problem));
            if (expected is not { } best)
            {
                Assert.Equal(SolveOutcome.Infeasible, solution.Outcome);
                infeasible++;
                continue;
            }
            Assert.True(solution.Outcome == SolveOutcome.Optimal, $"round {round}: {solution}");
            Assert.Equal(best.Value, solution.Objective, 1e-6 * Math.Max(1, Math.Abs(best.Value)));
            Assert.True(problem.Objective.Maximises ? solution.Bound >= best.Value : solution.Bound <= best.Value, $"round {round}: bound {solution.Bound:R}, best {best.Value:R}");
            Assert.True(problem.Allows([.. Enumerable.Range(0, problem.Units.Length).Select(solution.Selected.Contains)]));
        }
        Assert.InRange(infeasible, 1, 60);
    }

    [Fact]
    public void With_a_gap_the_bound_holds()
    {
        var random = new SeededRandom(21);
        for (var round = 0; round < 60; round++)
        {
            var problem = Made(random, round % 2 == 0 ? "shortfall" : "utility");
            if (EveryChoice.Best(problem) is not { } best) continue;
            var solution = new MixedIntegerPlanningSolver(Cbc.Program).Solve(problem, new() { RatioGap = 0.2 });
            Assert.True(problem.Objective.Maximises ? solution.Bound >= best.Value && solution.Objective <= best.Value + 1e-9 : solution.Bound <= best.Value && solution.Objective >= best.Value - 1e-9);
        }
    }

    [Fact]
    public void A_rule_without_a_model_is_not_taken_on()
    {
        var root = new ConnectivityCriterion.SquareRoot(new ConnectivityCriterion.OfCase(0));
        var network = MadeProblems.Network(new(1), 4, false);
        var solver = new MixedIntegerPlanningSolver(new Never());
        Assert.True(solver.CanSolve(new(Four, new MaximumConnectedAreaObjective([network], root))));
        Assert.False(solver.CanSolve(new PlanningProblem(Four, new MaximumConnectedAreaObjective([network], root)).With(new BoundaryPenalty(1, [], []))));
        Assert.False(solver.CanSolve(new(Four, new MaximumConnectedAreaObjective([network, network], new ConnectivityCriterion.Sum([root, root])))));
        Assert.False(solver.CanSolve(new(Four, new MaximumConnectedAreaObjective([network], new ConnectivityCriterion.Product([new ConnectivityCriterion.OfCase(0), new ConnectivityCriterion.OfCase(0)])))));
        Assert.False(solver.CanSolve(Utility.With(new BoundaryPenalty(-1, [], []))));
    }

    [Fact]
    public void Cancelling_leaves_an_honest_answer()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var solution = new MixedIntegerPlanningSolver(new Never()).Solve(Utility, new(), null, source.Token);
        Assert.Equal(SolveOutcome.Stopped, solution.Outcome);
        Assert.Empty(solution.Selected);
        Assert.Equal(double.PositiveInfinity, solution.Bound);
    }

    private static PlanningProblem Made(SeededRandom random, string objective)
    {
        var units = MadeProblems.Units(random, 9);
        return MadeProblems.WithRules(random, units, objective switch
        {
            "utility" => new MaximumUtilityObjective([.. units.Select(_ => Math.Round(random.NextDouble() * 12 - 2, 3))]),
            "set" => new MinimumSetObjective(MadeProblems.Amounts(random, units.Length, 4, 0.3)),
            "shortfall" => new MinimumShortfallObjective(MadeProblems.Amounts(random, units.Length, 5, 0.6)),
            "cover" => new MaximumCoverObjective(MadeProblems.Amounts(random, units.Length, 8, 0)),
            _ => new MaximumConnectedAreaObjective([MadeProblems.Network(random, units.Length, gains: true)]),
        });
    }

    private sealed class Never : IMixedIntegerSolver
    {
        public MixedIntegerResult Solve(LinearModel model, SolveLimits limits, CancellationToken cancellation = default)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException("It should not have been asked.");
        }
    }
}
