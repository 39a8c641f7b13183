namespace Bocage.Landscapes.Tests.NeutralLandscapes;

public class PlaceChanceTests
{
    [Fact]
    public void A_place_keeps_its_number_and_its_neighbours_have_others()
    {
        var chance = new PlaceChance(7);
        Assert.Equal(chance.At(1, 2, 3, 4), new PlaceChance(7).At(1, 2, 3, 4));
        ulong[] numbers = [chance.Bits(1, 2, 3), chance.Bits(2, 1, 3), chance.Bits(1, 3, 2), chance.Bits(3, 2, 1), chance.Bits(1, 2, 4), chance.Bits(1, -2, 3), new PlaceChance(8).Bits(1, 2, 3)];
        Assert.Distinct(numbers);
    }

    [Fact] // 10,000 draws in ten bins: 1,000 each, standard deviation √(10,000 · 0.1 · 0.9) = 30; five of them is 150
    public void Numbers_along_a_row_are_even()
    {
        var chance = new PlaceChance(1);
        var bins = Enumerable.Range(-5000, 10_000).GroupBy(a => (int)(10 * chance.At(5, a, 3))).Select(bin => bin.Count()).ToArray();
        Assert.Equal(10, bins.Length);
        Assert.All(bins, count => Assert.InRange(count, 850, 1150));
    }

    [Fact] // neighbours a centimetre apart differ by at most the steepest slope: 1.5 · 2 octaves / 100 m · 0.01 m = 3·10⁻⁴
    public void Noise_is_smooth_stays_between_0_and_1_and_uses_the_range()
    {
        var chance = new PlaceChance(1);
        var values = Enumerable.Range(0, 10_000).Select(k => (Here: chance.Noise(1, k * 7.3, -k * 2.9, 100), Beside: chance.Noise(1, k * 7.3 + 0.01, -k * 2.9, 100))).ToArray();
        Assert.All(values, value => Assert.InRange(Math.Abs(value.Here - value.Beside), 0, 3e-4));
        Assert.All(values, value => Assert.InRange(value.Here, 0, 1));
        Assert.InRange(values.Min(value => value.Here), 0, 0.15);
        Assert.InRange(values.Max(value => value.Here), 0.85, 1);
    }
}
