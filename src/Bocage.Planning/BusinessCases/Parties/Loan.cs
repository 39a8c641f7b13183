namespace Bocage.Planning;

/// <summary>A loan that a party has: repaid in equal parts, one each year.</summary>
/// <remarks>At the end of year t ≥ 1 interest on what was still owed during it falls due: principal · (1 − (t − 1) / years) · rate, and nothing after the last year.</remarks>
public sealed record Loan
{
    /// <summary>A loan.</summary>
    /// <exception cref="ArgumentException">The principal is below 0, the rate is not from 0 to 1, or the years are below 1.</exception>
    public Loan(double principal, double interestRate, int years)
    {
        if (!double.IsFinite(principal) || principal < 0) throw new ArgumentException(FormattableString.Invariant($"A principal is 0 or more; got {principal}."), nameof(principal));
        if (!(interestRate is >= 0 and <= 1)) throw new ArgumentException(FormattableString.Invariant($"A rate of interest is from 0 to 1, such as 0.04; got {interestRate}."), nameof(interestRate));
        if (years < 1) throw new ArgumentException(FormattableString.Invariant($"A loan runs for 1 year or more; got {years}."), nameof(years));
        Principal = principal;
        InterestRate = interestRate;
        Years = years;
    }

    /// <summary>What is owed at the start, €.</summary>
    public double Principal { get; }

    /// <summary>Interest each year, share of what is owed.</summary>
    public double InterestRate { get; }

    /// <summary>Years until it is repaid.</summary>
    public int Years { get; }

    /// <summary>What is owed during a year, €.</summary>
    /// <param name="year">1 is the first year.</param>
    public double OwedIn(int year) => year < 1 || year > Years ? 0 : Principal * (Years - year + 1) / Years;
}
