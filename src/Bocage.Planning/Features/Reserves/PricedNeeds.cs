namespace Bocage.Planning;

/// <summary>What each row is still missing under a choice that changes, and what that costs: Σ price·max(0, need). The prices of hard rows may rise.</summary>
internal sealed unsafe class PricedNeeds
{
    private readonly AmountMatrix matrix;
    private readonly float[] scaledNeed;
    private readonly bool[] isHard;
    private readonly double average;

    /// <summary>Prepares.</summary>
    /// <param name="matrix">Scaled amounts of the units that may flip.</param>
    /// <param name="scaledNeed">Scaled needs, less what units that do not flip hold.</param>
    /// <param name="isHard">Whether each row must be met, so that its price may rise.</param>
    /// <param name="prices">Starting price per row.</param>
    public PricedNeeds(AmountMatrix matrix, double[] scaledNeed, bool[] isHard, double[] prices)
    {
        (this.matrix, this.isHard) = (matrix, isHard);
        this.scaledNeed = Array.ConvertAll(scaledNeed, need => (float)need);
        (Need, Price) = (matrix.Vector(), matrix.Vector());
        for (var row = 0; row < prices.Length; row++) Price[row] = (float)prices[row];
        average = prices.Where((_, row) => isHard[row]).DefaultIfEmpty(0).Average();
    }

    /// <summary>Missing amount per row; below 0 where there is more than enough. Does not move in memory.</summary>
    public float[] Need { get; }

    /// <summary>Price of a missing amount per row. Does not move in memory.</summary>
    public float[] Price { get; }

    /// <summary>Σ price·max(0, need), kept by whoever flips.</summary>
    public float Penalty { get; set; }

    /// <summary>Works needs and penalty out afresh, so that rounding does not pile up.</summary>
    public void Hold(bool[] selected)
    {
        Array.Clear(Need);
        scaledNeed.CopyTo(Need, 0);
        fixed (float* need = Need)
        {
            for (var unit = 0; unit < selected.Length; unit++) if (selected[unit]) matrix.Add(unit, -1, need);
        }

        Sum();
    }

    /// <summary>Raises the prices of hard rows that are still missing something; whether there were any.</summary>
    /// <param name="share">Part of the row's price, and of the first mean price, by which it rises.</param>
    public bool Raise(double share)
    {
        var changed = false;
        for (var row = 0; row < scaledNeed.Length; row++)
        {
            if (!isHard[row] || Need[row] <= 1e-6f) continue;
            Price[row] = (float)((1 + share) * Price[row] + share * average);
            changed = true;
        }

        if (changed) Sum();
        return changed;
    }

    /// <summary>The penalty with two units flipped; +1 for one that comes, -1 for one that leaves.</summary>
    public float PenaltyAfter(int unit, int sign, int other, int otherSign)
    {
        fixed (float* need = Need, price = Price) return matrix.PenaltyAfter(unit, sign, other, otherSign, need, price, Penalty);
    }

    private void Sum()
    {
        var sum = 0.0;
        for (var row = 0; row < Need.Length; row++) sum += (double)Price[row] * Math.Max(0, Need[row]);
        Penalty = (float)sum;
    }
}
