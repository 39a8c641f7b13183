using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Searches without proof: grows from several patches, then again and again takes back a part of the best choice and grows anew with a little chance.</summary>
internal sealed class MeshImprovement(MeshLandscape landscape, SearchState state, SeededRandom random)
{
    private const int MostRoots = 8;

    /// <summary>Searches among some units with about so much work, in units looked at; what is found goes to the state.</summary>
    public void Run(IReadOnlyCollection<int> units, long work, Action? improved = null)
    {
        if (units.Count == 0) return;
        var allowed = new bool[landscape.Cost.Length];
        foreach (var unit in units) allowed[unit] = true;
        var growth = new MeshGrowth(landscape, allowed, state.LookAtClock);
        var roots = Roots(units);
        var best = (Chosen: (int[])[], Squares: -1L, Root: 0);
        var pool = units.ToArray();
        foreach (var root in roots)
        {
            Consider(growth.Grow(root, Start(root, pool), () => 1), root, units, ref best, improved);
            if (state.LookAtClock() || growth.Settled > work) return;
        }

        while (growth.Settled < work && !state.LookAtClock())
        {
            var afresh = random.Next(10) == 0;
            var root = afresh ? roots[random.Next(roots.Count)] : best.Root;
            var spread = random.Next(4) * 0.5;
            Consider(growth.Grow(root, afresh || best.Chosen.Length == 0 ? Start(root, pool) : Kept(best.Chosen), () => 1 + spread * random.NextDouble()), root, units, ref best, improved);
        }
    }

    /// <summary>The heaviest patches at the units, or none by number 0.</summary>
    private List<int> Roots(IReadOnlyCollection<int> units)
    {
        var patches = new HashSet<int>();
        Span<int> at = stackalloc int[8];
        foreach (var unit in units) foreach (var patch in at[..landscape.PatchesAt(unit, at)]) patches.Add(patch);
        List<int> roots = [.. patches.OrderByDescending(patch => landscape.Mass[patch]).ThenBy(patch => patch).Take(MostRoots)];
        return roots.Count > 0 ? roots : [0];
    }

    /// <summary>A patch grows by itself; where there is none, any unit is a beginning.</summary>
    private int[] Start(int root, int[] units) => root > 0 ? [] : [units[random.Next(units.Length)]];

    private void Consider((int[] Chosen, long Squares) found, int root, IReadOnlyCollection<int> units, ref (int[] Chosen, long Squares, int Root) best, Action? improved)
    {
        if (!landscape.Problem.Rules.AllowsAtLeast(landscape.Problem.RestoredHa(found.Chosen)))
        {
            found.Chosen = ToppedUp(found.Chosen, units);
            found.Squares = landscape.SquaresOf(found.Chosen);
        }

        if (found.Squares >= best.Squares) best = (found.Chosen, found.Squares, root);
        if (found.Squares > state.Best && state.Offer(found.Chosen, landscape.SquaresOf(found.Chosen))) improved?.Invoke();
    }

    /// <summary>A choice with units anywhere, the dearest that still fit first, until the least area is reached.</summary>
    private int[] ToppedUp(int[] chosen, IEnumerable<int> units)
    {
        var (rules, restored) = (landscape.Problem.Rules, landscape.Problem.RestoredHa(chosen));
        var all = chosen.ToHashSet();
        foreach (var unit in units.Where(unit => !all.Contains(unit)).OrderByDescending(unit => landscape.Cost[unit]).ThenBy(unit => unit).ToList())
        {
            if (rules.AllowsAtLeast(restored)) break;
            if (!rules.AllowsAtMost(restored + landscape.Cost[unit])) continue;
            all.Add(unit);
            restored += landscape.Cost[unit];
        }

        return [.. all.Order()];
    }

    /// <summary>The part of a choice that stays: all but the units near one of them, or about half of all.</summary>
    private List<int> Kept(int[] chosen)
    {
        if (chosen.Length == 0) return [];
        if (random.Next(3) == 0) return [.. chosen.Where(_ => random.Next(3) > 0)];
        var (row, column) = landscape.Problem.Grid.Position(chosen[random.Next(chosen.Length)]);
        var near = 1 + random.Next(8);
        return [.. chosen.Where(unit => landscape.Problem.Grid.Position(unit) is var (r, c) && Math.Max(Math.Abs(r - row), Math.Abs(c - column)) > near)];
    }
}
