using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class LimitsToRelaxTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];
    private static readonly PlanningProblem Utility = new(Four, new MaximumUtilityObjective([4, 3, 6, 7]));

    private static LimitToRelax[] Of(PlanningProblem problem) => [.. LimitsToRelax.Of(problem, Cbc.Program, new())];

    // c and d are in and cost 7 of 5.
    [Fact]
    public void Locked_in_units_above_a_budget()
    {
        var problem = Utility.With(BudgetConstraint.Total(Four, 5)).With(2, PlanningStatus.LockedIn).With(3, PlanningStatus.LockedIn);
        Assert.Equal([new LimitToRelax("the budget", 5, 7)], Of(problem));
        Assert.Equal([new LimitToRelax("the budget", 5, 7)], LimitsToRelax.Of(problem, null, new()));
    }

    // All four units hold 9 orchids and are asked for 10, and for 5 newts of 5: the target gives way, to 9.
    [Fact]
    public void A_target_above_what_there_is()
    {
        var amounts = new FeatureAmounts([new("orchid", 10), new("newt", 5)], [0, 1, 2, 3, 5], [0, 0, 1, 0, 1], [2, 4, 3, 3, 2]);
        var problem = new PlanningProblem(Four, new MinimumSetObjective(amounts));
        Assert.Equal([new LimitToRelax("the target of orchid", 10, 9)], Of(problem));
        Assert.Equal([new LimitToRelax("the target of orchid", 10, 9)], LimitsToRelax.Of(problem, null, new()));
    }

    // At least 3 of a, b, c with c out: 2. Letting c in (relative amount 1) is also one limit; going from 3 to 2 is a third.
    [Fact]
    public void A_least_number_above_what_there_is()
    {
        var problem = Utility.With(CountConstraint.Between("ponds", [0, 1, 2], 3, 3)).With(2, PlanningStatus.LockedOut);
        Assert.Equal([new LimitToRelax("ponds", 3, 2)], Of(problem));
        Assert.Equal([new LimitToRelax("ponds", 3, 2)], LimitsToRelax.Of(problem, null, new()));
    }

    // Two locked in that exclude each other: at most one becomes two (1 of 1), or one lock goes (1 of 1): a tie, one limit either way.
    [Fact]
    public void Locks_that_exclude_each_other()
    {
        var problem = Utility.With(CountConstraint.AtMostOne("one at the pond", [0, 3])).With(0, PlanningStatus.LockedIn).With(3, PlanningStatus.LockedIn);
        Assert.Single(Of(problem));
        Assert.Equal([new LimitToRelax("one at the pond", 1, 2)], LimitsToRelax.Of(problem, null, new()));
    }

    // a and d are in, b is out: no block. Three ways of one limit, each of relative amount 1 (the rule, or a lock).
    [Fact]
    public void A_block_that_cannot_be()
    {
        var problem = Utility.With(new ContiguityConstraint("one block", [(0, 1), (1, 2), (2, 3)]))
            .With(0, PlanningStatus.LockedIn).With(3, PlanningStatus.LockedIn).With(1, PlanningStatus.LockedOut);
        Assert.Single(Of(problem));
        Assert.Equal([new LimitToRelax("one block", 1, 2)], LimitsToRelax.Of(problem, null, new()));
    }

    // A budget of 4 and three of four places, b in (2): the cheapest three cost 6. Three places → two (1/3) is less than 4 → 6 (1/2). Neither fails alone.
    [Fact]
    public void Two_rules_that_only_fail_together()
    {
        var problem = Utility.With(BudgetConstraint.Total(Four, 4)).With(CountConstraint.Between("places", [0, 1, 2, 3], 3, 4)).With(1, PlanningStatus.LockedIn);
        Assert.Equal([new LimitToRelax("places", 3, 2)], Of(problem));
        Assert.Empty(LimitsToRelax.Of(problem, null, new()));
    }

    // Two independent conflicts need two limits.
    [Fact]
    public void Two_conflicts_need_two_limits()
    {
        var problem = Utility.With(new LinearConstraint("much of a", [new(0, 10)], 12, 20)).With(new LinearConstraint("much of b", [new(1, 10)], 11, 20));
        Assert.Equal([new("much of a", 12, 10), new("much of b", 11, 10)], Of(problem));
    }

    [Fact]
    public void The_solver_says_it() =>
        Assert.Equal(
            [new LimitToRelax("the budget", 5, 7)],
            new MixedIntegerPlanningSolver(Cbc.Program).Solve(Utility.With(BudgetConstraint.Total(Four, 5)).With(2, PlanningStatus.LockedIn).With(3, PlanningStatus.LockedIn), new()).Relax);

    [Fact]
    public void Fewest_and_least_of_all_choices()
    {
        var random = new SeededRandom(41);
        var several = 0;
        for (var round = 0; round < 100; round++)
        {
            var problem = Infeasible(random);
            if (EveryChoice.Best(problem) is not null) continue;
            var found = Of(problem);
            var (fewest, least) = Least(problem);
            Assert.True(found.Length == fewest, $"round {round}: {fewest} limits are enough, not {string.Join("; ", found.Select(limit => limit.ToString()))}");
            Assert.Equal(least, found.Sum(Amount), 1e-6);
            // What fails alone is never more than what must give way or a lock.
            foreach (var alone in FailingAlone.Of(problem)) Assert.True(found.Any(limit => limit.Name == alone.Name) || found.Any(limit => limit.Name.StartsWith("the lock", StringComparison.Ordinal)), alone.Name);
            if (fewest > 1) several++;
        }
        Assert.InRange(several, 5, 150);
    }

    private static PlanningProblem Infeasible(SeededRandom random)
    {
        var units = MadeProblems.Units(random, 8);
        var all = Enumerable.Range(0, 8);
        return MadeProblems.WithRules(random, units, new MinimumSetObjective(MadeProblems.Amounts(random, 8, 4, random.Next(2) == 0 ? 0.6 : 1)))
            .With(BudgetConstraint.Of("the last budget", all.Select(k => new LinearTerm(k, units[k].Cost)), random.Next(5, 20)))
            .With(CountConstraint.Between("hedges", all.Where(k => k > 2), random.Next(0, 5), 6));
    }

    private static double Amount(LimitToRelax limit) =>
        limit.Name.StartsWith("the lock", StringComparison.Ordinal) || limit.Name == "one block" ? 1 : Math.Abs(limit.Needed - limit.Given) / (limit.Given == 0 ? 1 : Math.Abs(limit.Given));

    private static (int Fewest, double Least) Least(PlanningProblem problem)
    {
        var (fewest, least) = (int.MaxValue, double.PositiveInfinity);
        for (var bits = 0; bits < 1 << problem.Units.Length; bits++)
        {
            var selected = Enumerable.Range(0, problem.Units.Length).Select(unit => (bits >> unit & 1) == 1).ToArray();
            var broken = LimitsToRelax.Broken(problem, selected);
            Assert.Equal(CountBroken(problem, selected), broken.Length);
            var amount = broken.Sum(Amount);
            if (broken.Length > fewest || (broken.Length == fewest && amount >= least)) continue;
            (fewest, least) = (broken.Length, amount);
        }
        return (fewest, least);
    }

    // Straight from the definitions.
    private static int CountBroken(PlanningProblem problem, bool[] selected)
    {
        var count = problem.Constraints.Count(rule => !rule.IsKept(problem.Units, selected));
        count += problem.Units.Where((unit, k) => unit.Status == (selected[k] ? PlanningStatus.LockedOut : PlanningStatus.LockedIn)).Count();
        var amounts = ((MinimumSetObjective)problem.Objective).Amounts;
        return count + amounts.Held(selected).Where((held, feature) => held < amounts.Features[feature].Target * (1 - 1e-9)).Count();
    }
}
