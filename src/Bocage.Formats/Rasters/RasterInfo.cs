using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>What a raster file is, as it says itself; nothing of it has been judged yet.</summary>
public sealed record RasterInfo
{
    internal RasterInfo()
    {
    }

    /// <summary>The file, as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>GDAL's name of the format, such as "GTiff".</summary>
    public required string Driver { get; init; }

    /// <summary>Size of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>The file and those beside it that belong to it.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of cells, which may be more than one map can have.</summary>
    public long CellCount => (long)Columns * Rows;

    /// <summary>Width of a cell in map units; 1 when the file does not say.</summary>
    public required double CellWidth { get; init; }

    /// <summary>Height of a cell in map units; 1 when the file does not say.</summary>
    public required double CellHeight { get; init; }

    /// <summary>x of the north-western corner (of the first cell's corner, when north is not up).</summary>
    public required double West { get; init; }

    /// <summary>y of the north-western corner (of the first cell's corner, when north is not up).</summary>
    public required double North { get; init; }

    /// <summary>Why the cells cannot be read as they lie (turned, or stored from south to north); null when north is up.</summary>
    public required string? WhyNotNorthUp { get; init; }

    /// <summary>The coordinate reference system.</summary>
    public required CrsInfo Crs { get; init; }

    /// <summary>The bands, in order.</summary>
    public required IReadOnlyList<RasterBand> Bands { get; init; }

    /// <summary>What a user should know before trusting the map; one sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The grid of the cells.</summary>
    /// <exception cref="BadInputException">North is not up, or there are more cells than one map can have.</exception>
    public Grid ToGrid()
    {
        if (WhyNotNorthUp is not null) throw new BadInputException($"{Path} cannot be read as it lies: {WhyNotNorthUp}.");
        MemoryGuard.Require(Path, Columns, Rows, bytesPerCell: 1);
        return new(Columns, Rows, CellWidth, CellHeight, West, North, Crs.Reference);
    }
}
