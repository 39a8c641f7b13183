namespace Bocage.Planning;

/// <summary>Brings rows to a like size: a need of 1, or, where nothing is needed, amounts that sum to 1.</summary>
internal static class RowScale
{
    public static double[] Of(SelectionModel model)
    {
        var sums = new double[model.RowCount];
        for (var entry = 0; entry < model.Amount.Length; entry++) sums[model.Row[entry]] += Math.Abs(model.Amount[entry]);
        return [.. model.Rows.Select((row, k) => 1 / (Math.Abs(row.Need) > 1e-6 * sums[k] ? Math.Abs(row.Need) : sums[k] > 0 ? sums[k] : 1))];
    }
}
