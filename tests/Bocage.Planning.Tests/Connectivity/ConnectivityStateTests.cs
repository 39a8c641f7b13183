using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ConnectivityStateTests
{
    // a → b → c, both arcs closed, S(a) = 2, T(c) = 3: unit 0 opens the first with 0.5, unit 1 the second with 0.5, unit 2 both with 0.25.
    // Alone 0 and 1 gain nothing, 2 gains 2·3·¹⁄₁₆ = 0.375; after 0, unit 1 gains 2·3·¼ = 1.5 and unit 2 gains 2·3·½·¼ = 0.75.
    [Theory, MemberData(nameof(Modes))]
    public void Arcs_in_series_need_each_other(bool isWhole)
    {
        var state = ConnectivityState.Of(
            new([new() { Name = "n", SourceQuality = [2, 0, 0], TargetQuality = [0, 0, 3], Arcs = [new(0, 1, 0), new(1, 2, 0)], ArcImprovements = [new(0, 0, 0.5), new(1, 1, 0.5), new(0, 2, 0.25), new(1, 2, 0.25)] }]),
            new PlanningStatus[3], isWhole);
        Assert.Equal([0, 0, 0.375], state.GainsOf([0, 1, 2]));
        state.Buy(0);
        Assert.Equal([1.5, 0.75], state.GainsOf([1, 2]));
        state.Buy(1);
        Assert.Equal(1.5, state.Value);
    }

    // A closed gate g_in → g_out between two patches, which unit 0 opens and where it makes habitat of 2 ha at g_out; patches of 4 and 6 ha; all other arcs ½.
    // Before 16 + 36. After: 16 + 36 + 4 and pairs 4–6 by ¼ both ways 2·24·¼ = 12; g–4: g_out→4 ½·8 = 4, 4→g_in→g_out ½·8 = 4; g–6: 6 + 6. In all 88, so the gain is 36.
    [Theory, MemberData(nameof(Modes))]
    public void A_gate_brings_habitat_and_a_way_through(bool isWhole)
    {
        var gate = new ConnectivityCase
        {
            Name = "gate",
            SourceQuality = [4, 6, 0, 0],
            TargetQuality = [4, 6, 0, 0],
            Arcs = [new(0, 2, 0.5), new(1, 2, 0.5), new(2, 3, 0), new(3, 0, 0.5), new(3, 1, 0.5)],
            ArcImprovements = [new(2, 0, 1)],
            VertexImprovements = [new(3, 0, 2, 2)],
        };
        var state = ConnectivityState.Of(new([gate]), new PlanningStatus[1], isWhole);
        Assert.Equal(36, state.GainOf(0, new()), 12);
        state.Buy(0);
        Assert.Equal(88, state.Value, 12);
        Assert.Equal(88, PlainEvaluation.Of(gate, [true]), 12);
    }

    [Theory, MemberData(nameof(SeedsAndModes))]
    public void Gains_and_values_are_those_of_the_definition(int seed, bool isWhole)
    {
        var random = new SeededRandom(seed);
        const int Units = 7;
        var criterion = new ConnectivityCriterion.Sum([new ConnectivityCriterion.Scaled(0.5, new ConnectivityCriterion.SquareRoot(new ConnectivityCriterion.OfCase(0))), new ConnectivityCriterion.Minimum([new ConnectivityCriterion.OfCase(0), new ConnectivityCriterion.OfCase(1)])]);
        var problem = RandomCase.Problem(random, Units, cases: 2, criterion, 4 + random.Next(12), 6 + random.Next(40));
        var status = Enumerable.Range(0, Units).Select(_ => random.Next(8) switch { 0 => PlanningStatus.LockedIn, 1 => PlanningStatus.LockedOut, _ => PlanningStatus.Available }).ToArray();
        var open = Enumerable.Range(0, Units).Where(unit => status[unit] == PlanningStatus.Available).ToList();
        var state = ConnectivityState.Of((MaximumConnectedAreaObjective)problem.Objective, status, isWhole);
        while (open.Count > 0)
        {
            var value = problem.Objective.Value(problem.Units, state.Selected);
            Assert.Equal(value, state.Value, 1e-12 * value);
            Assert.Equal(state.Value, state.Copy().Value);
            var gains = state.GainsOf(open);
            for (var k = 0; k < open.Count; k++)
            {
                bool[] more = [.. state.Selected];
                more[open[k]] = true;
                var expected = problem.Objective.Value(problem.Units, more);
                Assert.Equal(expected - value, gains[k], 1e-12 * expected);
            }

            var bought = open[random.Next(open.Count)];
            state.Copy().Buy(bought);
            state.Buy(bought);
            open.Remove(bought);
        }
    }

    public static TheoryData<bool> Modes => [true, false];

    public static TheoryData<int, bool> SeedsAndModes
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var seed = 0; seed < 200; seed++)
            {
                data.Add(seed, true);
                data.Add(seed, false);
            }

            return data;
        }
    }
}
