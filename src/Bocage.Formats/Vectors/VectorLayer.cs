namespace Bocage.Formats;

/// <summary>The features of a layer, every shape valid.</summary>
public sealed record VectorLayer
{
    internal VectorLayer()
    {
    }

    /// <summary>The layer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The coordinate reference system that the shapes are in now.</summary>
    public required CrsInfo Crs { get; init; }

    /// <summary>The fields, in order.</summary>
    public required IReadOnlyList<LayerField> Fields { get; init; }

    /// <summary>The features, in the order of the file; those without a shape are left out when the layer has shapes.</summary>
    public required IReadOnlyList<VectorFeature> Features { get; init; }

    /// <summary>Shapes that were mended, and why.</summary>
    public required IReadOnlyList<MendedShape> Mended { get; init; }

    /// <summary>Shapes of which nothing was left after mending; they are not among the features.</summary>
    public required IReadOnlyList<MendedShape> Dropped { get; init; }

    /// <summary>Features without a shape, or with an empty one; they are not among the features.</summary>
    public required int NullShapes { get; init; }

    /// <summary>What GDAL had to remark while reading.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
