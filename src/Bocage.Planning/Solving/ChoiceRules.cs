namespace Bocage.Planning;

/// <summary>A choice that changes unit by unit, with the rules of its problem kept in sums, and its penalty.</summary>
/// <remarks>A linear rule costs a sum per change; others (<see cref="PlanningConstraint.IsKept"/>) are asked anew.</remarks>
internal sealed class ChoiceRules
{
    private readonly PlanningProblem problem;
    private readonly LinearConstraint[] linear;
    private readonly PlanningConstraint[] others;
    private readonly (int Rule, double Coefficient)[][] termsOf;
    private readonly (int Other, double Length)[][] sidesOf;
    private readonly double[] sums;
    private readonly bool[] selected;

    /// <summary>The choice of the locked-in units.</summary>
    public ChoiceRules(PlanningProblem problem)
    {
        this.problem = problem;
        linear = [.. problem.Constraints.OfType<LinearConstraint>()];
        others = [.. problem.Constraints.Where(constraint => constraint is not LinearConstraint)];
        var terms = problem.Units.Select(_ => new List<(int, double)>()).ToArray();
        for (var rule = 0; rule < linear.Length; rule++)
            foreach (var term in linear[rule].Terms) terms[term.Unit].Add((rule, term.Coefficient));
        termsOf = [.. terms.Select(list => list.ToArray())];
        sidesOf = Sides(problem);
        sums = new double[linear.Length];
        selected = new bool[problem.Units.Length];
        for (var unit = 0; unit < selected.Length; unit++) if (problem.Units[unit].Status == PlanningStatus.LockedIn) Set(unit, true);
    }

    private ChoiceRules(ChoiceRules other)
    {
        (problem, linear, others, termsOf, sidesOf) = (other.problem, other.linear, other.others, other.termsOf, other.sidesOf);
        (sums, selected, Cost) = ([.. other.sums], [.. other.selected], other.Cost);
    }

    /// <summary>What is chosen, by unit.</summary>
    public ReadOnlySpan<bool> Selected => selected;

    /// <summary>What it costs.</summary>
    public double Cost { get; private set; }

    /// <summary>Whether there are rules that are not sums.</summary>
    public bool HasOthers => others.Length > 0;

    /// <summary>What a unit costs.</summary>
    public double CostOf(int unit) => problem.Units[unit].Cost;

    /// <summary>A copy that changes by itself.</summary>
    public ChoiceRules Copy() => new(this);

    /// <summary>Chooses or leaves a unit.</summary>
    public void Set(int unit, bool isChosen)
    {
        if (selected[unit] == isChosen) return;
        selected[unit] = isChosen;
        foreach (var (rule, coefficient) in termsOf[unit]) sums[rule] += isChosen ? coefficient : -coefficient;
        Cost += isChosen ? problem.Units[unit].Cost : -problem.Units[unit].Cost;
    }

    /// <summary>Whether a unit that is open and not chosen may be added without breaking an upper limit or another rule that is not of sums.</summary>
    public bool Fits(int unit)
    {
        if (selected[unit] || problem.Units[unit].Status != PlanningStatus.Available) return false;
        foreach (var (rule, coefficient) in termsOf[unit]) if (coefficient > 0 && IsAbove(rule, sums[rule] + coefficient)) return false;
        if (others.Length == 0) return true;
        selected[unit] = true;
        var isKept = others.All(rule => rule.IsKept(problem.Units, selected));
        selected[unit] = false;
        return isKept;
    }

    /// <summary>Whether the unit could fit in a choice with the locked-in units and nothing else that takes room: a unit that cannot is never chosen.</summary>
    public bool CouldEverFit(int unit)
    {
        if (problem.Units[unit].Status == PlanningStatus.LockedOut) return false;
        foreach (var (rule, coefficient) in termsOf[unit])
        {
            if (coefficient <= 0) continue;
            var least = coefficient;
            foreach (var term in linear[rule].Terms)
                if (term.Unit != unit && (term.Coefficient > 0 ? problem.Units[term.Unit].Status == PlanningStatus.LockedIn : problem.Units[term.Unit].Status != PlanningStatus.LockedOut)) least += term.Coefficient;
            if (IsAbove(rule, least)) return false;
        }

        return true;
    }

    /// <summary>Whether every upper limit is kept.</summary>
    public bool IsWithinLimits()
    {
        for (var rule = 0; rule < linear.Length; rule++) if (IsAbove(rule, sums[rule])) return false;
        return true;
    }

    /// <summary>Whether all rules are kept, as <see cref="PlanningProblem.Allows"/> says, from sums made anew.</summary>
    public bool IsAllowed() => problem.Allows(selected);

    /// <summary>Whether a chosen unit takes room in an upper limit that is passed.</summary>
    public bool TakesRoom(int unit)
    {
        foreach (var (rule, coefficient) in termsOf[unit]) if (coefficient > 0 && IsAbove(rule, sums[rule])) return true;
        return false;
    }

    /// <summary>Whether choosing this unit brings a lower limit nearer that is not reached.</summary>
    public bool IsMissed(int unit)
    {
        foreach (var (rule, coefficient) in termsOf[unit]) if (coefficient > 0 && sums[rule] < linear[rule].Minimum && !linear[rule].Allows(sums[rule])) return true;
        return false;
    }

    /// <summary>Whether leaving this unit breaks no lower limit and no other rule.</summary>
    public bool MayLeave(int unit)
    {
        if (!selected[unit] || problem.Units[unit].Status == PlanningStatus.LockedIn) return false;
        foreach (var (rule, coefficient) in termsOf[unit])
        {
            var limit = linear[rule].Minimum;
            if (coefficient > 0 && sums[rule] - coefficient < limit - LinearConstraint.Tolerance * Math.Max(1, Math.Abs(limit))) return false;
        }

        if (others.Length == 0) return true;
        selected[unit] = false;
        var isKept = others.All(rule => rule.IsKept(problem.Units, selected));
        selected[unit] = true;
        return isKept;
    }

    /// <summary>How much more the penalty is with a unit that is not chosen yet.</summary>
    public double PenaltyOf(int unit)
    {
        if (problem.Penalty is not { } penalty) return 0;
        var length = penalty.Outer.IsDefaultOrEmpty ? 0 : penalty.Outer[unit];
        foreach (var (other, side) in sidesOf[unit]) length += selected[other] ? -side : side;
        return penalty.Weight * length;
    }

    private bool IsAbove(int rule, double sum)
    {
        var limit = linear[rule].Maximum;
        return sum > limit + LinearConstraint.Tolerance * Math.Max(1, Math.Abs(limit));
    }

    private static (int Other, double Length)[][] Sides(PlanningProblem problem)
    {
        if (problem.Penalty is not { } penalty) return [];
        var sides = problem.Units.Select(_ => new List<(int, double)>()).ToArray();
        foreach (var side in penalty.Shared)
        {
            if (side.First == side.Second) continue;
            sides[side.First].Add((side.Second, side.Length));
            sides[side.Second].Add((side.First, side.Length));
        }

        return [.. sides.Select(list => list.ToArray())];
    }
}
