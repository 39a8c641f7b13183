namespace Bocage.Planning.Tests;

public class NearBestPlansTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];
    private static readonly PlanningProblem Places = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7])).With(BudgetConstraint.Total(Four, 5));

    [Fact]
    public void Shares_are_counted_over_different_plans_that_are_near()
    {
        // a+d = 11 twice, a+c = 10, b+c = 9, a+b = 7 and c+d, which is over the budget. Near means 11 − 0.2 · 11 = 8.8 or more: three plans.
        var near = NearBestPlans.Of(Places, [[0, 3], [3, 0], [0, 2], [1, 2], [0, 1], [2, 3]], 0.2);
        Assert.Equal([11, 10, 9], near.Plans.Select(plan => plan.Value));
        Assert.Equal([2 / 3.0, 1 / 3.0, 2 / 3.0, 1 / 3.0], near.SelectionFrequency);
        Assert.True(double.IsNaN(NearBestPlans.Of(Places, [], 0.2).SelectionFrequency[0]));
    }

    [Fact]
    public void Forbidding_each_chosen_place_gives_the_best_plan_without_it()
    {
        // Without a: b+c = 9; without d: a+c = 10.
        var near = NearBestPlans.ByForbidding(Places, new EveryChoiceSolver().Solve(Places, new()), new EveryChoiceSolver(), new() { PoolGap = 1 });
        Assert.Equal(["0 3", "0 2", "1 2"], near.Plans.Select(plan => string.Join(' ', plan.Selected)));
    }

    [Fact]
    public void Other_prices_give_allowed_plans_the_same_for_a_seed()
    {
        var more = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = RandomProblem.Of(seed);
            if (EveryChoice.Best(problem) is not { } best) continue;
            var plan = new EveryChoiceSolver().Solve(problem, new());
            var options = new ExplanationOptions { NoisyPlans = 8, CostNoise = 0.5, PoolGap = 0.3, Limits = new() { Seed = seed } };
            var near = NearBestPlans.ByCostNoise(problem, plan, new EveryChoiceSolver(), options);
            Assert.All(near.Plans, other => Assert.True(problem.Allows(Choices.Of(other.Selected, problem.Units.Length))));
            Assert.Equal(best.Value, near.Plans[0].Value, 9);
            Assert.Equal(near.Plans.Select(other => string.Join(' ', other.Selected)), NearBestPlans.ByCostNoise(problem, plan, new EveryChoiceSolver(), options).Plans.Select(other => string.Join(' ', other.Selected)));
            more += near.Plans.Length - 1;
        }
        Assert.True(more > 20, $"{more}");
    }
}
