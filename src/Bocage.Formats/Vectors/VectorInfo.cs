namespace Bocage.Formats;

/// <summary>What a vector file is.</summary>
public sealed record VectorInfo
{
    internal VectorInfo()
    {
    }

    /// <summary>The file, as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>GDAL's name of the format, such as "GPKG".</summary>
    public required string Driver { get; init; }

    /// <summary>Size of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>The file and those beside it that belong to it.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The layers, in order.</summary>
    public required IReadOnlyList<VectorLayerInfo> Layers { get; init; }

    /// <summary>What GDAL had to remark.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
