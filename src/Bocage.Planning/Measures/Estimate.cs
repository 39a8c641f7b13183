namespace Bocage.Planning;

/// <summary>An amount that is only roughly known: euros, tonnes, visitors. Where it stands says its unit.</summary>
/// <remarks>0 ≤ low ≤ likely ≤ high, each finite. A low or high that nobody knows is null: one figure is not a range.</remarks>
public sealed record Estimate
{
    /// <summary>A range.</summary>
    /// <exception cref="ArgumentException">An amount is below 0 or not finite, or they are out of order.</exception>
    public Estimate(double? low, double likely, double? high)
    {
        foreach (var amount in new[] { low ?? likely, likely, high ?? likely })
            if (!double.IsFinite(amount) || amount < 0) throw new ArgumentException(FormattableString.Invariant($"An estimate is 0 or more, and finite; got {amount}."), nameof(likely));
        if (low > likely || likely > high) throw new ArgumentException(FormattableString.Invariant($"An estimate rises from low to likely to high; got {low}, {likely}, {high}."), nameof(likely));
        Low = low;
        Likely = likely;
        High = high;
    }

    /// <summary>The least it can be, or null.</summary>
    public double? Low { get; }

    /// <summary>What it most likely is.</summary>
    public double Likely { get; }

    /// <summary>The most it can be, or null.</summary>
    public double? High { get; }

    /// <summary>Nothing, and that is certain.</summary>
    public static Estimate Zero { get; } = new(0, 0, 0);

    /// <summary>A figure that is certain.</summary>
    public static Estimate Certain(double amount) => new(amount, amount, amount);

    /// <summary>One figure, of which nobody knows how low or high it can be.</summary>
    public static Estimate Figure(double amount) => new(null, amount, null);

    /// <summary>So many times the range; the number is 0 or more.</summary>
    public static Estimate operator *(Estimate range, double times)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new(range.Low * times, range.Likely * times, range.High * times);
    }

    /// <summary>Two ranges together: low with low and high with high, as if all went well or all went badly; what one does not know the sum does not know.</summary>
    public static Estimate operator +(Estimate left, Estimate right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Low + right.Low, left.Likely + right.Likely, left.High + right.High);
    }
}
