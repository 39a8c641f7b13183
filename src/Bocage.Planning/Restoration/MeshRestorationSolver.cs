namespace Bocage.Planning;

/// <summary>Chooses units to restore so that the effective mesh size becomes largest under an area, and says how good the choice provably is.</summary>
/// <remarks>
/// With a largest diameter: every allowed choice lies in a circle with two unit centres on its edge. Up to shifts there are few such circles, and each place of one leaves a window of some
/// dozens of units, which is searched by branch and bound with proof; windows whose bound is not above the best choice are never opened.
/// Without a diameter, or with one so large that a circle leaves more than 64 units to choose from: growing from the heaviest patches along the ways that bring most per hectare, then large-neighbourhood
/// search (Shaw 1998, doi:10.1007/3-540-49481-2_30) with a seed; the upper bound comes from the least that joining each patch takes.
/// Proofs, ends and measured figures: docs/methods/mesh-restoration.md. Nearest known tool: restoptr (Justeau-Allaire et al. 2021, doi:10.1111/1365-2664.13803), constraint programming, the same problem.
/// </remarks>
public static class MeshRestorationSolver
{
    private const long MostNodesPerWindow = 1_000_000;
    private const long MostNodesOfAll = 20_000_000;
    private const int MostGrownWindows = 24;
    private const long Work = 6_000_000;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">What to choose from, and how.</param>
    /// <param name="limits">How long, how well, and the seed.</param>
    /// <param name="progress">Receives the best MESH and the bound, in ha, as they improve.</param>
    /// <param name="cancellation">Ends the search; the best choice so far is returned with <see cref="SolveOutcome.Stopped"/>.</param>
    /// <returns>The choice; nothing chosen is a choice when the rules allow it. Same problem and seed, same answer, unless a limit of time ends the search.</returns>
    public static MeshRestoration Solve(RestorationProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        var landscape = new MeshLandscape(problem);
        var state = new SearchState(problem, limits, cancellation);
        state.Offer([], landscape.Squares);
        var run = new Run(landscape, state, limits, progress);
        var bound = run.All();
        return state.Best < 0 ? Nothing(landscape, state, run, bound) : Found(landscape, state, bound);
    }

    private static MeshRestoration Found(MeshLandscape landscape, SearchState state, double squares)
    {
        var problem = landscape.Problem;
        var isOptimal = squares <= state.Best;
        return new()
        {
            Solution = new()
            {
                Outcome = isOptimal ? SolveOutcome.Optimal : state.Stopped ? SolveOutcome.Stopped : SolveOutcome.WithinGap,
                Selected = [.. state.Chosen],
                Objective = landscape.Mesh(state.Best),
                Bound = isOptimal ? landscape.Mesh(state.Best) : landscape.MeshBound(squares),
                Cost = problem.RestoredHa(state.Chosen),
                Method = FormattableString.Invariant($"{(isOptimal ? "branch and bound" : "growth and large-neighbourhood search")}, {state.Nodes} nodes"),
            },
            MeshBefore = landscape.Mesh(landscape.Squares),
            Components = problem.ComponentsOf(state.Chosen),
            Diameter = problem.DiameterOf(state.Chosen),
        };
    }

    private static MeshRestoration Nothing(MeshLandscape landscape, SearchState state, Run run, double squares)
    {
        var rules = landscape.Problem.Rules;
        var solution = run.IsComplete ? Solution.Infeasible(ToRelax(rules), maximises: true) : new()
        {
            Outcome = state.Stopped ? SolveOutcome.Stopped : SolveOutcome.WithinGap,
            Selected = [],
            Objective = double.NaN,
            Bound = landscape.MeshBound(squares),
            Cost = double.NaN,
        };
        return new() { Solution = solution, MeshBefore = landscape.Mesh(landscape.Squares), Components = 0, Diameter = 0 };
    }

    /// <summary>Choosing nothing keeps every limit but these.</summary>
    private static IEnumerable<LimitToRelax> ToRelax(RestorationRules rules)
    {
        if (rules.MinimumAreaHa > 0) yield return new("the least restored area", rules.MinimumAreaHa, double.NaN);
        if (rules.MinimumComponents > 0) yield return new("the least number of groups", rules.MinimumComponents, double.NaN);
    }

    private sealed class Run(MeshLandscape landscape, SearchState state, SolveLimits limits, IProgress<SolveProgress>? progress)
    {
        private readonly RestorationRules rules = landscape.Problem.Rules;

        /// <summary>Whether every choice was looked at or ruled out.</summary>
        public bool IsComplete { get; private set; }

        /// <summary>Searches, and returns a bound on the sum of squares.</summary>
        public double All()
        {
            if (!rules.AllowsAtLeast(landscape.Choosable.Sum(unit => landscape.Cost[unit])))
            {
                IsComplete = true;
                return landscape.Squares;
            }

            var patterns = rules.MaximumDiameter is { } diameter ? CirclePatterns.Of(landscape.Problem, diameter) : null;
            if (rules.MaximumDiameter is { } large && patterns is null) return Sampled(large);
            var (exact, wide) = (new List<(WindowSearch Search, double Bound)>(), new List<int[]>());
            foreach (var set in patterns is null ? [landscape.Choosable] : CircleWindows.Of(landscape, patterns))
            {
                if (state.LookAtClock()) return Everything();
                if (set.Length <= RestorationWindow.MostUnits && RestorationWindow.Of(landscape, set) is { } window)
                {
                    var search = new WindowSearch(landscape, window, state);
                    exact.Add((search, search.RootBound()));
                }
                else
                {
                    wide.Add(set);
                }
            }

            var wideBound = Wide(wide);
            var exactBound = Exact(exact);
            IsComplete &= wide.Count == 0;
            return Math.Max(wideBound, exactBound);
        }

        /// <summary>Nothing is proven: all patches and all that the area pays for in one.</summary>
        private double Everything() => new MeshBound(landscape, new double[landscape.Mass.Length]).Of(landscape.Choosable);

        private double Exact(List<(WindowSearch Search, double Bound)> windows)
        {
            windows.Sort((a, b) => b.Bound.CompareTo(a.Bound));
            var (open, before) = ((double)state.Best, state.Nodes);
            for (var k = 0; k < windows.Count && windows[k].Bound > state.Best; k++)
            {
                Report("searching the circles", Math.Max(open, windows[k].Bound));
                if (IsGoodEnough(Math.Max(open, windows[k].Bound)) || state.Stopped || state.Nodes - before > MostNodesOfAll) return Math.Max(open, windows[k].Bound);
                state.Begin(MostNodesPerWindow);
                windows[k].Search.Run();
                if (state.Exhausted || state.Stopped) open = Math.Max(open, windows[k].Bound);
                if (state.Stopped) return open;
            }

            IsComplete = open <= state.Best;
            if (IsComplete) Cheapest(windows);
            return Math.Max(open, state.Best);
        }

        /// <summary>Of choices that are as good, the one that restores the least, as far as some more work finds it.</summary>
        private void Cheapest(List<(WindowSearch Search, double Bound)> windows)
        {
            if (state.Best <= landscape.Squares) return;
            state.SeekCheaper();
            state.Begin(MostNodesPerWindow);
            foreach (var (search, _) in windows.TakeWhile(window => window.Bound >= state.Best)) search.Run();
        }

        /// <summary>Windows with too many units for a proof: the most promising are searched without, and all are bounded.</summary>
        private double Wide(List<int[]> windows)
        {
            if (windows.Count == 0) return -1;
            var bound = new MeshBound(landscape, JoiningCosts.Of(landscape, state.LookAtClock));
            var ranked = windows.Select(set => (Set: set, Bound: bound.Of(set))).OrderByDescending(window => window.Bound).ToList();
            var improvement = new MeshImprovement(landscape, state, new(limits.Seed));
            var most = Math.Min(ranked.Count, MostGrownWindows);
            foreach (var (set, its) in ranked.Take(most))
            {
                if (its <= state.Best || state.Stopped) break;
                improvement.Run(set, Work / most, () => Report("growing", ranked[0].Bound));
            }

            return ranked[0].Bound;
        }

        /// <summary>So large a circle that its places cannot be listed: circles around units are searched, and the bound is that of all units.</summary>
        private double Sampled(double diameter)
        {
            var bound = new MeshBound(landscape, JoiningCosts.Of(landscape, state.LookAtClock)).Of(landscape.Choosable);
            var centres = landscape.Choosable.Where((_, k) => k % Math.Max(1, landscape.Choosable.Length / MostGrownWindows) == 0).ToList();
            var improvement = new MeshImprovement(landscape, state, new(limits.Seed));
            var (grid, down) = (landscape.Problem.Grid, landscape.Problem.StepDown);
            foreach (var centre in centres)
            {
                if (state.LookAtClock()) break;
                var (row, column) = grid.Position(centre);
                int[] set = [.. landscape.Choosable.Where(unit => grid.Position(unit) is var (r, c) && 2 * Math.Sqrt(Math.Pow((c - column) * grid.CellWidth, 2) + Math.Pow((r - row) * down, 2)) <= diameter)];
                improvement.Run(set, Work / centres.Count, () => Report("growing", bound));
            }

            return bound;
        }

        private bool IsGoodEnough(double squares) => limits.RatioGap > 0 && state.Best > 0 && squares <= state.Best * (1 + limits.RatioGap);

        private void Report(string stage, double squares) => progress?.Report(new(stage, state.Best < 0 ? double.NaN : landscape.Mesh(state.Best), landscape.MeshBound(squares)));
    }
}
