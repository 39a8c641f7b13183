namespace Bocage.Planning.Tests;

public class BudgetCurveTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];
    private static readonly PlanningProblem Places = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7])).With(BudgetConstraint.Total(Four, 5));

    [Fact]
    public void Four_places_by_hand()
    {
        // Budgets 0, 2.5, 5, 7.5, 10: nothing, a = 4, a+d = 11, a+b+d = 14 (7), all = 20.
        var curve = BudgetCurve.Of(Places, BudgetCurve.Shares(5), new EveryChoiceSolver(), new());
        Assert.Equal([0, 0.5, 1, 1.5, 2], curve.Points.Select(point => point.Share));
        Assert.Equal([0, 4, 11, 14, 20], curve.Points.Select(point => point.Value));
        Assert.Equal([0, 4, 11, 14, 20], curve.Points.Select(point => point.Bound));
        Assert.Equal([0, 1, 5, 7, 10], curve.Points.Select(point => point.Cost));
        // Above the line from 0 to 20: 4 − 5, 11 − 10, 14 − 15: only today's budget is.
        Assert.Equal(2, curve.Knee);
    }

    [Fact]
    public void Nested_plans_grow_from_one_another_and_cost_for_it()
    {
        // Budgets 3 and 5: the best for 3 is a+b = 7 (c is 6); it cannot grow within 5 (d costs 4), and stays 7 while the free choice has 11. For 6: a+b+c = 13, which the free choice has too.
        var curve = BudgetCurve.Of(Places, [0.6, 1, 1.2], new EveryChoiceSolver(), new(), nested: true);
        Assert.Equal([7, 7, 13], curve.Points.Select(point => point.Value));
        Assert.Equal([7, 11, 13], curve.Points.Select(point => point.Bound));
        Assert.Null(curve.Knee);
    }

    [Fact]
    public void Value_and_bound_never_get_worse_and_the_bound_holds()
    {
        var kept = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomProblem.Of(seed);
            var solver = new EveryChoiceSolver { Doubt = seed % 2 == 0 ? 0 : 3 };
            var curve = BudgetCurve.Of(problem, BudgetCurve.Shares(6), solver, new(), nested: seed % 3 == 0);
            BudgetPoint? before = null;
            foreach (var point in curve.Points)
            {
                var best = EveryChoice.Best(problem.WithBudgets(point.Share));
                Assert.Equal(best is null, !point.HasPlan);
                if (best is null) continue;
                Assert.True(problem.WithBudgets(point.Share).Allows(Choices.Of(point.Selected, problem.Units.Length)));
                Assert.True(problem.Objective.Gain(best.Value.Value, point.Bound) >= -1e-9);
                Assert.True(problem.Objective.Gain(best.Value.Value, point.Value) <= 1e-9);
                if (before is not null)
                {
                    Assert.True(problem.Objective.Gain(before.Value, point.Value) >= 0);
                    Assert.True(problem.Objective.Gain(before.Bound, point.Bound) >= 0);
                    if (seed % 3 == 0) Assert.Empty(before.Selected.Except(point.Selected));
                    if (solver.Doubt > 0 && before.Selected.SequenceEqual(point.Selected)) kept++;
                }
                before = point;
            }
        }
        Assert.True(kept > 10);
    }

    [Fact]
    public void Time_is_for_all_points_together()
    {
        var solver = new EveryChoiceSolver();
        BudgetCurve.Of(Places, BudgetCurve.Shares(4), solver, new() { Time = TimeSpan.FromHours(4) });
        Assert.InRange(solver.Limits[0].Time!.Value.TotalHours, 0.9, 1);
        Assert.InRange(solver.Limits[^1].Time!.Value.TotalHours, 3.8, 4);
    }

    [Fact]
    public void A_problem_without_a_budget_is_refused()
    {
        Assert.Throws<ArgumentException>(() => BudgetCurve.Of(new PlanningProblem(Four, Places.Objective), [1], new EveryChoiceSolver(), new()));
        Assert.Throws<ArgumentException>(() => BudgetCurve.Of(Places, [-1], new EveryChoiceSolver(), new()));
        Assert.Throws<ArgumentException>(() => BudgetCurve.Shares(5, 0));
    }
}
