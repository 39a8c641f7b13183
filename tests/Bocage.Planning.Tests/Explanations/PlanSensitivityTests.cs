namespace Bocage.Planning.Tests;

public class PlanSensitivityTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];
    private static readonly PlanningProblem Places = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7])).With(BudgetConstraint.Total(Four, 5));

    [Fact]
    public void Four_places_by_hand()
    {
        // Today a+d = 11 for 5. Ponds a, b and hedges c, d.
        var scenarios = PlanScenario.OtherPrices(Places, ["pond", "pond", "hedge", "hedge"], 0.5, 1, 1.5).Add(PlanScenario.Other("c is worth 9", Places, new MaximumUtilityObjective([4, 3, 9, 7])));
        Assert.Equal(["pond × 0.5", "pond × 1.5", "hedge × 0.5", "hedge × 1.5", "c is worth 9"], scenarios.Select(scenario => scenario.Name));
        var sensitivity = PlanSensitivity.Of(Places, new EveryChoiceSolver().Solve(Places, new()), scenarios, new EveryChoiceSolver(), new());
        var (cheapPonds, dearPonds, cheapHedges, dearHedges, worth) = (sensitivity.Scenarios[0], sensitivity.Scenarios[1], sensitivity.Scenarios[2], sensitivity.Scenarios[3], sensitivity.Scenarios[4]);
        // Ponds 0.5 and 1: a+b+c = 13 for 4.5; d+a (4.5) is 11: regret 2; a in both of a, b, c, d.
        Assert.Equal((13, 2, 2, 0.25, true), (cheapPonds.Value, cheapPonds.RegretLower, cheapPonds.RegretUpper, cheapPonds.Overlap, cheapPonds.TodaysPlanIsAllowed));
        // Ponds 1.5 and 3: a+c = 10 for 4.5; a+d costs 5.5, and d alone, 7, is the better part of it: regret 3.
        Assert.Equal((10, 3, 7, false), (dearPonds.Value, dearPonds.RegretLower, dearPonds.LeftValue, dearPonds.TodaysPlanIsAllowed));
        Assert.Equal([3], dearPonds.Left);
        // Hedges 1.5 and 2: a+c+d = 17 for 4.5.
        Assert.Equal((17, 6), (cheapHedges.Value, cheapHedges.RegretLower));
        // Hedges 4.5 and 6: a+b = 7 for 3 (c is 6 for 4.5); d is out of reach, a = 4 is left.
        Assert.Equal((7, 3), (dearHedges.Value, dearHedges.RegretLower));
        // c at 9: a+c = 13 for 4.
        Assert.Equal((13, 2, 1 / 3.0), (worth.Value, worth.RegretLower, worth.Overlap));
        Assert.Equal([0], sensitivity.Robust);
        Assert.Equal([1, 0.4, 0.8, 0.2], sensitivity.SelectionFrequency);
    }

    [Fact]
    public void The_regret_is_that_of_all_choices()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomProblem.Of(seed);
            if (EveryChoice.Best(problem) is null) continue;
            var plan = new EveryChoiceSolver().Solve(problem, new());
            var scenarios = PlanScenario.OtherPrices(problem, [.. problem.Units.Select((_, k) => k % 2 == 0 ? "even" : null)], 0.8, 1.25);
            Assert.Equal(2, scenarios.Length);
            var doubtful = PlanSensitivity.Of(problem, plan, scenarios, new EveryChoiceSolver { Doubt = 2 }, new());
            var exact = PlanSensitivity.Of(problem, plan, scenarios, new EveryChoiceSolver(), new());
            for (var k = 0; k < 2; k++)
            {
                var best = EveryChoice.Best(scenarios[k].Problem);
                var answer = exact.Scenarios[k];
                Assert.Equal(best is not null, answer.HasPlan);
                if (best is null || double.IsNaN(answer.LeftValue)) continue;
                var regret = problem.Objective.Gain(answer.LeftValue, best.Value.Value);
                Assert.Equal((regret, regret), (answer.RegretLower, answer.RegretUpper));
                Assert.True(regret >= -1e-9);
                Assert.True(scenarios[k].Problem.Allows(Choices.Of(answer.Left, problem.Units.Length)));
                Assert.Empty(answer.Left.Except(plan.Selected));
                // Doubtful answers keep the true regret of what they hold on to within their ends.
                if (!double.IsNaN(doubtful.Scenarios[k].LeftValue))
                    Assert.InRange(problem.Objective.Gain(doubtful.Scenarios[k].LeftValue, best.Value.Value), doubtful.Scenarios[k].RegretLower - 1e-9, doubtful.Scenarios[k].RegretUpper + 1e-9);
            }
        }
    }

    [Fact]
    public void Other_units_are_refused() => Assert.Contains("not those", Assert.Throws<ArgumentException>(() =>
        PlanSensitivity.Of(Places, new EveryChoiceSolver().Solve(Places, new()), [new("other", new([new("x", 1)], new MaximumUtilityObjective([1])))], new EveryChoiceSolver(), new())).Message, StringComparison.Ordinal);
}
