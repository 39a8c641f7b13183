using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>What is proven of the shared instances, beside what brute force and other exact searches proved.</summary>
public class ConnectivityProofTests
{
    [Fact] // expected_optimum_by_budget.csv: all 2¹⁵ choices, tried by others; there the value is not scaled by the criterion of instance.json (0.65)
    public void Every_budget_of_the_river_Aude_is_proven()
    {
        var problem = GecotInstance.Read(SharedData.PathOf("gecot/aude"));
        var rows = File.ReadAllLines(SharedData.PathOf("connectivity/aude_river/expected_optimum_by_budget.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.Equal(16, rows.Length);
        foreach (var row in rows)
        {
            var (budget, expected) = (double.Parse(row[0]), 0.65 * double.Parse(row[2]));
            var solution = new ConnectivitySolver().Solve(problem.With(BudgetConstraint.Total(problem.Units, budget)), new());
            Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
            Assert.Equal(expected, solution.Objective, 1e-8 * expected);
        }
    }

    [Theory] // budgets of results.json: 5, 10 and 20 % of the total cost, proven there by an exact search of another kind
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_small_Aix_instance_is_proven(int row)
    {
        using var results = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("gecot/results.json")));
        var known = results.RootElement.GetProperty("instances").GetProperty("aix_40x40_zip").GetProperty("best_known")[row];
        var problem = GecotInstance.Read(SharedData.PathOf("gecot/aix_40x40_zip"));
        var solution = new ConnectivitySolver().Solve(problem.With(BudgetConstraint.Total(problem.Units, known.GetProperty("budget").GetDouble())), new());
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        var objective = known.GetProperty("objective").GetDouble();
        Assert.Equal(objective, solution.Objective, 1e-9 * objective);
    }
}
