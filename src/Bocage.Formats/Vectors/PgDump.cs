using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Bocage.Formats;

/// <summary>Reads the features that ogr2ogr writes in PostgreSQL's dump format: exact coordinates as hexadecimal WKB, typed values, and "nothing" distinct from "empty".</summary>
internal static class PgDump
{
    public const string FidColumn = "bocage_fid";
    public const string ShapeColumn = "bocage_shape";

    /// <summary>A feature as it came; its shape may be invalid, empty or absent, or unreadable for a reason.</summary>
    public readonly record struct Row(VectorFeature Feature, string? Unreadable);

    public static List<Row> Read(string dump, OgrLayer layer, string path, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        var shapes = new WKBReader { IsStrict = false, HandleSRID = false };
        using var reader = new StreamReader(dump, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("COPY ", StringComparison.Ordinal)) continue;
            var columns = ColumnsOf(line);
            var record = new PgDumpRecord(reader);
            while (record.Read() is { } values)
            {
                cancellation.ThrowIfCancellationRequested();
                rows.Add(ParseRow(values, columns, layer, path, shapes));
            }
        }

        return rows;
    }

    // COPY "public"."layer" ("bocage_shape", "bocage_fid", "NAAM") FROM STDIN;
    private static List<string> ColumnsOf(string line)
    {
        var columns = new List<string>();
        var position = line.IndexOf(" (", StringComparison.Ordinal) + 2;
        while (line[position] != ')')
        {
            var name = new StringBuilder();
            for (position++; line[position] != '"' || line[position + 1] == '"'; position++)
            {
                if (line[position] == '"') position++;
                name.Append(line[position]);
            }

            columns.Add(name.ToString());
            position += line[position + 1] == ',' ? 3 : 1;
        }

        return columns;
    }

    private static Row ParseRow(IReadOnlyList<string?> values, List<string> columns, OgrLayer layer, string path, WKBReader reader)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal);
        var fid = 0L;
        Geometry? shape = null;
        string? unreadable = null;
        var field = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            var value = values.ElementAtOrDefault(column);
            if (columns[column] == FidColumn) fid = long.Parse(value ?? "0", CultureInfo.InvariantCulture);
            else if (columns[column] == ShapeColumn) unreadable = value is null || TryReadShape(reader, value, out shape, out var reason) ? null : reason;
            else properties[columns[column]] = Value(value, layer.Fields.ElementAtOrDefault(field++)?.Type ?? FieldType.Text, path, columns[column], fid);
        }

        return new(new(fid, shape, properties), unreadable);
    }

    private static bool TryReadShape(WKBReader reader, string hex, out Geometry? shape, [NotNullWhen(false)] out string? reason)
    {
        (shape, reason) = (null, null);
        try
        {
            shape = reader.Read(Convert.FromHexString(hex));
            return true;
        }
        catch (Exception error) when (error is ParseException or ArgumentException or FormatException or IOException)
        {
            reason = $"the shape cannot be read ({error.Message})";
            return false;
        }
    }

    private static object? Value(string? text, FieldType type, string path, string field, long fid)
    {
        if (text is null) return null;
        object? value = type switch
        {
            FieldType.WholeNumber => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? whole : null,
            FieldType.Real => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            FieldType.Boolean => text is "t" or "f" or "1" or "0" ? text is "t" or "1" : null,
            _ => text,
        };
        return value ?? throw new BadInputException($"{path}: field \"{field}\" of feature {fid} should be a number or yes/no; got \"{text}\".");
    }
}
