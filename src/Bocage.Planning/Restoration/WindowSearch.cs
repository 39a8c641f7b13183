using System.Numerics;

namespace Bocage.Planning;

/// <summary>Finds the best choice within a window by branch and bound, with proof.</summary>
/// <remarks>
/// A node has units that are chosen, units still open, and an area left to spend. From the heaviest group of patches and chosen units, the cheapest way through open units to every
/// other group is found. No completion joins a group that costs more than is left, and none adds more units than the cheapest open ones that the area pays for; all reachable
/// groups and that many units in one patch is therefore a bound (squares add up to most in one patch). docs/methods/mesh-restoration.md has the proof.
/// </remarks>
internal sealed class WindowSearch
{
    private const double Rounding = 1e-12;

    private readonly RestorationRules rules;
    private readonly SearchState state;
    private readonly RestorationWindow window;
    private readonly long squares;
    private readonly Group[] groups = new Group[RestorationWindow.MostUnits * 2];
    private readonly double[] costTo = new double[RestorationWindow.MostUnits];
    private readonly int[] before = new int[RestorationWindow.MostUnits];
    private int groupCount;

    /// <summary>A search in one window.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="window">The part of it.</param>
    /// <param name="state">The best choice so far and when to stop, shared by all windows.</param>
    public WindowSearch(MeshLandscape landscape, RestorationWindow window, SearchState state) =>
        (this.window, this.state, rules, squares) = (window, state, landscape.Problem.Rules, landscape.Squares);

    // Sums taken in another order differ in their last digits: nothing is dropped, and nothing taken for granted, within that.
    private double Limit => state.MostArea + Rounding * Math.Max(1, state.MostArea);

    private double Surely => state.MostArea - Rounding * Math.Max(1, state.MostArea);

    /// <summary>All units of the window.</summary>
    private ulong All => window.Units.Length == 64 ? ulong.MaxValue : (1UL << window.Units.Length) - 1;

    /// <summary>No choice within the window has a higher sum of squares.</summary>
    public long RootBound() => Examine(0, Affordable(All, 0), 0).Bound;

    /// <summary>Searches the window; the best choice ends up in the state.</summary>
    public void Run() => Visit(0, All, 0);

    private void Visit(ulong chosen, ulong open, double spent)
    {
        while (!state.MustStop())
        {
            open = Affordable(open, spent);
            var openCost = CostOf(open);
            if (!rules.AllowsAtLeast(spent + openCost)) return;
            // More habitat is never worse, so when all can be had, all is best.
            if (!rules.LimitsComponents && spent + openCost <= Surely)
            {
                var all = FindGroups(chosen | open, 0);
                if (all <= state.Floor || state.Offer(window, chosen | open, all)) return;
            }

            var (value, bound, branch) = Examine(chosen, open, spent);
            if (value > state.Floor) state.Offer(window, chosen, value);
            if (open == 0 || bound <= state.Floor) return;
            Visit(chosen | 1UL << branch, open & ~(1UL << branch), spent + window.Cost[branch]);
            open &= ~(1UL << branch);
        }
    }

    /// <summary>The open units that can still be paid for; the units are in order of cost.</summary>
    private ulong Affordable(ulong open, double spent)
    {
        while (open != 0)
        {
            var dearest = 63 - BitOperations.LeadingZeroCount(open);
            if (spent + window.Cost[dearest] <= Limit) return open;
            open &= ~(1UL << dearest);
        }

        return 0;
    }

    private double CostOf(ulong set)
    {
        var cost = 0.0;
        for (; set != 0; set &= set - 1) cost += window.Cost[BitOperations.TrailingZeroCount(set)];
        return cost;
    }

    /// <summary>The value of the chosen units, a bound on what the open ones can make of it, and which to decide on next.</summary>
    private (long Value, long Bound, int Branch) Examine(ulong chosen, ulong open, double spent)
    {
        var value = FindGroups(chosen, open);
        if (open == 0) return (value, value, -1);
        var left = Limit - spent;
        var target = Spread(open, left);
        var more = CountWithin(open, left);
        var (main, joined, apart, apartAlone) = (groups[0].Mass, 0L, 0L, 0L);
        var rest = value - groups[0].Mass * groups[0].Mass;
        for (var k = 1; k < groupCount; k++)
        {
            var group = groups[k];
            var square = group.Mass * group.Mass;
            if (group.Reached) (joined, rest) = (joined + group.Mass, rest - square);
            else if (group.Border != 0) (apart, apartAlone) = (apart + group.Mass, apartAlone + square);
        }

        // What the heaviest group cannot reach may join among itself and with groups that it could have had: the sum of squares is largest at one of the ends.
        var (most, others) = (main + joined + more, joined + apart + more);
        var together = Math.Max(most * most + apart * apart, main * main + others * others);
        return (value, together + rest - apartAlone, BranchOn(target, open, left));
    }

    /// <summary>The groups of patches and chosen units, the heaviest first, and the sum of squares.</summary>
    private long FindGroups(ulong chosen, ulong open)
    {
        groupCount = 0;
        var (value, patchesIn) = (squares, 0UL);
        for (var left = chosen; left != 0;)
        {
            var (units, patches, mass) = window.GroupOf(BitOperations.TrailingZeroCount(left), chosen);
            left &= ~units;
            patchesIn |= patches;
            var border = 0UL;
            for (var u = units; u != 0; u &= u - 1) border |= window.Adjacent[BitOperations.TrailingZeroCount(u)];
            for (var p = patches; p != 0; p &= p - 1)
            {
                var patch = BitOperations.TrailingZeroCount(p);
                value -= window.Mass[patch] * window.Mass[patch];
                border |= window.Touched[patch];
            }

            value += mass * mass;
            groups[groupCount++] = new(mass, border & open);
        }

        for (var patch = 0; patch < window.Mass.Length; patch++)
            if ((patchesIn >> patch & 1) == 0) groups[groupCount++] = new(window.Mass[patch], window.Touched[patch] & open);
        if (groupCount == 0) groups[groupCount++] = new(0, open);
        var heaviest = 0;
        for (var k = 1; k < groupCount; k++) if (groups[k].Mass > groups[heaviest].Mass) heaviest = k;
        (groups[0], groups[heaviest]) = (groups[heaviest], groups[0]);
        return value;
    }

    /// <summary>Cheapest ways from the heaviest group through open units; marks the groups within reach and returns the unit by which the most worthwhile is reached, or -1.</summary>
    private int Spread(ulong open, double left)
    {
        var (waiting, settled, target, bestRatio) = (0UL, 0UL, -1, -1.0);
        Reach(0, -1, 0, ref waiting, settled);
        while (waiting != 0)
        {
            var nearest = -1;
            for (var w = waiting; w != 0; w &= w - 1)
            {
                var unit = BitOperations.TrailingZeroCount(w);
                if (nearest < 0 || costTo[unit] < costTo[nearest]) nearest = unit;
            }

            if (costTo[nearest] > left) break;
            (waiting, settled) = (waiting & ~(1UL << nearest), settled | 1UL << nearest);
            for (var k = 1; k < groupCount; k++)
            {
                if (groups[k].Reached || (groups[k].Border >> nearest & 1) == 0) continue;
                var ratio = groups[k].Mass / Math.Max(costTo[nearest], 1e-9);
                if (ratio > bestRatio) (bestRatio, target) = (ratio, nearest);
                Reach(k, nearest, costTo[nearest], ref waiting, settled);
            }

            Relax(window.Adjacent[nearest] & open & ~settled, nearest, costTo[nearest], ref waiting);
        }

        return target;
    }

    private void Reach(int group, int from, double cost, ref ulong waiting, ulong settled)
    {
        groups[group].Reached = true;
        Relax(groups[group].Border & ~settled, from, cost, ref waiting);
    }

    private void Relax(ulong units, int from, double cost, ref ulong waiting)
    {
        for (; units != 0; units &= units - 1)
        {
            var unit = BitOperations.TrailingZeroCount(units);
            var through = cost + window.Cost[unit];
            if ((waiting >> unit & 1) != 0 && through >= costTo[unit]) continue;
            (costTo[unit], before[unit]) = (through, from);
            waiting |= 1UL << unit;
        }
    }

    /// <summary>How many open units the area pays for at most: the cheapest.</summary>
    private int CountWithin(ulong open, double left)
    {
        var count = 0;
        for (; open != 0; open &= open - 1)
        {
            left -= window.Cost[BitOperations.TrailingZeroCount(open)];
            if (left < 0) break;
            count++;
        }

        return count;
    }

    /// <summary>The first unit on the way to the target; else the cheapest that adds to the heaviest group; else the cheapest.</summary>
    private int BranchOn(int target, ulong open, double left)
    {
        if (target >= 0)
        {
            while (before[target] >= 0) target = before[target];
            return target;
        }

        var attached = groups[0].Border & open;
        return BitOperations.TrailingZeroCount(attached != 0 ? attached : open);
    }

    private record struct Group(long Mass, ulong Border)
    {
        public bool Reached { get; set; }
    }
}
