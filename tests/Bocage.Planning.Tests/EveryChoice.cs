namespace Bocage.Planning.Tests;

/// <summary>Tries all choices of a small problem: the slow version that every solver is held against.</summary>
internal static class EveryChoice
{
    /// <summary>The best value and the choice that has it, or null when no choice is allowed. At most 20 units.</summary>
    public static (double Value, bool[] Selected)? Best(PlanningProblem problem)
    {
        Assert.InRange(problem.Units.Length, 0, 20);
        (double Value, bool[] Selected)? best = null;
        for (var bits = 0; bits < 1 << problem.Units.Length; bits++)
        {
            var selected = Enumerable.Range(0, problem.Units.Length).Select(unit => (bits >> unit & 1) == 1).ToArray();
            if (!problem.Allows(selected)) continue;
            var value = problem.ValueOf(selected);
            if (best is null || (problem.Objective.Maximises ? value > best.Value.Value : value < best.Value.Value)) best = (value, selected);
        }
        return best;
    }
}
