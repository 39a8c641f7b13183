using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class LandCoverKindFileTests
{
    private const string Right = """
        legend: Ours
        codes:
          1: [heath, wet_nature]
          4: [arable]
        creates:
          heath: 1
        """;

    [Fact]
    public void What_a_map_does_not_tell_apart_is_not_known()
    {
        var map = LandCoverKindFile.Parse(Right, "ours.yaml");
        Assert.Null(map.IsAny(1, [LandCoverKind.Heath]));
        Assert.True(map.IsAny(1, [LandCoverKind.Heath, LandCoverKind.WetNature, LandCoverKind.Arable]));
        Assert.False(map.IsAny(1, [LandCoverKind.Arable]));
        Assert.Null(map.IsAny(7, [LandCoverKind.Arable]));
        Assert.Equal(1, map.CodeFor(LandCoverKind.Heath));
        Assert.Null(map.CodeFor(LandCoverKind.Forest));
    }

    [Theory]
    [InlineData("  4: [arable]", "  4: [field]", "ours.yaml, line 4: codes.4 must be a kind of land cover (arable, grassland, species_rich_grassland, heath, wet_nature, open_nature, forest, conifer_forest, tree_row, orchard, urban_sealed, urban_green, road, water, other); got 'field'.")]
    [InlineData("  4: [arable]", "  four: [arable]", "ours.yaml, line 4: the keys of codes are class codes (whole numbers); got 'four'.")]
    [InlineData("  4: [arable]", "  01: [arable]", "ours.yaml, line 4: codes names class 1 twice.")]
    [InlineData("  heath: 1", "  heath: 9", "ours.yaml, line 6: creates.heath is 9, which codes does not name.")]
    [InlineData("  heath: 1", "  moor: 1", "ours.yaml, line 6: the keys of creates are kinds of land cover (arable, grassland, species_rich_grassland, heath, wet_nature, open_nature, forest, conifer_forest, tree_row, orchard, urban_sealed, urban_green, road, water, other); got 'moor'.")]
    [InlineData("legend: Ours", "", "ours.yaml, line 2: the key 'legend' is missing.")]
    public void A_mistake_is_one_sentence(string right, string wrong, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => LandCoverKindFile.Parse(Right.Replace(right, wrong, StringComparison.Ordinal), "ours.yaml")).Message);

    [Fact]
    public void The_mapping_of_the_polder_names_every_class_of_its_legend()
    {
        var map = LandCoverKindFile.Read(Repository.PathOf("measures/land-cover/polder.yaml"));
        Assert.Equal(PolderLandscape.Legend.Name, map.Legend);
        Assert.All(PolderLandscape.Legend.Classes, entry => Assert.NotEmpty(map.KindsOf(entry.Code)));
        Assert.Empty(map.KindsOf(16));
    }

    [Fact]
    public void The_mapping_of_nara_names_every_class_of_its_legend()
    {
        var map = LandCoverKindFile.Read(Repository.PathOf("measures/land-cover/nara-2016.yaml"));
        var codes = File.ReadLines(SharedData.PathOf("geo/be/flanders/land_use_nara_2016_legend.csv")).Skip(1).Select(line => int.Parse(line.Split(',')[0], null)).ToArray();
        Assert.Equal(9, codes.Length);
        Assert.All(codes, code => Assert.NotEmpty(map.KindsOf(code)));
        // What a measure makes can be read back as what it made.
        Assert.All(Enum.GetValues<LandCoverKind>().Where(kind => map.CodeFor(kind) is not null && kind != LandCoverKind.SpeciesRichGrassland), kind => Assert.Contains(kind, map.KindsOf(map.CodeFor(kind)!.Value)));
        Assert.All(MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml")).Measures.Where(measure => measure.CreatedLandCover is not null), measure => Assert.NotNull(map.CodeFor(measure.CreatedLandCover!.Value)));
    }
}
