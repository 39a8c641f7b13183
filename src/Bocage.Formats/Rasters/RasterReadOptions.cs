namespace Bocage.Formats;

/// <summary>How to read a raster file.</summary>
public sealed record RasterReadOptions
{
    /// <summary>The band, from 1.</summary>
    public int Band { get; init; } = 1;

    /// <summary>The coordinate reference system to bring the map into, such as "EPSG:3035"; null leaves it as it is.</summary>
    public string? ToCrs { get; init; }

    /// <summary>The side of a cell in metres, when it is to differ; null keeps the cell size of a map in metres, and lets GDAL choose for one in degrees.</summary>
    public double? CellSize { get; init; }

    /// <summary>The coordinate reference system that the map is in, for a file that does not say (or names no datum); else it does not count.</summary>
    public string? AssumeCrs { get; init; }

    /// <summary>Takes a map whose coordinate reference system is not known as a plain grid of cells, its unit as metres.</summary>
    public bool AllowUnknownCrs { get; init; }

    /// <summary>When the map is brought to other cells: weigh the four nearest values, for smooth measurements. False takes the nearest cell, as classes need.</summary>
    public bool Bilinear { get; init; }

    /// <summary>The part of the map to read, in coordinates of the system that it is brought into; snapped outwards to whole cells. Null reads all of it.</summary>
    public MapWindow? Window { get; init; }

    /// <summary>Bytes that the caller's whole work takes per cell at its peak; null counts the values alone.</summary>
    public double? BytesPerCell { get; init; }

    /// <summary>Takes any coordinate reference system, degrees included: for looking at a map, never for measuring on it.</summary>
    internal bool AnyCrs { get; init; }
}
