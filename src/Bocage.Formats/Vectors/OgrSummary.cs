using System.Text.RegularExpressions;

namespace Bocage.Formats;

/// <summary>What ogrinfo -so -al prints. (Its JSON came with GDAL 3.7; the long-term releases in use have text only.)</summary>
internal sealed partial record OgrSummary(string Driver, IReadOnlyList<OgrLayer> Layers)
{
    public static OgrSummary Parse(string text)
    {
        var driver = DriverLine().Match(text) is { Success: true } match ? match.Groups[1].Value : "unknown";
        var parts = LayerLine().Split(text);
        return new(driver, [.. parts.Skip(1).Select(ParseLayer)]);
    }

    private static OgrLayer ParseLayer(string part)
    {
        var lines = part.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var geometry = lines.FirstOrDefault(line => line.StartsWith("Geometry: ", StringComparison.Ordinal))?["Geometry: ".Length..] ?? "None";
        var (wkt, afterWkt) = CrsText(lines);
        var fields = lines.Skip(afterWkt).Select(line => FieldLine().Match(line)).Where(line => line.Success);
        return new(lines[0], geometry, CrsInfo.FromWkt(wkt), [.. fields.Select(line => new LayerField(line.Groups[1].Value, TypeOf(line.Groups[2].Value)))]);
    }

    // The definition runs over several lines, indented, until one that starts at the margin.
    private static (string Wkt, int NextLine) CrsText(string[] lines)
    {
        var title = Array.IndexOf(lines, "Layer SRS WKT:");
        if (title < 0) return ("", 1);
        var end = title + 2;
        while (end < lines.Length && lines[end].StartsWith(' ')) end++;
        return (string.Join('\n', lines[(title + 1)..Math.Min(end, lines.Length)]), end);
    }

    private static FieldType TypeOf(string type) => type switch
    {
        "Integer(Boolean)" => FieldType.Boolean,
        "Integer" or "Integer64" or "Integer(Int16)" => FieldType.WholeNumber,
        "Real" or "Real(Float32)" => FieldType.Real,
        _ => FieldType.Text,
    };

    [GeneratedRegex("^ +using driver `(.+)' successful", RegexOptions.Multiline)]
    private static partial Regex DriverLine();

    [GeneratedRegex("^Layer name: ", RegexOptions.Multiline)]
    private static partial Regex LayerLine();

    [GeneratedRegex(@"^(.*): ([A-Z][A-Za-z0-9]*(?:\([A-Za-z0-9]+\))?) \(\d+\.\d+\)")]
    private static partial Regex FieldLine();
}
