using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>The model of a plan against the map computed anew, on real land. The figures it prints stand in docs/methods/plan-network.md.</summary>
public class PlanNetworkKalmthoutTests(ITestOutputHelper output)
{
    private const double Budget = 5_000_000;

    // Without a smallest patch every hectare counts on both sides, and the two must agree.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_a_smallest_patch_the_model_is_what_the_changed_map_says(int species)
    {
        var (units, landscapes, changes) = KalmthoutInstance.Read(4, LinkTopology.WithinReach);
        var profile = landscapes[species];
        var landscape = SpeciesLandscape.Of(profile.Name, profile.Habitat, profile.Surface, profile.Neighbours, 0, profile.Dispersal, profile.MaximumLinkM, LinkTopology.WithinReach);
        var network = PlanNetwork.Of(landscape, changes[species]);
        var random = new SeededRandom(7);
        foreach (var clustered in (bool[])[false, true])
        {
            var choice = Choice(units, changes[species], landscape.Habitat.Grid, random, clustered);
            var model = Eca(network, choice);
            var anew = ChangedLandscape.Of(landscape, changes[species], choice, LinkTopology.WithinReach).EcaHa;
            output.WriteLine($"{profile.Name}, {choice.Count(chosen => chosen)} places: {model:0.000000} ha, anew {anew:0.000000} ha");
            Assert.Equal(anew, model, anew * 1e-9);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void With_nothing_chosen_the_model_is_the_diagnosis(int species)
    {
        var (units, landscapes, changes) = KalmthoutInstance.Read(4, LinkTopology.Planar);
        var landscape = landscapes[species];
        var today = EquivalentConnectedArea.Of(PatchLinks.ToGraph(landscape.Patches, landscape.Links), landscape.Dispersal).Hectares;
        var nothing = new bool[units.Length];
        Assert.Equal(today, Eca(PlanNetwork.Of(landscape, changes[species]), nothing), today * 1e-12);
        Assert.Equal(today, ChangedLandscape.Of(landscape, changes[species], nothing).EcaHa, today * 1e-12);
    }

    // What a plan is worth grows with what counts; the changed map, with the species' own smallest patch, is printed beside it.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_more_counts_the_more_a_choice_is_worth(int species)
    {
        var (units, landscapes, changes) = KalmthoutInstance.Read(4, LinkTopology.Planar);
        var landscape = landscapes[species];
        SmallPlaces[] ways = [SmallPlaces.NotCounted, SmallPlaces.Joined, SmallPlaces.Counted];
        var networks = ways.Select(small => PlanNetwork.Of(landscape, changes[species], new() { SmallPlaces = small })).ToArray();
        var today = Eca(networks[0], new bool[units.Length]);
        var random = new SeededRandom(1);
        for (var k = 0; k < 6; k++)
        {
            var choice = Choice(units, changes[species], landscape.Habitat.Grid, random, clustered: k > 1);
            var gains = networks.Select(network => Eca(network, choice) - today).ToArray();
            var anew = ChangedLandscape.Of(landscape, changes[species], choice).EcaHa - today;
            output.WriteLine($"{landscape.Name}, {choice.Count(chosen => chosen)} places {(k > 1 ? "together" : "anywhere")}: +{gains[0]:0.0}, +{gains[1]:0.0}, +{gains[2]:0.0} ha; anew {anew:+0.0;-0.0} ha");
            Assert.True(gains[0] >= 0 && gains[0] <= gains[1] && gains[1] <= gains[2], string.Join(", ", gains));
        }
    }

    private static double Eca(PlanNetwork network, bool[] choice) => Math.Sqrt(new MaximumConnectedAreaObjective([network.Case]).CaseValues(choice)[0]);

    // What the budget buys, in the order of chance, or of distance from a place of chance.
    private static bool[] Choice(PlanningUnit[] units, PlaceChange[] changes, Grid grid, SeededRandom random, bool clustered)
    {
        var (x, y) = grid.Centre(changes[random.Next(changes.Length)].Cells[0]);
        var order = changes.OrderBy(change =>
        {
            var (otherX, otherY) = grid.Centre(change.Cells[0]);
            return clustered ? (otherX - x) * (otherX - x) + (otherY - y) * (otherY - y) : random.NextDouble();
        });
        var (choice, left) = (new bool[units.Length], Budget);
        foreach (var change in order)
        {
            if (units[change.Unit].Cost > left) continue;
            left -= units[change.Unit].Cost;
            choice[change.Unit] = true;
        }

        return choice;
    }
}
