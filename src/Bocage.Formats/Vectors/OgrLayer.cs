namespace Bocage.Formats;

/// <summary>A layer as ogrinfo describes it.</summary>
internal sealed record OgrLayer(string Name, string GeometryType, CrsInfo Crs, IReadOnlyList<LayerField> Fields)
{
    public bool HasShapes => GeometryType != "None";
}
