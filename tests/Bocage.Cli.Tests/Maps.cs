using System.Globalization;

namespace Bocage.Cli.Tests;

/// <summary>Small maps as text, in a format that GDAL reads.</summary>
internal static class Maps
{
    /// <summary>An ASCII grid; digits are classes, a dot is no data.</summary>
    public static string Write(TemporaryFolder folder, string name, double cellSize, params string[] rows)
    {
        var header = string.Create(CultureInfo.InvariantCulture, $"ncols {rows[0].Length}\nnrows {rows.Length}\nxllcorner 0\nyllcorner 0\ncellsize {cellSize}\nNODATA_value -9999\n");
        return folder.Write(name, header + string.Join("\n", rows.Select(row => string.Join(" ", row.Select(c => c == '.' ? "-9999" : c.ToString())))) + "\n");
    }
}
