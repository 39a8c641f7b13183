using System.Globalization;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>One band of a raster file, laid out by GDAL as plain values row by row in a private folder; gone when disposed of.</summary>
internal sealed class RawRaster : IDisposable
{
    private readonly WorkFolder folder;

    private RawRaster(WorkFolder folder, string path, Grid grid, RasterBand band, bool hasMask)
    {
        this.folder = folder;
        Path = path;
        Grid = grid;
        Band = band;
        ValuesFile = folder.File("values");
        MaskFile = hasMask ? folder.File("mask") : null;
    }

    /// <summary>The user's file, for messages.</summary>
    public string Path { get; }

    public Grid Grid { get; }

    /// <summary>The band as it is in <see cref="ValuesFile"/>.</summary>
    public RasterBand Band { get; }

    public string ValuesFile { get; }

    /// <summary>A byte per cell, 0 where nothing is known; null when there is no mask.</summary>
    public string? MaskFile { get; }

    /// <summary>Checks a file and lays out one band of it.</summary>
    public static RawRaster Extract(string path, RasterReadOptions options, double bytesPerCell, CancellationToken cancellation)
    {
        var info = RasterFile.Inspect(path, cancellation);
        var band = BandOf(info, options.Band);
        var crs = CrsRules.Effective(info.Crs, options.AssumeCrs, cancellation);
        var peak = options.BytesPerCell ?? bytesPerCell;
        var folder = WorkFolder.Temporary();
        try
        {
            return Warp.IsNeeded(info, options, crs, cancellation) is { } target
                ? Warped(folder, info, band, options, crs, target, peak, cancellation)
                : AsItLies(folder, info, band, options, crs, peak, cancellation);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose() => folder.Dispose();

    private static RawRaster AsItLies(
        WorkFolder folder, RasterInfo info, RasterBand band, RasterReadOptions options, CrsInfo crs, double bytesPerCell, CancellationToken cancellation)
    {
        if (!options.AnyCrs) CrsRules.RequireMetric(info.Path, crs, options.AllowUnknownCrs);
        var whole = (info with { Crs = crs }).ToGrid();
        var (left, top, grid) = options.Window is { } window ? window.CellsOf(info.Path, whole) : (0, 0, whole);
        string[] part = options.Window is null ? [] : ["-srcwin", Number(left), Number(top), Number(grid.Columns), Number(grid.Rows)];
        MemoryGuard.Require(info.Path, grid.Columns, grid.Rows, bytesPerCell);
        var source = System.IO.Path.GetFullPath(info.Path);
        var type = ReadableType(band.Type);
        var raw = new RawRaster(folder, info.Path, grid, band with { Type = type }, band.HasMask);
        Translate(source, Number(band.Number), type, part, raw.ValuesFile, info.Path, cancellation);
        if (raw.MaskFile is not null) Translate(source, "mask," + Number(band.Number), "Byte", part, raw.MaskFile, info.Path, cancellation);
        return raw;
    }

    private static RawRaster Warped(
        WorkFolder folder, RasterInfo info, RasterBand band, RasterReadOptions options, CrsInfo from, CrsInfo to, double bytesPerCell, CancellationToken cancellation)
    {
        CrsRules.RequireMovable(info.Path, from, to);
        CrsRules.RequireMetric($"The system {to} to bring {info.Path} into", to, allowUnknown: false);
        var warp = new Warp(folder, info, band, options, from, to);
        var plan = warp.Plan(cancellation);
        var whole = (plan with { Crs = to }).ToGrid();
        var grid = options.Window is { } window ? window.CellsOf(info.Path, whole).Grid : whole;
        MemoryGuard.Require($"{info.Path} in {to}", grid.Columns, grid.Rows, bytesPerCell);
        var raw = new RawRaster(folder, info.Path, grid, warp.TargetBand, hasMask: false);
        warp.Run(raw.ValuesFile, options.Window is null ? null : grid, cancellation);
        return raw;
    }

    private static void Translate(string source, string band, string type, string[] part, string target, string path, CancellationToken cancellation) =>
        GdalProgram.Run("gdal_translate", ["-q", "-of", "ENVI", "-b", band, "-ot", type, .. part, source, target], $"{path} cannot be read to its end", cancellation);

    private static RasterBand BandOf(RasterInfo info, int number)
    {
        if (number < 1 || number > info.Bands.Count)
            throw new BadInputException($"{info.Path} has no band {number}; it has {(info.Bands.Count == 0 ? "none (it may hold several rasters)" : info.Bands.Count == 1 ? "1" : $"1 to {info.Bands.Count}")}.");
        var band = info.Bands[number - 1];
        return band.Type.StartsWith('C') ? throw new BadInputException($"{info.Path} holds complex numbers ({band.Type}); a map needs plain ones.") : band;
    }

    // The plain layout knows no 64-bit whole numbers; every class code and measurement survives in a double.
    private static string ReadableType(string type) => type is "Int64" or "UInt64" ? "Float64" : type;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
