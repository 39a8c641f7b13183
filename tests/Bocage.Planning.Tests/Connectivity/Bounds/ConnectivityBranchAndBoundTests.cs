using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ConnectivityBranchAndBoundTests
{
    // The oracle is the plain definition over all 2^n choices.
    [Theory, MemberData(nameof(Seeds))]
    public void Finds_and_proves_the_best_of_all_choices(int seed)
    {
        var problem = Made(new SeededRandom(seed));
        var best = EveryChoice.Best(problem);
        var search = new ConnectivitySearch(problem, new());
        ConnectivityBranchAndBound.Run(search);
        if (best is null)
        {
            Assert.Null(search.Best);
            return;
        }

        Assert.True(problem.Allows(search.Best));
        Assert.True(search.Bound >= best.Value.Value * (1 - 1e-12), $"bound {search.Bound} is below {best.Value.Value}");
        Assert.Equal(best.Value.Value, search.BestValue, 1e-8 * best.Value.Value);
        Assert.True(search.Bound - search.BestValue <= 1.001e-9 * search.BestValue, $"gap {search.Bound - search.BestValue}");
        Assert.Equal(problem.ValueOf(search.Best), search.BestValue, 1e-12 * best.Value.Value);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 600)];

    // Directed and symmetric, one to three cases, every form of criterion, one to three rules, locks, penalties.
    internal static PlanningProblem Made(SeededRandom random)
    {
        var units = 3 + random.Next(6);
        var cases = 1 + random.Next(3);
        var vertices = 4 + random.Next(10);
        var isSymmetric = random.Next(3) == 0;
        var objective = new MaximumConnectedAreaObjective(
            Enumerable.Range(0, cases).Select(_ => RandomCase.Of(random, units, vertices, vertices + random.Next(2 * vertices), isSymmetric)), Criterion(random, cases));
        var problem = new PlanningProblem(Enumerable.Range(0, units).Select(unit => new PlanningUnit($"u{unit}", random.Next(6), Status(random))), objective);
        problem = problem.With(BudgetConstraint.Total(problem.Units, random.Next(4 * units)));
        if (random.Next(3) == 0) problem = problem.With(CountConstraint.AtMostOne("one of three", [0, 1, 2]));
        if (random.Next(4) == 0) problem = problem.With(CountConstraint.Between("some", Enumerable.Range(0, units), 1, units - 1));
        if (random.Next(6) == 0) problem = problem.With(new LinearConstraint("difference", [new(0, 1), new(1, -1)], -1, 0));
        if (random.Next(6) == 0) problem = problem.With(new BoundaryPenalty(random.NextDouble(), [new(0, 1, 2), new(1, 2, 1)], []));
        return problem;
    }

    private static PlanningStatus Status(SeededRandom random) => random.Next(8) switch { 0 => PlanningStatus.LockedIn, 1 => PlanningStatus.LockedOut, _ => PlanningStatus.Available };

    private static ConnectivityCriterion? Criterion(SeededRandom random, int cases)
    {
        var parts = Enumerable.Range(0, cases).Select(k => (ConnectivityCriterion)new ConnectivityCriterion.Scaled(0.5 + random.NextDouble(), new ConnectivityCriterion.OfCase(k))).ToArray();
        return random.Next(6) switch
        {
            0 => ConnectivityCriterion.EquivalentConnectedArea(parts.Select(_ => 0.1 + random.NextDouble())),
            1 => new ConnectivityCriterion.Minimum([.. parts]),
            2 => new ConnectivityCriterion.Product([.. parts]),
            3 => new ConnectivityCriterion.Sum([new ConnectivityCriterion.SquareRoot(new ConnectivityCriterion.Sum([.. parts])), new ConnectivityCriterion.Minimum([.. parts, new ConnectivityCriterion.Constant(50)])]),
            4 => new ConnectivityCriterion.SquareRoot(new ConnectivityCriterion.Product([.. parts])),
            _ => null,
        };
    }
}
