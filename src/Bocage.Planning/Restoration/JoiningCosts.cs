namespace Bocage.Planning;

/// <summary>Per patch, what joining it to any other patch takes at least, such that the amounts of several patches may be added up.</summary>
/// <remarks>
/// Around each patch p lies a moat of width r(p): a way from p to another patch costs at least r(p) within it. Where moats overlap, their parts of a unit add up to at most
/// the whole unit, so joining a set of patches costs at least the sum of their r. First R(p) = half of the cheapest way to another patch: of two moats that wide, the parts
/// of any unit add up to at most one. Where n ≥ 3 of them meet in a unit, each is narrowed to an n-th part of it. A patch that no other can be reached from has r = ∞.
/// Proof in docs/methods/mesh-restoration.md. Cost: O((units + overlaps of moats) log units).
/// </remarks>
internal static class JoiningCosts
{
    /// <summary>r per patch, in ha; place 0 is not a patch. All 0, which is true of any landscape, when it must stop.</summary>
    public static double[] Of(MeshLandscape landscape, Func<bool> mustStop)
    {
        var half = NearestOther(landscape);
        for (var patch = 1; patch < half.Length; patch++) half[patch] /= 2;
        var meeting = new byte[landscape.Cost.Length];
        var search = new MoatSearch(landscape);
        for (var patch = 1; patch < half.Length; patch++)
        {
            if ((patch & 255) == 0 && mustStop()) return new double[half.Length];
            search.Each(patch, half[patch], (unit, _) => meeting[unit] = (byte)Math.Min(255, meeting[unit] + 1));
        }

        var width = (double[])half.Clone();
        for (var patch = 1; patch < half.Length; patch++)
        {
            var narrow = half[patch];
            search.Each(patch, half[patch], (unit, inner) =>
            {
                if (meeting[unit] >= 3) narrow = meeting[unit] == 255 ? Math.Min(narrow, inner) : Math.Min(narrow, inner + landscape.Cost[unit] / meeting[unit]);
            });
            width[patch] = narrow;
        }

        return width;
    }

    /// <summary>Cheapest way from each patch to any other, through units that may be chosen; ∞ when there is none.</summary>
    private static double[] NearestOther(MeshLandscape landscape)
    {
        var (cost, problem) = (landscape.Cost, landscape.Problem);
        var nearest = new double[landscape.Mass.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        var (reach, owner) = (new double[cost.Length], new int[cost.Length]);
        Array.Fill(reach, double.PositiveInfinity);
        var choosable = landscape.ChoosableUnits();
        var frontier = new PriorityQueue<int, double>();
        for (var patch = 1; patch < nearest.Length; patch++)
        {
            foreach (var unit in landscape.RimOf(patch))
            {
                if (cost[unit] >= reach[unit]) continue;
                (reach[unit], owner[unit]) = (cost[unit], patch);
                frontier.Enqueue(unit, cost[unit]);
            }
        }

        Span<int> around = stackalloc int[8];
        while (frontier.TryDequeue(out var unit, out var distance))
        {
            if (distance > reach[unit]) continue;
            foreach (var other in around[..UnitNeighbours.Fill(problem.Grid, unit, problem.Neighbourhood, around)])
            {
                if (!choosable[other] || distance + cost[other] >= reach[other]) continue;
                (reach[other], owner[other]) = (distance + cost[other], owner[unit]);
                frontier.Enqueue(other, reach[other]);
            }
        }

        Span<int> patches = stackalloc int[8];
        foreach (var unit in landscape.Choosable)
        {
            if (owner[unit] == 0) continue;
            foreach (var patch in patches[..landscape.PatchesAt(unit, patches)]) if (patch != owner[unit]) Meet(nearest, patch, owner[unit], reach[unit]);
            foreach (var other in around[..UnitNeighbours.Fill(problem.Grid, unit, problem.Neighbourhood, around)])
                if (choosable[other] && owner[other] != owner[unit] && owner[other] != 0) Meet(nearest, owner[unit], owner[other], reach[unit] + reach[other]);
        }

        return nearest;
    }

    private static void Meet(double[] nearest, int one, int other, double way) =>
        (nearest[one], nearest[other]) = (Math.Min(nearest[one], way), Math.Min(nearest[other], way));

    /// <summary>Walks the units that a moat covers at least a part of.</summary>
    private sealed class MoatSearch(MeshLandscape landscape)
    {
        private readonly double[] reach = new double[landscape.Cost.Length];
        private readonly int[] round = new int[landscape.Cost.Length];
        private readonly bool[] choosable = landscape.ChoosableUnits();
        private readonly PriorityQueue<int, double> frontier = new();
        private int current;

        /// <summary>Calls back with each unit that begins nearer than a width and the cost of the way up to, not including, it.</summary>
        public void Each(int patch, double width, Action<int, double> visit)
        {
            if (double.IsInfinity(width)) return;
            current++;
            foreach (var unit in landscape.RimOf(patch)) Offer(unit, 0, width);
            Span<int> around = stackalloc int[8];
            while (frontier.TryDequeue(out var unit, out var inner))
            {
                if (inner > reach[unit]) continue;
                visit(unit, inner);
                foreach (var other in around[..UnitNeighbours.Fill(landscape.Problem.Grid, unit, landscape.Problem.Neighbourhood, around)])
                    if (choosable[other]) Offer(other, inner + landscape.Cost[unit], width);
            }
        }

        private void Offer(int unit, double inner, double width)
        {
            if (inner >= width || (round[unit] == current && inner >= reach[unit])) return;
            (round[unit], reach[unit]) = (current, inner);
            frontier.Enqueue(unit, inner);
        }
    }
}
