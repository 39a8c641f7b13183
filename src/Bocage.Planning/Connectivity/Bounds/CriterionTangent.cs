namespace Bocage.Planning;

/// <summary>A plane above a criterion: criterion(values) ≤ Constant + Σ Slopes · values for all values between their limits; slopes are ≥ 0.</summary>
internal readonly record struct CriterionTangent(double Constant, double[] Slopes)
{
    /// <summary>A plane above a criterion that touches it at a point where the form allows: sums, factors and roots touch, a product touches at the limits only, a minimum takes its least part.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="point">Values of the cases.</param>
    /// <param name="low">Least values of the cases.</param>
    /// <param name="high">Largest values of the cases.</param>
    public static CriterionTangent Above(ConnectivityCriterion criterion, double[] point, double[] low, double[] high)
    {
        switch (criterion)
        {
            case ConnectivityCriterion.Constant constant:
                return new(constant.Number, new double[point.Length]);
            case ConnectivityCriterion.OfCase value:
                var one = new double[point.Length];
                one[value.Case] = 1;
                return new(0, one);
            case ConnectivityCriterion.Scaled scaled:
                return Above(scaled.Inner, point, low, high).Times(scaled.Factor, 0);
            case ConnectivityCriterion.SquareRoot root:
                // √z ≤ √m + (z − m) / 2√m for every m > 0
                var most = root.Inner.Value(high);
                if (most <= 1e-200) return new(Math.Sqrt(most), new double[point.Length]);
                var middle = Math.Max(root.Inner.Value(point), 1e-9 * most);
                return Above(root.Inner, point, low, high).Times(0.5 / Math.Sqrt(middle), 0.5 * Math.Sqrt(middle));
            case ConnectivityCriterion.Sum sum:
                return sum.Parts.Aggregate(new CriterionTangent(0, new double[point.Length]), (all, part) => all.Plus(Above(part, point, low, high)));
            case ConnectivityCriterion.Minimum minimum:
                return Above(minimum.Parts.MinBy(part => part.Value(point))!, point, low, high);
            case ConnectivityCriterion.Product product:
                return OfProduct(product, point, low, high);
            default:
                throw new ArgumentException($"{criterion.GetType().Name} is not a known criterion.", nameof(criterion));
        }
    }

    // For 0 ≤ a ≤ A, b ≥ b0 ≥ 0 …: a·b ≤ A·b + b0·a − A·b0 and a·b ≤ a0·b + B·a − a0·B (McCormick 1976).
    private static CriterionTangent OfProduct(ConnectivityCriterion.Product product, double[] point, double[] low, double[] high)
    {
        var all = new CriterionTangent(1, new double[point.Length]);
        var (least, most, here) = (1.0, 1.0, 1.0);
        foreach (var part in product.Parts)
        {
            var factor = Above(part, point, low, high);
            var (partLeast, partMost, partHere) = (part.Value(low), part.Value(high), part.Value(point));
            var first = most * partHere + partLeast * here - most * partLeast;
            var second = least * partHere + partMost * here - least * partMost;
            all = first <= second
                ? factor.Times(most, 0).Plus(all.Times(partLeast, -most * partLeast))
                : factor.Times(least, 0).Plus(all.Times(partMost, -least * partMost));
            (least, most, here) = (least * partLeast, most * partMost, here * partHere);
        }

        return all;
    }

    private CriterionTangent Times(double factor, double plus)
    {
        var slopes = new double[Slopes.Length];
        for (var k = 0; k < slopes.Length; k++) slopes[k] = factor * Slopes[k];
        return new(factor * Constant + plus, slopes);
    }

    private CriterionTangent Plus(CriterionTangent other)
    {
        var slopes = new double[Slopes.Length];
        for (var k = 0; k < slopes.Length; k++) slopes[k] = Slopes[k] + other.Slopes[k];
        return new(Constant + other.Constant, slopes);
    }
}
