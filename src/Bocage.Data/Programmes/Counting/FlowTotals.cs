namespace Bocage.Data.Programmes;

/// <summary>The sums of flows, one per year. There is no sum over years: 5 t/year in 2028 and 5 t/year in 2029 are 5 t/year, not 10.</summary>
/// <remarks>Within a year, Low = Σ lowᵢ and High = Σ highᵢ. Flows without a year have a sum of their own. Cost: O(n log n).</remarks>
public sealed record FlowTotals
{
    private FlowTotals(ValueList<FlowAmount> years, int notKnown) => (Years, NotKnown) = (years, notKnown);

    /// <summary>The sum of each year, in the order of the years; that of flows without a year comes first.</summary>
    public ValueList<FlowAmount> Years { get; }

    /// <summary>How many amounts are not in any sum, because nobody knows them.</summary>
    public int NotKnown { get; }

    /// <summary>The sum of a year; null when no flow of that year is known, which is not zero.</summary>
    public FlowAmount? In(int year) => Years.FirstOrDefault(total => total.Year == year);

    /// <summary>Adds flows year by year; null stands for one that is not known.</summary>
    /// <exception cref="ArgumentException">An amount has another unit.</exception>
    public static FlowTotals Of(Unit unit, IEnumerable<FlowAmount?> amounts)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(amounts);
        var all = amounts.ToArray();
        if (Array.Find(all, amount => amount is not null && amount.Unit != unit) is { } other)
            throw new ArgumentException($"Only amounts of one unit add up; got {unit} and {other.Unit}.", nameof(amounts));
        var years = all.OfType<FlowAmount>().GroupBy(amount => amount.Year).OrderBy(year => year.Key)
            .Select(year => new FlowAmount(unit, year.Key, year.Sum(amount => amount.Low), year.Sum(amount => amount.High)));
        return new(years.ToValueList(), all.Count(amount => amount is null));
    }
}
