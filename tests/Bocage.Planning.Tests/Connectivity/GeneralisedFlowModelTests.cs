using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class GeneralisedFlowModelTests
{
    [Theory]
    [InlineData(false, 31), InlineData(true, 32)]
    public void The_optimum_of_small_cases_is_the_value_by_definition(bool gains, int seed)
    {
        var random = new SeededRandom(seed);
        for (var round = 0; round < 100; round++)
        {
            var units = MadeProblems.Units(random, 7);
            var problem = new PlanningProblem(units, new MaximumConnectedAreaObjective([MadeProblems.Network(random, 7, gains)])).With(BudgetConstraint.Total(units, random.Next(8, 40)));
            Holds(problem, round);
        }
    }

    // Every unit fixed: the model has nothing to choose and its optimum is the value of that one choice.
    [Fact]
    public void A_fixed_choice_has_its_value()
    {
        var random = new SeededRandom(33);
        for (var round = 0; round < 50; round++)
        {
            var network = MadeProblems.Network(random, 5, gains: true);
            var selected = Enumerable.Range(0, 5).Select(_ => random.Next(2) == 0).ToArray();
            var model = new LinearModel(maximises: true);
            foreach (var on in selected) model.Limit(model.Binary(0), on ? 1 : 0, on ? 1 : 0);
            var value = GeneralisedFlowModel.Add(model, network, MadeProblems.Units(random, 5, locks: false));
            foreach (var term in value.Terms) model.Weigh(term.Unit, term.Coefficient);
            var expected = PlainEvaluation.Of(network, selected);
            Assert.Equal(expected, Cbc.Program.Solve(model, new()).Objective + value.Constant, 1e-6 * Math.Max(1, expected));
        }
    }

    [Fact]
    public void Several_species_add_up_or_the_least_counts()
    {
        var random = new SeededRandom(34);
        for (var round = 0; round < 60; round++)
        {
            var units = MadeProblems.Units(random, 6);
            ConnectivityCriterion one = new ConnectivityCriterion.OfCase(0), two = new ConnectivityCriterion.OfCase(1), half = new ConnectivityCriterion.Scaled(0.5, two);
            var criterion = (ConnectivityCriterion)((round % 5) switch
            {
                0 => new ConnectivityCriterion.Sum([one, half, new ConnectivityCriterion.Constant(7)]),
                1 => new ConnectivityCriterion.Minimum([one, half]),
                2 => new ConnectivityCriterion.Sum([new ConnectivityCriterion.Scaled(0.1, one), new ConnectivityCriterion.Minimum([one, two, new ConnectivityCriterion.Constant(60)])]),
                3 => new ConnectivityCriterion.Product([new ConnectivityCriterion.Constant(3), new ConnectivityCriterion.Sum([one, two]), new ConnectivityCriterion.Constant(0.5)]),
                _ => ConnectivityCriterion.EquivalentConnectedArea([2]),
            });
            var objective = new MaximumConnectedAreaObjective([MadeProblems.Network(random, 6, round % 2 == 0), MadeProblems.Network(random, 6, true, "other")], criterion);
            Holds(new PlanningProblem(units, objective).With(BudgetConstraint.Total(units, random.Next(5, 30))), round);
        }
    }

    // Two arcs of probability 1 side by side, each of which makes the other needless: both gone would lose all flow. Source 2, target 3: 6, and with unit 0 the way on from 1 to 2 opens: 2·0.5·5 more.
    [Fact]
    public void Arcs_side_by_side_do_not_both_vanish()
    {
        var network = new ConnectivityCase { Name = "twin", SourceQuality = [2, 0, 0], TargetQuality = [0, 3, 5], Arcs = [new(0, 1, 1), new(0, 1, 1), new(1, 2, 0)], ArcImprovements = [new(2, 0, 0.5)] };
        var solution = new MixedIntegerPlanningSolver(Cbc.Program).Solve(new([new("a", 1)], new MaximumConnectedAreaObjective([network])), new());
        Assert.Equal(11, solution.Objective);
        Assert.Equal(11, solution.Bound, 4);
    }

    // The optimum for each number of dams, published with the data: Σ S·P·T, and the equivalent connected length.
    [Fact]
    public void The_dams_of_the_river_Aude()
    {
        var known = File.ReadLines(SharedData.PathOf("connectivity/aude_river/expected_optimum_by_budget.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        var read = GecotInstance.Read(SharedData.PathOf("gecot/aude"));
        var river = ((MaximumConnectedAreaObjective)read.Objective).Cases;
        foreach (var row in known)
        {
            var problem = new PlanningProblem(read.Units, new MaximumConnectedAreaObjective(river)).With(BudgetConstraint.Total(read.Units, double.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)));
            var solution = new MixedIntegerPlanningSolver(Cbc.Program).Solve(problem, new());
            var optimum = double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
            Assert.Equal(optimum, solution.Objective, 1e-9 * optimum);
            Assert.InRange(solution.Bound, optimum * (1 - 1e-12), optimum * (1 + 1e-5));
            Assert.Equal(row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), solution.Selected.Select(unit => problem.Units[unit].Id).Order());
        }
    }

    // The instance's own criterion is 0.1 trout + 0.05 trout + min(1 trout, 0.5 trout) = 0.65 trout; 6 dams are 40 % of the cost, for which GECOT's best, proven, is 854727.0989.
    [Fact]
    public void The_river_with_a_minimum_in_its_criterion()
    {
        var read = GecotInstance.Read(SharedData.PathOf("gecot/aude"));
        var solution = new MixedIntegerPlanningSolver(Cbc.Program).Solve(read.With(BudgetConstraint.Total(read.Units, 6)), new());
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        Assert.Equal(854727.0989, solution.Objective, 4);
        Assert.InRange(solution.Bound, 854727.0989, 854727.0989 * (1 + 1e-5));
    }

    private static void Holds(PlanningProblem problem, int round)
    {
        var (expected, solution) = (EveryChoice.Best(problem), new MixedIntegerPlanningSolver(Cbc.Program).Solve(problem, new()));
        if (expected is not { } best)
        {
            Assert.Equal(SolveOutcome.Infeasible, solution.Outcome);
            return;
        }
        Assert.Equal(SolveOutcome.Optimal, solution.Outcome);
        Assert.True(Math.Abs(best.Value - solution.Objective) <= 1e-6 * Math.Max(1, best.Value), $"round {round}: best {best.Value:R}, found {solution.Objective:R}, bound {solution.Bound:R}");
        Assert.True(solution.Bound >= best.Value && solution.Bound <= best.Value + 1e-5 * Math.Max(1, best.Value), $"round {round}: best {best.Value:R}, bound {solution.Bound:R}");
    }
}
