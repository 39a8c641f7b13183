using System.Globalization;
using System.Text.Json;

namespace Bocage.Formats;

/// <summary>Reads what gdalinfo -json prints.</summary>
internal static class RasterInfoParser
{
    public static RasterInfo Parse(string path, long bytes, GdalResult result)
    {
        using var document = ParseJson(path, result.Output);
        var root = document.RootElement;
        var columns = root.GetProperty("size")[0].GetInt32();
        var rows = root.GetProperty("size")[1].GetInt32();
        double[]? transform = root.TryGetProperty("geoTransform", out var numbers) ? [.. numbers.EnumerateArray().Select(ToNumber)] : null;
        var place = transform ?? [0, 1, 0, rows, 0, -1];
        var crs = root.TryGetProperty("coordinateSystem", out var system) ? CrsInfo.FromWkt(system.GetProperty("wkt").GetString()) : CrsInfo.Unknown;
        var whyNot = WhyNotNorthUp(place);
        return new()
        {
            Path = path,
            Driver = root.GetProperty("driverShortName").GetString()!,
            Bytes = bytes,
            Files = root.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(file => file.GetString()!)] : [],
            Columns = columns,
            Rows = rows,
            CellWidth = Math.Sqrt(place[1] * place[1] + place[4] * place[4]),
            CellHeight = Math.Sqrt(place[2] * place[2] + place[5] * place[5]),
            West = place[0],
            North = place[3],
            WhyNotNorthUp = whyNot,
            Crs = crs,
            Bands = root.TryGetProperty("bands", out var bands) ? [.. bands.EnumerateArray().Select(ParseBand)] : [],
            Warnings = [.. WarningsOf(transform is not null, whyNot, crs), .. result.Warnings],
        };
    }

    private static JsonDocument ParseJson(string path, string text)
    {
        try
        {
            // GDAL writes NaN and infinities as bare words in some places, which JSON does not know.
            return JsonDocument.Parse(text);
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{path} cannot be read as a raster: gdalinfo's answer on it is garbled.", error);
        }
    }

    private static RasterBand ParseBand(JsonElement band) => new(
        band.GetProperty("band").GetInt32(),
        band.GetProperty("type").GetString()!,
        band.TryGetProperty("noDataValue", out var noData) ? ToNumber(noData) : null,
        band.TryGetProperty("scale", out var scale) ? ToNumber(scale) : 1,
        band.TryGetProperty("offset", out var offset) ? ToNumber(offset) : 0,
        band.TryGetProperty("mask", out var mask) && mask.GetProperty("flags").EnumerateArray().Any(flag => flag.GetString() is "PER_DATASET" or "ALPHA"),
        band.TryGetProperty("description", out var description) ? description.GetString()! : "");

    private static double ToNumber(JsonElement element) => element.ValueKind == JsonValueKind.Number
        ? element.GetDouble()
        : element.GetString()?.ToLowerInvariant() switch
        {
            "inf" or "infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            var word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        };

    private static string? WhyNotNorthUp(double[] transform)
    {
        if (transform[2] != 0 || transform[4] != 0) return "its rows do not run from west to east (it is rotated); straighten it by giving a coordinate reference system to bring it into (--crs)";
        if (transform[5] > 0) return "its rows run from south to north; turn it by giving a coordinate reference system to bring it into (--crs)";
        return transform[1] < 0 ? "its columns run from east to west; turn it by giving a coordinate reference system to bring it into (--crs)" : null;
    }

    private static IEnumerable<string> WarningsOf(bool isPlaced, string? whyNotNorthUp, CrsInfo crs)
    {
        if (!isPlaced) yield return "It does not say where it lies: its cells count as 1 × 1 from the corner (0, 0).";
        if (whyNotNorthUp is not null) yield return "It cannot be read as it lies: " + whyNotNorthUp + ".";
        if (CrsRules.WhyNotMetric(crs) is { } reason) yield return $"Its coordinate reference system {reason}.";
        else if (!crs.DatumKnown) yield return "Its coordinate reference system names no datum, so it cannot be laid exactly over other maps.";
    }
}
