namespace Bocage.Planning.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_in_the_readme_is_this_one_and_it_runs()
    {
        // <example>
        // Two woods of 100 ha that hardly reach each other; a hedge (€ 20,000) or a passage (€ 60,000) would help, and a copse (€ 30,000) would enlarge the first.
        var network = new ConnectivityCase
        {
            Name = "squirrel",
            SourceQuality = [100, 100],
            TargetQuality = [100, 100],
            Arcs = [new(0, 1, 0.05), new(1, 0, 0.05)],
            ArcImprovements = [new(0, 0, 0.4), new(1, 0, 0.4), new(0, 1, 0.9), new(1, 1, 0.9)],
            VertexImprovements = [new(0, 2, 10, 10)],
        };
        PlanningUnit[] measures = [new("hedge", 20_000), new("passage", 60_000), new("copse", 30_000)];
        var problem = new PlanningProblem(measures, new MaximumConnectedAreaObjective([network], ConnectivityCriterion.EquivalentConnectedArea([1])))
            .With(BudgetConstraint.Total(measures, 65_000));

        var solution = new ConnectivitySolver().Solve(problem, new SolveLimits());
        // </example>
        // √(100² + 100² + 2 · 0.9 · 100 · 100) = √38,000; hedge and copse: √(110² + 100² + 2 · 0.4 · 110 · 100) = √30,900 = 175.8.
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        Assert.Equal([1], solution.Selected);
        Assert.Equal(Math.Sqrt(38_000), solution.Objective, 9);

        var source = File.ReadAllLines(Repository.PathOf("tests/Bocage.Planning.Tests/ReadmeTests.cs")).Select(line => line.Trim()).ToArray();
        var example = source[(Array.IndexOf(source, "// <example>") + 1)..Array.IndexOf(source, "// </example>")];
        var readme = File.ReadAllLines(Repository.PathOf("src/Bocage.Planning/README.md")).Select(line => line.Trim());
        Assert.Contains(string.Join("\n", example), string.Join("\n", readme), StringComparison.Ordinal);
    }
}
