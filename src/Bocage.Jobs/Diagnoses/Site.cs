using Bocage.Formats;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A protected site, in the reference system of the map.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape, valid.</param>
public sealed record Site(string Name, Geometry Shape)
{
    /// <summary>Size of the whole shape, on the map or not, ha.</summary>
    public double AreaHa => Shape.Area / 10_000;

    internal static IReadOnlyList<Site> Read(LayerSource source, Grid grid, string? assumeCrs, InputNotes notes, CancellationToken cancellation)
    {
        var layer = VectorFile.Read(source.Path, source.Layer, grid.Crs, assumeCrs, cancellation);
        notes.AddMended(source.Path, layer);
        var nameOf = NameField.Of(layer, source);
        var sites = layer.Features.Where(feature => feature.Geometry is Polygon or MultiPolygon).Select(feature => new Site(nameOf(feature), feature.Geometry!)).ToArray();
        return sites.Length > 0 ? sites : throw new BadInputException($"{source.Path}: the layer {layer.Name} has no polygons, so there are no protected sites to compare with.");
    }
}
