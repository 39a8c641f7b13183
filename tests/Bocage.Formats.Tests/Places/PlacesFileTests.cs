using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Places;

public class PlacesFileTests
{
    private static readonly Grid Map = new(10, 10, 100, 100, 150_000, 201_000, "EPSG:31370");

    [Fact]
    public void A_parcel_is_read_with_what_is_known_of_it()
    {
        var layer = Read([Square(150_100, 200_100, "'perceel_id':'A7','Eigenaar':'Natuurpunt','bodem':'zand','GHG':'45,5','grondwater':60,'gewas':'mais'"), Square(150_300, 200_100, "'perceel_id':'A8'")]);
        var place = layer.Places[0];
        Assert.Equal(("A7", "Natuurpunt", "zand"), (place.Id, place.Owner, place.Soil));
        Assert.Equal((45.5, 60.0, (double?)null), (place.WinterGroundwaterCm!.Value, place.GroundwaterCm!.Value, place.SummerGroundwaterCm));
        Assert.Equal("mais", place.Attributes["gewas"]);
        Assert.Equal(1, place.AreaHa, 9);
        Assert.Null(place.LengthM);
        Assert.Equal((null, null, null, false), (layer.Places[1].Owner, layer.Places[1].Soil, layer.Places[1].GroundwaterCm, layer.Places[1].Attributes.ContainsKey("gewas")));
        Assert.Empty(layer.Notes);
    }

    [Fact]
    public void Without_a_field_that_names_them_rows_have_a_number() =>
        Assert.Equal(["row-0", "row-1"], Read([Square(150_100, 200_100, "'crop':'x'"), Square(150_300, 200_100, "'crop':'x'")]).Places.Select(place => place.Id));

    [Fact]
    public void A_shape_that_crosses_itself_is_mended_with_a_note()
    {
        // A bow tie: two triangles of 100 m by 50 m high, together 0.5 ha.
        var layer = Read([Shape("Polygon", "[[[150100,200100],[150200,200200],[150200,200100],[150100,200200],[150100,200100]]]", "'name':'bow'")]);
        Assert.Equal(0.5, layer.Places[0].AreaHa, 9);
        Assert.Contains("row 0 (bow): the shape was mended (Self-intersection at (150150, 200150)).", Assert.Single(layer.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_becomes_the_strip_along_it()
    {
        var layer = Read([Shape("LineString", "[[150100,200100],[150400,200100]]", "'id':'ditch'")], new() { LineWidthM = 6 });
        Assert.Equal(300, layer.Places[0].LengthM!.Value, 9);
        Assert.Equal(300 * 6 / 10_000.0, layer.Places[0].AreaHa, 9);
        Assert.Throws<ArgumentException>(() => Read([Square(150_100, 200_100, "'id':'x'")], new() { LineWidthM = 0 }));
    }

    [Fact]
    public void A_place_outside_the_map_is_refused_or_left_out()
    {
        string[] rows = [Square(150_100, 200_100, "'name':'in'"), Square(151_000, 200_100, "'name':'beside'")];
        Assert.EndsWith("row 1 (beside): the place lies outside the map (10 × 10 cells of 100 × 100 m from (150000, 201000), EPSG:31370).", Refusal(rows), StringComparison.Ordinal);
        var layer = Read(rows, new() { LeaveOutOutside = true });
        Assert.Equal("in", Assert.Single(layer.Places).Id);
        Assert.EndsWith("row 1 (beside): the place lies outside the map, so it was left out.", Assert.Single(layer.Notes), StringComparison.Ordinal);
        Assert.Contains("has no places on the map", Refusal([rows[1]], new() { LeaveOutOutside = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_names_file_and_row()
    {
        Assert.EndsWith("row 1: the place is called 'x' in the field id, as is row 0; name a field in which every row has a name of its own.", Refusal([Square(150_100, 200_100, "'id':'x'"), Square(150_300, 200_100, "'id':'x'")]).Replace(" (x)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("row 0 (x): the field glg must be a number; got 'deep'.", Refusal([Square(150_100, 200_100, "'id':'x','glg':'deep'")]), StringComparison.Ordinal);
        Assert.EndsWith("row 0 (x): the place is a line; give the width of the strip along it in metres.", Refusal([Shape("LineString", "[[150100,200100],[150400,200100]]", "'id':'x'")]), StringComparison.Ordinal);
        Assert.EndsWith("row 0 (x): a place must be a polygon or a line; got a Point.", Refusal([Shape("Point", "[150100,200100]", "'id':'x'")]), StringComparison.Ordinal);
        Assert.Contains("row 0 (flat): the shape cannot be mended (", Refusal([Shape("Polygon", "[[[150100,200100],[150200,200200],[150100,200100],[150100,200100]]]", "'name':'flat'"), Square(150_300, 200_100, "'name':'y'")]), StringComparison.Ordinal);
        Assert.EndsWith("has no field “nr”; it has id.", Refusal([Square(150_100, 200_100, "'id':'x'")], new() { IdField = "nr" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Flemish_municipalities_have_the_areas_that_spatialite_measures()
    {
        var grid = new Grid(2569, 1337, 100, 100, 2_150, 286_730, "EPSG:31370");
        var layer = PlacesFile.Read(SharedData.PathOf("geo/be/flanders/flemish_municipalities_wgs84.gpkg"), grid, new() { IdField = "NSI_CODE", LeaveOutOutside = true });
        // SpatiaLite: ST_Area(ST_Transform(geom, 31370)) / 10000, through ogr2ogr -dialect SQLite.
        Assert.All(new[] { ("24062", "Leuven", 5748.5327320079), ("11002", "Antwerpen", 20403.7293155776), ("44021", "Gent", 15809.1920334618), ("71022", "Hasselt", 10260.6704393096) }, known =>
        {
            var place = layer.Places.Single(place => place.Id == known.Item1);
            Assert.Equal((known.Item2, known.Item3), (place.Name, place.AreaHa), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-3);
        });
    }

    [Fact]
    public void Natura_2000_areas_have_their_known_areas_and_protect_themselves()
    {
        var grid = new Grid(2569, 1337, 100, 100, 2_150, 286_730, "EPSG:31370");
        var layer = PlacesFile.Read(SharedData.PathOf("geo/be/flanders/natura2000_hbtrl_BD72.gpkg"), grid, new() { IdField = "GEBCODE" });
        Assert.Equal(2, layer.Notes.Count);
        Assert.Equal(38, layer.Places.Count);
        // ../shared/data/README.md: 2063.814 and, all together, 105015.15 ha by sf, to 0.1 %.
        Assert.Equal(2063.814, layer.Places.Single(place => place.Id == "BE2100015").AreaHa, 2.0);
        Assert.Equal(105015.15, layer.Places.Sum(place => place.AreaHa), 105.0);
        var sites = new ProtectedSites(layer.Places.Select(place => ZoneGeometry.ToGeometry(place.Zone)));
        var (distance, share) = sites.Of(layer.Places[0]);
        Assert.Equal((0.0, 1.0), (distance, Math.Round(share, 9)));
    }

    private static string Refusal(string[] features, PlaceReadOptions? options = null) => Assert.Throws<BadInputException>(() => Read(features, options)).Message;

    private static PlacesLayer Read(string[] features, PlaceReadOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("places.geojson", $$$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::31370"}},"features":[{{{{string.Join(',', features)}}}}]}""");
        return PlacesFile.Read(path, Map, options);
    }

    private static string Square(double west, double south, string properties) =>
        Shape("Polygon", FormattableString.Invariant($"[[[{west},{south}],[{west + 100},{south}],[{west + 100},{south + 100}],[{west},{south + 100}],[{west},{south}]]]"), properties);

    private static string Shape(string type, string coordinates, string properties) =>
        $$$"""{"type":"Feature","properties":{ {{{properties.Replace('\'', '"')}}} },"geometry":{"type":"{{{type}}}","coordinates": {{{coordinates}}} } }""";
}
