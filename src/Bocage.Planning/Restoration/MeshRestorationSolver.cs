namespace Bocage.Planning;

/// <summary>Chooses units to restore so that the effective mesh size becomes largest.</summary>
public static class MeshRestorationSolver
{
    /// <summary>Solves a problem.</summary>
    public static MeshRestoration Solve(RestorationProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        var landscape = new MeshLandscape(problem, cancellation);
        var state = new SearchState(problem, limits, long.MaxValue, cancellation);
        state.Offer([], landscape.Squares);
        var bound = Circles(landscape, state, progress);
        return new()
        {
            Solution = new()
            {
                Outcome = state.Stopped ? SolveOutcome.Stopped : SolveOutcome.Optimal,
                Selected = [.. state.Chosen],
                Objective = landscape.Mesh(state.Best),
                Bound = landscape.MeshBound(Math.Max(bound, state.Best)),
                Cost = problem.RestoredHa(state.Chosen),
                Method = FormattableString.Invariant($"{state.Nodes} nodes"),
            },
            MeshBefore = landscape.Mesh(landscape.Squares),
            Components = problem.ComponentsOf(state.Chosen),
            Diameter = problem.DiameterOf(state.Chosen),
        };
    }

    private static long Circles(MeshLandscape landscape, SearchState state, IProgress<SolveProgress>? progress)
    {
        var problem = landscape.Problem;
        var patterns = CirclePatterns.Of(problem, problem.Rules.MaximumDiameter!.Value, 64)!;
        var windows = new List<(WindowSearch Search, long Bound)>();
        foreach (var set in CircleWindows.Of(landscape, patterns))
        {
            var window = RestorationWindow.Of(landscape, set)!;
            var search = new WindowSearch(landscape, window, state);
            windows.Add((search, search.RootBound()));
        }
        windows.Sort((a, b) => b.Bound.CompareTo(a.Bound));
        progress?.Report(new($"{patterns.Count} patterns, {windows.Count} windows", landscape.Mesh(state.Best), 0));
        for (var k = 0; k < windows.Count; k++)
        {
            if (windows[k].Bound <= state.Best) { progress?.Report(new($"{k} searched", landscape.Mesh(state.Best), 0)); return state.Best; }
            windows[k].Search.Run();
            if (state.Stopped) return windows[k].Bound;
        }
        return state.Best;
    }
}
