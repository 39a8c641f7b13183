using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests.Places;

public class FlandersHexagonTests
{
    [Fact]
    public void A_hexagon_of_4_ha_holds_what_gdal_counts_and_gets_its_measures()
    {
        var map = RasterFile.ReadLandCover(SharedData.PathOf("geo/be/flanders/land_use_nara_2016_100m.tif"));
        var kinds = LandCoverKindFile.Read(Repository.PathOf("measures/land-cover/nara-2016.yaml"));
        var facts = PlaceFacts.Of(new Place(HexagonGrid.IdOf(316, 1027), new HexagonGrid(4).Zone(316, 1027)), map, kinds);
        // tests/golden/candidates/flanders/ORIGIN.md: 0.25 m cells leave some 20 m² to the rounding of the outline.
        var counted = new Dictionary<int, double> { [1] = 0.01065, [2] = 0.61006875, [3] = 1.02955625, [5] = 1.03490625, [6] = 0.0684125, [7] = 0.99765625, [9] = 0.246725 };
        Assert.Equal(counted.Keys.Order(), facts.HaByCode.Keys);
        Assert.All(counted, pair => Assert.Equal(pair.Value, facts.HaByCode[pair.Key], 0.003));
        Assert.Equal(4, facts.KnownHa, 9);

        var catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));
        var candidates = Candidates.Of(catalogue.Measures, [facts]).ToDictionary(candidate => candidate.Measure.Id);
        // Grassland alone is 1.03 of 4 ha, a quarter: a wood needs half. Class 1 could be heath, but 0.3 % is too little for sod cutting.
        Assert.Equal(Applicability.Never, candidates["mini_forest"].Applicability);
        Assert.Equal(Applicability.Never, candidates["sod_cutting"].Applicability);
        // Buildings and sealed ground are 1.03 of 4 ha; whose they are is not known.
        Assert.Equal(Applicability.NotYet, candidates["desealing"].Applicability);
        Assert.Equal(["land_cover.kept", "owner.unknown"], candidates["desealing"].Reasons.Select(reason => reason.Key));
        Assert.Equal(10_349, candidates["desealing"].Quantity, 30.0);
        // Classes 5 and 6 are 28 % for certain, and class 7, a quarter, can be garden, tree row or orchard: whether a bioswale finds its 30 % is not known.
        Assert.Equal((Applicability.NotYet, "5, 6, 7"), (candidates["bioswale"].Applicability, string.Join(", ", candidates["bioswale"].AppliesToCodes)));
        Assert.DoesNotContain("hedge", candidates.Keys);
    }

    [Fact]
    public void Hexagons_share_out_the_farmland_of_a_piece_of_Flanders()
    {
        var whole = RasterFile.ReadLandCover(SharedData.PathOf("geo/be/flanders/land_use_nara_2016_100m.tif"));
        var kinds = LandCoverKindFile.Read(Repository.PathOf("measures/land-cover/nara-2016.yaml"));
        // 10 km by 10 km between Ghent and Antwerp.
        var (column, row) = (1_280, 850);
        var cells = new byte[10_000];
        for (var k = 0; k < cells.Length; k++) cells[k] = (byte)(whole.CodeAt(whole.Grid.CellAt(row + k / 100, column + k % 100)) ?? 0);
        var map = LandCover.From(new Raster<byte>(new Grid(100, 100, 100, 100, whole.Grid.West + 100 * column, whole.Grid.North - 100 * row, "EPSG:31370"), cells, noData: 0));
        var places = new HexagonGrid(4).Covering(map);
        var facts = places.Select(place => PlaceFacts.Of(place, map, kinds)).ToArray();
        var wood = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml")).Find("mini_forest")!;
        var candidates = Candidates.Of([wood], facts);
        // Arable and grassland of all candidates, whatever their verdict, is that of the map.
        Assert.Equal(cells.Count(code => code is 3 or 4), candidates.Sum(candidate => candidate.Quantity), 6);
        Assert.All(candidates, candidate => Assert.Equal(candidate.Quantity >= 0.5 * candidate.Facts.Place.AreaHa - 1e-9, candidate.Applicability == Applicability.Applicable));
        Assert.Contains(candidates, candidate => candidate.Applicability == Applicability.Applicable);
        Assert.Contains(candidates, candidate => candidate.Applicability == Applicability.Never);
    }
}
