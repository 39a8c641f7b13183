using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CorridorBoundTests
{
    [Theory, MemberData(nameof(Seeds))]
    public void No_affordable_choice_of_places_is_above_it(int seed)
    {
        var random = new SeededRandom(seed);
        Check(PlanLikeCase.Problem(random, 3 + random.Next(7)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_allowed_choice_is_above_it(int seed) => Check(ConnectivityBranchAndBoundTests.Made(new SeededRandom(4000 + seed)));

    // Dear places: a budget of one in ten cannot close the gaps, and the bound sees it.
    [Fact]
    public void Lower_than_everything_joined_when_money_is_short()
    {
        var lower = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var search = new ConnectivitySearch(PlanLikeCase.Problem(new SeededRandom(seed), 9), new());
            if (!CorridorBound.IsWithinReach(search)) continue;
            CorridorBound.Run(search, default);
            var knapsack = new RuleKnapsack(search.Problem, search.Status);
            var joined = search.Objective.Criterion.Value([.. search.Base.Tables.Select(table => CorridorBound.Joined(table.Index.Network, knapsack))]);
            if (search.Bound < 0.95 * joined) lower++;
        }

        Assert.True(lower > 25, $"only {lower} of 50 are lower");
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 500)];

    private static void Check(PlanningProblem problem)
    {
        if (EveryChoice.Best(problem) is not { } best) return;
        var search = new ConnectivitySearch(problem, new());
        if (!CorridorBound.IsWithinReach(search)) return;
        CorridorBound.Run(search, default);
        // A penalty only lowers what a choice is worth.
        Assert.True(search.Bound >= best.Value * (1 - 1e-12), $"{search.Bound} is below {best.Value}");
    }
}
