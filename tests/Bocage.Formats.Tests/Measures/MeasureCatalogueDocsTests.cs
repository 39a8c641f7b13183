using System.Text.RegularExpressions;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>What docs/measure-catalogue.md shows is read by the program, and what it counts is true.</summary>
public class MeasureCatalogueDocsTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/measure-catalogue.md"));

    private static readonly string[] Examples = [.. Regex.Matches(Page, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Its_examples_are_read()
    {
        Assert.Equal(3, Examples.Length);
        var pond = Assert.Single(MeasureCatalogueFile.Parse(Examples[0], "docs.yaml").Measures);
        Assert.Equal((MeasureShape.Point, 150.0), (pond.Shape, Assert.IsType<GroundwaterRule>(pond.Rules[1]).Maximum!.Value));
        Assert.Equal(1, LandCoverKindFile.Parse(Examples[1], "docs.yaml").CodeFor(LandCoverKind.Heath));
        var catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));
        Assert.Equal(new Estimate(40, 80, 150), MeasurePricesFile.Parse(Examples[2], "docs.yaml", catalogue).Find("desealing")!.Costs.Investment);
    }

    [Fact]
    public void Its_counts_are_those_of_the_catalogue()
    {
        var measures = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml")).Measures;
        Assert.Contains($"Of {measures.Count} measures in our catalogue {measures.Count(measure => measure.Costs.Investment is null)} have no known investment", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_every_kind_of_land_cover_and_every_pressure() =>
        Assert.All(LandCoverKinds.Ids.Concat(Pressures.All), word => Assert.Contains($"`{word}`", Page, StringComparison.Ordinal));
}
