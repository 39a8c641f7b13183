using System.Numerics;

namespace Bocage.Planning;

/// <summary>Finds the best choice of one part of a stack problem: depth first, with a bound.</summary>
/// <remarks>
/// Options are asked in one order: those that can be cut first (least share first), then by value. Each is taken, then left. What can still be reached is bounded by cliques of options that exclude each other (<see cref="CliqueCover"/>), and
/// where limits say more by these (<see cref="StackGroup"/>). docs/methods/stacks-and-fair-deal.md has the proof. Cost: at worst 2 to the number of options; a node costs options · cliques steps.
/// </remarks>
internal sealed class StackSearch
{
    private const int NodesBetweenLooks = 4096;

    private readonly StackProblem problem;
    private readonly StackOption[] options;
    private readonly int[] members;
    private readonly HashSet<int> budgets;
    private readonly ulong[][] conflicts;
    private readonly ulong[][][] needs;
    private readonly StackGroup[] groups;
    private readonly CliqueCover cover;
    private readonly ulong[] rest;
    private readonly ulong[] all;
    private readonly ulong[] worthIt;
    private readonly string?[] lands;
    private readonly double[] hectaresFree;
    private readonly ulong[] held;
    private readonly List<int> chosen = [];
    private readonly TimeLeft time;
    private readonly CancellationToken cancellation;
    private StackOption[] taken = [];
    private ulong[]? other;
    private (double Value, int[] Members)? best;
    private double floor;
    private long nodes;

    /// <summary>A search among some options of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="part">Indices of the options; they have nothing to do with the others.</param>
    /// <param name="budgets">Schemes whose budgets count.</param>
    /// <param name="time">Time that is left; a few thousand nodes are searched in any case.</param>
    /// <param name="cancellation">Stops it; throws.</param>
    public StackSearch(StackProblem problem, int[] part, IReadOnlySet<int> budgets, TimeLeft time, CancellationToken cancellation)
    {
        (this.problem, this.time, this.cancellation) = (problem, time, cancellation);
        this.budgets = [.. budgets];
        members = [.. part.OrderBy(k => problem.Options[k].PublicShare).ThenByDescending(k => problem.Options[k].Value).ThenBy(k => k)];
        options = [.. members.Select(k => problem.Options[k])];
        conflicts = [.. options.Select(one => Bits(other => !ReferenceEquals(one, options[other]) && StackProblem.Conflict(problem.Inputs, one, options[other]) is not null))];
        needs = [.. options.Select(one => problem.Inputs.Schemes[one.Use.Scheme].Rules.Requires.Select(id => Bits(other => options[other].Use.Party == one.Use.Party && problem.Inputs.Schemes[options[other].Use.Scheme].Id == id)).ToArray())];
        groups = StackGroup.Of(problem, options, this.budgets);
        cover = new([.. options.Select(option => option.Value)], conflicts);
        rest = Bits(_ => false);
        all = Bits(_ => true);
        lands = [.. options.Select(problem.LandOf)];
        hectaresFree = [.. options.Select((option, k) => lands[k] is null ? double.PositiveInfinity : problem.HectaresFree(option))];
        held = Bits(_ => false);
        worthIt = Bits(k => !Enumerable.Range(0, options.Length).Any(other => IsAlwaysBetter(other, k)));
    }

    /// <summary>Whether the search ran to its end.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Options of the part that need not be tried, as another does everything they do; in no order.</summary>
    public IEnumerable<int> Idle => Enumerable.Range(0, members.Length).Where(k => (worthIt[k >> 6] >> k & 1) == 0).Select(k => members[k]);

    /// <summary>The best lawful choice.</summary>
    public int[] Best()
    {
        Start(double.NegativeInfinity, null);
        Record();
        Gather(Enumerable.Range(0, options.Length).OrderByDescending(k => options[k].Value));
        Gather(Enumerable.Range(0, options.Length).OrderByDescending(k => options[k].Value / (1 + conflicts[k].Sum(word => BitOperations.PopCount(word)))));
        Branch(worthIt.ToArray(), 0);
        return best!.Value.Members;
    }

    /// <summary>The best lawful choice that holds an option; null when there is none worth as much as asked for.</summary>
    /// <param name="forced">Index of the option.</param>
    /// <param name="atLeast">What it must be worth, €.</param>
    public int[]? BestWith(int forced, double atLeast)
    {
        Start(atLeast, null);
        Take(Array.IndexOf(members, forced), worthIt.ToArray(), 0);
        return best?.Members;
    }

    /// <summary>The best lawful choice that holds an option which another choice does not, <see cref="Idle"/> ones aside; null when there is none worth as much as asked for.</summary>
    /// <param name="than">The other choice.</param>
    /// <param name="atLeast">What it must be worth, €.</param>
    public int[]? BestOther(int[] than, double atLeast)
    {
        Start(atLeast, Bits(k => !than.Contains(members[k])));
        Branch(worthIt.ToArray(), 0);
        return best?.Members;
    }

    /// <summary>Whether a choice is better than another: worth more; as much with fewer schemes; the first in order.</summary>
    public static bool IsBetter((double Value, int[] Members) one, (double Value, int[] Members) other)
    {
        if (Math.Abs(one.Value - other.Value) > Tolerance(other.Value)) return one.Value > other.Value;
        if (one.Members.Length != other.Members.Length) return one.Members.Length < other.Members.Length;
        return one.Members.AsSpan().SequenceCompareTo(other.Members) < 0;
    }

    /// <summary>Sums of euros nearer than this are the same.</summary>
    public static double Tolerance(double value) => 1e-9 * Math.Max(1, Math.Abs(value));

    private void Start(double atLeast, ulong[]? mustHoldOneOf)
    {
        (best, floor, other) = (null, atLeast, mustHoldOneOf);
        chosen.Clear();
        Array.Clear(held);
        taken = [];
    }

    private void Branch(ulong[] open, double uncut)
    {
        while (true)
        {
            if (++nodes % NodesBetweenLooks == 0) Look();
            if (other is not null && !Overlaps(other, held) && !Overlaps(other, open)) return;
            if (!IsComplete || !CanHaveNeeds(open) || !IsPromising(open, uncut)) return;
            var next = First(open);
            if (next < 0) return;
            open[next >> 6] &= ~(1UL << next);
            Take(next, open, uncut);
        }
    }

    private void Take(int option, ulong[] open, double uncut)
    {
        var before = taken;
        chosen.Add(option);
        taken = [.. taken, options[option]];
        held[option >> 6] |= 1UL << option;
        if (Fits(option))
        {
            var left = new ulong[open.Length];
            for (var word = 0; word < left.Length; word++) left[word] = open[word] & ~conflicts[option][word];
            left[option >> 6] &= ~(1UL << option);
            uncut += options[option].Value;
            // Uncut it is worth no less.
            if (best is null || uncut >= best.Value.Value - Tolerance(best.Value.Value)) Record();
            Branch(left, uncut);
        }

        held[option >> 6] &= ~(1UL << option);
        chosen.RemoveAt(chosen.Count - 1);
        taken = before;
    }

    private void Look()
    {
        cancellation.ThrowIfCancellationRequested();
        if (time.IsOver) IsComplete = false;
    }

    private void Record()
    {
        if (other is null || Overlaps(other, held)) Keep(chosen, ValueOf(taken));
    }

    private void Keep(List<int> options, double value)
    {
        if (double.IsNaN(value) || value < floor - Tolerance(floor)) return;
        var candidate = (value, options.Select(k => members[k]).Order().ToArray());
        if (best is null || IsBetter(candidate, best.Value)) best = candidate;
    }

    // NaN when not lawful with the budgets that count.
    private double ValueOf(StackOption[] set)
    {
        var value = problem.ValueOf(set, withBudgets: false);
        if (budgets.Count == 0 || double.IsNaN(value)) return value;
        var shares = StackProblem.SharesLeft(set)!;
        int[] counted = [.. Enumerable.Range(0, set.Length).Where(k => budgets.Contains(set[k].Use.Scheme))];
        return problem.Overrun([.. counted.Select(k => set[k])], [.. counted.Select(k => shares[k])]) is null ? value : double.NaN;
    }

    // Something good to begin with: in an order, whatever is lawful and worth more.
    private void Gather(IEnumerable<int> order)
    {
        var set = new List<int>();
        var value = 0.0;
        foreach (var k in order)
        {
            if (set.Exists(held => (conflicts[k][held >> 6] >> held & 1) != 0)) continue;
            set.Add(k);
            if (ValueOf([.. set.Select(held => options[held])]) is var more && more > value) value = more;
            else set.RemoveAt(set.Count - 1);
        }

        Keep(set, value);
    }

    // Whether what is taken keeps the limits that no further option can mend. Payments that may be cut do not count for budgets here, as a further option may cut them.
    private bool Fits(int last)
    {
        var option = options[last];
        if ((option.PublicMoney > 0 || option.CanBeCut) && StackProblem.SharesLeft(taken) is null) return false;
        if (lands[last] is { } land)
        {
            var hectares = 0.0;
            foreach (var k in chosen) if (lands[k] == land) hectares += options[k].Hectares;
            if (hectares > hectaresFree[last]) return false;
        }

        if (option.CanBeCut || !budgets.Contains(option.Use.Scheme)) return true;
        StackOption[] certain = [.. taken.Where(one => !one.CanBeCut && one.Use.Scheme == option.Use.Scheme)];
        return problem.Overrun(certain, [.. certain.Select(_ => 1.0)]) is null;
    }

    private bool CanHaveNeeds(ulong[] open)
    {
        foreach (var k in chosen)
            foreach (var need in needs[k])
                if (!Overlaps(need, open) && !Overlaps(need, held)) return false;
        return true;
    }

    private bool IsPromising(ulong[] open, double uncut)
    {
        var target = best is { } found ? Math.Max(found.Value, floor) : floor;
        if (double.IsNegativeInfinity(target)) return true;
        var tolerance = Tolerance(target);
        var bound = uncut + cover.Bound(open, all);
        if (bound >= target - tolerance) bound = Math.Min(bound, uncut + BoundByLimits(open));
        if (bound < target - tolerance) return false;
        if (best is null || bound > target + tolerance) return true;
        // It can only be worth as much: with how many schemes at least?
        var largest = 0.0;
        for (var k = 0; k < options.Length; k++) if ((open[k >> 6] >> k & 1) != 0) largest = Math.Max(largest, options[k].Value);
        var lacking = target - tolerance - uncut;
        var atLeast = chosen.Count + (lacking <= 0 ? 0 : largest <= 0 ? int.MaxValue / 2 : (int)Math.Min(int.MaxValue / 2, Math.Ceiling(lacking / largest - 1e-6)));
        return atLeast <= best.Value.Members.Length;
    }

    // Groups whose limit says more than their cliques do by it, the rest by cliques.
    private double BoundByLimits(ulong[] open)
    {
        var bound = 0.0;
        open.CopyTo(rest, 0);
        foreach (var group in groups)
        {
            var limited = group.Bound(open, held);
            if (double.IsPositiveInfinity(limited) || limited >= cover.Bound(open, group.Bits)) continue;
            bound += limited;
            for (var word = 0; word < rest.Length; word++) rest[word] &= ~group.Bits[word];
        }

        return bound + cover.Bound(rest, all);
    }

    // Whether whatever holds the second holds it at no gain over the first: then the second need not be tried.
    private bool IsAlwaysBetter(int first, int second)
    {
        if (first == second || (conflicts[first][second >> 6] >> second & 1) == 0) return false;
        var (one, other) = (options[first], options[second]);
        var tolerance = Tolerance(other.Value);
        if (one.Value < other.Value - tolerance || (one.Value <= other.Value + tolerance && members[first] > members[second])) return false;
        var (scheme, otherScheme) = (problem.Inputs.Schemes[one.Use.Scheme], problem.Inputs.Schemes[other.Use.Scheme]);
        if (budgets.Contains(one.Use.Scheme) || scheme.Rules.Requires.Except(otherScheme.Rules.Requires).Any() || one.Use.Party != other.Use.Party) return false;
        if (one.Use.Scheme != other.Use.Scheme && problem.Inputs.Schemes.Any(third => third.Rules.Requires.Contains(otherScheme.Id))) return false;
        if (one.CanBeCut || (one.PublicMoney > 0 && options.Any(third => third.CanBeCut && third.Use.Measure == one.Use.Measure))) return false;
        if (one.Hectares > 0 && (problem.LandOf(one) != problem.LandOf(other) || one.Hectares > other.Hectares)) return false;
        for (var word = 0; word < conflicts[first].Length; word++)
        {
            var mine = conflicts[first][word];
            if (second >> 6 == word) mine &= ~(1UL << second);
            if ((mine & ~conflicts[second][word]) != 0) return false;
        }

        return true;
    }

    private ulong[] Bits(Func<int, bool> isSet)
    {
        var bits = new ulong[(options.Length + 63) >> 6];
        for (var k = 0; k < options.Length; k++) if (isSet(k)) bits[k >> 6] |= 1UL << k;
        return bits;
    }

    private static bool Overlaps(ulong[] one, ulong[] other)
    {
        for (var word = 0; word < one.Length; word++) if ((one[word] & other[word]) != 0) return true;
        return false;
    }

    private static int First(ulong[] bits)
    {
        for (var word = 0; word < bits.Length; word++) if (bits[word] != 0) return (word << 6) + BitOperations.TrailingZeroCount(bits[word]);
        return -1;
    }
}
