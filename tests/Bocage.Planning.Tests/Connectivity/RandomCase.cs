using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Small made-up networks with everything that occurs: parallel arcs, loops, closed and certain arcs, long chains, several units per arc, several arcs per unit, gains, useless improvements.</summary>
internal static class RandomCase
{
    /// <summary>A network that units can improve.</summary>
    public static ConnectivityCase Of(SeededRandom random, int units, int vertices = 12, int arcs = 24, bool symmetric = false)
    {
        var qualities = Enumerable.Range(0, vertices).Select(_ => (Source: Quality(random, 0.5), Target: Quality(random, 0.5))).ToArray();
        var list = new List<ConnectivityArc>();
        for (var k = 0; k < arcs; k++)
        {
            var (from, to, probability) = (random.Next(vertices), random.Next(vertices), Probability(random));
            list.Add(new(from, to, probability));
            if (symmetric) list.Add(new(to, from, probability));
        }

        var better = new List<ArcImprovement>();
        for (var k = 0; k < 2 * units; k++)
        {
            var (arc, unit, probability) = (random.Next(list.Count), random.Next(units), Probability(random));
            better.Add(new(arc, unit, probability));
            if (symmetric) better.Add(new(arc ^ 1, unit, probability));
        }

        return new()
        {
            Name = "random",
            SourceQuality = [.. qualities.Select(quality => quality.Source)],
            TargetQuality = [.. qualities.Select(quality => symmetric ? quality.Source : quality.Target)],
            Arcs = [.. list],
            ArcImprovements = [.. better],
            VertexImprovements = [.. Enumerable.Range(0, units).Select(_ => new VertexImprovement(random.Next(vertices), random.Next(units), Quality(random, 0.5), Quality(random, 0.5)))],
        };
    }

    /// <summary>A problem with one or more such networks, whole costs from 0 to 5, and a budget.</summary>
    public static PlanningProblem Problem(SeededRandom random, int units, int cases = 1, ConnectivityCriterion? criterion = null, int vertices = 12, int arcs = 24)
    {
        var objective = new MaximumConnectedAreaObjective(Enumerable.Range(0, cases).Select(_ => Of(random, units, vertices, arcs)), criterion);
        var problem = new PlanningProblem(Enumerable.Range(0, units).Select(unit => new PlanningUnit($"u{unit}", random.Next(6))), objective);
        return problem.With(BudgetConstraint.Total(problem.Units, random.Next(3 * units)));
    }

    /// <summary>A choice at random.</summary>
    public static bool[] Choice(SeededRandom random, int units) => [.. Enumerable.Range(0, units).Select(_ => random.Next(2) == 1)];

    private static double Quality(SeededRandom random, double share) => random.NextDouble() < share ? Math.Round(10 * random.NextDouble(), 2) : 0;

    private static double Probability(SeededRandom random) => random.Next(6) switch { 0 => 0, 1 => 1, 2 => 0.5, _ => random.NextDouble() };
}
