namespace Bocage.Planning;

/// <summary>Whether some units can be chosen together at all: what the rules that only count upwards (budgets, "at most one") leave beside the locked-in units.</summary>
internal sealed class RuleCapacity
{
    private readonly List<(double[] Coefficients, double Room)> rules = [];

    public RuleCapacity(PlanningProblem problem)
    {
        foreach (var rule in problem.Constraints.OfType<LinearConstraint>())
        {
            if (double.IsPositiveInfinity(rule.Maximum) || rule.Terms.Any(term => term.Coefficient < 0)) continue;
            var coefficients = new double[problem.Units.Length];
            var room = rule.Maximum + LinearConstraint.Tolerance * Math.Max(1, Math.Abs(rule.Maximum));
            foreach (var term in rule.Terms)
            {
                if (problem.Units[term.Unit].Status == PlanningStatus.LockedIn) room -= term.Coefficient;
                else coefficients[term.Unit] = term.Coefficient;
            }

            rules.Add((coefficients, room + 1e-12 * Math.Abs(rule.Maximum)));
        }
    }

    /// <summary>False only when no allowed choice holds all these units.</summary>
    public bool Allows(int[] units)
    {
        foreach (var (coefficients, room) in rules)
        {
            var sum = 0.0;
            foreach (var unit in units) sum += coefficients[unit];
            if (sum > room) return false;
        }

        return true;
    }
}
