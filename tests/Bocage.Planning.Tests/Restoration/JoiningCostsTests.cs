using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

public class JoiningCostsTests
{
    private static double[] Of(string rows, int columns, double cost = 1)
    {
        var letters = rows.Replace(" ", "", StringComparison.Ordinal);
        var habitat = new HabitatMap(new Grid(columns, letters.Length / columns, 100, 100), [.. letters.Select(letter => letter == 'H' ? (byte)1 : (byte)0)]);
        return JoiningCosts.Of(new(new(habitat, [.. letters.Select(letter => letter == '-' ? cost : double.NaN)], new(100))), () => false);
    }

    [Fact] // Two units lie between: half of 2 each. One that four patches touch: a quarter each.
    public void Hand_worked_moats_share_what_lies_between()
    {
        Assert.Equal([1, 1], Of("H--H", 4)[1..]);
        Assert.Equal([0.5, 0.5], Of("H-H", 3)[1..]);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], Of(".H. H-H .H.", 3)[1..]);
        Assert.Equal([3, 3], Of("H--H", 4, cost: 3)[1..]);
        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity], Of("H-.H", 4)[1..]);
    }

    [Fact]
    public void Joining_any_set_of_patches_costs_at_least_the_sum_of_its_moats()
    {
        var random = new SeededRandom(17);
        var joinings = 0;
        for (var round = 0; round < 400; round++)
        {
            var problem = MeshRestorationSolverTests.Random(random, mostUnits: 8);
            problem = problem.With(new RestorationRules(1000));
            var landscape = new MeshLandscape(problem);
            var moats = JoiningCosts.Of(landscape, () => false);
            for (var bits = 1; bits < 1 << landscape.Choosable.Length; bits++)
            {
                int[] chosen = [.. landscape.Choosable.Where((_, k) => (bits >> k & 1) == 1)];
                var cells = (byte[])problem.Habitat.Cells.Clone();
                foreach (var unit in chosen) cells[unit] = 1;
                var after = PatchDelineation.Of(new(problem.Grid, cells), problem.Neighbourhood).Labels;
                var groups = Enumerable.Range(0, cells.Length).Where(unit => landscape.Labels[unit] > 0).GroupBy(unit => after[unit], unit => landscape.Labels[unit]);
                var joined = groups.Select(group => group.Distinct().ToList()).Where(group => group.Count > 1).SelectMany(group => group).ToList();
                joinings += joined.Count > 2 ? 1 : 0;
                Assert.True(joined.Sum(patch => moats[patch]) <= problem.RestoredHa(chosen) + 1e-9);
            }
        }

        Assert.True(joinings > 500);
    }
}
