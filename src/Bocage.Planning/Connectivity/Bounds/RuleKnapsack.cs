namespace Bocage.Planning;

/// <summary>The most that a sum over chosen units can be under the rules, each by itself and with fractions: an upper bound.</summary>
/// <param name="problem">The problem.</param>
/// <param name="status">Locks; what locked-in units use of a rule is taken off its room, and their values are not counted.</param>
internal sealed class RuleKnapsack(PlanningProblem problem, PlanningStatus[] status)
{
    private readonly (double[] Coefficients, double Room)[] rules = [.. problem.Constraints.OfType<LinearConstraint>().Where(rule => !double.IsPositiveInfinity(rule.Maximum)).Select(rule => Rule(rule, status))];

    /// <summary>An upper bound on Σ values over the open units of any allowed choice; values ≥ 0.</summary>
    public double Most(double[] values)
    {
        var least = 0.0;
        for (var unit = 0; unit < values.Length; unit++) if (status[unit] == PlanningStatus.Available) least += values[unit];
        foreach (var (coefficients, room) in rules) least = Math.Min(least, Fill(values, coefficients, room));
        return least * (1 + 1e-12);
    }

    // Units that take no room, or give some, are in; the rest by value per room.
    private double Fill(double[] values, double[] coefficients, double room)
    {
        var sum = 0.0;
        var paying = new List<int>();
        for (var unit = 0; unit < values.Length; unit++)
        {
            if (status[unit] != PlanningStatus.Available) continue;
            if (coefficients[unit] > 0)
            {
                if (values[unit] > 0) paying.Add(unit);
                continue;
            }

            room -= coefficients[unit];
            sum += values[unit];
        }

        foreach (var unit in paying.OrderByDescending(unit => values[unit] / coefficients[unit]).ThenBy(unit => unit))
        {
            if (room <= 0) break;
            sum += values[unit] * Math.Min(1, room / coefficients[unit]);
            room -= coefficients[unit];
        }

        return sum;
    }

    private static (double[], double) Rule(LinearConstraint rule, PlanningStatus[] status)
    {
        var coefficients = new double[status.Length];
        var room = rule.Maximum + LinearConstraint.Tolerance * Math.Max(1, Math.Abs(rule.Maximum));
        foreach (var term in rule.Terms)
        {
            if (status[term.Unit] == PlanningStatus.LockedIn) room -= term.Coefficient;
            else coefficients[term.Unit] += term.Coefficient;
        }

        return (coefficients, room);
    }
}
