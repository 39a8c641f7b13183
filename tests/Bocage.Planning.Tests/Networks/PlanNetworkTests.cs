using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class PlanNetworkTests
{
    // One row of cells of 100 m (1 ha each): H habitat with resistance 1, . land with resistance 4, B a barrier. p(d) = ½ at 1,000 m.
    private static SpeciesLandscape Row(string cells, double minimumPatchAreaHa = 0, double maximumLinkM = 100_000)
    {
        var grid = new Grid(cells.Length, 1, 100, 100);
        return SpeciesLandscape.Of(
            "row", new(grid, [.. cells.Select(c => c == 'H' ? (byte)1 : (byte)0)]), ResistanceSurface.FromRaster(new(grid, [.. cells.Select(c => c == 'H' ? 1 : c == 'B' ? double.NaN : 4.0)])),
            Neighbourhood.Queen, minimumPatchAreaHa, DispersalKernel.NegativeExponential(1000, 0.5), maximumLinkM, LinkTopology.WithinReach);
    }

    private static double P(double metres) => Math.Pow(0.5, metres / 1000);

    private static double Value(SpeciesLandscape landscape, PlaceChange[] changes, params bool[] choice) => PlainEvaluation.Of(PlanNetwork.Of(landscape, changes).Case, choice);

    private static double Value(SpeciesLandscape landscape, PlaceChange[] changes, SmallPlaces small, params bool[] choice) =>
        PlainEvaluation.Of(PlanNetwork.Of(landscape, changes, new() { SmallPlaces = small }).Case, choice);

    private static double Anew(SpeciesLandscape landscape, PlaceChange[] changes, params bool[] choice) => ChangedLandscape.Of(landscape, changes, choice, LinkTopology.WithinReach).PcNumerator;

    // H . . . H: 100·((1+4)/2 + 4 + 4 + (4+1)/2) = 1,300 m. With the middle cell a stone of resistance 1: 100·(2.5 + 2.5) = 500 m to each side.
    [Fact]
    public void A_stone_between_two_patches_by_hand()
    {
        var landscape = Row("H...H");
        PlaceChange[] stone = [new(0, [2], 1, 1, IsHabitat: true)];
        var today = 2 + 2 * P(1300);
        var then = 3 + 2 * (P(500) + P(500) + P(1000));
        Assert.Equal(today, Value(landscape, stone, false), 12);
        Assert.Equal(today, Anew(landscape, stone, false), 12);
        Assert.Equal(then, Value(landscape, stone, true), 12);
        Assert.Equal(then, Anew(landscape, stone, true), 12);
    }

    // H . . . . . H: 2,100 m. Stones in cells 2 and 4: 500 m each hop. Only the first: 500 and then 100·(2.5 + 4 + 4 + 2.5) = 1,300.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Two_stones_in_series_by_hand(bool first, bool second)
    {
        var landscape = Row("H.....H");
        PlaceChange[] stones = [new(0, [2], 1, 1, true), new(1, [4], 1, 1, true)];
        var expected = (first, second) switch
        {
            (false, false) => 2 + 2 * P(2100),
            (true, false) => 3 + 2 * (P(500) + P(1300) + P(1800)),
            _ => 4 + 2 * (3 * P(500) + 2 * P(1000) + P(1500)),
        };
        Assert.Equal(expected, Value(landscape, stones, first, second), 12);
        Assert.Equal(expected, Anew(landscape, stones, first, second), 12);
    }

    // H H . . H: the stone in cell 2 touches the patch, so they are one of 3 ha, and 500 m from the last cell.
    [Fact]
    public void A_place_that_touches_a_patch_is_one_with_it()
    {
        var landscape = Row("HH..H");
        PlaceChange[] place = [new(0, [2], 1, 1, true)];
        Assert.Equal(9 + 1 + 2 * 3 * P(500), Value(landscape, place, true), 12);
        Assert.Equal(9 + 1 + 2 * 3 * P(500), Anew(landscape, place, true), 12);
    }

    // H . . . H with a hedge of resistance 2 in cells 1 and 2: 100·(1.5 + 2 + 3 + 2.5) = 900 m instead of 1,300.
    [Fact]
    public void A_hedge_by_hand()
    {
        var landscape = Row("H...H");
        PlaceChange[] hedge = [new(0, [1, 2], 0, 2, IsHabitat: false)];
        Assert.Equal(2 + 2 * P(1300), Value(landscape, hedge, false), 12);
        Assert.Equal(2 + 2 * P(900), Value(landscape, hedge, true), 12);
        Assert.Equal(2 + 2 * P(900), Anew(landscape, hedge, true), 12);
    }

    // H B H: no way, until a passage of resistance 2 opens one of 100·(1.5 + 1.5) = 300 m.
    [Fact]
    public void A_passage_through_a_barrier_by_hand()
    {
        var landscape = Row("HBH");
        PlaceChange[] passage = [new(0, [1], 0, 2, IsHabitat: false)];
        Assert.Equal(2, Value(landscape, passage, false), 12);
        Assert.Equal(2 + 2 * P(300), Value(landscape, passage, true), 12);
        Assert.Equal(2 + 2 * P(300), Anew(landscape, passage, true), 12);
    }

    // Patches of 2 ha count. A lone cell is a stone 500 m from each; it is worth its own 1 ha² where it counts alone, and 2 · 2 · P(500) with each patch where it always counts.
    // The changed map does not know it as a patch: 100·(2.5 + 2.5 + 2.5 + 2.5) m, the same as by way of it, because it is but one cell wide.
    [Theory]
    [InlineData(SmallPlaces.NotCounted)]
    [InlineData(SmallPlaces.Joined)]
    [InlineData(SmallPlaces.Counted)]
    public void A_place_too_small_for_a_patch_by_hand(SmallPlaces small)
    {
        var landscape = Row("HH...HH", minimumPatchAreaHa: 2);
        PlaceChange[] stone = [new(0, [3], 1, 1, true)];
        var own = small switch { SmallPlaces.NotCounted => 0, SmallPlaces.Joined => 1, _ => 1 + 8 * P(500) };
        Assert.Equal(8 + 8 * P(1000) + own, Value(landscape, stone, small, true), 12);
        Assert.Equal(8 + 8 * P(1000), Anew(landscape, stone, true), 12);
    }

    // Cells 2 and 3 are two places; the patch grows to 3 ha by the first, to 4 ha by both, and the second alone joins nothing: it is only closer to the last patch.
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_patch_that_grows_place_by_place_by_hand(bool near, bool far)
    {
        var landscape = Row("HH....HH", minimumPatchAreaHa: 2);
        PlaceChange[] places = [new(0, [2], 1, 1, true), new(1, [3], 1, 1, true)];
        var expected = (near, far) switch
        {
            (true, false) => 9 + 4 + 2 * 6 * P(1300),
            (false, true) => 4 + 4 + 1 + 2 * 4 * P(500 + 900),
            _ => 16 + 4 + 2 * 8 * P(900),
        };
        Assert.Equal(expected, Value(landscape, places, SmallPlaces.Joined, near, far), 12);
        if (near) Assert.Equal(expected, Anew(landscape, places, near, far), 12);
    }

    // Three places in a row, the middle one not chosen: what lies beyond it joins nothing.
    [Fact]
    public void Land_joins_through_chosen_places_only()
    {
        var landscape = Row("HH.....HH", minimumPatchAreaHa: 2);
        PlaceChange[] places = [new(0, [2], 1, 1, true), new(1, [3], 1, 1, true), new(2, [4], 1, 1, true)];
        Assert.Equal(9 + 4 + 1 + 2 * 6 * P(500 + 900), Value(landscape, places, SmallPlaces.Joined, true, false, true), 12);
        Assert.Equal(25 + 4 + 2 * 10 * P(900), Value(landscape, places, SmallPlaces.Joined, true, true, true), 12);
    }

    // Where every chosen place joins a patch, over other chosen places or by itself, the changed map counts every hectare, and so does the model.
    [Fact]
    public void Patches_that_grow_are_what_the_changed_map_says()
    {
        var random = new SeededRandom(3);
        var joined = 0;
        for (var k = 0; k < 400; k++)
        {
            var landscape = RandomPlan.WithoutSmallHabitat(RandomPlan.Landscape(random, double.PositiveInfinity, minimumPatchAreaHa: 3));
            var changes = RandomPlan.Places(landscape, random, 12, isHabitat: true);
            var before = landscape.Patches.Labels;
            var choice = RandomPlan.Choice(random, changes.Length);
            var after = ChangedLandscape.Of(landscape, changes, choice).Patches.Labels;
            var grown = Enumerable.Range(0, before.Length).Where(cell => before[cell] != 0).Select(cell => after[cell]).ToHashSet();
            for (var unit = 0; unit < choice.Length; unit++) choice[unit] = choice[unit] && grown.Contains(after[changes[unit].Cells[0]]);
            joined += choice.Count(chosen => chosen);
            Compare(k, landscape, changes, choice);
        }

        Assert.True(joined > 400, $"only {joined} places joined a patch");
    }

    [Fact]
    public void A_place_in_a_patch_raises_the_patch()
    {
        var landscape = Row("HH..H");
        PlaceChange[] better = [new(0, [0, 1], 0.5, null, true)];
        var expected = 2.5 * 2.5 + 1 + 2 * 2.5 * P(900);
        Assert.Equal(expected, Value(landscape, better, true), 12);
        Assert.Equal(expected, Anew(landscape, better, true), 12);
    }

    // Two measures that exclude each other in one place share its stone.
    [Fact]
    public void Two_measures_for_one_place_share_a_stone()
    {
        var landscape = Row("H...H");
        PlaceChange[] either = [new(0, [2], 1, 1, true), new(1, [2], 0.5, 1, true)];
        var network = PlanNetwork.Of(landscape, either);
        Assert.Equal(1, network.StoneCount);
        Assert.Equal(2.25 + 2 * (1 * 0.5 * (P(500) + P(500)) + P(1000)), PlainEvaluation.Of(network.Case, [false, true]), 12);
        Assert.Equal(Anew(landscape, either, false, true), PlainEvaluation.Of(network.Case, [false, true]), 12);
    }

    [Fact]
    public void Units_that_make_land_harder_are_counted() => Assert.Equal(1, PlanNetwork.Of(Row("H..H"), [new(0, [1], 0, 9, false), new(1, [2], 0, 3, false)]).WorsenedUnits);

    // Links no longer than the kernel's reach; stones are patches on the changed map, so every way that counts there is made of links that count.
    [Fact]
    public void Habitat_is_what_the_changed_map_says()
    {
        var random = new SeededRandom(1);
        for (var k = 0; k < 400; k++)
        {
            var landscape = RandomPlan.Landscape(random, k % 2 == 0 ? double.PositiveInfinity : 500 + random.Next(3000));
            var changes = RandomPlan.Places(landscape, random, 6, isHabitat: true);
            Compare(k, landscape, changes, RandomPlan.Choice(random, changes.Length));
        }
    }

    // Without a longest link: crossings are part of one link on the changed map, and of several arcs in the model.
    [Fact]
    public void Easier_land_is_what_the_changed_map_says()
    {
        var random = new SeededRandom(2);
        for (var k = 0; k < 400; k++)
        {
            var landscape = RandomPlan.Landscape(random, double.PositiveInfinity);
            var habitat = RandomPlan.Places(landscape, random, 2, isHabitat: true);
            var cells = habitat.SelectMany(place => place.Cells).ToHashSet();
            var easier = RandomPlan.Places(landscape, random, 4, isHabitat: false).Where(place => !place.Cells.Any(cells.Contains) && place.Cells.All(cell => !(landscape.Surface[cell] < place.Resistance)));
            PlaceChange[] changes = [.. habitat, .. easier.Select((place, n) => place with { Unit = habitat.Length + n })];
            Compare(k, landscape, changes, RandomPlan.Choice(random, changes.Length));
        }
    }

    private static void Compare(int k, SpeciesLandscape landscape, PlaceChange[] changes, bool[] choice)
    {
        var model = PlainEvaluation.Of(PlanNetwork.Of(landscape, changes).Case, choice);
        var anew = ChangedLandscape.Of(landscape, changes, choice, LinkTopology.WithinReach).PcNumerator;
        Assert.True(Math.Abs(model - anew) <= 1e-9 * Math.Max(1, anew), FormattableString.Invariant($"landscape {k}: the model says {model}, the changed map {anew}"));
    }
}
