using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class YearlyBudgetConstraintTests
{
    [Fact]
    public void Money_enough_in_all_is_not_money_enough_each_year()
    {
        // 6 + 6 + 6 = 18 of 20, but a year of 10 carries only one 6: three years are needed.
        PlanningUnit[] units = [new("a", 6), new("b", 6), new("c", 6), new("free", 0)];
        var two = YearlyBudgetConstraint.Of(units, [10, 10]);
        Assert.True(two.AllYears().IsKept(units, [true, true, true, true]));
        Assert.Equal(PackingOutcome.Unpackable, two.Pack([true, true, true, true]).Outcome);
        Assert.False(two.IsKept(units, [true, true, true, false]));
        Assert.True(two.IsKept(units, [true, true, false, true]));
        Assert.Equal([(0, 0), (1, 1), (2, 2)], YearlyBudgetConstraint.Of(units, [10, 10, 6]).Pack([true, true, true, true]).Years);
    }

    [Fact]
    public void What_the_two_rules_of_thumb_miss_the_search_finds()
    {
        // Years of 12: 6+6 | 5+4+3 | 5+4+3. First fit, dearest first: 6+6 | 5+5 | 4+4+3 and the last 3 goes nowhere (rooms 0, 2, 1); best fit the same.
        PlanningUnit[] units = [new("a", 6), new("b", 6), new("c", 5), new("d", 5), new("e", 4), new("f", 4), new("g", 3), new("h", 3)];
        var packing = YearlyBudgetConstraint.Of(units, [12, 12, 12]).Pack(Enumerable.Repeat(true, 8).ToArray());
        Assert.Equal(PackingOutcome.Packed, packing.Outcome);
        Assert.All(packing.Years.GroupBy(pair => pair.Year), year => Assert.Equal(12, year.Sum(pair => units[pair.Unit].Cost)));
    }

    [Fact]
    public void A_search_that_ends_too_soon_says_so_and_allows_nothing()
    {
        // 40 costs between 0.34 and 0.4 of a year: two fit a year, so 19 years carry 38 of them. The money (14.8 at most) is there; proving that it does not do would take too long.
        var units = Enumerable.Range(0, 40).Select(k => new PlanningUnit($"u{k}", 0.34 + 0.0015 * k)).ToArray();
        var rule = YearlyBudgetConstraint.Of(units, Enumerable.Range(0, 19).Select(year => 1 - 0.001 * year));
        var all = Enumerable.Repeat(true, 40).ToArray();
        Assert.Equal(PackingOutcome.NotShown, rule.Pack(all).Outcome);
        Assert.False(rule.IsKept(units, all));
    }

    [Fact]
    public void Any_packing_there_is_is_found()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new SeededRandom(seed);
            var units = Enumerable.Range(0, 1 + random.Next(7)).Select(k => new PlanningUnit($"u{k}", random.Next(10))).ToArray();
            var budgets = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (double)random.Next(15)).ToArray();
            var choice = units.Select(_ => random.Next(4) > 0).ToArray();
            Assert.Equal(CanPack(units, choice, budgets, 0), YearlyBudgetConstraint.Of(units, budgets).IsKept(units, choice));
        }
    }

    [Fact]
    public void Prices_and_budgets_can_be_changed()
    {
        PlanningUnit[] units = [new("a", 6), new("b", 6)];
        var problem = new PlanningProblem(units, new MaximumUtilityObjective([1, 1])).With(YearlyBudgetConstraint.Of(units, [6, 5]));
        Assert.False(problem.Allows([true, true]));
        Assert.True(problem.Repriced([1, 5.0 / 6]).Allows([true, true]));
        Assert.True(problem.WithBudgets(1.2).Allows([true, true]));
        Assert.Throws<ArgumentException>(() => YearlyBudgetConstraint.Of(units, [-1]));
    }

    private static bool CanPack(PlanningUnit[] units, bool[] choice, double[] room, int unit)
    {
        if (unit == units.Length) return true;
        if (!choice[unit]) return CanPack(units, choice, room, unit + 1);
        for (var year = 0; year < room.Length; year++)
        {
            if (room[year] < units[unit].Cost) continue;
            room[year] -= units[unit].Cost;
            var rest = CanPack(units, choice, room, unit + 1);
            room[year] += units[unit].Cost;
            if (rest) return true;
        }
        return false;
    }
}
