namespace Bocage.Planning.Tests;

/// <summary>Every rate from −99 % to 1,000 % at which a row of amounts is worth 0, by another way than the engine's: between two neighbouring roots of the derivative a polynomial has one root at most.</summary>
internal static class PolynomialRoots
{
    public static IReadOnlyList<double> Of(double[] amounts) =>
        [.. RootsBetween([.. amounts], 1 / 11.0, 100).Select(v => 1 / v - 1).Where(rate => rate is >= -0.99 and <= 10).Order()];

    // Roots of Σ c(k)·vᵏ between two values of v where it changes sign.
    private static List<double> RootsBetween(List<double> coefficients, double low, double high)
    {
        while (coefficients.Count > 0 && coefficients[^1] == 0) coefficients = coefficients[..^1];
        if (coefficients.Count < 2) return [];
        var turns = RootsBetween([.. coefficients.Skip(1).Select((c, k) => c * (k + 1))], low, high);
        List<double> ends = [low, .. turns, high];
        var roots = new List<double>();
        foreach (var (from, to) in ends.Zip(ends.Skip(1)))
        {
            var (left, right) = (from, to);
            if (At(coefficients, left) > 0 == At(coefficients, right) > 0) continue;
            for (var k = 0; k < 200; k++)
            {
                var middle = (left + right) / 2;
                if (At(coefficients, middle) > 0 == At(coefficients, left) > 0) left = middle;
                else right = middle;
            }

            roots.Add((left + right) / 2);
        }

        return roots;
    }

    private static double At(List<double> coefficients, double v)
    {
        var (sum, power) = (0.0, 1.0);
        foreach (var c in coefficients)
        {
            sum += c * power;
            power *= v;
        }

        return sum;
    }
}
