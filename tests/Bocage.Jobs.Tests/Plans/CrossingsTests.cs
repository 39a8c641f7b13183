namespace Bocage.Jobs.Tests.Plans;

public class CrossingsTests
{
    // 76 × 70 cells, all but four of them grass: 5,316 cells that herbs would make easier to cross, in hexagons of 100 cells.
    private static readonly string[] Large = [.. Enumerable.Range(0, 70).Select(row => row is 0 or 69 ? "W" + new string('g', 74) + "W" : new string('g', 76))];

    [Fact]
    public void What_would_make_a_network_too_large_is_left_out_as_a_whole_and_said()
    {
        using var made = new MadePlan(Large);
        var catalogue = made.Write("herbs.yaml", MadePlan.Catalogue().Replace("land_cover: species_rich_grassland", "resistance: 1.5", StringComparison.Ordinal).Replace("investment: unknown", "investment: 1", StringComparison.Ordinal));
        var result = made.Make(made.Request with { Measures = catalogue, Only = ["meadow"], Parcels = null, HexagonHa = 100, Seconds = 1 });
        Assert.NotEmpty(result.Candidates.Units);
        Assert.All(result.Candidates.Units, unit => Assert.Null(unit.Changes[0]));
        Assert.Equal(4, result.Species[0].Model.Case.SourceQuality.Length);
        Assert.Contains("for Vole the network would become too large", Assert.Single(result.Landscape.Notes.Notes), StringComparison.Ordinal);
        Assert.Contains("was left out for meadow", File.ReadAllText(made.File("plan.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_stays()
    {
        using var made = new MadePlan("WggggW");
        var catalogue = made.Write("herbs.yaml", MadePlan.Catalogue().Replace("land_cover: species_rich_grassland", "resistance: 1.5", StringComparison.Ordinal).Replace("investment: unknown", "investment: 1", StringComparison.Ordinal));
        var result = made.Make(made.Request with { Measures = catalogue, Only = ["meadow"], Budget = 4 });
        // All four cells: 100 · (1¼ + 3 · 1½ + 1¼) = 700 instead of 900 m of effort.
        Assert.Equal(4, result.Chosen.Count);
        Assert.Equal(Math.Sqrt(2 + 2 * Math.Pow(0.5, 0.7)), result.Species[0].EcaAfterHa, 9);
        Assert.Equal(result.Species[0].EcaAfterHa, result.Species[0].Recomputed!.EcaHa, 9);
        Assert.Empty(result.Landscape.Notes.Notes);
    }
}
