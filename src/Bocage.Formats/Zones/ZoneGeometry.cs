using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Formats;

/// <summary>Turns the polygons of a geometry into a <see cref="Zone"/>, and back.</summary>
public static class ZoneGeometry
{
    private static readonly GeometryFactory Shapes = new();

    /// <summary>The zone of a valid polygon, multipolygon or collection; points, lines and empty parts have no area and are left out.</summary>
    /// <remarks>Does not check validity: rings that cross must be mended before (NetTopologySuite's <c>GeometryFixer</c>).</remarks>
    public static Zone ToZone(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        return Zone.Of(PolygonsIn(geometry).Select(polygon => new Zone(RingOf(polygon.ExteriorRing), polygon.InteriorRings.Select(RingOf))));
    }

    /// <summary>The shape of a zone, for files and drawings.</summary>
    public static MultiPolygon ToShape(Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var polygons = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        foreach (var (ring, isHole) in zone.Rings)
        {
            if (isHole) polygons[^1].Holes.Add(ClosedRing(ring));
            else polygons.Add((ClosedRing(ring), []));
        }

        return Shapes.CreateMultiPolygon([.. polygons.Select(polygon => Shapes.CreatePolygon(polygon.Shell, [.. polygon.Holes]))]);
    }

    /// <summary>The polygons of a geometry, whatever it is made of.</summary>
    public static IEnumerable<Polygon> PolygonsIn(Geometry geometry) => geometry switch
    {
        Polygon polygon => polygon.IsEmpty ? [] : [polygon],
        GeometryCollection collection => collection.Geometries.SelectMany(PolygonsIn),
        _ => [],
    };

    private static Ring RingOf(LineString ring) => new(ring.Coordinates.Select(point => (point.X, point.Y)));

    private static LinearRing ClosedRing(Ring ring)
    {
        var points = ring.Points.Select(point => new Coordinate(point.X, point.Y)).ToList();
        if (!points[0].Equals2D(points[^1])) points.Add(points[0].Copy());
        return Shapes.CreateLinearRing([.. points]);
    }
}
