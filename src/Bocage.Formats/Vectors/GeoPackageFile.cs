using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bocage.Formats;

/// <summary>Writes GeoPackages: layers with typed fields, shapes and styles in one file that every GIS opens.</summary>
public static partial class GeoPackageFile
{
    private const string ShapeColumn = "geom";
    private const string StyleTable = "layer_styles";

    // The name that GeoPackage keeps for a plane whose place on Earth is not known.
    private const string UnknownCrs = "LOCAL_CS[\"Undefined Cartesian SRS\",UNIT[\"metre\",1]]";

    /// <summary>Writes a GeoPackage.</summary>
    /// <remarks>The same input gives the same bytes: dates in the file are fixed at 2000-01-01. The file appears whole or not at all. Cost: O(points).</remarks>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="crs">The coordinate reference system of all shapes: a code or WKT; null when not known.</param>
    /// <param name="layers">The layers, in order; at least one.</param>
    /// <param name="description">What the file is, for its metadata; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A layer is not well formed: a bad or double name, a value of another type than its field, a shape of another type than its layer.</exception>
    /// <exception cref="BadInputException">The file cannot be written there.</exception>
    public static void Write(string path, string? crs, IReadOnlyList<GeoPackageLayer> layers, string? description = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(layers);
        CheckNames(layers);
        var styled = layers.Where(layer => layer.StyleQml is not null).ToArray();
        GeoPackageLayer[] all = styled.Length == 0 ? [.. layers] : [.. layers, Styles(styled)];
        OutputFile.Write(path, (folder, target) =>
        {
            foreach (var layer in all) Add(folder, target, crs, layer, description, cancellation);
        });
    }

    private static void Add(WorkFolder folder, string target, string? crs, GeoPackageLayer layer, string? description, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        GeoPackageRows.Save(folder.File("rows.csv"), layer);
        SaveVrt(folder.File("rows.vrt"), crs, layer);
        var isFirst = !File.Exists(target);
        string[] about = isFirst && description is not null ? ["-mo", "ABSTRACT=" + description] : [];
        string[] options =
        [
            "-f", "GPKG", .. isFirst ? Array.Empty<string>() : ["-update"], .. about, "-lco", "FID=fid", "-lco", "GEOMETRY_NAME=" + ShapeColumn,
            "-lco", "IDENTIFIER=" + layer.Title, "-lco", "DESCRIPTION=" + layer.Description, "-gt", "unlimited",
        ];
        GdalProgram.RunOnOwn("ogr2ogr", [.. options, target, folder.File("rows.vrt"), layer.Name], $"Layer {layer.Name} cannot be written", cancellation);
    }

    private static void SaveVrt(string path, string? crs, GeoPackageLayer layer)
    {
        var description = new XElement(
            "OGRVRTLayer",
            new XAttribute("name", layer.Name),
            new XElement("SrcDataSource", new XAttribute("relativeToVRT", 1), "rows.csv"),
            new XElement(
                "OpenOptions",
                // QGIS looks for styles whose schema is an empty text, not nothing.
                new XElement("OOI", new XAttribute("key", "EMPTY_STRING_AS_NULL"), layer.Name == StyleTable ? "NO" : "YES"),
                new XElement("OOI", new XAttribute("key", "MAX_LINE_SIZE"), -1)),
            new XElement("SrcLayer", "rows"),
            new XElement("GeometryType", "wkb" + (layer.Geometry?.ToString() ?? "None")));
        if (layer.Geometry is not null)
        {
            description.Add(new XElement("LayerSRS", crs ?? UnknownCrs));
            description.Add(new XElement("GeometryField", new XAttribute("encoding", "WKB"), new XAttribute("field", GeoPackageRows.ShapeColumn)));
        }

        for (var k = 0; k < layer.Fields.Count; k++)
        {
            var field = new XElement("Field", new XAttribute("name", layer.Fields[k].Name), new XAttribute("src", GeoPackageRows.Column(k)), new XAttribute("type", OgrType(layer.Fields[k].Type)));
            if (layer.Fields[k].Type == FieldType.Boolean) field.Add(new XAttribute("subtype", "Boolean"));
            description.Add(field);
        }

        new XElement("OGRVRTDataSource", description).Save(path);
    }

    // The table in which QGIS looks for the style to open a layer with.
    private static GeoPackageLayer Styles(IReadOnlyList<GeoPackageLayer> styled)
    {
        (string Name, FieldType Type)[] fields =
        [
            ("f_table_catalog", FieldType.Text), ("f_table_schema", FieldType.Text), ("f_table_name", FieldType.Text), ("f_geometry_column", FieldType.Text),
            ("styleName", FieldType.Text), ("styleQML", FieldType.Text), ("styleSLD", FieldType.Text), ("useAsDefault", FieldType.Boolean),
            ("description", FieldType.Text), ("owner", FieldType.Text), ("ui", FieldType.Text), ("update_time", FieldType.Text),
        ];
        var rows = styled.Select(layer => new GeoPackageRow(null, ["", "", layer.Name, layer.Geometry is null ? "" : ShapeColumn, layer.Name, layer.StyleQml, "", true, layer.Title, "", "", "2000-01-01T00:00:00Z"]));
        return new(StyleTable, StyleTable, null, [.. fields.Select(field => new LayerField(field.Name, field.Type))], [.. rows]);
    }

    private static void CheckNames(IReadOnlyList<GeoPackageLayer> layers)
    {
        if (layers.Count == 0) throw new ArgumentException("A GeoPackage needs at least one layer.", nameof(layers));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { StyleTable };
        foreach (var layer in layers)
        {
            if (!TableName().IsMatch(layer.Name)) throw new ArgumentException($"The name of a layer is a letter, then letters, digits and underscores; got \"{layer.Name}\".", nameof(layers));
            if (!names.Add(layer.Name)) throw new ArgumentException($"Two layers are called {layer.Name}.", nameof(layers));
            var fields = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "fid", ShapeColumn };
            if (layer.Fields.FirstOrDefault(field => field.Name.Length == 0 || !fields.Add(field.Name)) is { } field)
                throw new ArgumentException($"Layer {layer.Name} has an empty, reserved or double field name: \"{field.Name}\".", nameof(layers));
        }
    }

    private static string OgrType(FieldType type) => type switch
    {
        FieldType.WholeNumber => "Integer64",
        FieldType.Real => "Real",
        FieldType.Boolean => "Integer",
        _ => "String",
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex TableName();
}
