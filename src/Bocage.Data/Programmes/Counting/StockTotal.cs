namespace Bocage.Data.Programmes;

/// <summary>The sum of stocks, as wide as their sources disagree, and what it leaves out because it is not known.</summary>
/// <remarks>
/// Low = Σ lowᵢ, High = Σ highᵢ over the known amounts: every choice among disagreeing sources gives a sum between the two, and both ends are reached. No amounts give 0 to 0.
/// Places that two projects count both are not found here; that needs their outlines. Cost: O(n).
/// </remarks>
/// <param name="Sum">The sum of what is known.</param>
/// <param name="Known">How many amounts are in it.</param>
/// <param name="NotKnown">How many are not, because nobody knows them. They are not zero.</param>
public sealed record StockTotal(StockAmount Sum, int Known, int NotKnown)
{
    /// <summary>Whether sources disagree about any part of it, or give only one end.</summary>
    public bool IsRange => Sum.Low != Sum.High;

    /// <summary>Adds stocks; null stands for one that is not known.</summary>
    /// <exception cref="ArgumentException">An amount has another unit.</exception>
    public static StockTotal Of(Unit unit, IEnumerable<StockAmount?> amounts)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(amounts);
        var (sum, known, notKnown) = (new StockAmount(unit, 0, 0), 0, 0);
        foreach (var amount in amounts)
        {
            if (amount is null) notKnown++;
            else (sum, known) = (sum + amount, known + 1);
        }

        return new(sum, known, notKnown);
    }
}
