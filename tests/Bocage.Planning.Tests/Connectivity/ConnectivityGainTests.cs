using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ConnectivityGainTests
{
    // a → b → c closed, S(a) = 2, T(c) = 3; unit 0 opens the first, unit 1 the second, both with ½: alone nothing, together 2·3·¼ = 1.5, and without either nothing.
    [Fact]
    public void Two_that_need_each_other_are_worth_nothing_alone()
    {
        var problem = new PlanningProblem(
            [new("first", 1), new("second", 1)],
            new MaximumConnectedAreaObjective([new() { Name = "n", SourceQuality = [2, 0, 0], TargetQuality = [0, 0, 3], Arcs = [new(0, 1, 0), new(1, 2, 0)], ArcImprovements = [new(0, 0, 0.5), new(1, 1, 0.5)] }]));
        var gain = new ConnectivityGain(problem);
        Assert.Equal([0, 0], gain.Alone());
        Assert.Equal([0, 1.5], gain.OnTopOf([true, false]));
        Assert.Equal([1.5, 1.5], gain.LossWithout([true, true]));
        Assert.Equal([1.5, 0], gain.InsteadOf([true, true], 0));
        Assert.Equal([1.5], gain.CaseValues([true, true]));
        Assert.Throws<ArgumentException>(() => gain.InsteadOf([true, false], 1));
        Assert.Throws<ArgumentException>(() => gain.ValueOf([true]));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Figures_are_differences_of_the_definition(int seed)
    {
        var random = new SeededRandom(seed);
        const int Units = 7;
        var problem = RandomCase.Problem(random, Units, cases: 2, new ConnectivityCriterion.Sum([new ConnectivityCriterion.OfCase(0), new ConnectivityCriterion.Scaled(2, new ConnectivityCriterion.OfCase(1))]), 10, 30);
        problem = problem.With(1, PlanningStatus.LockedIn).With(2, PlanningStatus.LockedOut);
        var gain = new ConnectivityGain(problem);
        var selected = RandomCase.Choice(random, Units);
        (selected[1], selected[2]) = (true, false);
        var value = Value(selected);
        Assert.Equal(value, gain.ValueOf(selected), 1e-12 * value);
        var (alone, onTop, loss) = (gain.Alone(), gain.OnTopOf(selected), gain.LossWithout(selected));
        bool[] nothing = [.. selected.Select((_, unit) => unit == 1)];
        for (var unit = 0; unit < Units; unit++)
        {
            var isOpen = unit is not (1 or 2);
            Assert.Equal(isOpen ? Value(With(nothing, unit, true)) - Value(nothing) : 0, alone[unit], 1e-12 * value + 1e-9);
            Assert.Equal(isOpen ? Value(With(selected, unit, true)) - value : 0, onTop[unit], 1e-12 * value + 1e-9);
            Assert.Equal(isOpen ? value - Value(With(selected, unit, false)) : 0, loss[unit], 1e-12 * value + 1e-9);
        }

        double Value(bool[] choice) => problem.Objective.Value(problem.Units, choice);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    private static bool[] With(bool[] selected, int unit, bool isChosen)
    {
        bool[] copy = [.. selected];
        copy[unit] = isChosen;
        return copy;
    }
}
