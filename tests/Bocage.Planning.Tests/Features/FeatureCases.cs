using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Features;

/// <summary>Feature problems made of chance, small enough to try every choice.</summary>
internal static class FeatureCases
{
    public static FeatureAmounts Amounts(double[][] perUnit, params ConservationFeature[] features)
    {
        var (first, feature, amount) = (new int[perUnit.Length + 1], new List<int>(), new List<double>());
        for (var unit = 0; unit < perUnit.Length; unit++)
        {
            for (var k = 0; k < perUnit[unit].Length; k++)
            {
                if (perUnit[unit][k] == 0) continue;
                feature.Add(k);
                amount.Add(perUnit[unit][k]);
            }

            first[unit + 1] = feature.Count;
        }

        return new(features, first, [.. feature], [.. amount]);
    }

    /// <summary>A problem of a kind (0 to 3), with or without sides, locks, a budget and other rules; some have no answer.</summary>
    public static PlanningProblem Random(int seed)
    {
        var random = new SeededRandom(seed);
        var (units, features) = (random.Next(4, 12), random.Next(1, 5));
        var perUnit = Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, features).Select(_ => random.Next(3) == 0 ? 0 : (double)random.Next(1, 10)).ToArray()).ToArray();
        var planned = Enumerable.Range(0, features).Select(k => new ConservationFeature($"f{k}", Math.Round(perUnit.Sum(row => row[k]) * random.NextDouble() * 0.8, 1), random.Next(0, 4))).ToArray();
        var amounts = Amounts(perUnit, planned);
        var places = Enumerable.Range(0, units).Select(k => new PlanningUnit($"u{k}", random.Next(0, 20), random.Next(8) switch { 0 => PlanningStatus.LockedIn, 1 => PlanningStatus.LockedOut, _ => PlanningStatus.Available })).ToArray();
        PlanningObjective objective = (seed % 4) switch
        {
            0 => new MinimumSetObjective(amounts),
            1 => new MinimumShortfallObjective(amounts),
            2 => new MaximumCoverObjective(amounts),
            _ => new MaximumUtilityObjective([.. Enumerable.Range(0, units).Select(_ => (double)random.Next(-3, 12))]),
        };
        var problem = new PlanningProblem(places, objective);
        if (seed % 4 != 0) problem = problem.With(BudgetConstraint.Total(places, random.Next(5, 60)));
        if (random.Next(3) == 0) problem = problem.With(CountConstraint.Between("so many", Enumerable.Range(0, units).Where(k => k % 2 == 0), random.Next(0, 2), random.Next(2, 4)));
        if (random.Next(2) == 0)
        {
            problem = problem.With(new BoundaryPenalty(
                random.NextDouble() * 3,
                [.. Enumerable.Range(0, units - 1).Select(k => new SharedBoundary(k, k + 1, random.Next(0, 4))), .. Enumerable.Range(0, units - 3).Select(k => new SharedBoundary(k, k + 3, 1))],
                random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, units).Select(_ => (double)random.Next(0, 3))]));
        }

        return problem;
    }

    public static bool[] Chosen(PlanningProblem problem, Solution solution)
    {
        var selected = new bool[problem.Units.Length];
        foreach (var unit in solution.Selected) selected[unit] = true;
        return selected;
    }

    /// <summary>A model of hard rows without sides: costs and amounts per unit, needs per row.</summary>
    public static SelectionModel Model(double[] cost, double[][] amounts, double[] need)
    {
        var entries = amounts.SelectMany((row, unit) => row.Select((amount, k) => (unit, k, amount))).Where(entry => entry.amount != 0).ToArray();
        return new()
        {
            Units = [.. Enumerable.Range(0, cost.Length)],
            Forced = new bool[cost.Length],
            Constant = 0,
            Cost = cost,
            First = [.. Enumerable.Range(0, cost.Length + 1).Select(unit => entries.Count(entry => entry.unit < unit))],
            Row = [.. entries.Select(entry => entry.k)],
            Amount = [.. entries.Select(entry => entry.amount)],
            Rows = [.. need.Select((n, k) => new SelectionRow($"row {k}", n, 0, double.PositiveInfinity))],
            Sides = new(cost.Length, []),
            Impossible = [],
            Maximises = false,
        };
    }
}
