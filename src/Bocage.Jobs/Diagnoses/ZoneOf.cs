using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A shape from a file as the zone that the pure library works with.</summary>
internal static class ZoneOf
{
    /// <summary>The zone of all polygons in a valid shape.</summary>
    public static Zone Shape(Geometry shape) => Zone.Of(Polygons(shape).Select(polygon =>
        new Zone(RingOf(polygon.ExteriorRing), polygon.InteriorRings.Select(RingOf))));

    /// <summary>The polygons of a shape, whatever it is made of.</summary>
    public static IEnumerable<Polygon> Polygons(Geometry shape) => shape switch
    {
        Polygon { IsEmpty: false } polygon => [polygon],
        GeometryCollection collection => collection.Geometries.SelectMany(Polygons),
        _ => [],
    };

    private static Ring RingOf(LineString ring) => new(ring.Coordinates.Select(c => (c.X, c.Y)));
}
