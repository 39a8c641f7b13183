using System.Text;
using Bocage.Landscapes;

namespace Bocage.Formats.Tests;

/// <summary>Small files made for one test.</summary>
internal static class MadeMaps
{
    public static readonly Grid Lambert = new(3, 2, 10, 10, 150_000, 200_000, "EPSG:31370");

    /// <summary>A land-cover map of 3 × 2 cells: 1 2 3 / 1 - 40.</summary>
    public static LandCover LandCover => Landscapes.LandCover.From(new Raster<int>(Lambert, [1, 2, 3, 1, -1, 40], noData: -1));

    public static string GeoTiff(TemporaryFolder folder, string name = "map.tif")
    {
        RasterFile.WriteGeoTiff(folder.File(name), LandCover, cancellation: TestContext.Current.CancellationToken);
        return folder.File(name);
    }

    /// <summary>An ASCII grid of one row; it knows no coordinate reference system.</summary>
    public static string Ascii(TemporaryFolder folder, string values, string noData = "-9999")
    {
        var columns = values.Split(' ').Length;
        return folder.Write("map.asc", $"ncols {columns}\nnrows 1\nxllcorner 150000\nyllcorner 200000\ncellsize 10\nNODATA_value {noData}\n{values}\n");
    }

    public static string Converted(string program, string source, string target, params string[] options)
    {
        GdalProgram.RunOnOwn(program, ["-q", .. options, .. program == "ogr2ogr" ? [target, source] : new[] { source, target }], "A test's file cannot be made", TestContext.Current.CancellationToken);
        return target;
    }

    public static string GeoJson(TemporaryFolder folder, string crs, params string[] features)
    {
        var system = crs.Length == 0 ? "" : $$"""  "crs": {"type": "name", "properties": {"name": "{{crs}}"} },""";
        return folder.Write("layer.geojson", $$"""{"type": "FeatureCollection", {{system}} "features": [{{string.Join(",\n", features)}}]}""");
    }

    public static string Feature(string geometry, string properties = "{}") => $$"""{"type": "Feature", "properties": {{properties}}, "geometry": {{geometry}} }""";

    public static string Square(double west, double south, double side) =>
        FormattableString.Invariant($$"""{"type": "Polygon", "coordinates": [[[{{west}}, {{south}}], [{{west + side}}, {{south}}], [{{west + side}}, {{south + side}}], [{{west}}, {{south + side}}], [{{west}}, {{south}}]]]}""");

    /// <summary>Names, sizes and hashes of all that is in a folder.</summary>
    public static string Fingerprint(string folder) =>
        new StringBuilder().AppendJoin('\n', Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => file + " " + (File.Exists(file) && new FileInfo(file).Length > 0 ? FileHash.Sha256(file) : "-"))).ToString();
}
