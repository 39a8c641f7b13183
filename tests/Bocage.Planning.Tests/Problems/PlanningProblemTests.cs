namespace Bocage.Planning.Tests;

public class PlanningProblemTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];

    [Fact]
    public void The_best_of_four_places_within_a_budget()
    {
        // Values 4, 3, 6, 7 for costs 1, 2, 3, 4 and budget 5: a+d = 11 beats b+c = 9 and a+c = 10.
        var problem = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7])).With(BudgetConstraint.Total(Four, 5));
        var best = EveryChoice.Best(problem);
        Assert.Equal(11, best!.Value.Value);
        Assert.Equal([true, false, false, true], best.Value.Selected);
    }

    [Fact]
    public void Locks_exclusions_and_counts_rule_choices_out()
    {
        var problem = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7]))
            .With(BudgetConstraint.Total(Four, 7))
            .With(CountConstraint.AtMostOne("one measure at the pond", [0, 3]))
            .With(1, PlanningStatus.LockedIn);
        // b is in (2 of 7). a+c would be 13, d+b costs 6 for 10, b+c 9: a, b and c cost 6.
        Assert.Equal([true, true, true, false], EveryChoice.Best(problem)!.Value.Selected);
        Assert.Null(EveryChoice.Best(problem.With(CountConstraint.Between("at most one in all", [0, 1, 2, 3], 2, 4)).With(2, PlanningStatus.LockedOut).With(0, PlanningStatus.LockedOut).With(3, PlanningStatus.LockedOut)));
    }

    [Fact]
    public void A_boundary_penalty_prefers_neighbours()
    {
        // A row a-b-c-d with sides of 1. Utility 5 each for two of them: neighbours a+b have one shared side out and cost 1 boundary, b+d would cost 3.
        var problem = new PlanningProblem(Four, new MaximumUtilityObjective([5, 5, 5, 5]))
            .With(CountConstraint.Between("two places", [0, 1, 2, 3], 0, 2))
            .With(new BoundaryPenalty(1, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1)], []));
        Assert.Equal(9, EveryChoice.Best(problem)!.Value.Value);
        Assert.Equal(7, problem.ValueOf([false, true, false, true]));
    }

    [Fact]
    public void One_block_means_one_block()
    {
        var rule = new ContiguityConstraint("one block", [(0, 1), (1, 2), (2, 3)]);
        Assert.True(rule.IsKept(Four, [false, false, false, false]));
        Assert.True(rule.IsKept(Four, [false, true, true, false]));
        Assert.False(rule.IsKept(Four, [true, false, true, false]));
    }

    [Fact]
    public void Other_prices_and_budgets_change_the_money_rules_only()
    {
        // The water board pays half of d (2 of 4) and has 2; at twice the price it would pay 4; with twice the budget it can again.
        bool[] onlyD = [false, false, false, true];
        var problem = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7]))
            .With(BudgetConstraint.Of("the budget of the water board", [new(3, 2)], 2)).With(CountConstraint.Between("one place", [0, 1, 2, 3], 0, 1));
        Assert.True(problem.Allows(onlyD));
        var dearer = problem.Repriced([1, 1, 1, 2]);
        Assert.Equal(8, dearer.CostOf(onlyD));
        Assert.False(dearer.Allows(onlyD));
        Assert.True(dearer.WithBudgets(2).Allows(onlyD));
        Assert.False(dearer.WithBudgets(2).Allows([true, false, false, true]));
        Assert.Throws<ArgumentException>(() => problem.Repriced([1]));
        Assert.Throws<ArgumentException>(() => problem.WithBudgets(-1));
    }

    [Fact]
    public void Two_units_of_one_name_are_refused() =>
        Assert.Contains("a", Assert.Throws<ArgumentException>(() => new PlanningProblem([new("a", 1), new("a", 2)], new MaximumUtilityObjective([1, 1]))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_cost_below_zero_or_not_known_is_refused(double cost) => Assert.Throws<ArgumentException>(() => new PlanningUnit("a", cost));
}
