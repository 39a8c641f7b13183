using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>What every search needs of a problem, worked out once: patches, their sizes in units, and what may be chosen at what cost.</summary>
internal sealed class MeshLandscape
{
    public MeshLandscape(RestorationProblem problem, CancellationToken cancellation)
    {
        Problem = problem;
        var patches = PatchDelineation.Of(problem.Habitat, problem.Neighbourhood, cancellation: cancellation);
        Labels = patches.Labels;
        Mass = [0, .. patches.Patches.Select(patch => (long)patch.CellCount)];
        Squares = Mass.Sum(mass => mass * mass);
        Choosable = [.. Enumerable.Range(0, problem.RestorableHa.Length).Where(unit => problem.MayChoose(unit) && problem.Rules.AllowsAtMost(problem.RestorableHa[unit]))];
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

    /// <summary>MESH in ha of a sum of squares.</summary>
    public double Mesh(long squares) => squares * (Problem.UnitHa * Problem.UnitHa / Problem.LandscapeHa);

    /// <summary>MESH in ha of a bound on sums of squares: rounded up, so that it stays one.</summary>
    public double MeshBound(double squares) => squares * (Problem.UnitHa * Problem.UnitHa / Problem.LandscapeHa) * (1 + 1e-12);
}
