namespace Bocage.Planning.Tests;

public class PlanExplanationTests
{
    private static readonly PlanningUnit[] Four = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];

    // Values 4, 3, 6, 7 for costs 1, 2, 3, 4 and budget 5: a+d = 11 is best, then a+c = 10 and b+c = 9.
    private static readonly PlanningProblem Places = new PlanningProblem(Four, new MaximumUtilityObjective([4, 3, 6, 7])).With(BudgetConstraint.Total(Four, 5));

    /// <summary>Patches 0 and 1 of quality 10. Units 0 and 1 make the two halves of a way over 2 (0.5 and 0.8); unit 2 makes the second half of a way over 3 whose first half is there (0.5 · 0.6).</summary>
    private static readonly PlanningProblem SteppingStones = new PlanningProblem([new("first half", 1), new("second half", 1), new("other way", 1)], new MaximumConnectedAreaObjective([new()
    {
        Name = "newt",
        SourceQuality = [10, 10, 0, 0],
        TargetQuality = [10, 10, 0, 0],
        Arcs = [new(0, 2, 0), new(2, 0, 0), new(2, 1, 0), new(1, 2, 0), new(0, 3, 0.5), new(3, 0, 0.5), new(3, 1, 0), new(1, 3, 0)],
        ArcImprovements = [new(0, 0, 0.5), new(1, 0, 0.5), new(2, 1, 0.8), new(3, 1, 0.8), new(6, 2, 0.6), new(7, 2, 0.6)],
    }]));

    [Fact]
    public void Four_places_by_hand()
    {
        var explanation = Explain(Places, new() { NoisyPlans = 0, PoolGap = 0.1 });
        Assert.Equal((11, 0), (explanation.Value, explanation.ValueOfNothing));
        Assert.Null(explanation.Better);
        var (a, d) = (explanation.Chosen[0], explanation.Chosen[1]);
        // Without a the best is b+c = 9; without d it is a+c = 10.
        Assert.Equal(("a", 4, 4, 2, 2, 4), (a.Id, a.AddsAlone, a.AddsGivenRest, a.ReplacementCost.Lower, a.ReplacementCost.Upper, a.GainPerCost));
        Assert.Equal(("d", 7, 7, 1, 1, 1.75), (d.Id, d.AddsAlone, d.AddsGivenRest, d.ReplacementCost.Lower, d.ReplacementCost.Upper, d.GainPerCost));
        Assert.Equal([1, 2], a.ReplacementCost.Instead);
        // Near: at most 10 % of 11 below 11, that is 9.9 or more: a+d and a+c.
        Assert.Equal([11, 10], explanation.Pool.Plans.Select(plan => plan.Value));
        Assert.Equal((1, 0.5), (a.SelectionFrequency, d.SelectionFrequency));
        Assert.Empty(a.Joins);
        // With a+b = 7 known beforehand, and 5.5 near enough, a is in three plans of four: a+d, a+c and a+b, but not b+c.
        Assert.Equal(0.75, Explain(Places, new() { NoisyPlans = 0, PoolGap = 0.5, KnownPlans = [[0, 1]] }).Chosen[0].SelectionFrequency);
    }

    [Fact]
    public void The_two_places_left_out_by_hand()
    {
        var explanation = Explain(Places, new() { NoisyPlans = 0 });
        var (c, b) = (explanation.NotChosen[0], explanation.NotChosen[1]);
        // c adds 6 for 3 €, 2 per euro, more than d's 1.75: only the budget (5 + 3 of 5) speaks against it. b adds 1.5 per euro.
        Assert.Equal([new WhyNot.BreaksLimit("the budget", 3)], c.Reasons);
        Assert.Equal([new WhyNot.BreaksLimit("the budget", 2), new WhyNot.WorthLess(1.5, 3, 1.75)], b.Reasons);
        // c beats 11 in a+b+c = 13, for which 5 − 1 − 2 = 2 is left, and in c+d = 13, for which 1 is left. b beats it in a+b+c, for which 1 is left.
        Assert.Equal(2, c.BreakEven!.Pays!.Value, 9);
        Assert.Equal([0, 1, 2], c.BreakEven.Instead);
        Assert.InRange(c.BreakEven.PaysNot, 2, 2 + 3 * 1e-3 + 1e-9);
        Assert.Equal(1, b.BreakEven!.Pays!.Value, 9);
        Assert.InRange(b.BreakEven.PaysNot, 1, 1 + 2 * 1e-3 + 1e-9);
    }

    [Fact]
    public void Two_halves_of_a_way_need_each_other()
    {
        // Nothing: 10·10 + 10·10 = 200. Both halves: 2 · 100 · 0.5 · 0.8 = 80 more. The other way: 2 · 100 · 0.3 = 60 more. Budget 2.
        var explanation = Explain(SteppingStones.With(BudgetConstraint.Total(SteppingStones.Units, 2)), new() { NoisyPlans = 0 });
        Assert.Equal((280, 200), (explanation.Value, explanation.ValueOfNothing));
        Assert.All(explanation.Chosen, half =>
        {
            Assert.Equal(0, half.AddsAlone);
            Assert.Equal(80, half.AddsGivenRest, 9);
            Assert.Equal(20, half.ReplacementCost.Lower, 9);
            Assert.True(half.ReplacementCost.IsExact);
            var pair = Assert.Single(half.Joins);
            Assert.Equal((0, 0, 1, 0.0, 0.4), (pair.Case, pair.From, pair.To, pair.Before, pair.After));
            Assert.Equal(40, pair.Gain, 9);
        });
        // The other way adds nothing to the plan: it would not come in as a gift.
        var other = Assert.Single(explanation.NotChosen);
        Assert.Equal([new WhyNot.BreaksLimit("the budget", 1), new WhyNot.AddsNothing(0)], other.Reasons);
        Assert.Equal((null, 0.0), (other.BreakEven!.Pays, other.BreakEven.PaysNot));
    }

    [Fact]
    public void Each_reason_has_its_place()
    {
        // a and c share a pond; d is locked out. Best within 5: a+b = 7 or b+c = 9.
        var problem = Places.With(CountConstraint.AtMostOne("one measure at the pond", [0, 2])).With(3, PlanningStatus.LockedOut);
        var explanation = Explain(problem, new() { NoisyPlans = 0 });
        Assert.Equal([1, 2], explanation.Chosen.Select(unit => unit.Unit));
        var a = explanation.NotChosen.Single(unit => unit.Id == "a");
        Assert.Equal([new WhyNot.BreaksLimit("the budget", 1), new WhyNot.Excluded("one measure at the pond", 2)], a.Reasons);
        var d = explanation.NotChosen.Single(unit => unit.Id == "d");
        Assert.Equal([new WhyNot.LockedOut(), new WhyNot.BreaksLimit("the budget", 4)], d.Reasons);
        // In one block a-b-c-d: with a+b chosen, d does not touch.
        var block = Places.With(new ContiguityConstraint("one block", [(0, 1), (1, 2), (2, 3)])).WithBudgets(2);
        Assert.Contains(new WhyNot.BreaksLimit("one block", null), WhyNot.Of(block, [true, true, false, false], 3, 7, null, 7));
        // With 6 of 10 spent on a+b+c, d fits and was overlooked.
        Assert.Equal([new WhyNot.Overlooked(7)], WhyNot.Of(block, [true, true, true, false], 3, 7, null, 13));
    }

    [Fact]
    public void A_plan_that_is_not_the_best_is_found_out()
    {
        bool[] plan = [false, true, true, false];
        var explanation = PlanExplanation.Of(Places, EveryChoiceSolver.Of(Places, plan, SolveOutcome.Stopped, 12), new EveryChoiceSolver(), new() { NoisyPlans = 0 });
        // b+c = 9: without b the best is a+d = 11, so b costs 2 rather than being worth anything.
        Assert.Equal(-2, explanation.Chosen[0].ReplacementCost.Upper);
        Assert.Equal([0, 3], explanation.Better!.Selected);
        // d in the place of b and c is better at today's price; of the plans with one swap only c → d (b+d = 10, 6 of 5) pays, at 3.
        Assert.True(explanation.NotChosen.Single(unit => unit.Id == "d").BreakEven!.Pays >= 3);
    }

    [Fact]
    public void A_unit_no_plan_can_do_without_says_so()
    {
        var problem = Places.With(CountConstraint.Between("a pond in the north", [3], 1, 1));
        var d = Explain(problem, new() { NoisyPlans = 0 }).Chosen.Single(unit => unit.Id == "d");
        Assert.True(d.ReplacementCost.IsIrreplaceable);
        Assert.False(d.RestIsAllowed);
        Assert.Equal(["everything"], d.ReplacementCost.Relax.Select(limit => limit.Name));
    }

    [Fact]
    public void Replacement_costs_are_those_of_all_choices()
    {
        var proven = 0;
        for (var seed = 0; seed < 250; seed++)
        {
            var problem = RandomProblem.Of(seed);
            if (EveryChoice.Best(problem) is not { } best) continue;
            var exact = PlanExplanation.Of(problem, new EveryChoiceSolver().Solve(problem, new()), new EveryChoiceSolver(), new() { NoisyPlans = 0, NotChosen = 0 });
            var doubtful = new EveryChoiceSolver { Doubt = 0.5 };
            var guess = PlanExplanation.Of(problem, doubtful.Solve(problem, new()), doubtful, new() { NoisyPlans = 0, NotChosen = 0 });
            foreach (var unit in exact.Chosen)
            {
                var without = EveryChoice.Best(problem.With(unit.Unit, PlanningStatus.LockedOut));
                Assert.Equal(without is null, unit.ReplacementCost.IsIrreplaceable);
                if (without is null) continue;
                Assert.Equal(Better(problem, without.Value.Value, best.Value), unit.ReplacementCost.Upper, 9);
                Assert.True(unit.ReplacementCost.IsExact);
                proven++;
            }
            foreach (var unit in guess.Chosen)
                if (EveryChoice.Best(problem.With(unit.Unit, PlanningStatus.LockedOut)) is { } without)
                    Assert.InRange(Better(problem, without.Value, guess.Value), unit.ReplacementCost.Lower - 1e-9, unit.ReplacementCost.Upper + 1e-9);
        }
        Assert.True(proven > 300);
    }

    [Fact]
    public void Without_searching_anew_the_best_exchange_bounds_the_replacement_cost_from_above()
    {
        var exchanged = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var problem = RandomProblem.Of(seed);
            if (EveryChoice.Best(problem) is not { } best) continue;
            var solver = new EveryChoiceSolver();
            var solution = solver.Solve(problem, new());
            var explanation = PlanExplanation.Of(problem, solution, solver, new() { NoisyPlans = 0, NotChosen = 0, SearchesAnew = false });
            Assert.Equal(1, solver.Solves);
            foreach (var unit in explanation.Chosen)
            {
                if (EveryChoice.Best(problem.With(unit.Unit, PlanningStatus.LockedOut)) is not { } without) continue;
                Assert.True(unit.ReplacementCost.Upper >= Better(problem, without.Value, best.Value) - 1e-9);
                if (!double.IsInfinity(unit.ReplacementCost.Upper)) exchanged++;
            }
        }
        Assert.True(exchanged > 100);
    }

    [Fact]
    public void Just_below_the_break_even_price_a_unit_comes_in_and_just_above_it_does_not()
    {
        var (paid, never) = (0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var problem = RandomProblem.Of(seed, 6);
            if (EveryChoice.Best(problem) is not { } best) continue;
            foreach (var unit in Explain(problem, new() { NoisyPlans = 0, BreakEvenSearches = 30 }).NotChosen)
            {
                var share = unit.BreakEven!.Pays / unit.Cost;
                if (share is { } pays)
                {
                    Assert.True(BestWith(problem, unit.Unit, pays * (1 - 1e-6)) is { } with && problem.Objective.IsBetter(with, best.Value), $"seed {seed}, {unit.Id}");
                    paid++;
                }
                else never++;
                if (problem.Units[unit.Unit].Status == PlanningStatus.LockedOut) continue;
                Assert.True(unit.BreakEven.PaysNot <= (share ?? 0) * unit.Cost + unit.Cost * 1.001e-3 || share is null);
                var above = unit.BreakEven.PaysNot / unit.Cost;
                Assert.False(BestWith(problem, unit.Unit, above * (1 + 1e-6)) is { } dear && problem.Objective.IsBetter(dear, best.Value), $"seed {seed}, {unit.Id}");
            }
        }
        Assert.True(paid > 80 && never > 10, $"{paid} {never}");
    }

    [Fact]
    public void A_solver_that_is_unsure_leaves_the_price_between_its_ends()
    {
        var ends = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = RandomProblem.Of(seed, 6);
            if (EveryChoice.Best(problem) is null) continue;
            var doubtful = new EveryChoiceSolver { Doubt = 0.5 };
            var guess = PlanExplanation.Of(problem, doubtful.Solve(problem, new()), doubtful, new() { NoisyPlans = 0 });
            foreach (var unit in guess.NotChosen)
            {
                if (unit.BreakEven!.Pays is { } pays)
                    Assert.True(BestWith(problem, unit.Unit, pays / unit.Cost * (1 - 1e-6)) is { } with && problem.Objective.IsBetter(with, guess.Value), $"seed {seed}, {unit.Id}");
                if (double.IsPositiveInfinity(unit.BreakEven.PaysNot)) continue;
                Assert.False(BestWith(problem, unit.Unit, unit.BreakEven.PaysNot / unit.Cost * (1 + 1e-6)) is { } dear && problem.Objective.IsBetter(dear, guess.Value), $"seed {seed}, {unit.Id}");
                ends++;
            }
        }
        Assert.True(ends > 20, $"{ends}");
    }

    [Fact]
    public void Every_unit_left_out_has_a_reason()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomProblem.Of(seed);
            if (EveryChoice.Best(problem) is null) continue;
            foreach (var unit in Explain(problem, new() { NoisyPlans = 0, NotChosen = 9, BreakEvenSearches = 0 }).NotChosen)
            {
                Assert.NotEmpty(unit.Reasons);
                // A proven plan overlooks nothing.
                Assert.DoesNotContain(unit.Reasons, reason => reason is WhyNot.Overlooked);
            }
        }
    }

    [Fact]
    public void Time_is_shared_and_cancelling_stops()
    {
        var solver = new EveryChoiceSolver();
        PlanExplanation.Of(Places, solver.Solve(Places, new()), solver, new() { NoisyPlans = 3, NotChosen = 0, TotalTime = TimeSpan.FromMinutes(50), Limits = new() { Time = TimeSpan.FromMinutes(20) } });
        // Two chosen units and three other prices: a fifth of the 50 minutes each, a little more as time is left over.
        Assert.All(solver.Limits.Skip(1), limits => Assert.InRange(limits.Time!.Value.TotalMinutes, 9.9, 20));
        Assert.Equal(6, solver.Solves);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => PlanExplanation.Of(Places, solver.Solve(Places, new()), solver, cancellation: source.Token));
    }

    [Fact]
    public void What_is_no_plan_of_the_problem_is_refused()
    {
        Assert.Contains("Infeasible", Assert.Throws<ArgumentException>(() => PlanExplanation.Of(Places, Solution.Infeasible([], true), new EveryChoiceSolver())).Message, StringComparison.Ordinal);
        Assert.Contains("breaks a rule", Assert.Throws<ArgumentException>(() =>
            PlanExplanation.Of(Places, EveryChoiceSolver.Of(Places, [true, true, true, true], SolveOutcome.Stopped, 99), new EveryChoiceSolver())).Message, StringComparison.Ordinal);
    }

    private static PlanExplanation Explain(PlanningProblem problem, ExplanationOptions options)
    {
        var solver = new EveryChoiceSolver();
        return PlanExplanation.Of(problem, solver.Solve(problem, new()), solver, options);
    }

    private static double Better(PlanningProblem problem, double from, double to) => problem.Objective.Maximises ? to - from : from - to;

    private static double? BestWith(PlanningProblem problem, int unit, double share)
    {
        var factors = Enumerable.Repeat(1.0, problem.Units.Length).ToArray();
        factors[unit] = share;
        return EveryChoice.Best(problem.Repriced(factors).With(unit, PlanningStatus.LockedIn))?.Value;
    }
}
