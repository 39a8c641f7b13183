namespace Bocage.Planning;

/// <summary>The years and the money that a case is counted in.</summary>
/// <remarks>
/// Year 0 is the year of preparation and first investments, years 1 to <see cref="Years"/> follow. Amounts are in money of their own year (nominal): a price of year p becomes
/// price · (1 + g)^(year − p) under indexation g. An amount in year t is worth amount · (1 + r)⁻ᵗ at the start.
/// </remarks>
public sealed record CaseSetting
{
    /// <summary>Calendar year of year 0.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Years that the case looks ahead after year 0, 1 to 100.</summary>
    public required int Years { get; init; }

    /// <summary>What money is worth less each year, −1 &lt; r, such as 0.03.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>How much investments become dearer each year, such as 0.02.</summary>
    public double InvestmentIndexation { get; init; }

    /// <summary>How much upkeep becomes dearer each year.</summary>
    public double UpkeepIndexation { get; init; }

    /// <summary>How much the income that is lost grows each year.</summary>
    public double LostIncomeIndexation { get; init; }

    /// <summary>The spread that an estimate gets of which only the likely figure is known: 0.2 for 20 % down and up. Null for none: the figure is then taken as certain, and said to be so.</summary>
    public double? SpreadWhereUnknown { get; init; }
}
