using System.Globalization;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Brings one band of a raster to another coordinate reference system or cell size, by gdalwarp.</summary>
internal sealed class Warp(WorkFolder folder, RasterInfo info, RasterBand band, RasterReadOptions options, CrsInfo from, CrsInfo to)
{
    private const string NoData = "nan";

    /// <summary>The band after warping. Where the map ends there is no value, so the type must have room for one that no cell has.</summary>
    public RasterBand TargetBand { get; } = band with { Type = Wider(band.Type).Type, NoData = Wider(band.Type).NoData, HasMask = false };

    /// <summary>The CRS to bring a raster into; null when it can be read as it lies.</summary>
    public static CrsInfo? IsNeeded(RasterInfo info, RasterReadOptions options, CrsInfo from, CancellationToken cancellation)
    {
        if (options.CellSize is { } size && !(size > 0 && double.IsFinite(size)))
            throw new BadInputException(FormattableString.Invariant($"The cell size must be above 0 and finite; got {size}."));
        if (options.CellSize is { } side && CrsRules.WhyNotMetric(from) is null) CheckSize(info, side);
        var to = options.ToCrs is null ? from : CrsInfo.Parse(options.ToCrs, cancellation);
        var sameSystem = options.ToCrs is null || (to.Code is not null && to.Code == from.Code);
        var sameCells = options.CellSize is not { } cell || (cell == info.CellWidth && cell == info.CellHeight);
        var turned = info.WhyNotNorthUp is not null && options.ToCrs is not null;
        return sameSystem && sameCells && !turned ? null : to;
    }

    // GDAL would speak of an illegal dataset of -2147483648 cells, or of none.
    private static void CheckSize(RasterInfo info, double side)
    {
        var (width, height) = (info.Columns * info.CellWidth, info.Rows * info.CellHeight);
        if (side > Math.Min(width, height))
            throw new BadInputException(FormattableString.Invariant($"The cell size must fit in the map {info.Path}, which measures {width:0.##} × {height:0.##} m; got {side}."));
        if (width / side * (height / side) > Array.MaxLength)
            throw new BadInputException(FormattableString.Invariant($"Cells of {side} m make {width / side:#,0} × {height / side:#,0} of {info.Path}, more than the {Array.MaxLength:N0} that one map can have; make them larger."));
    }

    /// <summary>What the result will be, without computing it.</summary>
    public RasterInfo Plan(CancellationToken cancellation)
    {
        SelectBand(cancellation);
        var plan = folder.File("plan.vrt");
        GdalProgram.RunOnOwn("gdalwarp", [.. Arguments("VRT"), folder.File("band.vrt"), plan], Failure, cancellation);
        return RasterInfoParser.Parse(info.Path, 0, GdalProgram.RunOnOwn("gdalinfo", ["-json", "-norat", "-noct", plan], Failure, cancellation));
    }

    /// <summary>Computes it.</summary>
    /// <param name="target">The file to make.</param>
    /// <param name="part">The cells to compute, when not all; they lie on those of the plan.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Run(string target, Grid? part, CancellationToken cancellation) =>
        GdalProgram.RunOnOwn("gdalwarp", [.. Arguments("ENVI", part), "-multi", "-wo", "NUM_THREADS=2", folder.File("band.vrt"), target], Failure, cancellation);

    private string Failure => $"{info.Path} cannot be brought into {to}";

    private void SelectBand(CancellationToken cancellation)
    {
        var number = band.Number.ToString(CultureInfo.InvariantCulture);
        string[] mask = band.HasMask ? ["-mask", "mask," + number] : [];
        GdalProgram.Run(
            "gdal_translate",
            ["-q", "-of", "VRT", "-b", number, .. mask, Path.GetFullPath(info.Path), folder.File("band.vrt")],
            Failure,
            cancellation,
            new Dictionary<string, string?> { ["GDAL_SKIP"] = null });
    }

    // A fixed piece of memory cuts the work in the same places on every machine, so the result is the same too.
    private string[] Arguments(string format, Grid? part = null) =>
    [
        "-q", "-overwrite", "-of", format, "-s_srs", from.Reference!, "-t_srs", to.Reference!, "-r", options.Bilinear ? "bilinear" : "near", "-wm", "256", "-ovr", "NONE",
        "-ot", TargetBand.Type, "-dstnodata", TargetBand.NoData is { } number && !double.IsNaN(number) ? number.ToString("R", CultureInfo.InvariantCulture) : NoData,
        .. part is null ? CellSizeArguments() : PartArguments(part),
    ];

    private static string[] PartArguments(Grid part) =>
    [
        "-te", RawVrt.Text(part.West), RawVrt.Text(part.South), RawVrt.Text(part.East), RawVrt.Text(part.North),
        "-ts", part.Columns.ToString(CultureInfo.InvariantCulture), part.Rows.ToString(CultureInfo.InvariantCulture),
    ];

    private string[] CellSizeArguments()
    {
        (double Width, double Height)? size = options.CellSize is { } side ? (side, side) : from.IsMetric ? (info.CellWidth, info.CellHeight) : null;
        return size is { } cell ? ["-tr", cell.Width.ToString("R", CultureInfo.InvariantCulture), cell.Height.ToString("R", CultureInfo.InvariantCulture)] : [];
    }

    private static (string Type, double NoData) Wider(string type) => type switch
    {
        "Byte" => ("Int16", short.MinValue),
        "Int16" or "UInt16" => ("Int32", int.MinValue),
        "Float32" => ("Float32", double.NaN),
        _ => ("Float64", double.NaN),
    };
}
