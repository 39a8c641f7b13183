using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>A choice, and how good it provably is.</summary>
public sealed record Solution
{
    /// <summary>What can be said of it.</summary>
    public required SolveOutcome Outcome { get; init; }

    /// <summary>The chosen units, by index, ascending; empty when nothing was found.</summary>
    public required ImmutableArray<int> Selected { get; init; }

    /// <summary>Its value, penalty included; NaN when nothing was found.</summary>
    public required double Objective { get; init; }

    /// <summary>No choice can be better than this: an upper bound when more is better, a lower bound when less is; ±∞ when nothing is proven.</summary>
    public required double Bound { get; init; }

    /// <summary>What it costs.</summary>
    public required double Cost { get; init; }

    /// <summary>When infeasible: the smallest set of limits that must give way; empty when it is not known.</summary>
    public ImmutableArray<LimitToRelax> Relax { get; init; } = [];

    /// <summary>How it was found, in a few words.</summary>
    public string Method { get; init; } = "";

    /// <summary>|bound − objective| / |objective|; 0 is optimal, ∞ when nothing is proven, NaN when nothing was found.</summary>
    public double Gap => Objective == Bound ? 0 : Math.Abs(Bound - Objective) / Math.Abs(Objective);

    /// <summary>Nothing keeps all rules.</summary>
    /// <param name="relax">The smallest set of limits to relax.</param>
    /// <param name="maximises">Whether more would have been better.</param>
    public static Solution Infeasible(IEnumerable<LimitToRelax> relax, bool maximises) => new()
    {
        Outcome = SolveOutcome.Infeasible,
        Selected = [],
        Objective = double.NaN,
        Bound = maximises ? double.NegativeInfinity : double.PositiveInfinity,
        Cost = double.NaN,
        Relax = [.. relax],
    };
}
