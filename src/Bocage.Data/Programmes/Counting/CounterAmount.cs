namespace Bocage.Data.Programmes;

/// <summary>An amount that may count towards a counter, as wide as its sources disagree. What may be added to what is a matter of its type.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Low">The least that a source says.</param>
/// <param name="High">The most that a source says; ∞ where only a lower end is known.</param>
public abstract record CounterAmount(Unit Unit, double Low, double High)
{
    /// <summary>What claims say together; null for a level, which counts towards nothing, and for no claims: not known is not zero.</summary>
    /// <remarks>Of claims with years only the latest hold; a flow then is that of the latest year.</remarks>
    public static CounterAmount? Of(Unit unit, FigureKind kind, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(claims);
        if (claims.Count == 0) return null;
        var current = claims.Current().ToArray();
        var (low, high) = (current.Min(claim => claim.Low), current.Max(claim => claim.High));
        return kind switch
        {
            FigureKind.Stock => new StockAmount(unit, low, high),
            FigureKind.Flow => new FlowAmount(unit, current[0].Year, low, high),
            FigureKind.Share => new ShareAmount(low, high),
            _ => null,
        };
    }
}
