using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The problem as it would be if something were otherwise; units, by index, are the same.</summary>
/// <param name="Name">What is otherwise, in words a reader understands.</param>
/// <param name="Problem">The problem then.</param>
public sealed record PlanScenario(string Name, PlanningProblem Problem)
{
    /// <summary>Other prices, group by group: for each group of units (a kind of measure) and each factor, a scenario in which that group alone costs so many times as much.</summary>
    /// <param name="problem">Today's problem.</param>
    /// <param name="groups">Per unit, its group; null for units whose price stays.</param>
    /// <param name="factors">Factors ≥ 0; a factor of 1 is today and left out.</param>
    public static ImmutableArray<PlanScenario> OtherPrices(PlanningProblem problem, IReadOnlyList<string?> groups, params IReadOnlyList<double> factors)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(factors);
        if (groups.Count != problem.Units.Length) throw new ArgumentException($"{groups.Count} groups for {problem.Units.Length} units; one for each is needed.", nameof(groups));
        return [.. groups.OfType<string>().Distinct().SelectMany(_ => factors.Where(factor => factor != 1), (group, factor) =>
            new PlanScenario(FormattableString.Invariant($"{group} × {factor}"), problem.Repriced([.. groups.Select(other => other == group ? factor : 1)])))];
    }

    /// <summary>Another objective: other dispersal distances, other weights of species.</summary>
    /// <param name="name">What is otherwise.</param>
    /// <param name="problem">Today's problem.</param>
    /// <param name="objective">The objective then.</param>
    public static PlanScenario Other(string name, PlanningProblem problem, PlanningObjective objective)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(name, problem.With(objective));
    }
}
