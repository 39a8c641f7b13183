using System.Collections;
using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The best different choices that a solver met, best first: what else is nearly as good.</summary>
/// <remarks>
/// Give one to a solver; it offers every allowed choice that it meets. Kept are at most <see cref="Capacity"/> of them whose value is within <see cref="RatioGap"/> of the best, relative to the best.
/// What was not met is not in it: a pool shows alternatives, it does not prove that there are no others. Safe for threads. Adding costs O(capacity · units / 64).
/// </remarks>
public sealed class SolutionPool : IReadOnlyList<Solution>
{
    private readonly Lock door = new();
    private readonly List<(double Value, double Cost, ulong[] Bits)> kept = [];
    private bool maximises = true;

    /// <summary>An empty pool.</summary>
    /// <param name="capacity">How many choices at most, 1 or more.</param>
    /// <param name="ratioGap">How far below (or above, when less is better) the best a value may lie, relative to the best; 0 or more.</param>
    public SolutionPool(int capacity = 100, double ratioGap = 0.01)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        if (!(ratioGap >= 0)) throw new ArgumentOutOfRangeException(nameof(ratioGap), ratioGap, "The gap must be 0 or more");
        (Capacity, RatioGap) = (capacity, ratioGap);
    }

    /// <summary>How many choices it keeps at most.</summary>
    public int Capacity { get; }

    /// <summary>How far from the best a value may lie, relative to the best.</summary>
    public double RatioGap { get; }

    /// <summary>How many choices it holds.</summary>
    public int Count
    {
        get
        {
            lock (door) return kept.Count;
        }
    }

    /// <summary>A choice by rank, from 0. Its bound says nothing (±∞): the solver's answer carries the proof.</summary>
    public Solution this[int index]
    {
        get
        {
            lock (door) return SolutionOf(kept[index]);
        }
    }

    /// <summary>The share of the choices in the pool that hold a unit, 0–1; NaN when the pool is empty.</summary>
    /// <param name="unit">Index of the unit, 0 or more.</param>
    public double SelectionFrequency(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        lock (door) return kept.Count == 0 ? double.NaN : (double)kept.Count(choice => unit < 64 * choice.Bits.Length && (choice.Bits[unit >> 6] >> (unit & 63) & 1) != 0) / kept.Count;
    }

    /// <summary>Offers a choice; one that is known already, or not good enough, is left out.</summary>
    /// <param name="selected">The choice, by unit.</param>
    /// <param name="value">Its value, penalty included.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="isMaximised">Whether more is better; the same for all choices of a pool.</param>
    /// <returns>Whether it was kept.</returns>
    public bool Offer(ReadOnlySpan<bool> selected, double value, double cost, bool isMaximised = true)
    {
        if (double.IsNaN(value)) throw new ArgumentException("The value of a choice is not a number.", nameof(value));
        lock (door)
        {
            maximises = isMaximised;
            if (kept.Count > 0 && (IsTooFar(value) || (kept.Count == Capacity && !IsBetter(value, kept[^1].Value)))) return false;
            var bits = BitsOf(selected);
            if (kept.Exists(choice => choice.Bits.AsSpan().SequenceEqual(bits))) return false;
            var place = kept.FindIndex(choice => IsBetter(value, choice.Value));
            kept.Insert(place < 0 ? kept.Count : place, (value, cost, bits));
            if (kept.Count > Capacity) kept.RemoveAt(Capacity);
            kept.RemoveAll(choice => IsTooFar(choice.Value));
            return true;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Solution> GetEnumerator()
    {
        List<Solution> copy;
        lock (door) copy = [.. kept.Select(SolutionOf)];
        return copy.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsBetter(double value, double other) => maximises ? value > other : value < other;

    private bool IsTooFar(double value) => Math.Abs(kept[0].Value - value) > RatioGap * Math.Abs(kept[0].Value) && IsBetter(kept[0].Value, value);

    private static ulong[] BitsOf(ReadOnlySpan<bool> selected)
    {
        var bits = new ulong[(selected.Length + 63) / 64];
        for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) bits[unit >> 6] |= 1UL << (unit & 63);
        return bits;
    }

    private Solution SolutionOf((double Value, double Cost, ulong[] Bits) choice)
    {
        var selected = ImmutableArray.CreateBuilder<int>();
        for (var unit = 0; unit < 64 * choice.Bits.Length; unit++) if ((choice.Bits[unit >> 6] >> (unit & 63) & 1) != 0) selected.Add(unit);
        return new()
        {
            Outcome = SolveOutcome.Stopped,
            Selected = selected.ToImmutable(),
            Objective = choice.Value,
            Bound = maximises ? double.PositiveInfinity : double.NegativeInfinity,
            Cost = choice.Cost,
            Method = "met on the way",
        };
    }
}
