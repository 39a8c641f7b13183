using System.Diagnostics;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Bocage.Formats;

/// <summary>Writes features as comma-separated text with exact coordinates (hexadecimal WKB), for ogr2ogr to read.</summary>
internal static class GeoPackageRows
{
    public const string ShapeColumn = "shape";

    public static string Column(int field) => FormattableString.Invariant($"v{field}");

    public static void Save(string path, GeoPackageLayer layer)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var wkb = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false);
        file.Write(string.Join(',', Enumerable.Range(0, layer.Fields.Count).Select(Column).Prepend(ShapeColumn).Prepend("row")) + "\n"); // a lone column would be no table
        for (var row = 0; row < layer.Rows.Count; row++)
        {
            var (shape, values) = layer.Rows[row];
            if (values.Count != layer.Fields.Count) throw new ArgumentException($"Row {row} of layer {layer.Name} has {values.Count} values for {layer.Fields.Count} fields.", nameof(layer));
            file.Write(FormattableString.Invariant($"{row},"));
            if (shape is not null) file.Write(Convert.ToHexString(wkb.Write(AsLayerType(shape, layer, row))));
            for (var k = 0; k < values.Count; k++)
            {
                file.Write(',');
                file.Write(Text(values[k], layer.Fields[k].Type) ?? throw WrongValue(layer, row, k));
            }

            file.Write('\n');
        }
    }

    private static Geometry AsLayerType(Geometry shape, GeoPackageLayer layer, int row)
    {
        var isRight = layer.Geometry is { } type && (shape.OgcGeometryType == type || type == OgcGeometryType.GeometryCollection);
        if (isRight) return shape;
        return (shape, layer.Geometry) switch
        {
            (Point one, OgcGeometryType.MultiPoint) => shape.Factory.CreateMultiPoint([one]),
            (LineString one, OgcGeometryType.MultiLineString) => shape.Factory.CreateMultiLineString([one]),
            (Polygon one, OgcGeometryType.MultiPolygon) => shape.Factory.CreateMultiPolygon([one]),
            _ => throw new ArgumentException($"Row {row} of layer {layer.Name} is a {shape.OgcGeometryType}; the layer holds {layer.Geometry?.ToString() ?? "no shapes"}.", nameof(layer)),
        };
    }

    // Null when the value does not fit the field.
    private static string? Text(object? value, FieldType type) => (type, value) switch
    {
        (_, null) or (FieldType.Real, double.NaN or float.NaN) => "",
        (FieldType.Text, string text) => Quoted(text),
        (FieldType.WholeNumber, byte or short or int or long) => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        (FieldType.Real, float or double or int or long) => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        (FieldType.Boolean, bool yes) => yes ? "1" : "0",
        (FieldType.Text or FieldType.WholeNumber or FieldType.Real or FieldType.Boolean, _) => null,
        _ => throw new UnreachableException(type.ToString()),
    };

    private static string Quoted(string text) => text.Length == 0 ? "" : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static ArgumentException WrongValue(GeoPackageLayer layer, int row, int field) =>
        new(FormattableString.Invariant($"Row {row} of layer {layer.Name}: field {layer.Fields[field].Name} holds {layer.Fields[field].Type}; got {layer.Rows[row].Values[field]}."));
}
