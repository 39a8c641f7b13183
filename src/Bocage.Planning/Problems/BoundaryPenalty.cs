using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>A soft cost of scattered choices: weight · the length of the boundary between chosen and not chosen (Marxan's boundary length modifier).</summary>
/// <param name="Weight">Cost per unit of length, ≥ 0.</param>
/// <param name="Shared">Pairs of units with the length of the side they share.</param>
/// <param name="Outer">Per unit, the length of its sides that no other unit shares, counted when it is chosen; empty when outer sides do not count.</param>
public sealed record BoundaryPenalty(double Weight, ImmutableArray<SharedBoundary> Shared, ImmutableArray<double> Outer)
{
    /// <summary>The penalty of a choice.</summary>
    public double Of(ReadOnlySpan<bool> selected)
    {
        var length = 0.0;
        foreach (var side in Shared) if (selected[side.First] != selected[side.Second]) length += side.Length;
        if (!Outer.IsDefaultOrEmpty)
            for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) length += Outer[unit];
        return Weight * length;
    }
}

/// <summary>A side that two units share.</summary>
/// <param name="First">Index of one unit.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Length">Its length, ≥ 0.</param>
public readonly record struct SharedBoundary(int First, int Second, double Length);
