using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class GrowingChoiceTests
{
    [Fact]
    public void Values_and_gains_are_those_of_the_definition()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new SeededRandom(seed);
            var problem = RandomProblem.Of(seed);
            var order = Enumerable.Range(0, problem.Units.Length).OrderBy(_ => random.NextBits()).ToArray();
            var growing = GrowingChoice.Nothing(problem, _ => true, default);
            var choice = new bool[problem.Units.Length];
            Assert.Equal(problem.ValueOf(choice), growing.Value, 9);
            foreach (var unit in order)
            {
                var gain = growing.GainOf(unit);
                Assert.Equal(problem.Objective.Gain(problem.ValueOf(choice), problem.ValueOf(Choices.WithUnit(choice, unit))), gain, 9);
                choice[unit] = true;
                growing.Add(unit);
                Assert.Equal(problem.ValueOf(choice), growing.Value, 9);
                Assert.Equal(0, growing.GainOf(unit));
            }
        }
    }

    [Fact]
    public void Each_unit_is_left_out_once_and_all_others_are_in()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = RandomProblem.Of(seed);
            var all = Choices.Selected(Enumerable.Repeat(true, problem.Units.Length).ToArray());
            var seen = new List<int>();
            var nothing = GrowingChoice.Nothing(problem, _ => true, default);
            nothing.EachLeftOut(all, (unit, rest) =>
            {
                seen.Add(unit);
                Assert.All(all, other => Assert.Equal(other != unit, rest.Holds(other)));
                Assert.Equal(problem.ValueOf(Choices.Of(all.Remove(unit), all.Length)), rest.Value, 9);
            }, default);
            Assert.Equal(all, seen.Order());
            Assert.All(all, unit => Assert.False(nothing.Holds(unit)));
        }
    }
}
