namespace Bocage.Planning;

/// <summary>What a row of yearly amounts is worth. Year 0 is now; NaN among the amounts is not known, and so is what follows from it.</summary>
public static class CashFlow
{
    // Rates between which an internal rate of return is looked for, and how finely.
    private const double LeastRate = -0.99;
    private const double MostRate = 10;
    private const int RateSteps = 4000;

    // Share of all money that passed below which a sum is a rounding error of binary numbers and counts as 0.
    private const double Rounding = 1e-12;

    /// <summary>Net present value, €: Σ amount(t) · (1 + rate)⁻ᵗ.</summary>
    /// <param name="amounts">€ by year from year 0.</param>
    /// <param name="rate">Discount rate, above −1.</param>
    /// <returns>NaN when an amount is.</returns>
    public static double NetPresentValue(ReadOnlySpan<double> amounts, double rate)
    {
        CheckRate(rate);
        var value = 0.0;
        for (var year = amounts.Length - 1; year >= 0; year--) value = amounts[year] + value / (1 + rate);
        return value;
    }

    /// <summary>What a present value is a year, over years 1 to n: value · r / (1 − (1 + r)⁻ⁿ), or value / n when r = 0.</summary>
    /// <param name="value">Present value, €.</param>
    /// <param name="rate">Discount rate r, above −1.</param>
    /// <param name="years">Years n, 1 or more.</param>
    /// <returns>NaN when the value is.</returns>
    public static double AnnualEquivalent(double value, double rate, int years)
    {
        CheckRate(rate);
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        var annuity = 0.0;
        for (var year = years; year >= 1; year--) annuity += Math.Pow(1 + rate, -year);
        return value / annuity;
    }

    /// <summary>The internal rate of return: the one rate from −99 % to 1,000 % at which the net present value is 0; null where there is none or more than one, or an amount is not known.</summary>
    /// <remarks>
    /// Amounts that change sign once have one such rate, and it is found (by halving, to 1e-12) wherever it lies in the range. Otherwise a change of sign of the value is looked for at 4,000 rates evenly spread
    /// in ln(1 + rate): two roots closer than 0.2 %, and one at which the value touches 0 without passing it, count for none.
    /// </remarks>
    public static double? InternalRateOfReturn(ReadOnlySpan<double> amounts)
    {
        var changes = SignChanges(amounts);
        if (changes is null or 0) return null;
        var values = amounts.ToArray();
        double? root = null;
        var steps = changes == 1 ? 1 : RateSteps;
        var (low, atLow) = (LeastRate, NetPresentValue(values, LeastRate));
        for (var k = 1; k <= steps; k++)
        {
            var high = k == steps ? MostRate : (1 + LeastRate) * Math.Pow((1 + MostRate) / (1 + LeastRate), (double)k / steps) - 1;
            var atHigh = NetPresentValue(values, high);
            if (atLow == 0 || (atLow < 0 && atHigh > 0) || (atLow > 0 && atHigh < 0))
            {
                if (root is not null) return null;
                root = atLow == 0 ? low : Bisect(values, low, high, atLow > 0);
            }

            (low, atLow) = (high, atHigh);
        }

        if (atLow != 0) return root;
        return root is null ? low : null;
    }

    /// <summary>Years until the money is back for good: from then on the sum of all amounts is never below 0 again; within a year in a straight line.</summary>
    /// <remarks>A sum within 1e-12 of all money that passed is 0: −0.3 + 0.1 + 0.2 is back, though binary numbers fall short of it.</remarks>
    /// <returns>0 when the sum is never below 0, null when it is at the end or an amount is not known.</returns>
    public static double? Payback(ReadOnlySpan<double> amounts)
    {
        var (sum, passed, payback) = (0.0, 0.0, 0.0);
        for (var year = 0; year < amounts.Length; year++)
        {
            var before = sum;
            sum += amounts[year];
            passed += Math.Abs(amounts[year]);
            if (double.IsNaN(sum)) return null;
            if (sum < -Rounding * passed) payback = double.NaN;
            else if (double.IsNaN(payback)) payback = year - 1 + Math.Min(1, -before / amounts[year]);
        }

        return double.IsNaN(payback) ? null : payback;
    }

    /// <summary>The lowest sum of money on the way, and its year; the start counts.</summary>
    /// <remarks>The first such year; sums that differ by 1e-12 of all money that passed are the same.</remarks>
    /// <param name="amounts">€ by year from year 0.</param>
    /// <param name="start">Money at hand at the start, €.</param>
    /// <returns>NaN and the first year that is not known, where an amount is not known.</returns>
    public static (double Euros, int Year) LowPoint(ReadOnlySpan<double> amounts, double start = 0)
    {
        var (sum, passed, low, when) = (start, Math.Abs(start), start, 0);
        for (var year = 0; year < amounts.Length; year++)
        {
            sum += amounts[year];
            passed += Math.Abs(amounts[year]);
            if (double.IsNaN(sum)) return (double.NaN, year);
            if (sum < low - Rounding * passed) (low, when) = (sum, year);
        }

        return (low, when);
    }

    /// <summary>A sum, or 0 where it is only a rounding error beside the money that was added up to it.</summary>
    /// <param name="sum">The sum, €.</param>
    /// <param name="passed">Sum of the sizes of what was added, €.</param>
    internal static double WithoutRounding(double sum, double passed) => Math.Abs(sum) <= Rounding * passed ? 0 : sum;

    private static void CheckRate(double rate)
    {
        if (!(rate > -1)) throw new ArgumentOutOfRangeException(nameof(rate), rate, "The discount rate is above −1.");
    }

    // How often amounts turn from above 0 to below, or back; null when one is not known.
    private static int? SignChanges(ReadOnlySpan<double> amounts)
    {
        var (changes, last) = (0, 0);
        foreach (var amount in amounts)
        {
            if (double.IsNaN(amount)) return null;
            if (amount == 0) continue;
            var sign = Math.Sign(amount);
            if (last != 0 && sign != last) changes++;
            last = sign;
        }

        return changes;
    }

    private static double Bisect(double[] amounts, double low, double high, bool falls)
    {
        while (high - low > 1e-12)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) break;
            if (NetPresentValue(amounts, middle) > 0 == falls) low = middle;
            else high = middle;
        }

        return low + (high - low) / 2;
    }
}
