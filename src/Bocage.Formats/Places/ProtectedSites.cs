using Bocage.Landscapes;
using Bocage.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Operation.Union;

namespace Bocage.Formats;

/// <summary>Protected sites, and how places lie to them.</summary>
public sealed class ProtectedSites
{
    private readonly (Geometry Shape, IPreparedGeometry Prepared, IndexedFacetDistance Facets)[] sites;

    /// <summary>Sites from valid polygons in map coordinates; at least one.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ProtectedSites(IEnumerable<Geometry> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        sites = [.. shapes.SelectMany(ZoneGeometry.PolygonsIn).Select(shape => ((Geometry)shape, PreparedGeometryFactory.Prepare(shape), new IndexedFacetDistance(shape)))];
        if (sites.Length == 0) throw new ArgumentException("Give at least one protected site with an area.", nameof(shapes));
    }

    /// <summary>Metres from edge to edge to the nearest site (0 when they touch or overlap), and the share of the place that is protected, land in several sites once.</summary>
    /// <remarks>Exact for straight edges. Cost: O(sites) bounding boxes, then the logarithm of the corners for each site that could be the nearest; an overlap costs O(corners).</remarks>
    public (double DistanceM, double Share) Of(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var shape = ZoneGeometry.ToGeometry(place.Zone);
        var box = shape.EnvelopeInternal;
        var touching = sites.Where(site => site.Shape.EnvelopeInternal.Intersects(box) && site.Prepared.Intersects(shape)).ToArray();
        return touching.Length == 0 ? (Nearest(shape, box), 0) : (0, ShareIn(shape, touching));
    }

    /// <summary>What a map says about a place, and how it lies to the sites.</summary>
    public PlaceFacts FactsOf(Place place, LandCover map, LandCoverKindMap kinds)
    {
        var (distance, share) = Of(place);
        return PlaceFacts.Of(place, map, kinds, distance, share);
    }

    private double Nearest(Geometry shape, Envelope box)
    {
        var nearest = double.PositiveInfinity;
        foreach (var (distance, site) in sites.Select(site => (Distance: site.Shape.EnvelopeInternal.Distance(box), site)).OrderBy(pair => pair.Distance))
        {
            if (distance >= nearest) break;
            nearest = Math.Min(nearest, site.Facets.Distance(shape));
        }

        return nearest;
    }

    private static double ShareIn(Geometry shape, (Geometry Shape, IPreparedGeometry Prepared, IndexedFacetDistance Facets)[] touching)
    {
        if (touching.Any(site => site.Prepared.Covers(shape))) return 1;
        var inside = UnaryUnionOp.Union(touching.Select(site => shape.Intersection(site.Shape)).ToArray());
        return Math.Clamp(inside.Area / shape.Area, 0, 1);
    }
}
