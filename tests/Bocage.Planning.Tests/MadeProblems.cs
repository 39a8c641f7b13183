using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Small problems of every kind, from a seed.</summary>
internal static class MadeProblems
{
    /// <summary>Units with whole costs, some locked.</summary>
    public static PlanningUnit[] Units(SeededRandom random, int count, bool locks = true) =>
        [.. Enumerable.Range(0, count).Select(k => new PlanningUnit($"u{k}", random.Next(1, 12) + random.Next(4) * 0.25, !locks ? PlanningStatus.Available : random.Next(12) switch
        {
            0 => PlanningStatus.LockedIn,
            1 => PlanningStatus.LockedOut,
            _ => PlanningStatus.Available,
        }))];

    /// <summary>Amounts of some features in some units; targets are a share of the total.</summary>
    public static FeatureAmounts Amounts(SeededRandom random, int units, int features, double share)
    {
        var held = Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, features).Where(_ => random.Next(3) == 0).Select(feature => (feature, amount: Math.Round(random.NextDouble() * 20, 2))).ToArray()).ToArray();
        var totals = Enumerable.Range(0, features).Select(feature => held.SelectMany(row => row).Where(entry => entry.feature == feature).Sum(entry => entry.amount)).ToArray();
        return new(
            totals.Select((total, k) => new ConservationFeature($"f{k}", Math.Floor(share * total), random.Next(1, 5) * 0.5)),
            [.. Enumerable.Range(0, units + 1).Select(unit => held.Take(unit).Sum(row => row.Length))],
            [.. held.SelectMany(row => row).Select(entry => entry.feature)],
            [.. held.SelectMany(row => row).Select(entry => entry.amount)]);
    }

    /// <summary>A problem with some of every kind of rule; often, but not always, there is an answer.</summary>
    public static PlanningProblem WithRules(SeededRandom random, PlanningUnit[] units, PlanningObjective objective)
    {
        var problem = new PlanningProblem(units, objective);
        var all = Enumerable.Range(0, units.Length).ToArray();
        if (random.Next(2) == 0) problem = problem.With(BudgetConstraint.Total(units, random.Next(10, 45)));
        if (random.Next(2) == 0) problem = problem.With(BudgetConstraint.Of("the budget of the water board", all.Where(k => k % 2 == 0).Select(k => new LinearTerm(k, units[k].Cost * 0.5)), random.Next(2, 15)));
        if (random.Next(2) == 0) problem = problem.With(CountConstraint.AtMostOne("one measure a place", all.Where(_ => random.Next(4) == 0)));
        if (random.Next(2) == 0) problem = problem.With(CountConstraint.Between("ponds", all.Where(k => k % 3 == 0), random.Next(0, 3), random.Next(2, 4)));
        if (random.Next(3) == 0) problem = problem.With(new LinearConstraint("a balance", [.. all.Select(k => new LinearTerm(k, random.Next(-3, 4)))], -4, 4));
        if (random.Next(3) == 0) problem = problem.With(new ContiguityConstraint("one block", Neighbours(random, units.Length)));
        if (random.Next(3) == 0 && objective is not MaximumConnectedAreaObjective)
            problem = problem.With(new BoundaryPenalty(random.NextDouble(), [.. Neighbours(random, units.Length).Select(pair => new SharedBoundary(pair.First, pair.Second, random.Next(1, 4)))], random.Next(2) == 0 ? [] : [.. all.Select(_ => (double)random.Next(3))]));
        return problem;
    }

    /// <summary>A lattice three wide with a few sides missing.</summary>
    public static System.Collections.Immutable.ImmutableArray<(int First, int Second)> Neighbours(SeededRandom random, int units) =>
        [.. Enumerable.Range(0, units).SelectMany(k => new[] { (k, k + 3), (k % 3 == 2 ? units : k, k + 1) }).Where(pair => pair.Item1 < units && pair.Item2 < units && random.Next(8) > 0)];

    /// <summary>A network that units improve: arcs, parallel arcs, closed arcs, arcs of probability 1; with gains at vertices or without.</summary>
    public static ConnectivityCase Network(SeededRandom random, int units, bool gains, string name = "species")
    {
        var vertices = random.Next(3, 7);
        double Quality() => random.Next(3) == 0 ? 0 : random.Next(1, 9);
        double Probability() => random.Next(6) switch { 0 => 0, 1 => 1, _ => Math.Round(random.NextDouble(), 2) };
        var arcs = Enumerable.Range(0, random.Next(vertices, 3 * vertices)).Select(_ => new ConnectivityArc(random.Next(vertices), random.Next(vertices), Probability())).ToArray();
        return new()
        {
            Name = name,
            SourceQuality = [.. Enumerable.Range(0, vertices).Select(_ => Quality())],
            TargetQuality = [.. Enumerable.Range(0, vertices).Select(_ => Quality())],
            Arcs = [.. arcs],
            ArcImprovements = [.. Enumerable.Range(0, units * 2).Select(k => new ArcImprovement(random.Next(arcs.Length), k % units, Probability()))],
            VertexImprovements = !gains ? [] : [.. Enumerable.Range(0, units).Where(_ => random.Next(2) == 0).Select(unit => new VertexImprovement(random.Next(vertices), unit, Quality(), Quality()))],
        };
    }
}
