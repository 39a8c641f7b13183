namespace Bocage.Planning;

/// <summary>Something uncertain that lines of cash flow are multiplied with: a price, a yield, a cost. The same for every party and line that names it.</summary>
/// <param name="Id">Its name: "investment of hedge", "price of carbon-bank", "co2_t of rewetting".</param>
/// <param name="Low">Its least value as a share of the likely one.</param>
/// <param name="Likely">1; 0 where the likely value is 0 and only the high one is not.</param>
/// <param name="High">Its greatest value as a share of the likely one.</param>
/// <param name="IsYield">Whether it is a yield, which differs from year to year.</param>
/// <param name="IsSpreadKnown">Whether low and high were given; when not they come from <see cref="CaseSetting.SpreadWhereUnknown"/>.</param>
public sealed record UncertainFactor(string Id, double Low, double Likely, double High, bool IsYield, bool IsSpreadKnown);
