using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>What every search needs of a problem, worked out once: patches, their sizes in units, and what may be chosen at what cost.</summary>
internal sealed class MeshLandscape
{
    private readonly int[] rimStart;
    private readonly int[] rim;

    public MeshLandscape(RestorationProblem problem)
    {
        Problem = problem;
        var patches = PatchDelineation.Of(problem.Habitat, problem.Neighbourhood);
        Labels = patches.Labels;
        Mass = [0, .. patches.Patches.Select(patch => (long)patch.CellCount)];
        Squares = Mass.Sum(mass => mass * mass);
        Cost = [.. problem.RestorableHa];
        Choosable = [.. Enumerable.Range(0, Cost.Length).Where(unit => problem.MayChoose(unit) && problem.Rules.AllowsAtMost(Cost[unit]))];
        (rimStart, rim) = Rims();
    }

    /// <summary>The problem.</summary>
    public RestorationProblem Problem { get; }

    /// <summary>Per unit the number of its patch from 1, or 0.</summary>
    public int[] Labels { get; }

    /// <summary>Units in each patch; place 0 is empty.</summary>
    public long[] Mass { get; }

    /// <summary>Σ n² over the patches as they are: the objective in whole numbers.</summary>
    public long Squares { get; }

    /// <summary>The units that may be chosen and are within the largest area by themselves.</summary>
    public int[] Choosable { get; }

    /// <summary>Per unit what restoring it takes, in ha; NaN where nothing can be chosen.</summary>
    public double[] Cost { get; }

    /// <summary>Per unit whether it is choosable.</summary>
    public bool[] ChoosableUnits()
    {
        var choosable = new bool[Cost.Length];
        foreach (var unit in Choosable) choosable[unit] = true;
        return choosable;
    }

    /// <summary>The choosable units that touch a patch, each once.</summary>
    public ReadOnlySpan<int> RimOf(int patch) => rim.AsSpan(rimStart[patch]..rimStart[patch + 1]);

    /// <summary>The patches that a unit touches, each once: writes them and returns how many.</summary>
    public int PatchesAt(int unit, Span<int> patches)
    {
        Span<int> around = stackalloc int[8];
        var count = 0;
        foreach (var other in around[..UnitNeighbours.Fill(Problem.Grid, unit, Problem.Neighbourhood, around)])
            if (Labels[other] is var label and > 0 && !patches[..count].Contains(label)) patches[count++] = label;
        return count;
    }

    /// <summary>Σ n² when these units are restored as well. O(units chosen).</summary>
    public long SquaresOf(IEnumerable<int> chosen)
    {
        var left = chosen.ToHashSet();
        var (squares, groups, groupOf) = (Squares, new DisjointSizes(), new Dictionary<int, int>());
        Span<int> around = stackalloc int[8];
        foreach (var unit in left) groupOf[unit] = groups.Add(1);
        foreach (var unit in left)
        {
            foreach (var other in around[..UnitNeighbours.Fill(Problem.Grid, unit, Problem.Neighbourhood, around)])
            {
                if (Labels[other] is var label and > 0)
                {
                    // Units have numbers from 0; patches go below.
                    if (!groupOf.ContainsKey(-label)) (groupOf[-label], squares) = (groups.Add(Mass[label]), squares - Mass[label] * Mass[label]);
                    groups.Unite(groupOf[unit], groupOf[-label]);
                }
                else if (groupOf.TryGetValue(other, out var near))
                {
                    groups.Unite(groupOf[unit], near);
                }
            }
        }

        return squares + groups.Squares();
    }

    /// <summary>MESH in ha of a sum of squares.</summary>
    public double Mesh(long squares) => squares * (Problem.UnitHa * Problem.UnitHa / Problem.LandscapeHa);

    /// <summary>MESH in ha of a bound on sums of squares: rounded up, so that it stays one.</summary>
    public double MeshBound(double squares) => squares * (Problem.UnitHa * Problem.UnitHa / Problem.LandscapeHa) * (1 + 1e-12);

    private (int[] Start, int[] Rim) Rims()
    {
        Span<int> patches = stackalloc int[8];
        var start = new int[Mass.Length + 1];
        foreach (var unit in Choosable) foreach (var patch in patches[..PatchesAt(unit, patches)]) start[patch + 1]++;
        for (var patch = 0; patch < Mass.Length; patch++) start[patch + 1] += start[patch];
        var (next, units) = ((int[])start.Clone(), new int[start[^1]]);
        foreach (var unit in Choosable) foreach (var patch in patches[..PatchesAt(unit, patches)]) units[next[patch]++] = unit;
        return (start, units);
    }
}
