using Bocage.Formats;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Says in which place (a municipality, for instance) a point lies.</summary>
public sealed class PlaceNames
{
    private readonly STRtree<(string Name, Geometry Shape)> tree = new();

    /// <summary>Makes a gazetteer; it may be empty.</summary>
    public PlaceNames(IEnumerable<(string Name, Geometry Shape)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        foreach (var place in places) tree.Insert(place.Shape.EnvelopeInternal, place);
        tree.Build();
    }

    internal static PlaceNames Read(LayerSource source, Grid grid, string? assumeCrs, InputNotes notes, CancellationToken cancellation)
    {
        var layer = VectorFile.Read(source.Path, source.Layer, grid.Crs, assumeCrs, cancellation);
        notes.AddMended(source.Path, layer);
        var nameOf = NameField.Of(layer, source);
        // Belgian registers write the two names of a place with a # between.
        var places = layer.Features.Where(feature => feature.Geometry is Polygon or MultiPolygon)
            .Select(feature => (nameOf(feature).Replace("#", " / ", StringComparison.Ordinal), feature.Geometry!)).ToArray();
        return places.Length > 0 ? new(places) : throw new BadInputException($"{source.Path}: the layer {layer.Name} has no polygons, so it cannot say in which place something lies.");
    }

    /// <summary>The place that holds a point, or null.</summary>
    public string? At(double x, double y)
    {
        var point = new Point(x, y);
        return tree.Query(point.EnvelopeInternal).Where(place => place.Shape.Intersects(point)).Select(place => place.Name).Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
