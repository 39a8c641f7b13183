using System.Globalization;
using System.Text;
using Bocage.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Bocage.Data.Programmes;

/// <summary>The outline of an area: a GeoJSON Polygon or MultiPolygon in WGS 84, bare, as a Feature or as a collection of one.</summary>
/// <remarks>GeoJSON is JSON and JSON is YAML, so that the YAML reader, its limits and its line numbers serve here too.</remarks>
internal static class OutlineFile
{
    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    public static Geometry Read(string path, string file) => Shape(Geometry(YamlReader.Parse(PackFolderFiles.Text(path, file), file)));

    /// <summary>The bare geometry, a ring a line; rings as they are.</summary>
    public static string Write(Geometry shape)
    {
        var text = new StringBuilder();
        var parts = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).Cast<Polygon>().Select(Rings).ToArray();
        if (shape is Polygon) text.Append("{\"type\": \"Polygon\", \"coordinates\": [").Append(parts[0]).Append("]}\n");
        else text.Append("{\"type\": \"MultiPolygon\", \"coordinates\": [").AppendJoin(", ", parts.Select(part => $"[{part}]")).Append("]}\n");
        return text.ToString();
    }

    private static string Rings(Polygon polygon) =>
        string.Join(",", new[] { polygon.ExteriorRing }.Concat(polygon.InteriorRings).Select(ring => $"\n  [{string.Join(", ", ring.Coordinates.Select(Position))}]"));

    private static string Position(Coordinate at) => string.Create(CultureInfo.InvariantCulture, $"[{at.X:R}, {at.Y:R}]");

    private static YamlNode Geometry(YamlNode root)
    {
        if (root.Optional("crs") is { } crs) throw crs.Error("a GeoJSON file is always in WGS 84 (longitude, latitude); take 'crs' out and write the coordinates so.");
        var type = root.Required("type").AsText();
        if (type == "FeatureCollection")
        {
            var features = root.Required("features");
            if (features.AsList().Count != 1) throw features.Error($"features must hold exactly one outline; got {features.AsList().Count}.");
            return Geometry(features.AsList()[0]);
        }

        return type == "Feature" ? root.Required("geometry") : root;
    }

    private static Geometry Shape(YamlNode geometry)
    {
        var coordinates = geometry.Required("coordinates");
        Geometry shape = geometry.Required("type").AsText() switch
        {
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Wgs84.CreateMultiPolygon([.. coordinates.AsList().Select(Polygon)]),
            var other => throw geometry.Error($"type must be Polygon or MultiPolygon; got '{other}'."),
        };
        if (shape.IsEmpty) throw coordinates.Error("coordinates must hold at least one polygon; got an empty list.");
        var check = new IsValidOp(shape);
        if (check.IsValid) return shape;
        var at = check.ValidationError.Coordinate;
        throw new BadInputException(FormattableString.Invariant($"{coordinates.File}, line {LineNear(coordinates, at)}: the outline must not cross or touch itself; got: {check.ValidationError.Message} at longitude {at.X:0.######}, latitude {at.Y:0.######}."));
    }

    private static Polygon Polygon(YamlNode rings)
    {
        var all = rings.AsList().Select(Ring).ToArray();
        return all.Length > 0 ? Wgs84.CreatePolygon(all[0], all[1..]) : throw rings.Error("a polygon must have at least one ring; got an empty list.");
    }

    private static LinearRing Ring(YamlNode ring)
    {
        var positions = ring.AsList().Select(At).ToArray();
        if (positions.Length < 4) throw ring.Error($"a ring must have four positions or more, the last one as the first; got {positions.Length}.");
        return positions[0].Equals2D(positions[^1])
            ? Wgs84.CreateLinearRing(positions)
            : throw ring.Error(FormattableString.Invariant($"a ring must end where it begins ({positions[0].X}, {positions[0].Y}); it ends at ({positions[^1].X}, {positions[^1].Y})."));
    }

    private static Coordinate At(YamlNode position)
    {
        if (position.AsList().Count is not (2 or 3)) throw position.Error($"a position must be longitude and latitude; got {position.AsList().Count} numbers.");
        return new(
            position.AsList()[0].AsNumber("a longitude, -180 to 180", degrees => Math.Abs(degrees) <= 180),
            position.AsList()[1].AsNumber("a latitude, -90 to 90", degrees => Math.Abs(degrees) <= 90));
    }

    // The line of the ring whose nearest position is nearest: a crossing need not lie on a position.
    private static int LineNear(YamlNode coordinates, Coordinate at)
    {
        var (best, line) = (double.PositiveInfinity, coordinates.Line);
        Look(coordinates);
        return line;

        void Look(YamlNode node)
        {
            if (node.Items is not { Count: > 0 } items) return;
            if (items[0].Items is not null)
            {
                foreach (var item in items) Look(item);
                return;
            }

            var distance = at.Distance(At(node));
            if (distance < best) (best, line) = (distance, node.Line);
        }
    }
}
