namespace Bocage.Landscapes.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_in_the_readme_is_this_one_and_it_runs()
    {
        // <example>
        var map = PolderLandscape.Create(seed: 7, columns: 400, rows: 300);                        // or LandCover.From(raster)
        var woods = PatchDelineation.Of(map.Habitat([8]), Neighbourhood.Queen, minimumAreaHa: 1);
        var resistance = map.Codes.ToDictionary(code => code, code => code == 8 ? 1.0 : code == 1 ? double.NaN : 5);
        var surface = ResistanceSurface.FromLandCover(map, resistance);                            // NaN is a barrier
        var links = PatchLinks.Planar(surface, woods, maximumDistance: 4000);
        var graph = PatchLinks.ToGraph(woods, links);
        var kernel = DispersalKernel.NegativeExponential(distance: 1000, probability: 0.5);
        var importance = ConnectivityImportance.Of(graph, kernel);
        var eca = EquivalentConnectedArea.Of(importance.PcNumerator);                              // ha
        var mostImportant = woods.Patches[importance.Nodes.Index().MaxBy(node => node.Item.DPc).Index];
        // </example>
        Assert.InRange(eca.Hectares, woods.Patches.Max(patch => patch.AreaHa), woods.Patches.Sum(patch => patch.AreaHa));
        Assert.NotEmpty(links);
        Assert.True(mostImportant.AreaHa > 0);

        var source = File.ReadAllLines(Repository.PathOf("tests/Bocage.Landscapes.Tests/ReadmeTests.cs")).Select(line => line.Trim()).ToArray();
        var example = source[(Array.IndexOf(source, "// <example>") + 1)..Array.IndexOf(source, "// </example>")];
        Assert.Contains(string.Join("\n", example), File.ReadAllText(Repository.PathOf("src/Bocage.Landscapes/README.md")), StringComparison.Ordinal);
    }
}
