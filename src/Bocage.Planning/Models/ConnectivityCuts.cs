namespace Bocage.Planning;

/// <summary>Rows that forbid a choice in several blocks, added when one turns up.</summary>
/// <remarks>
/// u in one block C and v in another are chosen: every path between them leaves C through the ring of units that touch it, so x_u + x_v − Σ x over a part of
/// the ring that separates u from v ≤ 1 holds for every
/// connected choice, and not for this one. Carvajal et al. (2013), doi:10.1287/opre.2013.1183 (node cuts for contiguous forest plans).
/// Where no allowed choice lies within C (a target, a least number or a locked-in unit asks for more), x_u ≤ Σ x over the whole ring holds: much stronger.
/// </remarks>
internal sealed class ConnectivityCuts
{
    private readonly List<int>[] neighbours;

    /// <summary>Cuts for one rule.</summary>
    public ConnectivityCuts(int units, ContiguityConstraint rule)
    {
        neighbours = new List<int>[units];
        for (var unit = 0; unit < units; unit++) neighbours[unit] = [];
        foreach (var (first, second) in rule.Neighbours)
        {
            neighbours[first].Add(second);
            neighbours[second].Add(first);
        }
    }

    /// <summary>Rows that a choice in several blocks breaks, at most so many.</summary>
    /// <param name="selected">The choice.</param>
    /// <param name="most">How many rows.</param>
    /// <param name="mustLeave">Whether no allowed choice lies within a block; null when that is not known of any.</param>
    public IEnumerable<LinearRow> Broken(bool[] selected, int most, Func<List<int>, bool>? mustLeave = null)
    {
        var blocks = Blocks(selected);
        if (blocks.Count < 2) return [];
        return blocks.SelectMany(block => mustLeave?.Invoke(block) == true ? Leaving(block) : Joining(block, blocks)).Take(most);
    }

    // Who chooses one of the block chooses one of its ring.
    private IEnumerable<LinearRow> Leaving(List<int> block)
    {
        var ring = Ring(block);
        return block.Select(unit => new LinearRow([new(unit, 1), .. Minus(Enumerable.Range(0, ring.Length).Where(next => ring[next]))], double.NegativeInfinity, 0));
    }

    private IEnumerable<LinearRow> Joining(List<int> block, List<List<int>> blocks)
    {
        foreach (var other in blocks)
        {
            if (block == other) continue;
            var separator = Separator(block, other[0]);
            foreach (var unit in block) yield return new([new(unit, 1), new(other[0], 1), .. Minus(separator)], double.NegativeInfinity, 1);
        }
    }

    private static IEnumerable<LinearTerm> Minus(IEnumerable<int> units) => units.Select(unit => new LinearTerm(unit, -1));

    /// <summary>The units that touch a unit.</summary>
    public IReadOnlyList<int> NeighboursOf(int unit) => neighbours[unit];

    /// <summary>In how many blocks a choice is.</summary>
    public int BlockCount(ReadOnlySpan<bool> selected) => Blocks(selected.ToArray()).Count;

    /// <summary>The connected blocks of a choice.</summary>
    public List<List<int>> Blocks(bool[] selected)
    {
        var blocks = new List<List<int>>();
        var seen = new bool[selected.Length];
        for (var unit = 0; unit < selected.Length; unit++)
        {
            if (selected[unit] && !seen[unit]) blocks.Add(Reach(unit, seen, next => selected[next]));
        }
        return blocks;
    }

    // The part of the ring around a block that can be reached from beyond: the rest separates nothing.
    private List<int> Separator(List<int> block, int beyond)
    {
        var ring = Ring(block);
        var seen = new bool[neighbours.Length];
        Reach(beyond, seen, next => !ring[next]);
        return [.. Enumerable.Range(0, ring.Length).Where(unit => ring[unit] && neighbours[unit].Any(next => seen[next]))];
    }

    private bool[] Ring(List<int> block)
    {
        var ring = new bool[neighbours.Length];
        foreach (var unit in block) foreach (var next in neighbours[unit]) ring[next] = true;
        foreach (var unit in block) ring[unit] = false;
        return ring;
    }

    private List<int> Reach(int start, bool[] seen, Func<int, bool> allowed)
    {
        var reached = new List<int> { start };
        seen[start] = true;
        for (var k = 0; k < reached.Count; k++)
        {
            foreach (var next in neighbours[reached[k]])
            {
                if (seen[next] || !allowed(next)) continue;
                seen[next] = true;
                reached.Add(next);
            }
        }
        return reached;
    }
}
