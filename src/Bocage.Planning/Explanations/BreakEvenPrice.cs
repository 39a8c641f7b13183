using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The price below which a unit that was not chosen comes in: some plan with it is then better than the plan.</summary>
/// <remarks>
/// All that is paid for the unit changes in proportion; other prices and all budgets stay. First the plan with the unit added, alone or in the place of one chosen unit, gives a price at which it pays for certain.
/// Then the problem is solved with the unit locked in at prices above that: a better plan raises the certain price to the highest at which that plan still fits and is better; a proof that there is none
/// lowers the other end. The two ends meet, to a tolerance, when the solver proves its answers. Cost: about one evaluation per chosen unit, and at most the searches allowed.
/// </remarks>
public sealed record BreakEvenPrice
{
    /// <summary>Below this price a plan with the unit is better, and known; 0 when one is known that is better with the unit as a gift only; null when none was found.</summary>
    public required double? Pays { get; init; }

    /// <summary>Proven: at this price no plan with the unit is better; +∞ when nothing is proven, 0 when it would not come in as a gift.</summary>
    public required double PaysNot { get; init; }

    /// <summary>The plan with the unit that is better below <see cref="Pays"/>; empty when none was found.</summary>
    public ImmutableArray<int> Instead { get; init; } = [];

    /// <summary>The two ends for one unit that is not chosen and costs something, beginning with some plans that hold it.</summary>
    internal static BreakEvenPrice Of(PlanningProblem problem, Solution solution, int unit, GrowingChoice nothing, IEnumerable<(bool[] Choice, double Value)> swaps, ISolver solver, ExplanationOptions options, SharedTime time, CancellationToken cancellation)
    {
        var search = new Search(problem.With(unit, PlanningStatus.LockedIn), unit, solution.Objective, nothing);
        foreach (var (choice, value) in swaps) search.TryWorth(choice, value);
        // With a proven plan nothing with the unit is better at today's price.
        var not = solution.Outcome == SolveOutcome.Optimal && problem.Units[unit].Status != PlanningStatus.LockedOut ? 1 : double.PositiveInfinity;
        var open = 1.0;
        for (var k = 0; k < options.BreakEvenSearches && open > 0 && open - (search.Pays ?? 0) > (search.Pays is null ? 0 : options.PriceTolerance); k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var price = search.Pays is not { } pays ? 0 : k % 2 == 0 ? pays + options.PriceTolerance : (pays + open) / 2;
            var (found, proven) = search.At(price, solver, time.Next(), cancellation);
            if (found) continue;
            open = price;
            if (proven) not = Math.Min(not, price);
        }
        var cost = problem.Units[unit].Cost;
        return new() { Pays = search.Pays * cost, PaysNot = Math.Max(not, search.Pays ?? 0) * cost, Instead = search.Plan };
    }

    /// <summary>Prices as shares of today's cost.</summary>
    private sealed class Search(PlanningProblem problem, int unit, double value, GrowingChoice nothing)
    {
        private readonly double[] factors = [.. Enumerable.Repeat(1.0, problem.Units.Length)];

        private bool[]? valued;
        private double worth;

        internal double? Pays { get; private set; }

        internal ImmutableArray<int> Plan { get; private set; } = [];

        /// <summary>The same for a plan whose value is known.</summary>
        internal void TryWorth(bool[] choice, double known)
        {
            (valued, worth) = (choice, known);
            Try(choice);
        }

        /// <summary>Raises the certain price to the highest at which this plan fits and is better, or to one at which it is known to.</summary>
        internal void Try(bool[] choice, double known = 0)
        {
            var price = Math.Min(HighestThatFits(choice), HighestThatIsBetter(choice));
            if (price < 0 || !Holds(choice, price * (1 - 1e-7)))
            {
                if (!Holds(choice, known)) return;
                price = known;
            }
            if (price <= Pays) return;
            Pays = price;
            Plan = Choices.Selected(choice);
        }

        /// <summary>Looks for a better plan at a price: whether one was found, and if not, whether it is proven that there is none.</summary>
        internal (bool Found, bool Proven) At(double price, ISolver solver, SolveLimits limits, CancellationToken cancellation)
        {
            var solution = solver.Solve(Priced(price), limits, null, cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (solution.Outcome == SolveOutcome.Infeasible) return (false, true);
            if (!double.IsNaN(solution.Objective) && problem.Objective.IsBetter(solution.Objective, value))
            {
                var choice = Choices.Of(solution.Selected, problem.Units.Length);
                var before = Pays;
                Try(choice, price);
                if (before is null ? Pays is not null : Pays > before) return (true, false);
            }
            return (false, solution.Outcome == SolveOutcome.Optimal
                ? !problem.Objective.IsBetter(solution.Objective, value) : !problem.Objective.IsBetter(solution.Bound, value));
        }

        private PlanningProblem Priced(double price)
        {
            factors[unit] = price;
            return problem.Repriced(factors);
        }

        private bool Holds(bool[] choice, double price)
        {
            var priced = Priced(price);
            return priced.Allows(choice) && problem.Objective.IsBetter(ValueAt(choice, price), value);
        }

        /// <summary>Only the value of a minimum set hangs on prices; any other is found once for a choice.</summary>
        private double ValueAt(bool[] choice, double price)
        {
            if (problem.Objective is MinimumSetObjective) return Priced(price).ValueOf(choice);
            if (choice != valued) (valued, worth) = (choice, nothing.With(Choices.Selected(choice)).Value);
            return worth;
        }

        private double HighestThatFits(bool[] choice)
        {
            var highest = double.PositiveInfinity;
            foreach (var rule in problem.Constraints.OfType<LinearConstraint>().Where(rule => rule.CountsMoney))
            {
                var (rest, own) = (0.0, 0.0);
                foreach (var term in rule.Terms)
                {
                    if (term.Unit == unit) own = term.Coefficient;
                    else if (choice[term.Unit]) rest += term.Coefficient;
                }
                if (own > 0) highest = Math.Min(highest, (rule.Maximum - rest) / own);
            }
            return double.IsPositiveInfinity(highest) ? 1 : highest;
        }

        /// <summary>An objective that counts costs changes with the price in a straight line; others do not change.</summary>
        private double HighestThatIsBetter(bool[] choice)
        {
            var (free, today) = (ValueAt(choice, 0), ValueAt(choice, 1));
            var loss = problem.Objective.Gain(today, free);
            var gain = problem.Objective.Gain(value, free);
            return loss > 0 ? gain / loss : gain > 0 ? double.PositiveInfinity : 0;
        }
    }
}
