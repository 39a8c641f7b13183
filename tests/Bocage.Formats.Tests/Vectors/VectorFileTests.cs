using System.Globalization;
using NetTopologySuite.Geometries;

namespace Bocage.Formats.Tests.Vectors;

public class VectorFileTests
{
    private const string Bowtie = """{"type": "Polygon", "coordinates": [[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // ORIGIN: tests/golden/reading-maps/shapefiles/ORIGIN.md
    [Theory]
    [InlineData("afvalbakken.shp", 26, 0)]
    [InlineData("Zone_ISTAT.shp", 98, 0)]
    [InlineData("AllNulls.shp", 1, 0)]
    [InlineData("date.shp", 1, 0)]
    [InlineData("crustal_test3d.shp", 19, 0)]
    [InlineData("tnp_multipoint.shp", 2, 0)]
    [InlineData("Sept_polygones.shp", 12, 0)]
    [InlineData("UnifiedChecksMaterial.shp", 2, 0)]
    [InlineData("UnifiedChecksMaterialNullAtEnd.shp", 3, 1)]
    [InlineData("UnifiedChecksMaterialNullInMiddle.shp", 3, 1)]
    [InlineData("EmptyShapeFile.shp", 0, 0)]
    public void Odd_shapefiles_hold_what_they_hold(string file, int features, int nullShapes)
    {
        var layer = VectorFile.Read(SharedData.PathOf("gis/shp/" + file), cancellation: Cancellation);
        Assert.Equal(features - nullShapes, layer.Features.Count);
        Assert.Equal(nullShapes, layer.NullShapes);
        Assert.All(layer.Features, feature => Assert.True(feature.Geometry!.IsValid));
        Assert.All(layer.Features, feature => Assert.Equal(2, feature.Geometry!.Coordinates.Max(c => double.IsNaN(c.Z) ? 2 : 3)));
        var info = VectorFile.Inspect(SharedData.PathOf("gis/shp/" + file), Cancellation);
        Assert.Equal((features, nullShapes), (info.Layers[0].FeatureCount, info.Layers[0].NullShapes));
    }

    [Fact]
    public void A_shapefile_without_its_index_keeps_its_accents_and_its_folder_as_it_was()
    {
        using var folder = new TemporaryFolder();
        foreach (var part in (string[])["shp", "dbf"]) File.Copy(SharedData.PathOf("gis/shp/Sept_polygones." + part), folder.File("Sept_polygones." + part));
        var before = MadeMaps.Fingerprint(folder.Path);
        var layer = VectorFile.Read(folder.File("Sept_polygones.shp"), cancellation: Cancellation);
        Assert.Contains(layer.Features, feature => feature.Properties.Values.OfType<string>().Any(text => text.Contains("Québec", StringComparison.Ordinal)));
        Assert.Equal(before, MadeMaps.Fingerprint(folder.Path));
    }

    // ORIGIN: tests/golden/reading-maps/geopackages/ORIGIN.md
    [Theory]
    [InlineData("polygon_4326.gpkg", null)]
    [InlineData("multipolygon_4326.gpkg", null)]
    [InlineData("polygon_3857.gpkg", "EPSG:4326")]
    public void The_same_polygon_in_three_files_holds_the_airport_of_Brussels_and_not_that_of_Charleroi(string file, string? toCrs)
    {
        var layer = VectorFile.Read(SharedData.PathOf("gis/gpkg/" + file), toCrs: toCrs, cancellation: Cancellation);
        var shape = Assert.Single(layer.Features).Geometry!;
        Assert.True(shape.Contains(shape.Factory.CreatePoint(new Coordinate(4.484, 50.901))));
        Assert.False(shape.Contains(shape.Factory.CreatePoint(new Coordinate(4.454, 50.459))));
        Assert.Equal("EPSG:4326", layer.Crs.Code);
    }

    [Fact]
    public void An_empty_layer_has_no_features_and_no_extent()
    {
        var path = SharedData.PathOf("gis/gpkg/empty.gpkg");
        Assert.Empty(VectorFile.Read(path, cancellation: Cancellation).Features);
        Assert.Null(VectorFile.Inspect(path, Cancellation).Layers[0].Extent);
    }

    // ORIGIN: tests/golden/reading-maps/natura2000/ORIGIN.md
    [Fact]
    public void The_Flemish_areas_come_out_of_degrees_with_two_mended()
    {
        var layer = VectorFile.Read(SharedData.PathOf("geo/be/flanders/natura2000_hbtrl_BD72.gpkg"), toCrs: "EPSG:31370", cancellation: Cancellation);
        Assert.Equal((38, 2, 0, "EPSG:31370"), (layer.Features.Count, layer.Mended.Count, layer.Dropped.Count, layer.Crs.Code));
        Assert.Equal("Ring Self-intersection at (36563.602237, 165174.261172)", layer.Mended[1].Reason);
        Assert.Equal("Westvlaams Heuvelland", layer.Mended[1].Name);
        Assert.Equal(105015.15, layer.Features.Sum(feature => feature.Geometry!.Area) / 10_000, 1.0);
        var heath = layer.Features.Single(feature => ((string)feature.Properties["NAAM"]!).Contains("Kalmthoutse Heide", StringComparison.Ordinal));
        Assert.Equal(2063.814, heath.Geometry!.Area / 10_000, 2.06); // 0.1 %
    }

    [Fact]
    public void The_areas_of_the_Dutch_delta_are_mended_as_delivered()
    {
        var layer = VectorFile.Read(SharedData.PathOf("geo/nl/natura2000_delta_asdelivered_wgs84.geojson"), toCrs: "EPSG:28992", cancellation: Cancellation);
        Assert.Equal(["Biesbosch", "Hollands Diep", "Haringvliet"], layer.Mended.Select(shape => shape.Name));
        Assert.All(layer.Mended, shape => Assert.StartsWith("Self-intersection at (", shape.Reason, StringComparison.Ordinal));
        var biesbosch = layer.Features.Single(feature => Equals(feature.Properties["naam"], "Biesbosch"));
        Assert.Equal(9640.09, biesbosch.Geometry!.Area / 10_000, 96.4); // 1 %
    }

    [Fact] // the figures in area_ha are of the full shapes, these are simplified to 20 m
    public void The_Dutch_areas_are_all_there()
    {
        var layer = VectorFile.Read(SharedData.PathOf("geo/nl/natura2000_nl_rd_simplified20m.gpkg"), cancellation: Cancellation);
        Assert.Equal((144, 0, "EPSG:28992"), (layer.Features.Count, layer.NullShapes, layer.Crs.Code));
        Assert.Equal(112, layer.Features.Count(feature => Equals(feature.Properties["stikstofgevoelig"], 1L)));
        Assert.Equal(1777696.6, layer.Features.Sum(feature => (double)feature.Properties["area_ha"]!), 0.1);
        Assert.Equal(1777696.6, layer.Features.Sum(feature => feature.Geometry!.Area) / 10_000, 1777.0);
    }

    [Fact]
    public void A_system_named_inside_GeoJSON_is_honoured()
    {
        var grid = VectorFile.Read(SharedData.PathOf("geo/be/flanders/utm10_belgium_3035.geojson"), cancellation: Cancellation);
        Assert.Equal((580, "EPSG:3035"), (grid.Features.Count, grid.Crs.Code));
        Assert.All(grid.Features, feature => Assert.Equal(1e8, feature.Geometry!.Area, 1.0)); // 10 km × 10 km
        var springs = VectorFile.Inspect(SharedData.PathOf("geo/be/flanders/habitatsprings_flanders_31370.geojson"), Cancellation).Layers[0];
        Assert.Equal((34, "EPSG:31370"), (springs.FeatureCount, springs.Crs.Code));
    }

    [Fact]
    public void Of_several_layers_one_must_be_named()
    {
        var path = SharedData.PathOf("geo/be/flanders/protected_areas_2layers.gpkg");
        Assert.Equal($"{path} has 2 layers; name one of them: ps_hbtrl, ps_hbtrl_deel.", Assert.Throws<BadInputException>(() => VectorFile.Read(path, cancellation: Cancellation)).Message);
        Assert.Equal($"{path} has no layer \"x\"; it has ps_hbtrl, ps_hbtrl_deel.", Assert.Throws<BadInputException>(() => VectorFile.Read(path, "x", cancellation: Cancellation)).Message);
        Assert.Equal(616, VectorFile.Read(path, "ps_hbtrl_deel", cancellation: Cancellation).Features.Count);
    }

    [Fact]
    public void A_layer_whose_system_has_no_datum_is_moved_only_when_told_which_it_is()
    {
        var path = SharedData.PathOf("geo/be/flanders/protected_areas_2layers.gpkg");
        var error = Assert.Throws<BadInputException>(() => VectorFile.Read(path, "ps_hbtrl", "EPSG:3035", cancellation: Cancellation));
        Assert.Contains("could shift it by over 100 m", error.Message, StringComparison.Ordinal);
        var told = VectorFile.Read(path, "ps_hbtrl", "EPSG:4313", "EPSG:31370", Cancellation);
        var degrees = VectorFile.Read(SharedData.PathOf("geo/be/flanders/natura2000_hbtrl_BD72.gpkg"), cancellation: Cancellation);
        Assert.Equal(degrees.Features.Count, told.Features.Count);
    }

    [Fact]
    public void A_layer_that_does_not_say_its_system_is_moved_only_when_told()
    {
        var path = SharedData.PathOf("gis/shp/date.shp");
        Assert.Contains("does not say its coordinate reference system", Assert.Throws<BadInputException>(() => VectorFile.Read(path, toCrs: "EPSG:3035", cancellation: Cancellation)).Message, StringComparison.Ordinal);
        Assert.Equal("EPSG:3035", VectorFile.Read(path, toCrs: "EPSG:3035", assumeCrs: "EPSG:4326", cancellation: Cancellation).Crs.Code);
        Assert.Equal("EPSG:4326", VectorFile.Read(path, assumeCrs: "EPSG:4326", cancellation: Cancellation).Crs.Code);
    }

    // ORIGIN: tests/golden/reading-maps/crs_points/ORIGIN.md
    [Theory]
    [InlineData("28992", 0.5)]
    [InlineData("31370", 1.0)]
    [InlineData("3035", 0.05)]
    [InlineData("25831", 0.05)]
    [InlineData("3857", 0.05)]
    [InlineData("4313", 1e-5)] // 1 m
    public void Places_are_where_they_are_in_every_system(string code, double tolerance)
    {
        var rows = File.ReadAllLines(SharedData.PathOf("gis/crs_points.csv")).Select(line => line.Split(',')).ToArray();
        var column = Array.IndexOf(rows[0], "x_" + code);
        using var folder = new TemporaryFolder();
        string[] points = [.. rows.Skip(1).Select(row => MadeMaps.Feature($$"""{"type": "Point", "coordinates": [{{row[1]}}, {{row[2]}}]}"""))];
        var layer = VectorFile.Read(MadeMaps.GeoJson(folder, "", points), toCrs: "EPSG:" + code, cancellation: Cancellation);
        Assert.Equal(rows.Length - 1, layer.Features.Count);
        foreach (var (row, feature) in rows.Skip(1).Zip(layer.Features))
        {
            Assert.Equal(double.Parse(row[column], CultureInfo.InvariantCulture), feature.Geometry!.Coordinate.X, tolerance);
            Assert.Equal(double.Parse(row[column + 1], CultureInfo.InvariantCulture), feature.Geometry.Coordinate.Y, tolerance);
        }
    }

    [Fact] // two triangles of 10 · 5 / 2 that meet in a point
    public void A_bow_tie_becomes_two_triangles_and_a_line_that_calls_itself_an_area_is_dropped()
    {
        using var folder = new TemporaryFolder();
        const string flat = """{"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [0, 0], [0, 0]]]}""";
        var path = MadeMaps.GeoJson(folder, "EPSG:31370", MadeMaps.Feature(Bowtie, """{"name": "tie"}"""), MadeMaps.Feature(flat, """{"name": "flat"}"""), MadeMaps.Feature("null"), MadeMaps.Feature(MadeMaps.Square(0, 0, 1)));
        var layer = VectorFile.Read(path, cancellation: Cancellation);
        Assert.Equal([50.0, 1.0], layer.Features.Select(feature => feature.Geometry!.Area));
        Assert.Equal(new MendedShape(0, "tie", "Self-intersection at (5, 5)"), Assert.Single(layer.Mended));
        Assert.Equal("flat", Assert.Single(layer.Dropped).Name);
        Assert.Equal(1, layer.NullShapes);
        var info = VectorFile.Inspect(path, Cancellation).Layers[0];
        Assert.Equal((4, 1, 2), (info.FeatureCount, info.NullShapes, info.InvalidShapes.Count));
    }

    [Fact]
    public void Values_keep_their_types_and_nothing_is_not_empty()
    {
        using var folder = new TemporaryFolder();
        var full = MadeMaps.Feature(MadeMaps.Square(0, 0, 1), """{"text": "tab\tline\nback\\slash \\N \"ë\" €", "whole": 9007199254740993, "real": 0.1, "yes": true, "empty": "", "day": "2024-05-28", "field: x (1.0)": 3}""");
        var none = MadeMaps.Feature(MadeMaps.Square(1, 0, 1), """{"text": null, "whole": null, "real": null, "yes": null, "empty": null, "day": null}""");
        var layer = VectorFile.Read(MadeMaps.GeoJson(folder, "", full, none), cancellation: Cancellation);
        var values = layer.Features[0].Properties;
        Assert.Equal("tab\tline\nback\\slash \\N \"ë\" €", values["text"]);
        Assert.Equal(9007199254740993L, values["whole"]);
        Assert.Equal(0.1, values["real"]);
        Assert.Equal(true, values["yes"]);
        Assert.Equal("", values["empty"]);
        Assert.StartsWith("2024", (string)values["day"]!, StringComparison.Ordinal);
        Assert.Equal(3L, values["field: x (1.0)"]);
        Assert.All(layer.Features[1].Properties.Values, Assert.Null);
    }

    [Fact]
    public void Coordinates_come_through_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        var path = MadeMaps.GeoJson(folder, "EPSG:31370", MadeMaps.Feature("""{"type": "Point", "coordinates": [153566.88551234567, 0.30000000000000004, 7]}"""));
        var point = VectorFile.Read(path, cancellation: Cancellation).Features[0].Geometry!.Coordinate;
        Assert.Equal((153566.88551234567, 0.30000000000000004, double.NaN), (point.X, point.Y, point.Z));
    }

    [Fact]
    public void Curves_become_straight_pieces()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("arc.csv", "id,WKT\n1,\"CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))\"\n");
        var path = MadeMaps.Converted("ogr2ogr", csv, folder.File("arc.gpkg"), "-oo", "GEOM_POSSIBLE_NAMES=WKT", "-a_srs", "EPSG:31370");
        var circle = Assert.Single(VectorFile.Read(path, cancellation: Cancellation).Features).Geometry!;
        Assert.Equal(Math.PI, circle.Area, 0.01);
    }

    [Fact]
    public void A_GeoPackage_that_QGIS_left_with_a_write_ahead_log_is_read_from_a_copy()
    {
        using var folder = new TemporaryFolder();
        var plain = MadeMaps.GeoJson(folder, "EPSG:31370", MadeMaps.Feature(MadeMaps.Square(0, 0, 1)));
        var path = MadeMaps.Converted("ogr2ogr", plain, folder.File("layer.gpkg"));
        GdalProgram.RunOnOwn("ogrinfo", ["-q", path, "-sql", "PRAGMA journal_mode = WAL"], "A test's file cannot be made", Cancellation);
        Assert.True(SqliteFile.IsTouchedByReading(path));
        var before = MadeMaps.Fingerprint(folder.Path);
        Assert.Single(VectorFile.Read(path, cancellation: Cancellation).Features);
        Assert.Equal(before, MadeMaps.Fingerprint(folder.Path));
    }

    [Theory]
    [InlineData("GML", "layer.gml")]
    [InlineData("FlatGeobuf", "layer.fgb")]
    [InlineData("MapInfo File", "layer.tab")]
    [InlineData("ESRI Shapefile", "layer.shp")]
    [InlineData("KML", "layer.kml")]
    [InlineData("SQLite", "layer.sqlite")]
    [InlineData("GeoJSONSeq", "layer.geojsonl")]
    public void Reading_leaves_no_trace_beside_a_layer_of_any_format(string driver, string name)
    {
        using var folder = new TemporaryFolder();
        var plain = MadeMaps.GeoJson(folder, "", MadeMaps.Feature(MadeMaps.Square(4, 51, 1), """{"naam": "Kapellëke"}"""));
        var path = MadeMaps.Converted("ogr2ogr", plain, folder.File(name), "-f", driver);
        foreach (var schema in Directory.GetFiles(folder.Path, "*.xsd")) File.Delete(schema);
        var before = MadeMaps.Fingerprint(folder.Path);
        var feature = Assert.Single(VectorFile.Read(path, cancellation: Cancellation).Features);
        Assert.Equal(1, feature.Geometry!.Area, 1e-9);
        Assert.Contains("Kapellëke", feature.Properties.Values);
        Assert.Equal(before, MadeMaps.Fingerprint(folder.Path));
    }

    [Fact]
    public void A_table_without_shapes_is_read_as_one()
    {
        using var folder = new TemporaryFolder();
        var layer = VectorFile.Read(folder.Write("a.csv", "id,name\n1,x\n2,\n"), cancellation: Cancellation);
        Assert.Equal(2, layer.Features.Count);
        Assert.All(layer.Features, feature => Assert.Null(feature.Geometry));
    }

    [Fact]
    public void The_files_of_a_shapefile_are_named_together()
    {
        var files = VectorFile.Inspect(SharedData.PathOf("gis/shp/afvalbakken.shp"), Cancellation).Files;
        Assert.Equal([".shp", ".dbf", ".prj", ".shx"], files.Select(Path.GetExtension));
    }

    [Fact]
    public void A_cancelled_reading_stops() =>
        Assert.Throws<OperationCanceledException>(() => VectorFile.Read(SharedData.PathOf("gis/shp/date.shp"), cancellation: new CancellationToken(canceled: true)));
}
