using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Bocage.Testing;

/// <summary>A raster of the shared data, read through GDAL's own tools: the tests of the pure libraries have no other reader.</summary>
/// <param name="NoData">The value of cells without data; NaN cells stand as NaN whatever it is.</param>
public sealed record SharedRaster(int Columns, int Rows, double CellWidth, double CellHeight, double[] Values, double? NoData)
{
    /// <summary>Reads the first band; the test is skipped, with the reason, when the file or GDAL is absent.</summary>
    public static SharedRaster Read(string relative)
    {
        var path = SharedData.PathOf(relative);
        using var folder = new TemporaryFolder();
        Gdal("gdal_translate", "-q", "-of", "AAIGrid", "-ot", "Float64", path, folder.File("grid.asc"));
        using var reader = File.OpenText(folder.File("grid.asc"));
        var header = new Dictionary<string, double>();
        string? line;
        while ((line = reader.ReadLine()) is not null && char.IsLetter(line[0]))
        {
            var pair = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            header[pair[0].ToUpperInvariant()] = Number(pair[1]);
        }

        var (columns, rows) = ((int)header["NCOLS"], (int)header["NROWS"]);
        var values = new double[columns * rows];
        var next = 0;
        for (; line is not null; line = reader.ReadLine())
        {
            foreach (var part in line.AsSpan().Split(' '))
            {
                if (part.Start.Value < part.End.Value) values[next++] = Number(line.AsSpan(part));
            }
        }

        Assert.Equal(values.Length, next);
        double? noData = header.TryGetValue("NODATA_VALUE", out var missing) ? missing : null;
        return header.TryGetValue("CELLSIZE", out var size)
            ? new(columns, rows, size, size, values, noData)
            : new(columns, rows, header["DX"], header["DY"], values, noData);
    }

    private static double Number(ReadOnlySpan<char> text) =>
        text.Equals("nan", StringComparison.OrdinalIgnoreCase) || text.Equals("-nan", StringComparison.OrdinalIgnoreCase)
            ? double.NaN
            : double.Parse(text, CultureInfo.InvariantCulture);

    private static void Gdal(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        start.Environment["GDAL_PAM_ENABLED"] = "NO";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{tool} failed: {errors}");
        }
        catch (Win32Exception)
        {
            Assert.Skip($"needs {tool} (GDAL), which is not on this machine");
        }
    }
}
