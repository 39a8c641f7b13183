using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>How far an explanation goes: each figure beyond the first costs further searches.</summary>
public sealed record ExplanationOptions
{
    /// <summary>Limits of each search; those of the plan itself make the figures comparable.</summary>
    public SolveLimits Limits { get; init; } = new();

    /// <summary>Time for all searches together, shared out equally; null for no limit but that of each.</summary>
    public TimeSpan? TotalTime { get; init; }

    /// <summary>Whether the best plan without each chosen unit is searched for anew; otherwise the best exchange for one other unit stands for it, found without a search.</summary>
    /// <remarks>For problems so large that a search for each chosen unit takes too long. What is then said of the replacement cost is its upper end; the lower is that of the plan's own bound.</remarks>
    public bool SearchesAnew { get; init; } = true;

    /// <summary>How many units are tried in the place of each chosen one when nothing is searched anew: those that would add most per euro to the plan.</summary>
    public int Exchanges { get; init; } = 100;

    /// <summary>How many plans are sought at other prices, ≥ 0.</summary>
    public int NoisyPlans { get; init; } = 10;

    /// <summary>How much prices differ: each cost is multiplied by 1 to 1 + 2·noise; 0.1 is about ± 10 % between units.</summary>
    public double CostNoise { get; init; } = 0.1;

    /// <summary>How far a plan may fall short of the best and still count as near, as a share of what the best gains over choosing nothing.</summary>
    public double PoolGap { get; init; } = 0.05;

    /// <summary>Plans that are known already, as those in the <c>SolutionPool</c> of the solver; they join the pool.</summary>
    public ImmutableArray<ImmutableArray<int>> KnownPlans { get; init; } = [];

    /// <summary>How many pairs of patches are named per chosen unit and species.</summary>
    public int JoinedPairs { get; init; } = 5;

    /// <summary>How many of the units that were not chosen are explained: those that would add most per euro.</summary>
    public int NotChosen { get; init; } = 5;

    /// <summary>Most searches for one break-even price; 0 looks at swaps with one chosen unit only.</summary>
    public int BreakEvenSearches { get; init; } = 12;

    /// <summary>How finely a break-even price is sought, as a share of today's cost.</summary>
    public double PriceTolerance { get; init; } = 1e-3;
}
