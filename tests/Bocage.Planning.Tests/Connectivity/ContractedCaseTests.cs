using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class ContractedCaseTests
{
    // a –½→ b –p→ c –p→ d –½→ e; unit 0 lifts both middle arcs from 0.2 to 0.5, unit 1 to 0.8; only a and e have quality.
    // b→c→d is one arc 0.04 / 0.25 / 0.64, and as the arcs at either end are fixed all is one arc: a→e 0.01 / 0.0625 / 0.16.
    [Fact]
    public void A_chain_becomes_one_arc()
    {
        var contracted = ContractedCase.Of(
            new()
            {
                Name = "chain",
                SourceQuality = [1, 0, 0, 0, 0],
                TargetQuality = [0, 0, 0, 0, 1],
                Arcs = [new(0, 1, 0.5), new(1, 2, 0.2), new(2, 3, 0.2), new(3, 4, 0.5)],
                ArcImprovements = [new(1, 0, 0.5), new(2, 0, 0.5), new(1, 1, 0.8), new(2, 1, 0.8)],
            }, new PlanningStatus[2]);
        Assert.Equal(2, contracted.VertexCount);
        var arc = Assert.Single(contracted.Improvable);
        Assert.Equal(0.01, arc.Probability, 15);
        Assert.Equal(0.0625, Assert.Single(contracted.Units[0].Arcs).Probability, 15);
        Assert.Equal(0.16, Assert.Single(contracted.Units[1].Arcs).Probability, 15);
    }

    // a → b → c, unit 0 helps only the first arc and unit 1 only the second: together 0.64, which no single arc says.
    [Fact]
    public void Arcs_that_different_units_improve_stay_two()
    {
        var contracted = ContractedCase.Of(
            new() { Name = "two", SourceQuality = [1, 0, 0], TargetQuality = [0, 0, 1], Arcs = [new(0, 1, 0.2), new(1, 2, 0.2)], ArcImprovements = [new(0, 0, 0.8), new(1, 1, 0.8)] },
            new PlanningStatus[2]);
        Assert.Equal(3, contracted.VertexCount);
        Assert.Equal(0.64, contracted.ValueOf([true, true]), 15);
    }

    [Fact] // three vertices in a ring of certain arcs are one: (1 + 2 + 3)·(1 + 1 + 1) = 18
    public void A_ring_of_certain_arcs_is_one_vertex()
    {
        var contracted = ContractedCase.Of(
            new() { Name = "ring", SourceQuality = [1, 2, 3], TargetQuality = [1, 1, 1], Arcs = [new(0, 1, 1), new(1, 2, 1), new(2, 0, 1)], ArcImprovements = [new(0, 0, 1)] }, new PlanningStatus[1]);
        Assert.Equal(1, contracted.VertexCount);
        Assert.True(contracted.Units[0].IsNothing);
        Assert.Equal(18, contracted.ValueOf([false]), 12);
    }

    [Fact] // what cannot be reached is gone, also over an arc that only a locked-out unit would open
    public void What_nothing_reaches_is_gone()
    {
        var network = new ConnectivityCase
        { Name = "n", SourceQuality = [1, 0, 0], TargetQuality = [1, 1, 5], Arcs = [new(0, 1, 0.5), new(1, 2, 0)], ArcImprovements = [new(1, 0, 0.5)] };
        Assert.Equal(2, ContractedCase.Of(network, [PlanningStatus.LockedOut]).VertexCount);
        Assert.Equal(2.75, ContractedCase.Of(network, [PlanningStatus.LockedIn]).ValueOf([false]), 12);
        Assert.Equal([0, 1, 2], ContractedCase.Of(network, [PlanningStatus.Available]).PlaceOf);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Values_are_those_of_the_whole_network(int seed)
    {
        var random = new SeededRandom(seed);
        const int Units = 6;
        var network = RandomCase.Of(random, Units, vertices: 4 + random.Next(14), arcs: 6 + random.Next(30), symmetric: seed % 3 == 0);
        var status = Enumerable.Range(0, Units).Select(_ => random.Next(6) switch { 0 => PlanningStatus.LockedIn, 1 => PlanningStatus.LockedOut, _ => PlanningStatus.Available }).ToArray();
        var contracted = ContractedCase.Of(network, status);
        for (var bits = 0; bits < 1 << Units; bits++)
        {
            var selected = Enumerable.Range(0, Units).Select(unit => status[unit] == PlanningStatus.LockedIn || (status[unit] == PlanningStatus.Available && (bits >> unit & 1) == 1)).ToArray();
            var expected = PlainEvaluation.Of(network, selected);
            Assert.Equal(expected, contracted.ValueOf(selected), 1e-12 * expected);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_search_that_stops_early_is_right_where_it_was_asked(int seed)
    {
        var random = new SeededRandom(seed);
        var contracted = ContractedCase.Of(RandomCase.Of(random, 4, vertices: 20, arcs: 60), new PlanningStatus[4]);
        var (whole, part) = (new BestPaths(contracted.VertexCount), new BestPaths(contracted.VertexCount));
        var isWanted = Enumerable.Range(0, contracted.VertexCount).Select(_ => random.Next(3) == 0).ToArray();
        for (var start = 0; start < contracted.VertexCount; start++)
        {
            whole.From(start, contracted.Outgoing);
            part.FromUntil(start, contracted.Outgoing, isWanted, isWanted.Count(wanted => wanted), 0.1);
            for (var vertex = 0; vertex < contracted.VertexCount; vertex++)
            {
                if (isWanted[vertex] && whole.Best[vertex] >= 0.1) Assert.Equal(whole.Best[vertex], part.Best[vertex]);
                else Assert.True(part.Best[vertex] == 0 || part.Best[vertex] == whole.Best[vertex]);
            }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 150)];
}
