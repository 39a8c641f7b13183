namespace Bocage.Planning;

/// <summary>The choice that minimises Σ reduced·x + Σ sides weight·|xᵢ − xⱼ|, as a minimum cut: maximum flow by two growing trees, begun with the flow of the call before.</summary>
/// <remarks>
/// Boykov and Kolmogorov (2004), doi:10.1109/TPAMI.2004.60; flow of an earlier call stays valid because the capacities of sides never change. Capacities are whole numbers in fixed point,
/// so that the search ends and the flow is exact; what rounding of reduced costs loses is below one part in 2³⁰ of the largest, and nothing is lost in the bound, which is worked out from the flow itself.
/// </remarks>
internal sealed class MinimumCut
{
    private const int None = -1;
    private const int Root = -2;
    private const int Orphan = -3;

    private readonly SelectionSides sides;
    private readonly double unit;
    private readonly long[] capacity;
    private readonly long[] residual;
    private readonly long[] terminal;
    private readonly int[] arcs;
    private readonly int[] parent;
    private readonly bool[] isSink;
    private readonly bool[] isActive;
    private readonly int[] stamp;
    private readonly int[] distance;
    private readonly Queue<int> active = new();
    private readonly Stack<int> orphans = new();
    private int time;

    /// <summary>Prepares a network.</summary>
    /// <param name="units">Number of units.</param>
    /// <param name="sides">Sides between them.</param>
    /// <param name="scale">The size of the costs: what is resolved is this times 2⁻³⁰.</param>
    public MinimumCut(int units, SelectionSides sides, double scale)
    {
        this.sides = sides;
        unit = Math.Max(1e-300, scale) / (1L << 30);
        (capacity, residual) = (new long[sides.Count], new long[2 * sides.Count]);
        for (var side = 0; side < sides.Count; side++) capacity[side] = residual[2 * side] = residual[2 * side + 1] = (long)(sides.Weight[side] / unit);
        arcs = new int[2 * sides.Count];
        var next = sides.First.ToArray();
        for (var side = 0; side < sides.Count; side++)
        {
            arcs[next[sides.From[side]]++] = 2 * side;
            arcs[next[sides.To[side]]++] = 2 * side + 1;
        }

        (terminal, parent, isSink, isActive, stamp, distance) = (new long[units], new int[units], new bool[units], new bool[units], new int[units], new int[units]);
    }

    /// <summary>Cuts; the flow between units, which proves the cut least, is written too.</summary>
    public void Solve(double[] reduced, bool[] selected, double[] flow)
    {
        for (var k = 0; k < terminal.Length; k++) terminal[k] = (long)Math.Round(-reduced[k] / unit);
        for (var side = 0; side < sides.Count; side++)
        {
            var sent = capacity[side] - residual[2 * side];
            terminal[sides.From[side]] -= sent;
            terminal[sides.To[side]] += sent;
        }

        Plant();
        while (active.TryDequeue(out var node))
        {
            isActive[node] = false;
            while (parent[node] != None && Grow(node) is >= 0 and var bridge)
            {
                time++;
                Augment(bridge);
                while (orphans.TryPop(out var orphan)) Adopt(orphan);
            }
        }

        for (var k = 0; k < selected.Length; k++) selected[k] = parent[k] != None && !isSink[k];
        for (var side = 0; side < sides.Count; side++) flow[side] = (capacity[side] - residual[2 * side]) * unit;
    }

    private int Head(int arc) => (arc & 1) == 0 ? sides.To[arc >> 1] : sides.From[arc >> 1];

    private int Tail(int arc) => Head(arc ^ 1);

    private void Plant()
    {
        active.Clear();
        time = 0;
        for (var node = 0; node < terminal.Length; node++)
        {
            (stamp[node], isActive[node], parent[node]) = (0, false, None);
            if (terminal[node] == 0) continue;
            (parent[node], isSink[node], distance[node]) = (Root, terminal[node] < 0, 1);
            Activate(node);
        }
    }

    private void Activate(int node)
    {
        if (isActive[node]) return;
        isActive[node] = true;
        active.Enqueue(node);
    }

    // Takes free neighbours into the tree; the arc from the source tree to the sink tree when they meet, else -1.
    private int Grow(int node)
    {
        var sink = isSink[node];
        for (var place = sides.First[node]; place < sides.First[node + 1]; place++)
        {
            var arc = arcs[place];
            if ((sink ? residual[arc ^ 1] : residual[arc]) == 0) continue;
            var other = Head(arc);
            if (parent[other] == None)
            {
                (parent[other], isSink[other], stamp[other], distance[other]) = (arc ^ 1, sink, stamp[node], distance[node] + 1);
                Activate(other);
            }
            else if (isSink[other] != sink)
            {
                Activate(node);
                return sink ? arc ^ 1 : arc;
            }
            else if (stamp[other] <= stamp[node] && distance[other] > distance[node])
            {
                (parent[other], stamp[other], distance[other]) = (arc ^ 1, stamp[node], distance[node] + 1);
            }
        }

        return -1;
    }

    private void Augment(int bridge)
    {
        var least = residual[bridge];
        var node = Tail(bridge);
        for (; parent[node] != Root; node = Head(parent[node])) least = Math.Min(least, residual[parent[node] ^ 1]);
        least = Math.Min(least, terminal[node]);
        for (node = Head(bridge); parent[node] != Root; node = Head(parent[node])) least = Math.Min(least, residual[parent[node]]);
        least = Math.Min(least, -terminal[node]);
        Push(bridge, least);
        for (node = Tail(bridge); parent[node] != Root;)
        {
            var arc = parent[node];
            Push(arc ^ 1, least);
            if (residual[arc ^ 1] == 0) Cast(node);
            node = Head(arc);
        }

        terminal[node] -= least;
        if (terminal[node] == 0) Cast(node);
        for (node = Head(bridge); parent[node] != Root;)
        {
            var arc = parent[node];
            Push(arc, least);
            if (residual[arc] == 0) Cast(node);
            node = Head(arc);
        }

        terminal[node] += least;
        if (terminal[node] == 0) Cast(node);
    }

    private void Push(int arc, long amount)
    {
        residual[arc] -= amount;
        residual[arc ^ 1] += amount;
    }

    private void Cast(int node)
    {
        parent[node] = Orphan;
        orphans.Push(node);
    }

    // Finds an orphan a new parent whose line goes back to a root, or sets it and its children free.
    private void Adopt(int node)
    {
        var (sink, best, nearest) = (isSink[node], None, int.MaxValue);
        for (var place = sides.First[node]; place < sides.First[node + 1]; place++)
        {
            var arc = arcs[place];
            var other = Head(arc);
            if ((sink ? residual[arc] : residual[arc ^ 1]) == 0 || parent[other] == None || isSink[other] != sink) continue;
            var far = DistanceToRoot(other);
            if (far < nearest) (best, nearest) = (arc, far);
        }

        if (best >= 0)
        {
            (parent[node], stamp[node], distance[node]) = (best, time, nearest + 1);
            return;
        }

        parent[node] = None;
        for (var place = sides.First[node]; place < sides.First[node + 1]; place++)
        {
            var arc = arcs[place];
            var other = Head(arc);
            if (parent[other] == None || isSink[other] != sink) continue;
            if ((sink ? residual[arc] : residual[arc ^ 1]) > 0) Activate(other);
            if (parent[other] >= 0 && Head(parent[other]) == node) Cast(other);
        }
    }

    private int DistanceToRoot(int start)
    {
        var (node, steps) = (start, 0);
        for (; ; node = Head(parent[node]))
        {
            if (stamp[node] == time)
            {
                steps += distance[node];
                break;
            }

            if (parent[node] == Orphan || parent[node] == None) return int.MaxValue;
            steps++;
            if (parent[node] == Root)
            {
                (stamp[node], distance[node]) = (time, 1);
                break;
            }
        }

        var left = steps;
        for (node = start; stamp[node] != time; node = Head(parent[node])) (stamp[node], distance[node]) = (time, left--);
        return steps;
    }
}
