using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What no schedule of a plan can surpass: in each year the best set of its units that the money up to then could have paid.</summary>
internal static class SequenceIdeal
{
    /// <summary>The budgets of all years early enough that something paid from them can work in this year.</summary>
    internal static double MoneyBy(SequenceTask task, int year)
    {
        var money = 0.0;
        for (var paid = 0; paid < task.Years && paid <= year - task.Waits.DefaultIfEmpty().Min(); paid++) money += task.Budgets[paid];
        return money;
    }

    /// <summary>Bounds by a solver: the units outside the plan locked out, no rule but the money.</summary>
    internal static double[] BySolver(PlanningProblem problem, ImmutableArray<int> chosen, SequenceTask task, SequenceOptions options, CancellationToken cancellation)
    {
        var inPlan = Choices.Of(chosen, problem.Units.Length);
        var nothing = problem.ValueOf(new bool[inPlan.Length]);
        var ideal = new double[task.Horizon];
        var known = new Dictionary<(double, int), double>();
        for (var year = 0; year < ideal.Length; year++)
        {
            cancellation.ThrowIfCancellationRequested();
            var ready = Enumerable.Range(0, task.Count).Where(k => task.Waits[k] <= year).Select(k => chosen[k]).ToHashSet();
            var money = MoneyBy(task, year);
            if (!known.TryGetValue((money, ready.Count), out var gain))
            {
                var free = new PlanningProblem(problem.Units.Select((unit, k) => unit with { Status = ready.Contains(k) ? PlanningStatus.Available : PlanningStatus.LockedOut }), problem.Objective);
                free = free.With(BudgetConstraint.Total(free.Units, money));
                if (problem.Penalty is { } penalty) free = free.With(penalty);
                var best = options.IdealSolver!.Solve(free, options.Limits, null, cancellation);
                known[(money, ready.Count)] = gain = problem.Objective.Gain(nothing, best.Outcome == SolveOutcome.Optimal ? best.Objective : best.Bound);
            }
            ideal[year] = gain;
        }
        return ideal;
    }
}
