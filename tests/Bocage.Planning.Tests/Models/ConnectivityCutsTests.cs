using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ConnectivityCutsTests
{
    // A row 0-1-2-3-4 with 0, 2 and 4 chosen. Block {0} leaves through 1, block {4} through 3, block {2} through 1 to 0 and through 3 to 4.
    [Fact]
    public void Cuts_of_a_row_by_hand()
    {
        var cuts = new ConnectivityCuts(5, new("one block", [(0, 1), (1, 2), (2, 3), (3, 4)]));
        var rows = cuts.Broken([true, false, true, false, true], 100).Select(Text).ToArray();
        Assert.Equal(["0+2-1", "0+4-1", "2+0-1", "2+4-3", "4+0-3", "4+2-3"], rows);
        // When an answer has two units at least, whoever has 0 has 1, whoever has 2 has 1 or 3, whoever has 4 has 3.
        Assert.Equal(["0-1", "2-1-3", "4-3"], cuts.Broken([true, false, true, false, true], 100, _ => true).Select(Text));
        Assert.Equal(3, cuts.BlockCount([true, false, true, false, true]));
        Assert.Empty(cuts.Broken([false, true, true, true, false], 100));
    }

    // Every row is broken by the choice it was made for and kept by every choice in one block.
    [Fact]
    public void Cuts_forbid_no_block()
    {
        var random = new SeededRandom(61);
        var (rows, strong) = (0, 0);
        for (var round = 0; round < 100; round++)
        {
            var rule = new ContiguityConstraint("one block", MadeProblems.Neighbours(random, 9));
            var units = MadeProblems.Units(random, 9);
            var scattered = Enumerable.Range(0, 9).Select(_ => random.Next(3) == 0).ToArray();
            var least = random.Next(4);
            var problem = new PlanningProblem(units, new MinimumSetObjective(MadeProblems.Amounts(random, 9, 1, 0.15)))
                .With(rule).With(CountConstraint.Between("some", Enumerable.Range(0, 9), least, 9));
            foreach (var row in new ConnectivityCuts(9, rule).Broken(scattered, 50, block => BlockNeeds.More(problem, block)))
            {
                rows++;
                if (row.Maximum == 0) strong++;
                Assert.True(Sum(row, scattered) > row.Maximum);
                for (var bits = 0; bits < 512; bits++)
                {
                    var choice = Enumerable.Range(0, 9).Select(unit => (bits >> unit & 1) == 1).ToArray();
                    if (rule.IsKept(units, choice) && (row.Maximum == 1 || problem.Allows(choice))) Assert.True(Sum(row, choice) <= row.Maximum);
                }
            }
        }
        Assert.InRange(strong, 30, rows - 30);
    }

    // 0 and 4 of a row of five, prices 1: joined by 1, 2, 3. With 2 out of reach only one block of the two is left, the better one.
    [Fact]
    public void A_repair_joins_or_keeps_the_best_block()
    {
        var rule = new ContiguityConstraint("one block", [(0, 1), (1, 2), (2, 3), (3, 4)]);
        var problem = new PlanningProblem(Enumerable.Range(0, 5).Select(k => new PlanningUnit($"u{k}", 1)), new MaximumUtilityObjective([1, 0, 0, 0, 2])).With(rule);
        Assert.Equal([true, true, true, true, true], BlockRepair.Of(problem, rule, [true, false, false, false, true])!);
        Assert.Equal([false, false, false, false, true], BlockRepair.Of(problem.With(2, PlanningStatus.LockedOut), rule, [true, false, false, false, true])!);
        Assert.Null(BlockRepair.Of(problem.With(2, PlanningStatus.LockedOut).With(0, PlanningStatus.LockedIn).With(4, PlanningStatus.LockedIn), rule, [true, false, false, false, true]));
    }

    private static string Text(LinearRow row) => string.Concat(row.Terms.Select((term, k) => k == 0 ? $"{term.Unit}" : term.Coefficient > 0 ? $"+{term.Unit}" : $"-{term.Unit}"));

    private static double Sum(LinearRow row, bool[] choice) => row.Terms.Where(term => choice[term.Unit]).Sum(term => term.Coefficient);
}
