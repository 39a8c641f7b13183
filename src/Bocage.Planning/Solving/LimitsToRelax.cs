using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>When nothing keeps all rules: the smallest set of limits that must give way, and how far.</summary>
/// <remarks>
/// Fewest limits first; among those the least total of |needed − given| / |given| (of |needed − given| where 0 was given; a lock and contiguity count 1).
/// Limits are linear rules, contiguity, locks and the targets of a minimum set. Without a program for models only limits that fail by themselves are named,
/// whatever else is chosen.
/// </remarks>
public static class LimitsToRelax
{
    /// <summary>The smallest set; not proven smallest when time ran out, only the plain cases without a program, and empty when nothing is known.</summary>
    /// <param name="problem">A problem that nothing satisfies.</param>
    /// <param name="program">Solves the elastic models; null for the plain cases only.</param>
    /// <param name="limits">Time for each of two models or more.</param>
    /// <param name="cancellation">Stops it; throws.</param>
    public static ImmutableArray<LimitToRelax> Of(PlanningProblem problem, IMixedIntegerSolver? program, SolveLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        if (program is null) return FailingAlone.Of(problem);
        return new ElasticModel(problem).Solve(program, limits with { RatioGap = 0 }, cancellation) is { } selected ? Broken(problem, selected) : FailingAlone.Of(problem);
    }

    /// <summary>The limits that a choice breaks, and what it would need.</summary>
    internal static ImmutableArray<LimitToRelax> Broken(PlanningProblem problem, ReadOnlySpan<bool> selected)
    {
        var broken = ImmutableArray.CreateBuilder<LimitToRelax>();
        foreach (var rule in problem.Constraints)
        {
            if (rule.IsKept(problem.Units, selected)) continue;
            if (rule is LinearConstraint linear)
            {
                var sum = 0.0;
                foreach (var term in linear.Terms) if (selected[term.Unit]) sum += term.Coefficient;
                broken.Add(new(rule.Name, sum > linear.Maximum ? linear.Maximum : linear.Minimum, sum));
            }
            else if (rule is ContiguityConstraint blocks) broken.Add(new(rule.Name, 1, new ConnectivityCuts(problem.Units.Length, blocks).BlockCount(selected)));
        }
        if (problem.Objective is MinimumSetObjective set) AddMissedTargets(broken, set.Amounts, selected);
        for (var unit = 0; unit < selected.Length; unit++)
            if (problem.Units[unit].Status == (selected[unit] ? PlanningStatus.LockedOut : PlanningStatus.LockedIn))
                broken.Add(new($"the lock on {problem.Units[unit].Id}", selected[unit] ? 0 : 1, selected[unit] ? 1 : 0));
        return broken.ToImmutable();
    }

    private static void AddMissedTargets(ImmutableArray<LimitToRelax>.Builder broken, FeatureAmounts amounts, ReadOnlySpan<bool> selected)
    {
        var held = amounts.Held(selected);
        for (var feature = 0; feature < held.Length; feature++)
        {
            var target = amounts.Features[feature].Target;
            if (held[feature] < target - MinimumSetObjective.Tolerance * target) broken.Add(new($"the target of {amounts.Features[feature].Id}", target, held[feature]));
        }
    }
}
