namespace Bocage.Planning;

/// <summary>The criterion of a connected area in a mixed-integer model that maximises it.</summary>
/// <remarks>
/// Constants, cases, factors, sums and minima (one variable below every part) are exact. A root, or a factor of one, around all that matters rises with its
/// inside, so the inside is maximised instead.
/// Products of two cases and sums of roots have no linear model.
/// </remarks>
internal static class CriterionModel
{
    /// <summary>Whether there is a model; a penalty cannot be weighed against the inside of a root.</summary>
    public static bool Covers(ConnectivityCriterion criterion, bool withPenalty) =>
        Inside(criterion) is var (inner, _, bent) && IsLinear(inner) && !(bent && withPenalty);

    /// <summary>Adds the cases to a model and the criterion to its objective. The criterion is rise(constant + the model's objective).</summary>
    public static (double Constant, Func<double, double> Rise) Add(LinearModel model, MaximumConnectedAreaObjective objective, IReadOnlyList<PlanningUnit> units)
    {
        var (inner, rise, _) = Inside(objective.Criterion);
        var cases = new LinearExpression?[objective.Cases.Length];
        var whole = Expression(inner);
        foreach (var term in whole.Terms) model.Weigh(term.Unit, term.Coefficient);
        return (whole.Constant, rise);

        LinearExpression Expression(ConnectivityCriterion part) => part switch
        {
            ConnectivityCriterion.Constant constant => new([], constant.Number),
            ConnectivityCriterion.OfCase one => cases[one.Case] ??= GeneralisedFlowModel.Add(model, objective.Cases[one.Case], units),
            ConnectivityCriterion.Scaled scaled => Expression(scaled.Inner).Times(scaled.Factor),
            ConnectivityCriterion.Sum sum => sum.Parts.Select(Expression).Aggregate(new LinearExpression([], 0), (left, right) => left.Plus(right)),
            ConnectivityCriterion.Product product => product.Parts.Select(Expression).Aggregate((left, right) => left.Terms.Count == 0 ? right.Times(left.Constant) : left.Times(right.Constant)),
            ConnectivityCriterion.Minimum minimum => Least(minimum.Parts.Select(Expression)),
            _ => throw new ArgumentException($"There is no model for {part.GetType().Name}."),
        };

        LinearExpression Least(IEnumerable<LinearExpression> parts)
        {
            var least = model.Continuous(double.NegativeInfinity, double.PositiveInfinity, 0);
            foreach (var part in parts) model.Row([new(least, 1), .. part.Times(-1).Terms], double.NegativeInfinity, part.Constant);
            return new([new(least, 1)], 0);
        }
    }

    private static (ConnectivityCriterion Inner, Func<double, double> Rise, bool Bent) Inside(ConnectivityCriterion criterion)
    {
        switch (criterion)
        {
            case ConnectivityCriterion.SquareRoot root:
                var (inner, rise, _) = Inside(root.Inner);
                return (inner, value => Math.Sqrt(Math.Max(0, rise(value))), true);
            case ConnectivityCriterion.Scaled { Factor: >= 0 } scaled when !IsLinear(scaled):
                var inside = Inside(scaled.Inner);
                return (inside.Inner, value => scaled.Factor * inside.Rise(value), inside.Bent);
            case ConnectivityCriterion.Sum { Parts: [var only] }:
                return Inside(only);
            case ConnectivityCriterion.Product { Parts: [var only] }:
                return Inside(only);
            case ConnectivityCriterion.Minimum { Parts: [var only] }:
                return Inside(only);
            default:
                return (criterion, value => value, false);
        }
    }

    private static bool IsLinear(ConnectivityCriterion part) => part switch
    {
        ConnectivityCriterion.Constant constant => constant.Number >= 0,
        ConnectivityCriterion.OfCase => true,
        ConnectivityCriterion.Scaled scaled => scaled.Factor >= 0 && IsLinear(scaled.Inner),
        ConnectivityCriterion.Sum sum => sum.Parts.All(IsLinear),
        ConnectivityCriterion.Product product => product.Parts.Length > 0 && product.Parts.All(IsLinear) && product.Parts.Count(inner => !IsConstant(inner)) <= 1,
        ConnectivityCriterion.Minimum minimum => minimum.Parts.Length > 0 && minimum.Parts.All(IsLinear),
        _ => false,
    };

    // Made of constants only, so that its expression has no terms.
    private static bool IsConstant(ConnectivityCriterion part) => part switch
    {
        ConnectivityCriterion.Constant => true,
        ConnectivityCriterion.Scaled scaled => IsConstant(scaled.Inner),
        ConnectivityCriterion.Sum sum => sum.Parts.All(IsConstant),
        ConnectivityCriterion.Product product => product.Parts.All(IsConstant),
        _ => false,
    };
}
