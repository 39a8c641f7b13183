namespace Bocage.Planning;

/// <summary>Which hard limits cannot be kept together.</summary>
/// <remarks>
/// Without costs every choice that keeps the rows has value 0, so a bound above 0 proves that there is none (Farkas); where the model is small, branch and bound decides what the bound cannot.
/// A limit is named alone when the others can be kept without it; limits that are no target (a budget) are tried first.
/// </remarks>
internal static class Conflict
{
    private const int MostTried = 200;
    private const long MostNodes = 20_000;
    private const int BranchedUpTo = 400;

    /// <summary>Whether it is proven that no choice keeps the hard rows.</summary>
    public static bool IsCertain(SelectionModel model, Func<bool> isOver) => IsCertain(model, "", isOver);

    /// <summary>The limit without which the others can be kept, or, where no single one does, all hard limits; how far they must give way is not known here (NaN).</summary>
    public static IReadOnlyList<LimitToRelax> Of(SelectionModel model, Func<bool> isOver)
    {
        var names = model.Rows.Where(row => row.IsHard).Select(row => row.Name).Distinct().OrderBy(name => name.StartsWith("the target of", StringComparison.Ordinal)).ToArray();
        foreach (var name in names.Take(MostTried)) if (!isOver() && !IsCertain(model, name, isOver)) return [new(name, double.NaN, double.NaN)];
        return [.. names.Select(name => new LimitToRelax(name, double.NaN, double.NaN))];
    }

    private static bool IsCertain(SelectionModel model, string without, Func<bool> isOver)
    {
        var bare = Bare(model, without);
        if (bare.RowCount == 0) return false;
        var scale = RowScale.Of(bare);
        var matrix = new AmountMatrix(bare, scale);
        var dual = new SmoothDual(matrix, bare.Cost, [.. bare.Rows.Select((row, k) => row.Need * scale[k])], [.. Enumerable.Repeat(1.0, bare.RowCount)]);
        var lambda = Enumerable.Repeat(0.5, bare.RowCount).ToArray();
        dual.Maximise(lambda, 1, 14, isOver);
        if (DualBound.Of(bare, [.. lambda.Select((l, row) => l * scale[row])], [], [], new double[bare.UnitCount]) > 0) return true;
        if (bare.UnitCount > BranchedUpTo) return false;
        var isFound = false;
        var tree = new BranchAndBound(bare, scale, matrix, MostNodes, Check, () => isFound || isOver());
        return tree.Run(lambda) && !isFound;

        double? Check(bool[] selected)
        {
            if (!new Polish(bare, new double[bare.RowCount], selected, []).IsMet) return null;
            isFound = true;
            return 0;
        }
    }

    // The model without costs, sides and soft rows, and without the limit of a name.
    private static SelectionModel Bare(SelectionModel model, string without)
    {
        var kept = Enumerable.Range(0, model.RowCount).Where(row => model.Rows[row].IsHard && model.Rows[row].Name != without).ToArray();
        var place = new int[model.RowCount];
        Array.Fill(place, -1);
        for (var k = 0; k < kept.Length; k++) place[kept[k]] = k;
        var first = new int[model.UnitCount + 1];
        var (row, amount) = (new List<int>(), new List<double>());
        for (var unit = 0; unit < model.UnitCount; unit++)
        {
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++)
            {
                if (place[model.Row[entry]] < 0) continue;
                row.Add(place[model.Row[entry]]);
                amount.Add(model.Amount[entry]);
            }

            first[unit + 1] = row.Count;
        }

        return new()
        {
            Units = model.Units,
            Forced = model.Forced,
            Constant = 0,
            Cost = new double[model.UnitCount],
            First = first,
            Row = [.. row],
            Amount = [.. amount],
            Rows = [.. kept.Select(k => model.Rows[k])],
            Sides = new(model.UnitCount, []),
            Impossible = [],
            Maximises = false,
        };
    }
}
