using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Features;

public class RowSimplexTests
{
    // Two rows of need 4 and 3. Units: cost 2 for (2, 1), cost 3 for (1, 3), cost 9 for (3, 0). With all of the first two: 3 and 4, so the first row misses 1, a third of the last unit: 2 + 3 + 3 = 8.
    // The second row is then met by 1 too many, so less of the second unit: dropping 1/3 of it (cost 1) takes 1/3 from row one, 1/9 of the last unit (cost 1). The same value along the way; λ₁ = 3, λ₂ = 0.
    [Fact]
    public void Three_units_and_two_rows()
    {
        var model = FeatureCases.Model([2, 3, 9], [[2, 1], [1, 3], [3, 0]], [4, 3]);
        var simplex = new RowSimplex(model, RowScale.Of(model));
        Assert.True(simplex.Solve(100));
        Assert.Equal(8, simplex.Share.Zip(model.Cost, (share, cost) => share * cost).Sum(), 1e-12);
        var multipliers = new double[2];
        simplex.Multipliers(multipliers);
        Assert.Equal(3, multipliers[0], 1e-12);
        Assert.Equal(0, multipliers[1], 1e-12);
    }

    [Fact]
    public void Rows_that_no_shares_keep()
    {
        // At most 3 of the first kind, taken as at least -3, and at least 4 of it.
        var model = FeatureCases.Model([1, 1], [[2, -2], [2, -2]], [4, -3]);
        Assert.False(new RowSimplex(model, RowScale.Of(model)).Solve(100));
        Assert.True(new RowSimplex(FeatureCases.Model([], [], []), []).Solve(100));
    }

    // Shares that keep the rows are worth no less than the optimum, and the bound of any multipliers is no more: where both meet, both are right.
    [Theory]
    [InlineData(1, 6, 2)]
    [InlineData(2, 30, 5)]
    [InlineData(3, 200, 12)]
    [InlineData(4, 400, 40)]
    public void Shares_and_multipliers_meet(int seed, int units, int rows)
    {
        var random = new SeededRandom(seed);
        for (var turn = 0; turn < 20; turn++)
        {
            var amounts = Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, rows).Select(row => random.Next(3) > 0 ? 0 : (row % 4 == 3 ? -1 : 1) * random.NextDouble()).ToArray()).ToArray();
            var need = Enumerable.Range(0, rows).Select(row => (row % 4 == 3 ? 0.9 : 0.3) * amounts.Sum(amount => amount[row])).ToArray();
            var model = FeatureCases.Model([.. amounts.Select(_ => 10 * random.NextDouble() - 1)], amounts, need);
            var simplex = new RowSimplex(model, RowScale.Of(model));
            if (!simplex.Solve(10_000)) continue;
            var multipliers = new double[rows];
            simplex.Multipliers(multipliers);
            var bound = DualBound.Of(model, multipliers, [], [], new double[units]);
            Assert.Equal(bound, simplex.Share.Zip(model.Cost, (share, cost) => share * cost).Sum(), 1e-7 * units);
            for (var row = 0; row < rows; row++) Assert.True(amounts.Zip(simplex.Share, (amount, share) => amount[row] * share).Sum() >= need[row] - 1e-7);
        }
    }

    // The same with rows that may be missed at a price, and with budgets.
    [Fact]
    public void Shares_and_multipliers_meet_where_rows_have_a_price()
    {
        var solved = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var model = SelectionModelBuilder.Build(FeatureCases.Random(seed));
            if (model.Sides.Count > 0 || model.Impossible.Length > 0) continue;
            var simplex = new RowSimplex(model, RowScale.Of(model));
            if (!simplex.Solve(1000)) continue;
            solved++;
            var value = model.Constant + simplex.Share.Zip(model.Cost, (share, cost) => share * cost).Sum();
            var need = model.Rows.Select(row => row.Need).ToArray();
            for (var unit = 0; unit < model.UnitCount; unit++) for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) need[model.Row[entry]] -= model.Amount[entry] * simplex.Share[unit];
            for (var row = 0; row < need.Length; row++) value += need[row] <= 1e-9 ? 0 : model.Rows[row].IsHard ? double.NaN : model.Rows[row].Price * need[row];
            var multipliers = new double[model.RowCount];
            simplex.Multipliers(multipliers);
            Assert.Equal(DualBound.Of(model, multipliers, [], [], new double[model.UnitCount]), value, 1e-6);
        }

        Assert.True(solved > 50);
    }
}
