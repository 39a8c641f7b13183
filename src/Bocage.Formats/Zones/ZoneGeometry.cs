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

    /// <summary>The geometry of a zone: a polygon, or a multipolygon when it has several parts.</summary>
    public static Geometry ToGeometry(Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var polygons = zone.Polygons.Select(part => new Polygon(RingOf(part.Shell), [.. part.Holes.Select(RingOf)])).ToArray();
        return polygons.Length == 1 ? polygons[0] : new MultiPolygon(polygons);
    }

    /// <summary>The polygons of a geometry, whatever it is made of.</summary>
    public static IEnumerable<Polygon> PolygonsIn(Geometry geometry) => geometry switch
    {
        Polygon polygon => polygon.IsEmpty ? [] : [polygon],
        GeometryCollection collection => collection.Geometries.SelectMany(PolygonsIn),
        _ => [],
    };

    private static LinearRing RingOf(Ring ring)
    {
        var corners = ring.Points.Select(point => new Coordinate(point.X, point.Y)).ToList();
        if (!corners[0].Equals2D(corners[^1])) corners.Add(corners[0].Copy());
        return new([.. corners]);
    }

    private static Ring RingOf(LineString ring) => new(ring.Coordinates.Select(point => (point.X, point.Y)));
}
