using NetTopologySuite.Geometries;

namespace Bocage.Formats;

/// <summary>What one layer of a vector file is.</summary>
public sealed record VectorLayerInfo
{
    internal VectorLayerInfo()
    {
    }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its shapes in GDAL's words, such as "Multi Polygon"; "None" for a table.</summary>
    public required string GeometryType { get; init; }

    /// <summary>Number of features, those without a shape included.</summary>
    public required long FeatureCount { get; init; }

    /// <summary>The fields, in order.</summary>
    public required IReadOnlyList<LayerField> Fields { get; init; }

    /// <summary>The coordinate reference system.</summary>
    public required CrsInfo Crs { get; init; }

    /// <summary>The box around all shapes, in that system; null when there is none.</summary>
    public required Envelope? Extent { get; init; }

    /// <summary>Shapes that are not valid, and why; they are mended when read.</summary>
    public required IReadOnlyList<MendedShape> InvalidShapes { get; init; }

    /// <summary>Features without a shape, or with an empty one.</summary>
    public required int NullShapes { get; init; }

    /// <summary>Whether it has shapes at all.</summary>
    public bool HasShapes => GeometryType != "None";
}
