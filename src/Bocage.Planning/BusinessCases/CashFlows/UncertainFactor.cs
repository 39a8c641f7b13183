namespace Bocage.Planning;

/// <summary>Something uncertain that lines of cash flow are multiplied with: a price, a yield, a cost. The same for every party and line that names it.</summary>
/// <param name="Id">Its name: "investment of hedge", "price of carbon-bank", "co2_t of rewetting".</param>
/// <param name="Low">Its least value as a share of the likely one.</param>
/// <param name="Likely">1; 0 where the likely value is 0 and only the high one is not.</param>
/// <param name="High">Its greatest value as a share of the likely one.</param>
/// <param name="IsYield">Whether it is a yield, which differs from year to year.</param>
/// <param name="IsSpreadKnown">Whether low and high were given; when not they come from <see cref="CaseSetting.SpreadWhereUnknown"/>.</param>
public sealed record UncertainFactor(string Id, double Low, double Likely, double High, bool IsYield, bool IsSpreadKnown)
{
    /// <summary>What it is.</summary>
    public FactorKind Kind { get; init; }

    /// <summary>Of what: the id of a measure in the catalogue or of a scheme, or the name of a result or amount.</summary>
    public string Of { get; init; } = Id;
}

/// <summary>What an uncertain factor is.</summary>
public enum FactorKind
{
    /// <summary>What a measure costs to make.</summary>
    Investment,

    /// <summary>What its upkeep costs.</summary>
    Upkeep,

    /// <summary>What income it costs.</summary>
    LostIncome,

    /// <summary>What a scheme pays per result.</summary>
    Price,

    /// <summary>What a scheme pays per unit of an amount of the party.</summary>
    Rate,

    /// <summary>What comes of a measure.</summary>
    Result,

    /// <summary>An amount of a party.</summary>
    Amount,
}
