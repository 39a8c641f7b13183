namespace Bocage.Planning;

/// <summary>The exact Lagrangian bound of multipliers and flows, and the reduced costs that go with it.</summary>
/// <remarks>
/// For 0 ≤ λᵣ ≤ priceᵣ and |yₑ| ≤ weightₑ every choice x has
/// price·max(0, need − a·x) ≥ λ·(need − a·x) and weight·|xᵢ − xⱼ| ≥ y·(xᵢ − xⱼ), so its value is at least
/// Constant + Σ λ·need + Σᵢ (costᵢ − Σᵣ λᵣ·aᵣᵢ + Σ y)·xᵢ, and that at least the same with min(0, ·) for each unit. A hard row that may be missed by its tolerance counts need − tolerance.
/// Rounding: n numbers are added with an error of at most n·2⁻⁵³ times the sum of their sizes; twice that is taken off.
/// </remarks>
internal static class DualBound
{
    private const double UnitRoundoff = 1.1102230246251565e-16;

    /// <summary>The bound; multipliers outside their range are brought into it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="multipliers">λ per row, in the rows' own units.</param>
    /// <param name="flow">y per side, from <see cref="SelectionSides.From"/> to To; empty for none.</param>
    /// <param name="fixedTo">Units that are in (1) or out (-1); empty when all are free.</param>
    /// <param name="reduced">Receives cost − Σ λ·a + Σ y of each unit.</param>
    public static double Of(SelectionModel model, double[] multipliers, ReadOnlySpan<double> flow, ReadOnlySpan<sbyte> fixedTo, double[] reduced)
    {
        var (value, size, longest) = (model.Constant, Math.Abs(model.Constant), 0);
        for (var row = 0; row < model.RowCount; row++)
        {
            multipliers[row] = Math.Clamp(multipliers[row], 0, model.Rows[row].Price);
            var term = multipliers[row] * (model.Rows[row].Need - (model.Rows[row].IsHard ? model.Rows[row].Tolerance : 0));
            (value, size) = (value + term, size + Math.Abs(term));
        }

        var sizes = new double[model.UnitCount];
        for (var unit = 0; unit < model.UnitCount; unit++)
        {
            (reduced[unit], sizes[unit]) = (model.Cost[unit], Math.Abs(model.Cost[unit]));
            longest = Math.Max(longest, model.First[unit + 1] - model.First[unit] + model.Sides.First[unit + 1] - model.Sides.First[unit]);
            for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++)
            {
                var term = multipliers[model.Row[entry]] * model.Amount[entry];
                (reduced[unit], sizes[unit]) = (reduced[unit] - term, sizes[unit] + Math.Abs(term));
            }
        }

        for (var side = 0; side < flow.Length; side++)
        {
            var y = Math.Clamp(flow[side], -model.Sides.Weight[side], model.Sides.Weight[side]);
            var (a, b) = (model.Sides.From[side], model.Sides.To[side]);
            (reduced[a], sizes[a]) = (reduced[a] + y, sizes[a] + Math.Abs(y));
            (reduced[b], sizes[b]) = (reduced[b] - y, sizes[b] + Math.Abs(y));
        }

        for (var unit = 0; unit < model.UnitCount; unit++) (value, size) = (value + Part(reduced[unit], fixedTo.IsEmpty ? (sbyte)0 : fixedTo[unit]), size + sizes[unit]);
        return value - 2 * UnitRoundoff * size * (model.UnitCount + model.RowCount + longest + 8);
    }

    private static double Part(double reduced, sbyte fixedTo) => fixedTo switch { > 0 => reduced, < 0 => 0, _ => Math.Min(0, reduced) };
}
