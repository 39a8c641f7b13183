namespace Bocage.Data.Programmes;

/// <summary>An amount of something that is there. Amounts of different parties add up.</summary>
public sealed record StockAmount(Unit Unit, double Low, double High) : CounterAmount(Unit, Low, High)
{
    /// <summary>Both together: the low ends and the high ends add up.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static StockAmount operator +(StockAmount left, StockAmount right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Unit == right.Unit
            ? new(left.Unit, left.Low + right.Low, left.High + right.High)
            : throw new ArgumentException($"Only amounts of one unit add up; got {left.Unit} and {right.Unit}.", nameof(right));
    }

    /// <summary>Both together, as the operator does.</summary>
    public static StockAmount Add(StockAmount left, StockAmount right) => left + right;
}
