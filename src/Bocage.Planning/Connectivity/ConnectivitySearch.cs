namespace Bocage.Planning;

/// <summary>What the parts of a solver share while they work on one problem: the tables before anything open is bought, the best choice so far, the best bound, and the time.</summary>
internal sealed class ConnectivitySearch
{
    private readonly Lock door = new();
    private readonly SolutionPool? pool;
    private readonly IProgress<SolveProgress>? progress;
    private readonly long started;

    public ConnectivitySearch(PlanningProblem problem, SolveLimits limits, SolutionPool? pool = null, IProgress<SolveProgress>? progress = null, LastState? last = null, CancellationToken cancellation = default)
    {
        (Problem, Limits, this.pool, this.progress, Cancellation) = (problem, limits, pool, progress, cancellation);
        started = limits.Clock.GetTimestamp();
        Objective = (MaximumConnectedAreaObjective)problem.Objective;
        Rules = new(problem);
        Status = [.. Enumerable.Range(0, problem.Units.Length).Select(unit => problem.Units[unit].Status == PlanningStatus.LockedIn || Rules.CouldEverFit(unit) ? problem.Units[unit].Status : PlanningStatus.LockedOut)];
        Open = [.. Enumerable.Range(0, Status.Length).Where(unit => Status[unit] == PlanningStatus.Available)];
        Base = (last ?? new()).Of(Objective, Status, cancellation);
    }

    public PlanningProblem Problem { get; }

    public SolveLimits Limits { get; }

    public CancellationToken Cancellation { get; }

    public MaximumConnectedAreaObjective Objective { get; }

    /// <summary>The rules with only the locked-in units chosen; copy before changing.</summary>
    public ChoiceRules Rules { get; }

    /// <summary>The locks, with units that can never fit locked out.</summary>
    public PlanningStatus[] Status { get; }

    /// <summary>The units that may be chosen or left.</summary>
    public int[] Open { get; }

    /// <summary>The tables with only the locked-in units bought; copy before changing.</summary>
    public ConnectivityState Base { get; }

    /// <summary>The best choice so far, or null.</summary>
    public bool[]? Best { get; private set; }

    /// <summary>Its value, penalty included; NaN without one.</summary>
    public double BestValue { get; private set; } = double.NaN;

    /// <summary>How it was found.</summary>
    public string Method { get; private set; } = "";

    /// <summary>No choice is better than this, penalty included.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether time is up or the search was cancelled.</summary>
    public bool IsOver => Cancellation.IsCancellationRequested || (Limits.Time is { } time && Limits.Clock.GetElapsedTime(started) >= time);

    /// <summary>Whether no choice can be better than the best one by more than <see cref="ConnectivityBranchAndBound.Tolerance"/>.</summary>
    public bool IsOptimal => Best is not null && Bound - BestValue <= ConnectivityBranchAndBound.Tolerance * Math.Abs(BestValue) + Rounding(BestValue);

    /// <summary>Whether the best choice is proven good enough.</summary>
    public bool IsGoodEnough => IsOptimal || (Best is not null && Bound - BestValue <= Limits.RatioGap * Math.Abs(BestValue));

    /// <summary>Whether to go on.</summary>
    public bool IsDone => IsOver || IsGoodEnough;

    /// <summary>The time since the search began.</summary>
    public TimeSpan Elapsed => Limits.Clock.GetElapsedTime(started);

    /// <summary>Offers a choice with its value, penalty included; it counts only when it keeps all rules.</summary>
    /// <returns>Whether it is better than the best so far by more than rounding.</returns>
    public bool Offer(ReadOnlySpan<bool> selected, double value, string method)
    {
        if (!Problem.Allows(selected)) return false;
        lock (door)
        {
            pool?.Offer(selected, value, Problem.CostOf(selected));
            if (Best is not null && value <= BestValue + Rounding(BestValue)) return false;
            (Best, BestValue, Method) = (selected.ToArray(), value, method);
        }

        Report(method);
        return true;
    }

    /// <summary>Tells a bound; the least of all counts.</summary>
    public void Prove(double bound, string stage)
    {
        lock (door)
        {
            if (!(bound < Bound)) return;
            Bound = bound;
        }

        Report(stage);
    }

    /// <summary>The difference that may be rounding between two values of this size.</summary>
    public static double Rounding(double value) => 1e-12 * Math.Abs(value);

    private void Report(string stage) => progress?.Report(new(stage, BestValue, Bound));
}
