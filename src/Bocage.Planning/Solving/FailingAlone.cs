using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Limits that no choice keeps, whatever becomes of the other limits but the locks: the plain cases of infeasibility. Needs no program.</summary>
internal static class FailingAlone
{
    /// <summary>Each of them with the nearest limit that some choice keeps. Locked-in units that break a limit together, a target above all that may be chosen,
    /// a least number above what is there, locked-in units that nothing can join.</summary>
    public static ImmutableArray<LimitToRelax> Of(PlanningProblem problem)
    {
        var failing = ImmutableArray.CreateBuilder<LimitToRelax>();
        foreach (var rule in problem.Constraints)
        {
            if (rule is LinearConstraint linear && OfSum(problem, linear) is { } limit) failing.Add(limit);
            if (rule is ContiguityConstraint blocks && OfBlocks(problem, blocks) is { } joined) failing.Add(joined);
        }
        if (problem.Objective is MinimumSetObjective set) AddTargets(failing, problem, set.Amounts);
        return failing.ToImmutable();
    }

    private static LimitToRelax? OfSum(PlanningProblem problem, LinearConstraint rule)
    {
        var (least, most) = (0.0, 0.0);
        foreach (var term in rule.Terms)
        {
            var status = problem.Units[term.Unit].Status;
            if (status == PlanningStatus.LockedIn || (status == PlanningStatus.Available && term.Coefficient < 0)) least += term.Coefficient;
            if (status == PlanningStatus.LockedIn || (status == PlanningStatus.Available && term.Coefficient > 0)) most += term.Coefficient;
        }
        if (least > rule.Maximum && !rule.Allows(least)) return new(rule.Name, rule.Maximum, least);
        return most < rule.Minimum && !rule.Allows(most) ? new(rule.Name, rule.Minimum, most) : null;
    }

    // Locked-in units on islands of what may be chosen.
    private static LimitToRelax? OfBlocks(PlanningProblem problem, ContiguityConstraint rule)
    {
        var islands = new ConnectivityCuts(problem.Units.Length, rule)
            .Blocks([.. problem.Units.Select(unit => unit.Status != PlanningStatus.LockedOut)])
            .Count(island => island.Any(unit => problem.Units[unit].Status == PlanningStatus.LockedIn));
        return islands > 1 ? new(rule.Name, 1, islands) : null;
    }

    private static void AddTargets(ImmutableArray<LimitToRelax>.Builder failing, PlanningProblem problem, FeatureAmounts amounts)
    {
        var held = amounts.Held([.. problem.Units.Select(unit => unit.Status != PlanningStatus.LockedOut)]);
        for (var feature = 0; feature < held.Length; feature++)
        {
            var target = amounts.Features[feature].Target;
            if (held[feature] < target - MinimumSetObjective.Tolerance * target) failing.Add(new($"the target of {amounts.Features[feature].Id}", target, held[feature]));
        }
    }
}
