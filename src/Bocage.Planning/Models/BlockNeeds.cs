namespace Bocage.Planning;

/// <summary>Whether every allowed choice holds a unit outside a block.</summary>
internal static class BlockNeeds
{
    /// <summary>True when a locked-in unit, a lower limit or a target asks for more than all of the block; false when that is not sure.</summary>
    public static bool More(PlanningProblem problem, List<int> block)
    {
        var inside = new bool[problem.Units.Length];
        foreach (var unit in block) inside[unit] = true;
        for (var unit = 0; unit < inside.Length; unit++) if (!inside[unit] && problem.Units[unit].Status == PlanningStatus.LockedIn) return true;
        foreach (var rule in problem.Constraints)
        {
            if (rule is not LinearConstraint { Minimum: > double.NegativeInfinity } least) continue;
            var most = least.Terms.Where(term => inside[term.Unit]).Sum(term => Math.Max(0, term.Coefficient));
            if (most < least.Minimum && !least.Allows(most)) return true;
        }
        // Targets are rows of a minimum set, and a set that holds more reaches no fewer of them.
        return !problem.Objective.IsMet(inside) && problem.Objective is MinimumSetObjective;
    }
}
