namespace Bocage.Planning;

/// <summary>A reason why a unit is not in the plan.</summary>
public abstract record WhyNot
{
    private protected WhyNot() { }

    /// <summary>It must not be chosen.</summary>
    public sealed record LockedOut : WhyNot;

    /// <summary>A chosen unit and this one exclude each other, as two measures at the same place do.</summary>
    /// <param name="Rule">The rule that says so.</param>
    /// <param name="Unit">The chosen unit.</param>
    public sealed record Excluded(string Rule, int Unit) : WhyNot;

    /// <summary>Adding it to the plan breaks a rule.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="By">By how much, in the unit of the rule; null for rules that are kept or broken without a measure, such as forming one block.</param>
    public sealed record BreaksLimit(string Rule, double? By) : WhyNot;

    /// <summary>Adding it to the plan adds nothing, or makes it worse.</summary>
    /// <param name="Adds">What it would add, ≤ 0 but for rounding.</param>
    public sealed record AddsNothing(double Adds) : WhyNot;

    /// <summary>It would add less per euro than the chosen unit that adds least per euro.</summary>
    /// <param name="PerCost">What it would add per euro.</param>
    /// <param name="LeastChosen">The chosen unit that adds least per euro, locked-in ones aside.</param>
    /// <param name="LeastChosenPerCost">What that one adds per euro.</param>
    public sealed record WorthLess(double PerCost, int LeastChosen, double LeastChosenPerCost) : WhyNot;

    /// <summary>Nothing speaks against it: it fits and would make the plan better. The plan is not the best.</summary>
    /// <param name="Adds">What it would add.</param>
    public sealed record Overlooked(double Adds) : WhyNot;

    /// <summary>All reasons, at least one.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The chosen units.</param>
    /// <param name="unit">A unit that is not chosen.</param>
    /// <param name="adds">What it would add to the plan.</param>
    /// <param name="least">The chosen unit that adds least per euro, and how much; null when there is none.</param>
    /// <param name="value">Value of the plan.</param>
    internal static IEnumerable<WhyNot> Of(PlanningProblem problem, bool[] plan, int unit, double adds, (int Unit, double PerCost)? least, double value)
    {
        var cost = problem.Units[unit].Cost;
        var lockedOut = problem.Units[unit].Status == PlanningStatus.LockedOut;
        if (lockedOut) yield return new LockedOut();
        var with = Choices.WithUnit(plan, unit);
        var breaks = false;
        foreach (var constraint in problem.Constraints)
        {
            if (constraint.IsKept(problem.Units, with)) continue;
            breaks = true;
            yield return Broken(constraint, plan, with, unit);
        }
        var gains = adds > Choices.Tolerance * Math.Max(1, Math.Abs(value));
        if (!gains) yield return new AddsNothing(adds);
        else if (cost > 0 && least is { } chosen && adds / cost < chosen.PerCost) yield return new WorthLess(adds / cost, chosen.Unit, chosen.PerCost);
        if (gains && !breaks && !lockedOut) yield return new Overlooked(adds);
    }

    private static WhyNot Broken(PlanningConstraint constraint, bool[] plan, bool[] with, int unit)
    {
        if (constraint is not LinearConstraint linear) return new BreaksLimit(constraint.Name, null);
        var sum = 0.0;
        var own = 0.0;
        foreach (var term in linear.Terms)
        {
            if (with[term.Unit]) sum += term.Coefficient;
            if (term.Unit == unit) own = term.Coefficient;
        }
        if (!linear.CountsMoney && linear.Terms.All(term => term.Coefficient >= 0))
            foreach (var term in linear.Terms)
                if (plan[term.Unit] && !linear.AllowsAtMost(own + term.Coefficient) && linear.AllowsAtMost(own)) return new Excluded(linear.Name, term.Unit);
        return new BreaksLimit(linear.Name, sum > linear.Maximum ? sum - linear.Maximum : linear.Minimum - sum);
    }
}
