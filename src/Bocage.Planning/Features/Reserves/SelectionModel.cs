namespace Bocage.Planning;

/// <summary>
/// Every feature problem as one form, after locked and forced units are taken out:
/// minimise Constant + Σ cost·x + Σ sides weight·|xᵢ − xⱼ| + Σ rows price·max(0, need − Σ amount·x), where rows without a finite price must be met.
/// </summary>
/// <remarks>Maximising is minimising the negative; "at most" is "at least" of the negative; covering a feature is a shortfall with amounts of 1 and a need of 1.</remarks>
internal sealed class SelectionModel
{
    /// <summary>The place of each free unit in the problem.</summary>
    public required int[] Units { get; init; }

    /// <summary>The choice with every free unit left out: forced units only.</summary>
    public required bool[] Forced { get; init; }

    public required double Constant { get; init; }

    public required double[] Cost { get; init; }

    /// <summary>Where the amounts of each free unit begin, and one closing number.</summary>
    public required int[] First { get; init; }

    public required int[] Row { get; init; }

    public required double[] Amount { get; init; }

    public required SelectionRow[] Rows { get; init; }

    public required SelectionSides Sides { get; init; }

    /// <summary>Hard limits that cannot be kept by any choice, each on its own, with the most that can be reached.</summary>
    public required LimitToRelax[] Impossible { get; init; }

    public required bool Maximises { get; init; }

    public int UnitCount => Units.Length;

    public int RowCount => Rows.Length;

    /// <summary>A choice of the problem from one of the free units.</summary>
    public bool[] Whole(ReadOnlySpan<bool> free)
    {
        var selected = (bool[])Forced.Clone();
        for (var unit = 0; unit < free.Length; unit++) selected[Units[unit]] = free[unit];
        return selected;
    }

    /// <summary>A value of this form as a value of the problem.</summary>
    public double Outward(double value) => Maximises ? -value : value;
}

/// <summary>A row: need, how far below it still counts as met, and the price of a missing unit (∞ when it must be met).</summary>
internal readonly record struct SelectionRow(string Name, double Need, double Tolerance, double Price)
{
    public bool IsHard => double.IsPositiveInfinity(Price);
}

/// <summary>Sides between free units with their weights, as a list and per unit.</summary>
internal sealed class SelectionSides
{
    public SelectionSides(int units, IReadOnlyList<(int From, int To, double Weight)> sides)
    {
        (From, To, Weight) = (new int[sides.Count], new int[sides.Count], new double[sides.Count]);
        First = new int[units + 1];
        for (var side = 0; side < sides.Count; side++)
        {
            (From[side], To[side], Weight[side]) = sides[side];
            First[From[side] + 1]++;
            First[To[side] + 1]++;
        }

        for (var unit = 0; unit < units; unit++) First[unit + 1] += First[unit];
        var next = First.ToArray();
        (Other, OtherWeight) = (new int[2 * sides.Count], new float[2 * sides.Count]);
        for (var side = 0; side < sides.Count; side++)
        {
            var (a, b) = (next[From[side]]++, next[To[side]]++);
            (Other[a], Other[b]) = (To[side], From[side]);
            OtherWeight[a] = OtherWeight[b] = (float)Weight[side];
        }
    }

    public int[] From { get; }

    public int[] To { get; }

    public double[] Weight { get; }

    /// <summary>Where the neighbours of each unit begin in <see cref="Other"/>.</summary>
    public int[] First { get; }

    public int[] Other { get; }

    public float[] OtherWeight { get; }

    public int Count => From.Length;
}
