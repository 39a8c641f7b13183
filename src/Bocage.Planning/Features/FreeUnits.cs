namespace Bocage.Planning;

/// <summary>Units that cost nothing: a minimum set leaves open whether they are in. Those that hold something wanted are taken, so that a tie is settled for nature.</summary>
internal static class FreeUnits
{
    /// <summary>The choice with them, where the problem is a minimum set without a penalty and its rules allow all of them together; else the choice as it is.</summary>
    public static Solution Taken(PlanningProblem problem, Solution solution)
    {
        if (problem.Objective is not MinimumSetObjective { Amounts: var amounts } || problem.Penalty is not null || double.IsNaN(solution.Objective)) return solution;
        var selected = new bool[problem.Units.Length];
        foreach (var unit in solution.Selected) selected[unit] = true;
        for (var unit = 0; unit < selected.Length; unit++)
            if (problem.Units[unit] is { Cost: 0, Status: PlanningStatus.Available } && HoldsWanted(amounts, unit)) selected[unit] = true;
        return problem.Allows(selected) ? solution with { Selected = [.. Enumerable.Range(0, selected.Length).Where(unit => selected[unit])] } : solution;
    }

    private static bool HoldsWanted(FeatureAmounts amounts, int unit)
    {
        var features = amounts.FeaturesOf(unit);
        var held = amounts.AmountsOf(unit);
        for (var entry = 0; entry < features.Length; entry++) if (held[entry] > 0 && amounts.Features[features[entry]].Target > 0) return true;
        return false;
    }
}
