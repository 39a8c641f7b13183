using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Features;

public class RoundingCutsTests
{
    // Three units of 2 at cost 1, need 3: the relaxation takes one and a half. Divided by 2: x₁ + x₂ + x₃ ≥ 1.5, so at least 2.
    [Fact]
    public void One_and_a_half_units_become_two()
    {
        var model = FeatureCases.Model([1, 1, 1], [[2], [2], [2]], [3]);
        Assert.Equal(1.5, Relaxed(model), 1e-9);
        Assert.Equal(2, RoundingCuts.Bound(model, 5, double.PositiveInfinity, () => false), 1e-9);
        Assert.Equal(1.5, RoundingCuts.Bound(model, 0, double.PositiveInfinity, () => false), 1e-9);
    }

    // Amounts 3 and 2, need 4, costs 5 and 1: relaxed 2/3 of the first, 1 + 10/3. The second turned round (x₂ = 1 − y): 3x₁ − 2y ≥ 2; divided by 3, f = 2/3: F(1) = 1, F(−2/3) = −1 + (1/3)/(2/3) = −1/2:
    // x₁ − y/2 ≥ 1, that is x₁ + x₂/2 ≥ 3/2, which takes both: 6.
    [Fact]
    public void A_unit_that_is_taken_is_turned_round()
    {
        var model = FeatureCases.Model([5, 1], [[3], [2]], [4]);
        Assert.Equal(1 + 10 / 3.0, Relaxed(model), 1e-9);
        Assert.Contains(RoundingCuts.Of(model), cut => Math.Abs(cut.Left[1] / cut.Left[0] - 0.5) < 1e-9 && Math.Abs(cut.Right / cut.Left[0] - 1.5) < 1e-9);
        Assert.Equal(6, RoundingCuts.Bound(model, 5, double.PositiveInfinity, () => false), 1e-8);
    }

    // Every whole choice that keeps the rows keeps every new row, and none is worth less than the bound.
    [Fact]
    public void No_whole_choice_is_lost()
    {
        var (raised, rows) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var model = seed % 2 == 0 ? Dense(seed) : SelectionModelBuilder.Build(FeatureCases.Random(seed));
            if (model.Sides.Count > 0 || model.Impossible.Length > 0) continue;
            var (cuts, best) = (RoundingCuts.Of(model), double.PositiveInfinity);
            for (var choice = 0; choice < 1 << model.UnitCount; choice++)
            {
                var selected = Enumerable.Range(0, model.UnitCount).Select(unit => (choice >> unit & 1) == 1).ToArray();
                if (!new Polish(model, new double[model.RowCount], selected, []).IsMet) continue;
                best = Math.Min(best, Polish.Value(model, selected));
                foreach (var (left, right) in cuts) Assert.True(left.Where((_, unit) => selected[unit]).Sum() >= right);
            }

            var bound = RoundingCuts.Bound(model, 10, double.PositiveInfinity, () => false);
            Assert.True(bound <= best + 1e-9 * Math.Abs(best));
            Assert.True(bound >= Relaxed(model) - 1e-9);
            (raised, rows) = (raised + (bound > Relaxed(model) + 1e-6 ? 1 : 0), rows + cuts.Count);
        }

        Assert.True(raised > 100 && rows > 300);
    }

    // Up to ten units and three rows, the last an upper limit.
    private static SelectionModel Dense(int seed)
    {
        var random = new SeededRandom(seed);
        var units = random.Next(4, 11);
        var amounts = Enumerable.Range(0, units).Select(_ => new[] { 10 * random.NextDouble(), random.Next(0, 9), -1 - random.NextDouble() }).ToArray();
        return FeatureCases.Model(
            [.. amounts.Select(_ => 1 + 10 * random.NextDouble())],
            amounts,
            [amounts.Sum(amount => amount[0]) * (0.2 + 0.5 * random.NextDouble()), amounts.Sum(amount => amount[1]) * 0.4, amounts.Sum(amount => amount[2]) * 0.8]);
    }

    private static double Relaxed(SelectionModel model) => RoundingCuts.Bound(model, 0, double.PositiveInfinity, () => false);
}
