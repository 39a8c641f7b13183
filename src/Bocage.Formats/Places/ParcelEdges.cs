using System.Globalization;
using Bocage.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Operation.OverlayNG;

namespace Bocage.Formats;

/// <summary>The edges of parcels as places for hedges, wooded banks and margins.</summary>
/// <remarks>
/// The outlines of all parcels are cut at every crossing and laid on one another (snap rounding, Hobby 1999), so that an edge that two parcels share is there once. Pieces are joined
/// where nothing branches off and cut at corners. An edge is named after the parcels on its sides, such as <c>A+B-1</c>, and counted from west to east.
/// Cost: O(k log k) for k corners.
/// </remarks>
public static class ParcelEdges
{
    /// <summary>The edges of parcels, each once.</summary>
    /// <param name="parcels">The parcels; they must not overlap.</param>
    /// <param name="options">Which edges; null for the usual.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A width, length, angle or distance is out of range.</exception>
    public static IReadOnlyList<Place> Of(IReadOnlyList<Place> parcels, ParcelEdgeOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parcels);
        options ??= new();
        Check(options);
        var shapes = parcels.Select(parcel => ZoneGeometry.ToGeometry(parcel.Zone)).ToArray();
        var tree = new STRtree<int>();
        for (var k = 0; k < shapes.Length; k++) tree.Insert(shapes[k].EnvelopeInternal, k);
        var found = new List<(int[] Sides, LineString Line)>();
        foreach (var line in Lines(shapes, options))
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add((SidesOf(line, shapes, tree, options.SnapM), line));
        }

        return [.. found.GroupBy(edge => string.Join('+', edge.Sides.Select(side => parcels[side].Id))).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => PlacesOf(group, parcels, options))];
    }

    private static void Check(ParcelEdgeOptions options)
    {
        if (!(options.WidthM > 0 && double.IsFinite(options.WidthM))) throw new ArgumentException(FormattableString.Invariant($"The width of a strip is above 0 m; got {options.WidthM}."), nameof(options));
        if (!(options.MinimumLengthM >= 0)) throw new ArgumentException(FormattableString.Invariant($"The shortest edge is 0 m or more; got {options.MinimumLengthM}."), nameof(options));
        if (!(options.CornerDegrees is >= 0 and <= 180)) throw new ArgumentException(FormattableString.Invariant($"A corner is from 0 to 180 degrees; got {options.CornerDegrees}."), nameof(options));
        if (!(options.SnapM > 0 && double.IsFinite(options.SnapM))) throw new ArgumentException(FormattableString.Invariant($"The distance at which corners are one is above 0 m; got {options.SnapM}."), nameof(options));
    }

    private static IEnumerable<LineString> Lines(Geometry[] shapes, ParcelEdgeOptions options)
    {
        if (shapes.Length == 0) return [];
        var outlines = new GeometryFactory().BuildGeometry(shapes.Select(shape => shape.Boundary));
        var merger = new LineMerger();
        merger.Add(UnaryUnionNG.Union(outlines, new PrecisionModel(1 / options.SnapM)));
        return merger.GetMergedLineStrings().Cast<LineString>().SelectMany(line => CutAtCorners(line, options.CornerDegrees));
    }

    private static IEnumerable<LineString> CutAtCorners(LineString line, double cornerDegrees)
    {
        var points = line.Coordinates;
        // A closed line may start in the middle of an edge: begin at one of its corners.
        if (line.IsClosed && Enumerable.Range(0, points.Length - 1).Where(k => Turn(points[(k + points.Length - 2) % (points.Length - 1)], points[k], points[k + 1]) > cornerDegrees).Take(1).ToArray() is [var start])
            points = [.. points[start..^1], .. points[..(start + 1)]];
        var first = 0;
        for (var k = 1; k < points.Length; k++)
        {
            if (k < points.Length - 1 && Turn(points[k - 1], points[k], points[k + 1]) <= cornerDegrees) continue;
            yield return new(points[first..(k + 1)]);
            first = k;
        }
    }

    private static double Turn(Coordinate before, Coordinate at, Coordinate after)
    {
        var turn = Math.Abs(Math.Atan2(after.Y - at.Y, after.X - at.X) - Math.Atan2(at.Y - before.Y, at.X - before.X)) * 180 / Math.PI;
        return turn > 180 ? 360 - turn : turn;
    }

    // The parcels just left and right of the middle of the longest piece.
    private static int[] SidesOf(LineString line, Geometry[] shapes, STRtree<int> tree, double snapM)
    {
        var points = line.Coordinates;
        var longest = Enumerable.Range(1, points.Length - 1).MaxBy(k => points[k].Distance(points[k - 1]));
        var (from, to) = (points[longest - 1], points[longest]);
        var (x, y, step) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2, 3 * snapM / from.Distance(to));
        Point[] beside = [.. new[] { step, -step }.Select(side => new Point(x - side * (to.Y - from.Y), y + side * (to.X - from.X)))];
        return [.. beside.SelectMany(point => tree.Query(point.EnvelopeInternal).Where(k => shapes[k].Intersects(point))).Distinct().Order()];
    }

    // Numbered before the short ones are left out, so that an edge keeps its name when the least length changes.
    private static IEnumerable<Place> PlacesOf(IGrouping<string, (int[] Sides, LineString Line)> edges, IReadOnlyList<Place> parcels, ParcelEdgeOptions options)
    {
        var number = 0;
        foreach (var (sides, line) in edges.OrderBy(edge => edge.Line.EnvelopeInternal.MinX).ThenBy(edge => edge.Line.EnvelopeInternal.MinY).ThenBy(edge => edge.Line.EnvelopeInternal.MaxX).ThenBy(edge => edge.Line.Length))
        {
            number++;
            if (line.Length < options.MinimumLengthM || !(sides.Length > 1 ? options.Shared : options.Outer)) continue;
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{edges.Key}-{number}"), PlacesFile.StripAlong(line, options.WidthM), line.Length)
            {
                Owner = Same(sides.Select(side => parcels[side].Owner)),
                Soil = Same(sides.Select(side => parcels[side].Soil)),
            };
        }
    }

    // What the parcels on both sides do not agree on is not known of the edge.
    private static string? Same(IEnumerable<string?> words) => words.Distinct().ToArray() is [var word] ? word : null;
}
