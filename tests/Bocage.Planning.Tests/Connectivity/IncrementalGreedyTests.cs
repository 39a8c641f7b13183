using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class IncrementalGreedyTests
{
    // The first look bounds nothing, later ones bound by flow: each step must be the step that looking at every gain by the definition gives.
    [Theory, MemberData(nameof(Seeds))]
    public void Each_step_is_the_best_by_the_definition(int seed)
    {
        var random = new SeededRandom(seed);
        const int Units = 24;
        var problem = RandomCase.Problem(random, Units, cases: 2, seed % 2 == 0 ? null : ConnectivityCriterion.EquivalentConnectedArea([1, 2]), 24, 70);
        var search = new ConnectivitySearch(problem, new());
        var (state, rules) = (search.Base.Copy(), search.Rules.Copy());
        var slow = new bool[Units];
        var cost = 0.0;
        var budget = ((LinearConstraint)problem.Constraints[0]).Maximum;
        while (true)
        {
            var value = problem.ValueOf(slow);
            var best = Enumerable.Range(0, Units).Where(unit => !slow[unit] && cost + problem.Units[unit].Cost <= budget)
                .Select(unit => (Unit: unit, Gain: problem.ValueOf([.. slow.Select((chosen, other) => chosen || other == unit)]) - value)).Where(step => step.Gain > 1e-12 * value)
                .OrderByDescending(step => problem.Units[step.Unit].Cost == 0).ThenByDescending(step => problem.Units[step.Unit].Cost == 0 ? step.Gain : step.Gain / problem.Units[step.Unit].Cost).ToList();
            if (best.Count == 0) break;
            slow[best[0].Unit] = true;
            cost += problem.Units[best[0].Unit].Cost;
        }

        IncrementalGreedy.Fill(state, rules, search.Open, () => false);
        var expected = problem.ValueOf(slow);
        Assert.Equal(expected, state.Value, 1e-11 * expected);
        var (one, oneRules) = (search.Base.Copy(), search.Rules.Copy());
        IncrementalGreedy.Fill(one, oneRules, search.Open, () => false, gains: new(one, isAlone: true));
        Assert.Equal(state.Selected.ToArray(), one.Selected.ToArray());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_gain_rises_no_more_than_the_flow_through_its_unit(int seed)
    {
        var random = new SeededRandom(seed);
        const int Units = 8;
        var contracted = ContractedCase.Of(RandomCase.Of(random, Units, 14, 40), new PlanningStatus[Units]);
        var table = PathTable.Of(contracted, isWhole: seed % 2 == 0);
        var work = new UnitGain();
        var then = Enumerable.Range(0, Units).Select(unit => (Gain: work.Of(table, unit), Flow: work.FlowThrough(table, unit))).ToArray();
        foreach (var bought in Enumerable.Range(0, Units).Where(_ => random.Next(2) == 0).ToArray())
        {
            UnitPurchase.Buy(table, bought, work);
            then[bought].Gain = double.PositiveInfinity;
            for (var unit = 0; unit < Units; unit++)
                Assert.True(work.Of(table, unit) <= then[unit].Gain + work.FlowThrough(table, unit) - then[unit].Flow + 1e-12 * table.Value);
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 150)];
}
