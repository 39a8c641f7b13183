using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ConnectivityBoundTests
{
    // Two habitats of 1 ha; unit 0 (cost 2) joins them by p = 1, unit 1 (cost 1) by p = 0.5, the budget is 1.
    // Unit 0 never fits, so the best is unit 1: 2 + 2 · 0.5 = 3, and half a unit 0 (which a plain relaxation would buy for 3 as well) is not asked for.
    [Fact]
    public void A_unit_that_never_fits_does_not_lift_the_bound()
    {
        var bound = ConnectivityBound.Of(Joined(1), new());
        Assert.Equal(3, bound!.Value, 1e-8);
    }

    // With a budget of 2 both fit alone, not together: the best is unit 0, 4. Relaxed, one unit of money buys 1 with unit 1 and 1 with half a unit 0: Σλ ≤ 1 lets the mixture reach 2 + 0.5·1 + 0.5·2 = 3.5
    // at x = (½, 1) and 4 at (1, 0), so the bound is 4: optimal. The plane holds at every choice: 2, 3 and 4.
    [Fact]
    public void Parallel_units_share_a_pair()
    {
        var problem = Joined(2);
        var bound = ConnectivityBound.Of(problem, new())!;
        Assert.Equal(4, bound.Value, 1e-8);
        Assert.True(bound.Constant >= 2 && bound.Constant + bound.Gains[1] >= 3 && bound.Constant + bound.Gains[0] >= 4);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_allowed_choice_is_above_the_bound_or_its_plane(int seed)
    {
        var problem = ConnectivityBranchAndBoundTests.Made(new SeededRandom(1000 + seed));
        var criterion = (MaximumConnectedAreaObjective)problem.Objective;
        if (ConnectivityBound.Of(problem, new()) is not { } bound)
        {
            Assert.Null(EveryChoice.Best(problem));
            return;
        }

        for (var bits = 0; bits < 1 << problem.Units.Length; bits++)
        {
            var selected = Enumerable.Range(0, problem.Units.Length).Select(unit => (bits >> unit & 1) == 1).ToArray();
            if (!problem.Allows(selected)) continue;
            var value = criterion.Value(problem.Units, selected);
            Assert.True(bound.Value >= value * (1 - 1e-12), $"bound {bound.Value} is below {value}");
            var plane = bound.Constant + selected.Zip(bound.Gains, (isIn, gain) => isIn ? gain : 0).Sum();
            Assert.True(plane >= value * (1 - 1e-12), $"plane {plane} is below {value}");
        }
    }

    // The plane and the prices are the proof of the bound: what the limits are worth, plus what is left for each unit.
    [Theory, MemberData(nameof(Seeds))]
    public void Prices_and_reduced_gains_add_up_to_the_bound(int seed)
    {
        var problem = ConnectivityBranchAndBoundTests.Made(new SeededRandom(5000 + seed));
        if (ConnectivityBound.Of(problem, new()) is not { } bound) return;
        var sum = bound.Constant;
        for (var rule = 0; rule < bound.Prices.Length; rule++)
            if (problem.Constraints[rule] is LinearConstraint linear && bound.Prices[rule] != 0) sum += bound.Prices[rule] * (bound.Prices[rule] > 0 ? linear.Maximum : linear.Minimum);
        for (var unit = 0; unit < problem.Units.Length; unit++)
        {
            var reduced = bound.ReducedGain(problem, unit);
            var mayBeIn = problem.Units[unit].Status != PlanningStatus.LockedOut;
            sum += problem.Units[unit].Status == PlanningStatus.LockedIn ? reduced : mayBeIn ? Math.Max(0, reduced) : 0;
        }

        Assert.True(sum >= bound.Value * (1 - 1e-6), $"{sum} does not reach {bound.Value}");
    }

    [Fact]
    public void Another_objective_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => ConnectivityBound.Of(new([new("a", 1)], new MaximumUtilityObjective([1])), new()));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 400)];

    private static PlanningProblem Joined(double budget)
    {
        var network = new ConnectivityCase
        {
            Name = "two",
            SourceQuality = [1, 1],
            TargetQuality = [1, 1],
            Arcs = [new(0, 1, 0), new(1, 0, 0)],
            ArcImprovements = [new(0, 0, 1), new(1, 0, 1), new(0, 1, 0.5), new(1, 1, 0.5)],
        };
        var problem = new PlanningProblem([new("whole", 2), new("half", 1)], new MaximumConnectedAreaObjective([network]));
        return problem.With(BudgetConstraint.Total(problem.Units, budget));
    }
}
