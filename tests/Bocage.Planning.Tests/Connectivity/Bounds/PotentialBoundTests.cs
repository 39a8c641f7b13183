using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class PotentialBoundTests
{
    // s –½→ in –0→ out –½→ t, and s –0.2→ t; unit 0 opens in→out with 1; S(s) = 2, T(t) = 3. Potentials towards t: out ½, s 0.2, in raised to 0.2 / ½ = 0.4, so δ = ½ − 0.4 = 0.1; what reaches in is
    // 2 · ½ = 1. The gate gains at most 1 · 3 · 0.1 = 0.3, which is what it does: 2 · 3 · (0.25 − 0.2).
    [Fact]
    public void A_single_place_counts_for_what_it_adds()
    {
        var network = OnePlace.Network;
        var plane = PotentialPlane.Of(ContractedCase.Of(network, new PlanningStatus[1]), values => values.Sum(), default);
        Assert.Equal(1.2, plane.Constant, 12);
        Assert.Equal(0.3, plane.Gains[0], 9);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_allowed_choice_is_above_it(int seed)
    {
        var problem = ConnectivityBranchAndBoundTests.Made(new SeededRandom(9000 + seed));
        if (EveryChoice.Best(problem) is not { } best) return;
        var bound = PotentialBound.Of(new ConnectivitySearch(problem, new()));
        Assert.True(bound >= best.Value * (1 - 1e-12), $"{bound} is below {best.Value}");
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Planes_hold_for_every_choice(int seed)
    {
        var random = new SeededRandom(seed);
        var units = 2 + random.Next(5);
        var contracted = ContractedCase.Of(RandomCase.Of(random, units, 4 + random.Next(8), 6 + random.Next(24), seed % 3 == 0), new PlanningStatus[units]);
        var plane = PotentialPlane.Of(contracted, values => values.Sum(), default);
        for (var bits = 0; bits < 1 << units; bits++)
        {
            var selected = Enumerable.Range(0, units).Select(unit => (bits >> unit & 1) == 1).ToArray();
            var above = plane.Constant + selected.Zip(plane.Gains, (isIn, gain) => isIn ? gain : 0).Sum();
            Assert.True(above >= contracted.ValueOf(selected) * (1 - 1e-12));
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 500)];
}
