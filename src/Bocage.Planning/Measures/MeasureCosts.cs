namespace Bocage.Planning;

/// <summary>What a measure costs per unit, in euros. What is not known is null, and never 0.</summary>
public sealed record MeasureCosts
{
    /// <summary>Nothing is known.</summary>
    public static MeasureCosts NotKnown { get; } = new();

    /// <summary>Once, per unit.</summary>
    public Estimate? Investment { get; init; }

    /// <summary>Every year, per unit.</summary>
    public Estimate? UpkeepPerYear { get; init; }

    /// <summary>What the land yields less every year, per unit.</summary>
    public Estimate? LostIncomePerYear { get; init; }

    /// <summary>The year of the prices, or null when it is not known.</summary>
    public int? PriceYear { get; init; }

    /// <summary>How well the figures are known; null when there are none.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<MeasureSource> Sources { get; init; } = [];

    /// <summary>The costs of so many units.</summary>
    /// <param name="quantity">Number of units, 0 or more.</param>
    public MeasureCosts Of(double quantity) => this with
    {
        Investment = Investment is null ? null : Investment * quantity,
        UpkeepPerYear = UpkeepPerYear is null ? null : UpkeepPerYear * quantity,
        LostIncomePerYear = LostIncomePerYear is null ? null : LostIncomePerYear * quantity,
    };

    /// <summary>All costs over some years in money of today: investment + (upkeep + lost income) · a.</summary>
    /// <remarks>
    /// a = Σ (1 + r)⁻ᵗ over the years t = 1 … n = (1 − (1 + r)⁻ⁿ) / r, and n when r = 0: yearly costs fall due at the end of each year. Over 0 years only the investment counts.
    /// Null when a part that counts is not known.
    /// </remarks>
    /// <param name="years">How many years n, 0 or more.</param>
    /// <param name="discountRate">What money is worth less each year, r ≥ 0, such as 0.03.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Estimate? Total(int years, double discountRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        if (!double.IsFinite(discountRate) || discountRate < 0) throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "The discount rate is 0 or more, such as 0.03.");
        if (years == 0) return Investment;
        if (Investment is null || UpkeepPerYear is null || LostIncomePerYear is null) return null;
        var annuity = 0.0;
        for (var year = years; year >= 1; year--) annuity += Math.Pow(1 + discountRate, -year);
        return Investment + (UpkeepPerYear + LostIncomePerYear) * annuity;
    }
}
