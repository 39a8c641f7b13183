using NetTopologySuite.Geometries;

namespace Bocage.Formats;

/// <summary>Vector files of every format that GDAL knows.</summary>
public static class VectorFile
{
    /// <summary>Says what a vector file is: its layers, their fields and system, and which shapes are not valid.</summary>
    /// <remarks>Every shape is looked at. Cost: O(points · log points).</remarks>
    /// <exception cref="BadInputException">It is missing, damaged or no vector file.</exception>
    public static VectorInfo Inspect(string path, CancellationToken cancellation = default)
    {
        using var source = VectorSource.Open(path, cancellation);
        return new()
        {
            Path = path,
            Driver = source.Summary.Driver,
            Bytes = new FileInfo(path).Length,
            Files = VectorSource.FilesOf(path),
            Layers = [.. source.Summary.Layers.Select(layer => Describe(source, layer, cancellation))],
            Warnings = source.Warnings,
        };
    }

    /// <summary>Reads a layer, with every shape valid and in the plane.</summary>
    /// <remarks>
    /// Shapes that are not valid after reprojection are mended, and said so; what is left of them may differ slightly in area.
    /// Heights (Z) and measures (M) are left out, curves become straight pieces. Cost: O(points · log points).
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="layer">Name of the layer; null when there is only one with shapes.</param>
    /// <param name="toCrs">The coordinate reference system to bring it into, such as "EPSG:31370"; null leaves it as it is.</param>
    /// <param name="assumeCrs">The system that it is in, for a file that does not say (or names no datum); else it does not count.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BadInputException">The file cannot be read, has several layers or not that one, or does not say where it lies.</exception>
    public static VectorLayer Read(string path, string? layer = null, string? toCrs = null, string? assumeCrs = null, CancellationToken cancellation = default)
    {
        using var source = VectorSource.Open(path, cancellation);
        var chosen = source.Choose(layer);
        var from = CrsRules.Effective(chosen.Crs, assumeCrs, cancellation);
        var to = toCrs is null ? from : CrsInfo.Parse(toCrs, cancellation);
        var isMoved = toCrs is not null && chosen.HasShapes && (to.Code is null || to.Code != from.Code);
        if (isMoved) CrsRules.RequireMovable(path, from, to);
        return source.Read(chosen, from, isMoved ? to : from, isMoved, cancellation);
    }

    /// <summary>A vector file and those beside it that are read with it, such as a shapefile's table and index, or the journal of a GeoPackage that is still open.</summary>
    /// <exception cref="BadInputException">The file is missing or is a folder.</exception>
    public static IReadOnlyList<string> FilesOf(string path)
    {
        var full = InputFile.Existing(path);
        return [.. VectorSource.FilesOf(full), .. SqliteFile.JournalsOf(full)];
    }

    private static VectorLayerInfo Describe(VectorSource source, OgrLayer layer, CancellationToken cancellation)
    {
        var features = source.Read(layer, layer.Crs, layer.Crs, isMoved: false, cancellation);
        var extent = new Envelope();
        foreach (var feature in features.Features) extent.ExpandToInclude(feature.Geometry?.EnvelopeInternal ?? new Envelope());
        return new()
        {
            Name = layer.Name,
            GeometryType = layer.GeometryType,
            FeatureCount = features.Features.Count + features.NullShapes + features.Dropped.Count,
            Fields = features.Fields,
            Crs = layer.Crs,
            Extent = extent.IsNull ? null : extent,
            InvalidShapes = [.. features.Mended.Concat(features.Dropped).OrderBy(shape => shape.Fid)],
            NullShapes = features.NullShapes,
        };
    }
}
