using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What the best-connected choice can reach at most, and the prices that say why a place is not in it.</summary>
/// <remarks>
/// For every choice X that keeps the locks and the rules: criterion(X) ≤ <see cref="Constant"/> + Σ over X of <see cref="Gains"/>, and criterion(X) ≤ <see cref="Value"/>. A unit whose gain is less than
/// what it takes of priced rules (<see cref="ReducedGain"/> &lt; 0) is, at the margin, not worth its room. Penalties are not counted: with one, the bound is only higher.
/// Proof: docs/methods/connectivity-bounds.md. For problems of some hundred units and a million pairs of habitats.
/// </remarks>
public sealed record ConnectivityBound
{
    private ConnectivityBound() { }

    /// <summary>No allowed choice has a larger value of the criterion.</summary>
    public required double Value { get; init; }

    /// <summary>The plane where nothing is chosen; at least the value of the locked-in units alone.</summary>
    public required double Constant { get; init; }

    /// <summary>What the plane gives for each unit, ≥ 0, in the unit of the criterion.</summary>
    public required ImmutableArray<double> Gains { get; init; }

    /// <summary>What one unit more of each rule's limit would add to the bound: below 0 for a lower limit; 0 for rules that do not bind or are not sums.</summary>
    public required ImmutableArray<double> Prices { get; init; }

    /// <summary>The gain of a unit less what its room in the rules is worth.</summary>
    /// <param name="problem">The problem the bound is of.</param>
    /// <param name="unit">The unit.</param>
    public double ReducedGain(PlanningProblem problem, int unit)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var gain = Gains[unit];
        for (var rule = 0; rule < Prices.Length; rule++)
            if (Prices[rule] != 0 && problem.Constraints[rule] is LinearConstraint linear)
                foreach (var term in linear.Terms) if (term.Unit == unit) gain -= Prices[rule] * term.Coefficient;
        return gain;
    }

    /// <summary>Bounds a problem; null when it is too large, when the rules leave no choice, or when there was no time.</summary>
    /// <param name="problem">A problem with a <see cref="MaximumConnectedAreaObjective"/>.</param>
    /// <param name="limits">How long.</param>
    /// <param name="cancellation">Ends it.</param>
    public static ConnectivityBound? Of(PlanningProblem problem, SolveLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        if (problem.Objective is not MaximumConnectedAreaObjective)
            throw new ArgumentException($"The objective is {problem.Objective.GetType().Name}; this bound is of {nameof(MaximumConnectedAreaObjective)}.", nameof(problem));
        var search = new ConnectivitySearch(problem, limits, cancellation: cancellation);
        return ConnectivityRelaxation.IsWithinReach(search) ? ConnectivityBranchAndBound.Root(search) : null;
    }

    internal static ConnectivityBound From(ConnectivityRelaxation relaxation, double value)
    {
        var (constant, gains, prices) = relaxation.Plane();
        return new() { Value = value, Constant = constant, Gains = [.. gains], Prices = [.. prices] };
    }
}
