using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>Which unit of a plan to carry out in which year, so that most of the gain comes early.</summary>
/// <remarks>
/// Maximises the area under the gain curve: Σ over the years that count of the gain over nothing of the units that work in that year. A unit done in year y works from year y + its wait on.
/// The cost of the units done in a year is at most its budget, or with money carried over: what is spent up to a year is at most what was given up to it.
/// All units are placed when that is possible; otherwise those that give the largest area.
/// The ideal of a year is the gain of the best set of the plan's units that all money up to then could have paid for and that could work by then, other rules aside: what works in a schedule is such a set, so no
/// schedule surpasses it; and no schedule need reach it, because the best set for more money may hold other units.
/// Cost: up to 15 units O(years · 3ⁿ) steps and 2ⁿ evaluations; with unequal waits all schedules, while they are few; otherwise O(n²) evaluations for each greedy order and the limit of evaluations for the local search.
/// </remarks>
public sealed record PlanSequence
{
    /// <summary>Units with their years, counted from 0, by year and then by index.</summary>
    public required ImmutableArray<(int Unit, int Year)> Schedule { get; init; }

    /// <summary>Units for which there is no money in any one year, by index.</summary>
    public required ImmutableArray<int> NotPlaced { get; init; }

    /// <summary>Whether all units were placed, provably cannot be, or neither is known.</summary>
    public required PackingOutcome Packing { get; init; }

    /// <summary>Proven: no schedule is better.</summary>
    public required bool IsOptimal { get; init; }

    /// <summary>What is spent in each year with a budget.</summary>
    public required ImmutableArray<double> Spent { get; init; }

    /// <summary>Per year that counts, how much better than nothing what works in it is.</summary>
    public required ImmutableArray<double> Gain { get; init; }

    /// <summary>Per year that counts, <see cref="Gain"/> as a share of the gain of the whole plan; NaN when the plan gains nothing.</summary>
    public required ImmutableArray<double> ShareOfFinalGain { get; init; }

    /// <summary>Per year that counts, a gain that no schedule of this plan surpasses; NaN when it is not known.</summary>
    public required ImmutableArray<double> Ideal { get; init; }

    /// <summary>The sum of <see cref="Gain"/>: what was maximised.</summary>
    public double Area => Gain.Sum();

    /// <summary>The sum of <see cref="Ideal"/>; NaN when it is not known.</summary>
    public double IdealArea => Ideal.Sum();

    /// <summary>Puts a plan in order.</summary>
    /// <param name="problem">The problem; its objective, penalty and costs are used, its rules are not looked at between the years.</param>
    /// <param name="chosen">The chosen units, by index, each once.</param>
    /// <param name="budgets">Budget of each year, ≥ 0; at least one year.</param>
    /// <param name="options">What binds the order; null for the usual.</param>
    /// <param name="cancellation">Stops; throws.</param>
    /// <exception cref="ArgumentException">A minimum set (its value is its cost, so that an early year is no gain), a unit that needs one outside the plan, units that need each other in a ring, or figures out of range.</exception>
    public static PlanSequence Of(PlanningProblem problem, ImmutableArray<int> chosen, ImmutableArray<double> budgets, SequenceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new();
        chosen = Choices.Selected(Choices.Of(chosen, problem.Units.Length));
        Check(problem, chosen, budgets, options);
        var task = new SequenceTask(problem, chosen, budgets, options, cancellation);
        var exact = SequenceProgramme.Best(task, cancellation);
        var schedule = exact ?? new SequenceSearch(task, options.EvaluationLimit, cancellation).Best();
        var ideal = chosen.Length <= SequenceOptions.ExactUnits ? SequenceProgramme.Ideal(task, cancellation)
            : options.IdealSolver is null ? [.. Enumerable.Repeat(double.NaN, task.Horizon)] : SequenceIdeal.BySolver(problem, chosen, task, options, cancellation);
        return Of(task, chosen, schedule, exact is not null, ideal);
    }

    private static PlanSequence Of(SequenceTask task, ImmutableArray<int> chosen, int[] schedule, bool isExact, double[] ideal)
    {
        var (gain, final) = (task.GainOfYears(schedule), task.GainOf(_ => true));
        return new()
        {
            Schedule = [.. Enumerable.Range(0, task.Count).Where(k => schedule[k] >= 0).OrderBy(k => schedule[k]).ThenBy(k => k).Select(k => (chosen[k], schedule[k]))],
            NotPlaced = [.. Enumerable.Range(0, task.Count).Where(k => schedule[k] < 0).Select(k => chosen[k])],
            Packing = PackingOf(task, schedule, isExact),
            IsOptimal = isExact,
            Spent = [.. task.Spent(schedule)],
            Gain = [.. gain],
            ShareOfFinalGain = [.. gain.Select(value => final == 0 ? double.NaN : value / final)],
            Ideal = [.. ideal],
        };
    }

    private static PackingOutcome PackingOf(SequenceTask task, int[] schedule, bool isExact)
    {
        if (Array.TrueForAll(schedule, year => year >= 0)) return PackingOutcome.Packed;
        if (isExact || task.Costs.Sum() * (1 - 1e-12) > YearlyPacking.RoomOf(task.Budgets.Sum())) return PackingOutcome.Unpackable;
        var unpackable = !task.CarryOver && YearlyPacking.Of([.. task.Costs.Select((cost, k) => new LinearTerm(k, cost))], task.Budgets).Outcome == PackingOutcome.Unpackable;
        return unpackable ? PackingOutcome.Unpackable : PackingOutcome.NotShown;
    }

    private static void Check(PlanningProblem problem, ImmutableArray<int> chosen, ImmutableArray<double> budgets, SequenceOptions options)
    {
        if (problem.Objective is MinimumSetObjective)
            throw new ArgumentException("The objective is a minimum set, whose value is its cost; the order needs one that says what the units are good for.", nameof(problem));
        if (budgets.IsDefaultOrEmpty) throw new ArgumentException("There are no yearly budgets; at least one year is needed.", nameof(budgets));
        foreach (var budget in budgets) if (!double.IsFinite(budget) || budget < 0) throw new ArgumentException($"The budget of a year is {budget}; it must be 0 or more, and finite.", nameof(budgets));
        if (options.Horizon < 1) throw new ArgumentException($"{options.Horizon} years are to count; it must be 1 or more.", nameof(options));
        var waits = options.YearsUntilEffective;
        if (waits.Length != 0 && waits.Length != problem.Units.Length) throw new ArgumentException($"{waits.Length} waits for {problem.Units.Length} units; one for each is needed, or none.", nameof(options));
        foreach (var wait in waits) if (wait < 0) throw new ArgumentException($"A unit works {wait} years after it is done; it must be 0 or more.", nameof(options));
        foreach (var (first, second) in options.Precedence)
            if (chosen.Contains(second) && !chosen.Contains(first)) throw new ArgumentException($"Unit {second} of the plan needs unit {first}, which is not in the plan.", nameof(options));
        var left = chosen.ToHashSet();
        while (left.RemoveWhere(unit => !options.Precedence.Any(pair => pair.Second == unit && left.Contains(pair.First))) > 0) { }
        if (left.Count > 0) throw new ArgumentException($"Units {string.Join(", ", left.Order())} need each other in a ring.", nameof(options));
    }
}
