using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;

namespace Bocage.Formats.Tests.Zones;

/// <summary>The 38 Flemish Habitats Directive areas and two rasters, by GDAL's command-line tools alone, so that the golden test leans on nothing of ours but the zones.</summary>
internal static class NaturaSites
{
    public const string Folder = "geo/be/flanders/";

    /// <summary>The areas in EPSG:31370, in the order of the file; what is not valid is mended and counted.</summary>
    public static (Geometry[] Areas, int Mended) Read()
    {
        var csv = Run("ogr2ogr", "-f", "CSV", "/vsistdout/", SharedData.PathOf(Folder + "natura2000_hbtrl_BD72.gpkg"), "-t_srs", "EPSG:31370", "-lco", "GEOMETRY=AS_WKT", "-select", "GEBCODE");
        var wkt = csv.Split('"').Where(field => field.Contains("POLYGON", StringComparison.Ordinal));
        var areas = wkt.Select(new WKTReader().Read).ToArray();
        return ([.. areas.Select(area => area.IsValid ? area : GeometryFixer.Fix(area))], areas.Count(area => !area.IsValid));
    }

    public static Raster<float> ReadRaster(string name)
    {
        using var folder = new TemporaryFolder();
        var path = SharedData.PathOf(Folder + name);
        Run("gdal_translate", "-q", "-of", "ENVI", "-ot", "Float32", path, folder.File("raw"));
        using var info = JsonDocument.Parse(Run("gdalinfo", "-json", path));
        var size = info.RootElement.GetProperty("size").EnumerateArray().Select(number => number.GetInt32()).ToArray();
        var corner = info.RootElement.GetProperty("geoTransform").EnumerateArray().Select(number => number.GetDouble()).ToArray();
        var grid = new Grid(size[0], size[1], corner[1], -corner[5], corner[0], corner[3], "EPSG:31370");
        var values = new float[grid.CellCount];
        Buffer.BlockCopy(File.ReadAllBytes(folder.File("raw")), 0, values, 0, 4 * values.Length);
        var band = info.RootElement.GetProperty("bands")[0];
        return new(grid, values, band.TryGetProperty("noDataValue", out var noData) && noData.ValueKind == JsonValueKind.Number ? (float)noData.GetDouble() : null);
    }

    /// <summary>The expected figures: a row per area, by column name.</summary>
    public static Dictionary<string, double>[] ReadExpected()
    {
        var lines = File.ReadAllLines(SharedData.PathOf(Folder + "expected_zonal_natura2000.csv"));
        var header = lines[0].Split(',').Select(name => name.Trim('"')).ToArray();
        return [.. lines[1..].Select(line =>
        {
            // Names of areas hold commas, numbers do not: everything after the name is read from the end.
            var fields = line.Split(',');
            return header.Skip(3).Select((name, k) => (name, fields[fields.Length - header.Length + 3 + k]))
                .ToDictionary(pair => pair.name, pair => double.Parse(pair.Item2, CultureInfo.InvariantCulture));
        })];
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["GDAL_PAM_ENABLED"] = "NO" } })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
