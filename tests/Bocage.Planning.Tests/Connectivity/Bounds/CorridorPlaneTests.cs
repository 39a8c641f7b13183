using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CorridorPlaneTests
{
    // s –½→ in –0→ out –½→ t, and s –0.2→ t; the unit opens in→out with 1; S(s) = 2, T(t) = 3. The pair is worth 6·0.2 with nothing and 6·0.25 at most. Without a price the plane is the constant 1.5. With
    // any price: to t it is ln 2 from out and ln 5 from s, so in may be ln 5 − ln 2 away, and the gate saves ln 5 − 2·ln 2 = ln 1.25; the chord rises 0.05 over ln 1.25. So 1.2 + 0.3.
    [Fact]
    public void A_gate_pays_what_it_saves()
    {
        var network = OnePlace.Network;
        var plane = new CorridorPlane(ContractedCase.Of(network, new PlanningStatus[1]), [1], values => values.Sum(), default);
        plane.Improve([0], default);
        Assert.Equal(1.5, plane.Constant, 9);
        Assert.Equal(0, plane.Gains[0], 9);
        plane = new CorridorPlane(ContractedCase.Of(network, new PlanningStatus[1]), [1], values => values.Sum(), default);
        plane.Improve([1e9], default);
        Assert.Equal(1.2, plane.Constant, 6);
        Assert.Equal(0.3, plane.Gains[0], 6);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Planes_hold_for_every_affordable_choice(int seed)
    {
        var random = new SeededRandom(seed);
        var units = 2 + random.Next(6);
        var contracted = ContractedCase.Of(seed % 2 == 0 ? PlanLikeCase.Of(random, units, 2 + random.Next(4)) : RandomCase.Of(random, units, 4 + random.Next(8), 6 + random.Next(24), seed % 3 == 0), new PlanningStatus[units]);
        double[] shares = [.. Enumerable.Range(0, units).Select(_ => 0.1 + 0.4 * random.NextDouble())];
        var plane = new CorridorPlane(contracted, shares, values => values.Sum(), default);
        for (var round = 0; round < 4; round++)
        {
            for (var bits = 0; bits < 1 << units; bits++)
            {
                var selected = Enumerable.Range(0, units).Select(unit => (bits >> unit & 1) == 1).ToArray();
                if (selected.Zip(shares, (isIn, share) => isIn ? share : 0).Sum() > 1) continue;
                var above = plane.Constant + selected.Zip(plane.Gains, (isIn, gain) => isIn ? gain : 0).Sum();
                Assert.True(above >= contracted.ValueOf(selected) * (1 - 1e-11), $"{above} is below {contracted.ValueOf(selected)} in round {round}");
            }

            var room = new double[units];
            plane.AddWants(room, 1);
            plane.Improve([.. room.Select(wanted => wanted > 0 ? 5 * random.NextDouble() * plane.Constant / units / wanted : 0)], default);
        }
    }

    [Fact]
    public void Land_of_plan_like_cases_is_left_out_and_ways_can_be_gone_back()
    {
        var (left, mirrors) = (0, 0);
        for (var seed = 0; seed < 100; seed++)
        {
            var network = CorridorNetwork.Of(ContractedCase.Of(PlanLikeCase.Of(new SeededRandom(seed), 8, 3), new PlanningStatus[8]));
            left += network.Image.Where((image, vertex) => image != vertex).Count();
            if (CorridorMirror.Is(network)) mirrors++;
        }

        Assert.True(left > 100, $"{left} vertices were left out");
        Assert.True(mirrors > 50, $"{mirrors} of 100 are mirrors");
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 500)];
}
