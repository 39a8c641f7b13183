using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Raster files of every format that GDAL knows.</summary>
public static partial class RasterFile
{
    private const double BytesPerLandCoverCell = 1;

    /// <summary>Says what a raster file is, without reading its cells.</summary>
    /// <exception cref="BadInputException">It is missing, damaged or no raster.</exception>
    public static RasterInfo Inspect(string path, CancellationToken cancellation = default)
    {
        var full = InputFile.Existing(path);
        RefuseVirtual(path, full);
        var result = GdalProgram.Run("gdalinfo", ["-json", "-norat", "-noct", full], $"{path} cannot be read as a raster", cancellation);
        var info = RasterInfoParser.Parse(path, new FileInfo(full).Length, result);
        return info with { Crs = info.Crs.Identified(cancellation) };
    }

    /// <summary>Reads a land-cover map: one class code per cell.</summary>
    /// <remarks>Codes are whole numbers; NoData, NaN and masked cells become no data. Resampled to the nearest cell, so no code is made up. Cost: one byte a cell, O(cells).</remarks>
    /// <exception cref="BadInputException">The file cannot be read, is not in metres, does not fit in memory, or holds measurements instead of at most 255 classes.</exception>
    public static LandCover ReadLandCover(string path, RasterReadOptions? options = null, CancellationToken cancellation = default)
    {
        var how = options ?? new();
        if (how.Bilinear) throw new ArgumentException("Classes cannot be averaged: read a land-cover map with Bilinear = false.", nameof(options));
        using var raw = RawRaster.Extract(path, how, BytesPerLandCoverCell, cancellation);
        return LandCoverReader.Read(raw, cancellation);
    }

    /// <summary>Reads measurements: scale and offset applied, NaN where nothing is known.</summary>
    /// <remarks>Cost: eight bytes a cell, O(cells).</remarks>
    /// <exception cref="BadInputException">The file cannot be read, is not in metres, or does not fit in memory.</exception>
    public static Raster<double> ReadValues(string path, RasterReadOptions? options = null, CancellationToken cancellation = default)
    {
        using var raw = RawRaster.Extract(path, options ?? new(), sizeof(double), cancellation);
        return ValuesReader.Read(raw, cancellation);
    }

    // The hash of such a file would say nothing of what is read, and it can point anywhere.
    private static void RefuseVirtual(string path, string full)
    {
        Span<byte> start = stackalloc byte[64];
        using var stream = File.OpenRead(full);
        var head = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (head.IndexOf("<VRTDataset"u8) >= 0)
            throw new BadInputException($"{path} is a virtual raster (VRT), which only points to other files; make one file of it, for example with gdal_translate.");
    }
}
