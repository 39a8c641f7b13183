using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Choices as flags, and which of two values is better.</summary>
internal static class Choices
{
    /// <summary>How much better a value must be to count as better, relative to the values: room for rounding.</summary>
    internal const double Tolerance = 1e-9;

    internal static bool[] Of(ImmutableArray<int> selected, int units)
    {
        var choice = new bool[units];
        foreach (var unit in selected)
        {
            if (unit < 0 || unit >= units) throw new ArgumentException($"The plan names unit {unit}; the problem has units 0 to {units - 1}.", nameof(selected));
            choice[unit] = true;
        }
        return choice;
    }

    internal static ImmutableArray<int> Selected(ReadOnlySpan<bool> choice)
    {
        var selected = ImmutableArray.CreateBuilder<int>();
        for (var unit = 0; unit < choice.Length; unit++) if (choice[unit]) selected.Add(unit);
        return selected.ToImmutable();
    }

    internal static bool[] Without(bool[] choice, int unit) => Changed(choice, unit, false);

    internal static bool[] WithUnit(bool[] choice, int unit) => Changed(choice, unit, true);

    /// <summary>How much better <paramref name="to"/> is than <paramref name="from"/>; below 0 when it is worse.</summary>
    internal static double Gain(this PlanningObjective objective, double from, double to) => objective.Maximises ? to - from : from - to;

    /// <summary>Whether a value is better by more than rounding.</summary>
    internal static bool IsBetter(this PlanningObjective objective, double value, double than) =>
        objective.Gain(than, value) > Tolerance * Math.Max(1, Math.Max(Math.Abs(value), Math.Abs(than)));

    /// <summary>The plan of a solution that has one, checked against the problem.</summary>
    internal static bool[] PlanOf(this PlanningProblem problem, Solution solution)
    {
        if (solution.Outcome == SolveOutcome.Infeasible || double.IsNaN(solution.Objective))
            throw new ArgumentException($"The solution is {solution.Outcome} and holds no plan; a plan is needed.", nameof(solution));
        var plan = Of(solution.Selected, problem.Units.Length);
        if (!problem.Allows(plan)) throw new ArgumentException("The plan breaks a rule of the problem; the plan of this very problem is needed.", nameof(solution));
        return plan;
    }

    private static bool[] Changed(bool[] choice, int unit, bool selected)
    {
        var changed = (bool[])choice.Clone();
        changed[unit] = selected;
        return changed;
    }
}
