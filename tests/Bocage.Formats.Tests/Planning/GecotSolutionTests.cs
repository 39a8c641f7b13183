using System.Numerics;
using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>Our choices for the shared instances, beside what GECOT and brute force chose.</summary>
public class GecotSolutionTests
{
    [Theory] // the same rule, so the same value: GECOT's own runs, and for aix_n2 those of a prototype, as GECOT would need hours
    [InlineData("aude", 4)]
    [InlineData("aix_40x40_zip", 4)]
    [InlineData("aix_70x70", 4)]
    [InlineData("aix_n2", 2)]
    public void Greedy_choices_are_worth_what_the_peer_recorded(string name, int budgets)
    {
        using var results = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("gecot/results.json")));
        var instance = results.RootElement.GetProperty("instances").GetProperty(name);
        var problem = GecotInstance.Read(SharedData.PathOf($"gecot/{name}"));
        foreach (var row in instance.GetProperty("best_known").EnumerateArray().Take(budgets))
        {
            var budget = row.GetProperty("budget").GetDouble();
            var recorded = instance.GetProperty("runs").EnumerateArray().First(run =>
                run.GetProperty("budget").GetDouble() == budget && run.GetProperty("algorithm").GetString()!.Contains("greedy_incr", StringComparison.Ordinal)).GetProperty("objective").GetDouble();
            // No time: nothing but the first greedy order.
            var solution = new ConnectivitySolver().Solve(problem.With(BudgetConstraint.Total(problem.Units, budget)), new() { Time = TimeSpan.Zero });
            Assert.Equal(recorded, solution.Objective, 1e-9 * recorded);
        }
    }

    [Fact] // 2¹⁵ choices by the definition; each dam costs 1, so the budget is a number of dams
    public void Every_budget_of_the_river_Aude_is_solved_as_by_trying_all_choices()
    {
        var problem = GecotInstance.Read(SharedData.PathOf("gecot/aude"));
        var values = new double[1 << problem.Units.Length];
        Parallel.For(0, values.Length, bits => values[bits] = problem.ValueOf([.. Enumerable.Range(0, problem.Units.Length).Select(unit => (bits >> unit & 1) == 1)]));
        for (var budget = 0; budget <= problem.Units.Length; budget++)
        {
            var best = Enumerable.Range(0, values.Length).Where(bits => BitOperations.PopCount((uint)bits) <= budget).Max(bits => values[bits]);
            var solution = new ConnectivitySolver().Solve(problem.With(BudgetConstraint.Total(problem.Units, budget)), new());
            Assert.Equal(best, solution.Objective, 1e-11 * best);
            Assert.True(solution.Bound >= best * (1 - 1e-12));
        }
    }
}
