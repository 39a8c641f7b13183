using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Formats;

/// <summary>Turns the polygons of a geometry into a <see cref="Zone"/>.</summary>
public static class ZoneGeometry
{
    /// <summary>The zone of a valid polygon, multipolygon or collection; points, lines and empty parts have no area and are left out.</summary>
    /// <remarks>Does not check validity: rings that cross must be mended before (NetTopologySuite's <c>GeometryFixer</c>).</remarks>
    public static Zone ToZone(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        return Zone.Of(PolygonsIn(geometry).Select(polygon => new Zone(RingOf(polygon.ExteriorRing), polygon.InteriorRings.Select(RingOf))));
    }

    /// <summary>The polygons of a geometry, whatever it is made of.</summary>
    public static IEnumerable<Polygon> PolygonsIn(Geometry geometry) => geometry switch
    {
        Polygon polygon => polygon.IsEmpty ? [] : [polygon],
        GeometryCollection collection => collection.Geometries.SelectMany(PolygonsIn),
        _ => [],
    };

    private static Ring RingOf(LineString ring) => new(ring.Coordinates.Select(point => (point.X, point.Y)));
}
