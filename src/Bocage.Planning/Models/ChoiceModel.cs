namespace Bocage.Planning;

/// <summary>A planning problem as a mixed-integer model: variable u is 1 when unit u is chosen; further variables follow.</summary>
internal sealed class ChoiceModel
{
    private ChoiceModel(PlanningProblem problem)
    {
        Problem = problem;
        Model = new(problem.Objective.Maximises);
        foreach (var _ in problem.Units) Model.Binary(0);
    }

    /// <summary>What it says.</summary>
    public PlanningProblem Problem { get; }

    /// <summary>The rows and columns.</summary>
    public LinearModel Model { get; }

    /// <summary>What the objective is beyond the model's.</summary>
    public double Constant { get; private set; }

    /// <summary>From the value (or bound) of the model to that of the problem: rising.</summary>
    public Func<double, double> Rise { get; private set; } = value => value;

    /// <summary>Objective, penalty, locks and linear rules. Contiguity is left to <see cref="ConnectivityCuts"/>.</summary>
    public static ChoiceModel Of(PlanningProblem problem)
    {
        var choice = new ChoiceModel(problem);
        choice.AddLocks();
        foreach (var rule in problem.Constraints.OfType<LinearConstraint>()) choice.Model.Row(rule.Terms, rule.Minimum, rule.Maximum);
        choice.AddObjective();
        if (problem.Penalty is { } penalty) choice.AddPenalty(penalty);
        return choice;
    }

    /// <summary>Whether every part of a problem has a model.</summary>
    public static bool Covers(PlanningProblem problem) =>
        problem.Constraints.All(rule => rule is LinearConstraint or ContiguityConstraint)
        && (problem.Penalty is not { } penalty || (penalty.Weight >= 0 && penalty.Shared.All(side => side.Length >= 0) && (penalty.Outer.IsDefaultOrEmpty || penalty.Outer.All(length => length >= 0))))
        && problem.Objective switch
        {
            MaximumUtilityObjective => true,
            MinimumSetObjective set => Fits(set.Amounts),
            MinimumShortfallObjective shortfall => Fits(shortfall.Amounts),
            MaximumCoverObjective cover => Fits(cover.Amounts),
            MaximumConnectedAreaObjective area => CriterionModel.Covers(area.Criterion, withPenalty: problem.Penalty is not null),
            _ => false,
        };

    private static bool Fits(FeatureAmounts amounts) => amounts.Features.All(feature => feature.Weight >= 0);

    private void AddLocks()
    {
        for (var unit = 0; unit < Problem.Units.Length; unit++)
        {
            if (Problem.Units[unit].Status == PlanningStatus.LockedIn) Model.Limit(unit, 1, 1);
            if (Problem.Units[unit].Status == PlanningStatus.LockedOut) Model.Limit(unit, 0, 0);
        }
    }

    private void AddObjective()
    {
        switch (Problem.Objective)
        {
            case MaximumUtilityObjective utility:
                for (var unit = 0; unit < Problem.Units.Length; unit++) Model.Weigh(unit, utility.Values[unit]);
                break;
            case MinimumSetObjective set:
                for (var unit = 0; unit < Problem.Units.Length; unit++) Model.Weigh(unit, Problem.Units[unit].Cost);
                FeatureRows.AddTargets(Model, set.Amounts);
                break;
            case MinimumShortfallObjective shortfall:
                FeatureRows.AddShortfalls(Model, shortfall.Amounts);
                break;
            case MaximumCoverObjective cover:
                FeatureRows.AddCover(Model, cover.Amounts);
                break;
            case MaximumConnectedAreaObjective area:
                (Constant, Rise) = CriterionModel.Add(Model, area, Problem.Units);
                break;
            default:
                throw new ArgumentException($"There is no model for {Problem.Objective.GetType().Name}.");
        }
    }

    // A side between one chosen and one not counts: y ≥ x_i − x_j and y ≥ x_j − x_i, and y is pressed down by its cost.
    private void AddPenalty(BoundaryPenalty penalty)
    {
        var sign = Model.Maximises ? -penalty.Weight : penalty.Weight;
        foreach (var side in penalty.Shared)
        {
            if (side.First == side.Second || side.Length == 0 || penalty.Weight == 0) continue;
            var cut = Model.Continuous(0, 1, sign * side.Length);
            Model.Row([new(cut, 1), new(side.First, -1), new(side.Second, 1)], 0, double.PositiveInfinity);
            Model.Row([new(cut, 1), new(side.First, 1), new(side.Second, -1)], 0, double.PositiveInfinity);
        }
        if (penalty.Outer.IsDefaultOrEmpty) return;
        for (var unit = 0; unit < Problem.Units.Length; unit++) Model.Weigh(unit, sign * penalty.Outer[unit]);
    }
}
