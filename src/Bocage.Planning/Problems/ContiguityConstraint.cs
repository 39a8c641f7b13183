using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The chosen units form one connected block.</summary>
/// <param name="Name">What the rule says.</param>
/// <param name="Neighbours">Pairs of units that touch, by index.</param>
public sealed record ContiguityConstraint(string Name, ImmutableArray<(int First, int Second)> Neighbours) : PlanningConstraint(Name)
{
    /// <inheritdoc/>
    /// <remarks>No chosen unit, or one, is connected. O(units + neighbours).</remarks>
    public override bool IsKept(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected)
    {
        var parent = new int[selected.Length];
        for (var unit = 0; unit < parent.Length; unit++) parent[unit] = unit;
        var blocks = 0;
        foreach (var chosen in selected) if (chosen) blocks++;
        foreach (var (first, second) in Neighbours)
        {
            if (!selected[first] || !selected[second]) continue;
            var (a, b) = (Root(parent, first), Root(parent, second));
            if (a == b) continue;
            parent[a] = b;
            blocks--;
        }
        return blocks <= 1;
    }

    private static int Root(int[] parent, int unit)
    {
        while (parent[unit] != unit) unit = parent[unit] = parent[parent[unit]];
        return unit;
    }
}
