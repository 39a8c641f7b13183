using NetTopologySuite.Geometries;

namespace Bocage.Formats;

/// <summary>A layer to write into a GeoPackage.</summary>
/// <param name="Name">Name of its table: a letter, then letters, digits and underscores.</param>
/// <param name="Title">What it is called for people.</param>
/// <param name="Geometry">Type of its shapes; null for a table without. Single shapes are taken for their multiple kind too.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Rows">Its features.</param>
public sealed record GeoPackageLayer(string Name, string Title, OgcGeometryType? Geometry, IReadOnlyList<LayerField> Fields, IReadOnlyList<GeoPackageRow> Rows)
{
    /// <summary>What it holds, in a few sentences.</summary>
    public string Description { get; init; } = "";

    /// <summary>A style in QGIS's QML, with which QGIS then opens the layer by itself; null for none.</summary>
    public string? StyleQml { get; init; }
}
