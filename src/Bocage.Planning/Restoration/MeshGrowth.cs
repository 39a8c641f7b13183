using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Grows one patch by the ways to other patches that bring most per hectare, then by the cheapest units at its edge, until the area is spent. The heart of the search without proof.</summary>
internal sealed class MeshGrowth
{
    private const int MostSettled = 50_000;

    private readonly MeshLandscape landscape;
    private readonly Grid grid;
    private readonly double limit;
    private readonly bool[] allowed;
    private readonly Func<bool> mustStop;
    private readonly bool contiguous;
    private readonly double[] reach;
    private readonly int[] round;
    private readonly int[] before;
    private readonly long[] gathered;
    private readonly bool[] chosen;
    private readonly List<int> choice = [];
    private readonly bool[] joined;
    private readonly List<int> members = [];
    private readonly PriorityQueue<int, double> frontier = new();
    private readonly int[] patchRound;
    private int current;

    /// <summary>A growth among some units.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="allowed">Per unit whether it may be chosen here.</param>
    /// <param name="mustStop">Asked between two ways; what is left of the area then goes to units at the edge.</param>
    public MeshGrowth(MeshLandscape landscape, bool[] allowed, Func<bool> mustStop)
    {
        (this.landscape, this.allowed, this.mustStop, grid) = (landscape, allowed, mustStop, landscape.Problem.Grid);
        limit = RestorationRules.Loose(landscape.Problem.Rules.MaximumAreaHa);
        contiguous = landscape.Problem.Rules.MaximumComponents is not null;
        var units = landscape.Cost.Length;
        (reach, round, before, gathered, chosen) = (new double[units], new int[units], new int[units], new long[units], new bool[units]);
        (joined, patchRound) = (new bool[landscape.Mass.Length], new int[landscape.Mass.Length]);
    }

    /// <summary>Units looked at so far: a measure of work that no clock enters into.</summary>
    public long Settled { get; private set; }

    /// <summary>Size of the grown patch, in units.</summary>
    public long Mass { get; private set; }

    private double Spent { get; set; }

    /// <summary>Grows from a patch or a unit and a choice that hangs together with it.</summary>
    /// <param name="root">A patch that belongs to the grown one, or 0.</param>
    /// <param name="start">Units that are chosen already; those that do not touch the root, or the first of them, through each other are left out.</param>
    /// <param name="vary">A factor for the worth of each way, at least 0; the way in which the search tries something else.</param>
    /// <returns>The chosen units and the sum of squares that they lead to.</returns>
    public (int[] Chosen, long Squares) Grow(int root, IReadOnlyCollection<int> start, Func<double> vary)
    {
        Clear();
        if (root > 0) Join(root);
        Include(start);
        while (!mustStop() && BestWay(vary) is var end and >= 0) Follow(end);
        Fill();
        // What was chosen may also join patches that were not looked for, all in the one grown patch: so only that one differs from before.
        var squares = landscape.Squares + Mass * Mass;
        foreach (var patch in members) squares -= landscape.Mass[patch] * landscape.Mass[patch];
        return ([.. choice.Order()], squares);
    }

    private void Clear()
    {
        foreach (var unit in choice) chosen[unit] = false;
        foreach (var patch in members) joined[patch] = false;
        choice.Clear();
        members.Clear();
        (Mass, Spent) = (0, 0);
    }

    private void Join(int patch)
    {
        if (joined[patch]) return;
        joined[patch] = true;
        members.Add(patch);
        Mass += landscape.Mass[patch];
    }

    private void Choose(int unit)
    {
        chosen[unit] = true;
        choice.Add(unit);
        Spent += landscape.Cost[unit];
        Mass++;
        Span<int> at = stackalloc int[8];
        foreach (var patch in at[..landscape.PatchesAt(unit, at)]) Join(patch);
    }

    /// <summary>Takes the units of a start that hang together with what is there; when nothing is, with the first of them.</summary>
    private void Include(IReadOnlyCollection<int> start)
    {
        var left = start.ToList();
        while (left.Count > 0)
        {
            var next = left.FindIndex(unit => (members.Count == 0 && choice.Count == 0) || Touches(unit));
            if (next < 0) return;
            Choose(left[next]);
            left.RemoveAt(next);
        }
    }

    private bool Touches(int unit)
    {
        Span<int> around = stackalloc int[8];
        foreach (var other in around[..UnitNeighbours.Fill(grid, unit, landscape.Problem.Neighbourhood, around)])
            if (chosen[other] || (landscape.Labels[other] is var label and > 0 && joined[label])) return true;
        return false;
    }

    /// <summary>The last unit of the way that brings most squares per hectare, or -1 when none is within the area.</summary>
    private int BestWay(Func<double> vary)
    {
        var left = limit - Spent;
        current++;
        frontier.Clear();
        var (best, end, settled) = (0.0, -1, 0);
        Seed();
        Span<int> around = stackalloc int[8];
        Span<int> at = stackalloc int[8];
        while (settled < MostSettled && frontier.TryDequeue(out var unit, out var distance))
        {
            if (distance > reach[unit]) continue;
            if (distance > left) break;
            settled++;
            gathered[unit] = 1 + (before[unit] >= 0 ? gathered[before[unit]] : 0);
            var fresh = 0L;
            foreach (var patch in at[..landscape.PatchesAt(unit, at)])
            {
                if (joined[patch] || patchRound[patch] == current) continue;
                patchRound[patch] = current;
                fresh += landscape.Mass[patch];
                if (!contiguous) foreach (var other in landscape.RimOf(patch)) Offer(other, unit, distance);
            }

            gathered[unit] += fresh;
            if (fresh > 0)
            {
                var ratio = gathered[unit] * (2.0 * Mass + gathered[unit]) / Math.Max(distance, 1e-9) * vary();
                if (ratio > best) (best, end) = (ratio, unit);
            }

            foreach (var other in around[..UnitNeighbours.Fill(grid, unit, landscape.Problem.Neighbourhood, around)]) Offer(other, unit, distance);
        }

        Settled += settled + 1;
        return end;
    }

    /// <summary>Everything at the edge of the grown patch; in contiguous growth at the edge of the chosen units, once there are any.</summary>
    private void Seed()
    {
        Span<int> around = stackalloc int[8];
        if (!contiguous || choice.Count == 0) foreach (var patch in members) foreach (var unit in landscape.RimOf(patch)) Offer(unit, -1, 0);
        foreach (var unit in choice)
            foreach (var other in around[..UnitNeighbours.Fill(grid, unit, landscape.Problem.Neighbourhood, around)]) Offer(other, -1, 0);
    }

    private void Offer(int unit, int from, double distance)
    {
        if (!allowed[unit] || chosen[unit]) return;
        var through = distance + landscape.Cost[unit];
        if (round[unit] == current && through >= reach[unit]) return;
        (round[unit], reach[unit], before[unit]) = (current, through, from);
        frontier.Enqueue(unit, through);
    }

    private void Follow(int end)
    {
        for (var unit = end; unit >= 0; unit = before[unit]) Choose(unit);
    }

    /// <summary>The cheapest unit at the edge, again and again.</summary>
    private void Fill()
    {
        current++;
        frontier.Clear();
        Seed();
        Span<int> around = stackalloc int[8];
        while (frontier.TryDequeue(out var unit, out _))
        {
            Settled++;
            if (chosen[unit]) continue;
            if (Spent + landscape.Cost[unit] > limit) return;
            Choose(unit);
            foreach (var other in around[..UnitNeighbours.Fill(grid, unit, landscape.Problem.Neighbourhood, around)]) Offer(other, -1, 0);
        }
    }
}
