using System.Collections.Immutable;
using Bocage.Formats;
using Bocage.Planning;
using NetTopologySuite.Index.Strtree;

namespace Bocage.Jobs.Plans;

/// <summary>The sides that places share, and those that none shares.</summary>
/// <param name="Shared">Pairs of units whose places touch along a side, with its length, m; places of one unit each way once.</param>
/// <param name="Outer">Per unit the length of its boundary that it shares with no other place, m.</param>
internal sealed record PlaceSides(ImmutableArray<SharedBoundary> Shared, ImmutableArray<double> Outer)
{
    // Sides closer than this count as one: parcels are digitised, hexagons computed.
    private const double ToleranceM = 0.01;

    public static PlaceSides Of(IReadOnlyList<PlanUnit> units)
    {
        var shapes = units.Select(unit => ZoneGeometry.ToGeometry(unit.Candidate.Facts.Place.Zone)).ToArray();
        var tree = new STRtree<int>();
        for (var k = 0; k < shapes.Length; k++) tree.Insert(shapes[k].EnvelopeInternal, k);
        var shared = ImmutableArray.CreateBuilder<SharedBoundary>();
        var outer = shapes.Select(shape => shape.Boundary.Length).ToArray();
        for (var one = 0; one < shapes.Length; one++)
        {
            var strip = shapes[one].Boundary.Buffer(ToleranceM);
            foreach (var other in tree.Query(shapes[one].EnvelopeInternal).Where(other => other > one && Place(units, one) != Place(units, other)).Order())
            {
                var length = strip.Intersection(shapes[other].Boundary).Length;
                if (length <= 4 * ToleranceM) continue;
                shared.Add(new(one, other, length));
                outer[one] -= length;
                outer[other] -= length;
            }
        }

        return new(shared.ToImmutable(), [.. outer.Select(length => Math.Max(0, length))]);
    }

    private static string Place(IReadOnlyList<PlanUnit> units, int unit) => units[unit].Candidate.Facts.Place.Id;
}
