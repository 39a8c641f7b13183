namespace Bocage.Planning;

/// <summary>Finds the choice that makes the best-connected landscape (<see cref="MaximumConnectedAreaObjective"/>) under budgets, locks and any other rules.</summary>
/// <remarks>
/// Two greedy orders, then local search until 30 % of the time is up or nothing better turns up for a while (with few habitats and thousands of places: whole corridors, <see cref="CorridorGreedy"/>), then an exact search (<see cref="ConnectivityBranchAndBound"/>) for the rest: it proves the
/// choice optimal (no other is better by more than 1e-9 of it) or says how much better one could be. Without a limit on time it goes on until the wanted gap is proven, which can take long. Problems beyond a million pairs
/// of habitats or 2,000 units get plainer bounds (docs/methods/connectivity-bounds.md), and local search has all the time. Budgets and other sums are kept at every step; rules of other kinds are asked at every step. Infeasible is only said where the locks alone break a
/// limit, or everything together misses one; otherwise an objective of NaN says that nothing was found. docs/methods/choosing-measures.md.
/// </remarks>
public sealed class ConnectivitySolver : ISolver
{
    private const int CorridorPatience = 100;
    private readonly SolutionPool? pool;
    private readonly LastState last = new();

    /// <summary>A solver.</summary>
    /// <param name="pool">Receives the near-best choices that are met; null for none.</param>
    public ConnectivitySolver(SolutionPool? pool = null) => this.pool = pool;

    /// <inheritdoc/>
    public bool CanSolve(PlanningProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Objective is MaximumConnectedAreaObjective;
    }

    /// <inheritdoc/>
    public Solution Solve(PlanningProblem problem, SolveLimits limits, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        if (!CanSolve(problem)) throw new ArgumentException($"The objective is {problem.Objective.GetType().Name}; this solver takes {nameof(MaximumConnectedAreaObjective)}.", nameof(problem));
        if (FailingAlone.Of(problem) is { Length: > 0 } broken) return Solution.Infeasible(broken, maximises: true);
        ConnectivitySearch search;
        try
        {
            search = new(problem, limits, pool, progress, last, cancellation);
        }
        catch (OperationCanceledException)
        {
            return Nothing(double.PositiveInfinity, "stopped before there was a choice");
        }

        search.Offer(search.Rules.Selected, search.Base.Value - (problem.Penalty?.Of(search.Rules.Selected) ?? 0), "nothing chosen");
        var isOfCorridors = !search.Rules.HasOthers && !ConnectivityRelaxation.IsWithinReach(search) && CorridorBound.IsWithinReach(search);
        if (!isOfCorridors) Begin(search);
        ConnectivityBounds.ProveAll(search);
        if (search.IsDone) return Answer(search);
        if (isOfCorridors) ByCorridors(search);
        else ByPlaces(search);
        return Answer(search);
    }

    private static void ByPlaces(ConnectivitySearch search)
    {
        if (!search.IsDone) Decrease(search);
        if (!search.IsDone) new LocalSearch(search, 0.3 * search.Limits.Time).Run();
        if (!search.IsDone) ConnectivityBounds.Search(search);
        if (!search.IsDone && search.Limits.Time is not null) new LocalSearch(search).Run();
    }

    // Few habitats and thousands of places: most of the time to find a choice at all, two fifths to make it better, and the rest for the bound.
    private static void ByCorridors(ConnectivitySearch search)
    {
        CorridorGreedy corridors;
        try
        {
            corridors = new(search, search.Cancellation);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        bool IsPast(double share) => search.IsDone || (search.Limits.Time is { } time && search.Elapsed > share * time);
        corridors.Begin(() => IsPast(0.8));
        if (search.Best is null || !IsPast(0.3)) FillUp(search);
        corridors.Walk(CorridorPatience, () => IsPast(0.4));
        if (!search.IsDone) ConnectivityBounds.Search(search);
        if (!search.IsDone && search.Limits.Time is not null) corridors.Walk(int.MaxValue, () => search.IsDone);
    }

    private static void Begin(ConnectivitySearch search)
    {
        var (state, rules) = (search.Base.Copy(), search.Rules.Copy());
        IncrementalGreedy.Fill(state, rules, search.Open, () => search.Cancellation.IsCancellationRequested);
        Offer(search, state, rules, "greedy");
    }

    // What still fits beside the best choice, place by place.
    private static void FillUp(ConnectivitySearch search)
    {
        var (state, rules) = (search.Base.Copy(), search.Rules.Copy());
        int[] chosen = [.. search.Open.Where(unit => search.Best is { } best && best[unit])];
        foreach (var unit in chosen) rules.Set(unit, true);
        if (!search.Open.Any(rules.Fits)) return;
        foreach (var unit in chosen)
        {
            if (search.IsDone) return;
            state.Buy(unit);
        }

        IncrementalGreedy.Fill(state, rules, search.Open, () => search.IsDone);
        Offer(search, state, rules, search.Method);
    }

    // At most a third of the time: with many units this order is slow, and local search makes better use of it.
    private static void Decrease(ConnectivitySearch search)
    {
        var begin = search.Elapsed;
        var found = DecrementalGreedy.Run(search, () => search.IsOver || (search.Limits.Time is { } time && search.Elapsed - begin > (time - begin) / 3));
        if (found is var (state, rules)) Offer(search, state, rules, "greedy from all");
    }

    private static void Offer(ConnectivitySearch search, ConnectivityState state, ChoiceRules rules, string method) =>
        search.Offer(rules.Selected, state.Value - (search.Problem.Penalty?.Of(rules.Selected) ?? 0), method);

    private static Solution Answer(ConnectivitySearch search)
    {
        if (search.Best is not { } best) return Nothing(search.Bound, "nothing found that keeps all rules");
        var isOptimal = search.IsOptimal;
        return new()
        {
            Outcome = isOptimal ? SolveOutcome.Optimal : search.IsOver && !search.IsGoodEnough ? SolveOutcome.Stopped : SolveOutcome.WithinGap,
            Selected = [.. Enumerable.Range(0, best.Length).Where(unit => best[unit])],
            Objective = search.BestValue,
            Bound = isOptimal ? search.BestValue : search.Bound,
            Cost = search.Problem.CostOf(best),
            Method = search.Method,
        };
    }

    private static Solution Nothing(double bound, string method) =>
        new() { Outcome = SolveOutcome.Stopped, Selected = [], Objective = double.NaN, Bound = bound, Cost = double.NaN, Method = method };
}
