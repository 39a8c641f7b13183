using NetTopologySuite.Geometries;

namespace Bocage.Formats.Tests.Vectors;

public class GeoPackageFileTests
{
    private static readonly GeometryFactory Shapes = new();

    private static readonly LayerField[] Fields =
        [new("name", FieldType.Text), new("patches", FieldType.WholeNumber), new("share", FieldType.Real), new("is_gap", FieldType.Boolean)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_written_is_read_back_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        GeoPackageFile.Write(folder.File("a.gpkg"), "EPSG:31370", Layers(), "Made by a test", Cancellation);
        var patches = VectorFile.Read(folder.File("a.gpkg"), "patches", cancellation: Cancellation);
        Assert.Equal("EPSG:31370", patches.Crs.Code);
        Assert.Equal(Fields, patches.Fields);
        Assert.Equal([1L, 2], patches.Features.Select(feature => feature.Fid));
        Assert.True(Triangle.EqualsExact(patches.Features[0].Geometry!.GetGeometryN(0)));
        Assert.Equal(["Bos \"Ter Rijst\", ë\nnext", 9007199254740993L, 0.1, true], patches.Features[0].Properties.Values);
        Assert.Equal([null, null, null, null], patches.Features[1].Properties.Values);
        Assert.Equal([new Coordinate(1, 2), new(3.25, 4)], VectorFile.Read(folder.File("a.gpkg"), "links", cancellation: Cancellation).Features[0].Geometry!.Coordinates);
        Assert.Equal(["id", 1e-300], VectorFile.Read(folder.File("a.gpkg"), "figures", cancellation: Cancellation).Features[0].Properties.Values);
    }

    [Fact]
    public void Types_titles_and_descriptions_are_in_the_file()
    {
        using var folder = new TemporaryFolder();
        GeoPackageFile.Write(folder.File("a.gpkg"), "EPSG:31370", Layers(), "Made by a test", Cancellation);
        var info = VectorFile.Inspect(folder.File("a.gpkg"), Cancellation);
        Assert.Equal(["patches", "links", "empty", "figures", "layer_styles"], info.Layers.Select(layer => layer.Name));
        Assert.Equal(["Multi Polygon", "Line String", "Point", "None", "None"], info.Layers.Select(layer => layer.GeometryType));
        Assert.Equal([2, 1, 0, 1, 1], info.Layers.Select(layer => layer.FeatureCount));
        var text = GdalProgram.Run("ogrinfo", ["-ro", "-so", "-al", folder.File("a.gpkg")], "x", Cancellation).Output;
        Assert.Contains("IDENTIFIER=Habitat patches", text, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION=Where it lives", text, StringComparison.Ordinal);
        Assert.Contains("Made by a test", GdalProgram.Run("ogrinfo", ["-ro", "-q", folder.File("a.gpkg"), "-sql", "SELECT metadata FROM gpkg_metadata"], "x", Cancellation).Output, StringComparison.Ordinal);
    }

    // QGIS asks for: f_table_schema = '' AND f_table_name = … AND f_geometry_column = … and takes the one that is useAsDefault.
    [Fact]
    public void QGIS_finds_the_style_of_a_layer()
    {
        using var folder = new TemporaryFolder();
        GeoPackageFile.Write(folder.File("a.gpkg"), "EPSG:31370", Layers(), null, Cancellation);
        const string question = "SELECT styleQML FROM layer_styles WHERE f_table_schema = '' AND f_table_name = 'patches' AND f_geometry_column = 'geom' AND useAsDefault = 1";
        Assert.Contains("<qgis version=\"3.28\"/>", GdalProgram.Run("ogrinfo", ["-ro", "-q", folder.File("a.gpkg"), "-sql", question], "x", Cancellation).Output, StringComparison.Ordinal);
        Assert.Contains("attributes", GdalProgram.Run("ogrinfo", ["-ro", "-q", folder.File("a.gpkg"), "-sql", "SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'"], "x", Cancellation).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_layers_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        GeoPackageFile.Write(folder.File("a.gpkg"), "EPSG:31370", Layers(), "x", Cancellation);
        Thread.Sleep(1100); // a clock's second may not show
        GeoPackageFile.Write(folder.Write("b.gpkg", "old"), "EPSG:31370", Layers(), "x", Cancellation);
        Assert.Equal(FileHash.Sha256(folder.File("a.gpkg")), FileHash.Sha256(folder.File("b.gpkg")));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void A_package_of_one_layer_with_a_style_is_read_without_naming_it()
    {
        using var folder = new TemporaryFolder();
        GeoPackageFile.Write(folder.File("a.gpkg"), "EPSG:31370", [Layers()[0]], null, Cancellation);
        Assert.Equal("patches", VectorFile.Read(folder.File("a.gpkg"), cancellation: Cancellation).Name);
    }

    [Fact]
    public void A_map_without_a_system_can_be_written()
    {
        using var folder = new TemporaryFolder();
        GeoPackageFile.Write(folder.File("a.gpkg"), null, Layers(), null, Cancellation);
        Assert.Equal(CrsKind.Unknown, VectorFile.Read(folder.File("a.gpkg"), "links", cancellation: Cancellation).Crs.Kind);
    }

    [Fact]
    public void Large_shapes_are_not_cut()
    {
        using var folder = new TemporaryFolder();
        var line = Shapes.CreateLineString([.. Enumerable.Range(0, 700_000).Select(k => new Coordinate(k, k % 7))]); // 22 MB of text
        GeoPackageFile.Write(folder.File("a.gpkg"), "EPSG:3035", [new("lines", "Lines", OgcGeometryType.LineString, [], [new(line, [])])], null, Cancellation);
        Assert.Equal(700_000, VectorFile.Read(folder.File("a.gpkg"), cancellation: Cancellation).Features[0].Geometry!.NumPoints);
    }

    [Fact]
    public void Mistakes_are_named_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        AssertMistake(folder, "a letter, then letters", new GeoPackageLayer("my layer", "x", null, [], []));
        AssertMistake(folder, "Two layers are called A", new GeoPackageLayer("a", "x", null, [], []), new GeoPackageLayer("A", "x", null, [], []));
        AssertMistake(folder, "double field name: \"FID\"", new GeoPackageLayer("a", "x", null, [new("FID", FieldType.Text)], []));
        AssertMistake(folder, "has 0 values for 1 fields", new GeoPackageLayer("a", "x", null, [new("b", FieldType.Text)], [new(null, [])]));
        AssertMistake(folder, "field b holds WholeNumber; got 1.5", new GeoPackageLayer("a", "x", null, [new("b", FieldType.WholeNumber)], [new(null, [1.5])]));
        AssertMistake(folder, "is a Point; the layer holds LineString", new GeoPackageLayer("a", "x", OgcGeometryType.LineString, [], [new(Shapes.CreatePoint(new Coordinate(1, 1)), [])]));
        AssertMistake(folder, "at least one layer");
    }

    private static Polygon Triangle { get; } = Shapes.CreatePolygon([new(150_000.1, 200_000), new(150_010, 200_000.30000000001), new(150_000, 200_010), new(150_000.1, 200_000)]);

    private static GeoPackageLayer[] Layers() =>
    [
        new("patches", "Habitat patches", OgcGeometryType.MultiPolygon, Fields, [new(Triangle, ["Bos \"Ter Rijst\", ë\nnext", 9007199254740993L, 0.1, true]), new(Triangle, [null, null, double.NaN, null])])
        {
            Description = "Where it lives", StyleQml = "<!DOCTYPE qgis>\n<qgis version=\"3.28\"/>",
        },
        new("links", "Links", OgcGeometryType.LineString, [new("cost", FieldType.Real)], [new(Shapes.CreateLineString([new(1, 2), new(3.25, 4)]), [7])]),
        new("empty", "Nothing", OgcGeometryType.Point, [new("id", FieldType.WholeNumber)], []),
        new("figures", "Figures", null, [new("metric", FieldType.Text), new("value", FieldType.Real)], [new(null, ["id", 1e-300])]),
    ];

    private static void AssertMistake(TemporaryFolder folder, string reason, params GeoPackageLayer[] layers)
    {
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => GeoPackageFile.Write(folder.File("a.gpkg"), null, layers, null, Cancellation)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
