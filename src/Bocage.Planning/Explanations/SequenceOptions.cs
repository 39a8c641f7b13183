using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What binds the order in which a plan is carried out.</summary>
public sealed record SequenceOptions
{
    /// <summary>Most units for which the best order is sought among all.</summary>
    public const int ExactUnits = 15;

    /// <summary>Whether money not spent in a year may be spent later; otherwise it is lost.</summary>
    public bool CarryOver { get; init; }

    /// <summary>Pairs of units of which the second needs the first: done in the same year or before.</summary>
    public ImmutableArray<(int First, int Second)> Precedence { get; init; } = [];

    /// <summary>Per unit of the problem, how many years after it is done it works, ≥ 0; empty when all work in the year they are done.</summary>
    public ImmutableArray<int> YearsUntilEffective { get; init; } = [];

    /// <summary>How many years count, ≥ 1; null for the years with a budget and the longest wait after them.</summary>
    public int? Horizon { get; init; }

    /// <summary>Gives the ideal for plans of more than <see cref="ExactUnits"/> units; without it their ideal is not known.</summary>
    public ISolver? IdealSolver { get; init; }

    /// <summary>Limits of each search of that solver.</summary>
    public SolveLimits Limits { get; init; } = new();

    /// <summary>Most evaluations of the objective in the local search.</summary>
    public int EvaluationLimit { get; init; } = 5_000;
}
