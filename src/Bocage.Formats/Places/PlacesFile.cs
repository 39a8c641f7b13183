using Bocage.Landscapes;
using Bocage.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;

namespace Bocage.Formats;

/// <summary>Places from any vector file: parcels, municipalities, ditches.</summary>
public static class PlacesFile
{
    /// <summary>Reads places and brings them into the reference system of a map.</summary>
    /// <remarks>
    /// Polygons become places as they are; of lines, the strip along them does. Owner, soil, groundwater (cm below the surface) and slope are taken from fields with usual
    /// names in English, Dutch, French or German; every other field is an attribute. Empty values are not known. Shapes that cross themselves are mended, with a note.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="grid">The map that the places must lie on, at least in part.</param>
    /// <param name="options">How to read; null for the usual way.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The width of the strip along a line is not above 0.</exception>
    /// <exception cref="BadInputException">The file cannot be read; a row is no polygon or line, cannot be mended, lies outside the map or has the name of another; a number is none.</exception>
    public static PlacesLayer Read(string path, Grid grid, PlaceReadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        options ??= new();
        if (options.LineWidthM is { } width && !(width > 0 && double.IsFinite(width))) throw new ArgumentException(FormattableString.Invariant($"The width of the strip along a line is above 0 m; got {width}."), nameof(options));
        var layer = VectorFile.Read(path, options.Layer, grid.Crs, options.AssumeCrs, cancellation);
        if (layer.Dropped.Count > 0) throw new BadInputException($"{path}, row {layer.Dropped[0].Fid}{(layer.Dropped[0].Name is { } name ? $" ({name})" : "")}: the shape cannot be mended ({layer.Dropped[0].Reason}).");
        var fields = new PlaceFields(layer, path, options.IdField);
        List<string> notes = [.. layer.Mended.Select(shape => $"{path}, row {shape.Fid}{(shape.Name is null ? "" : $" ({shape.Name})")}: the shape was mended ({shape.Reason}).")];
        var map = new Envelope(grid.West, grid.East, grid.South, grid.North);
        var places = new List<Place>();
        var rowOfId = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var feature in layer.Features)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = fields.RowOf(feature);
            if (IsOutside(feature.Geometry!, map))
            {
                var where = $"{path}, {row}: the place lies outside the map";
                if (!options.LeaveOutOutside) throw new BadInputException($"{where} ({grid}).");
                notes.Add(where + ", so it was left out.");
                continue;
            }

            var id = fields.IdOf(feature);
            if (!rowOfId.TryAdd(id, row)) throw new BadInputException($"{path}, {row}: the place is called '{id}' in the field {fields.IdField}, as is {rowOfId[id]}; name a field in which every row has a name of its own.");
            places.Add(fields.Describe(PlaceOf(path, row, id, feature.Geometry!, options.LineWidthM), feature));
        }

        return places.Count > 0 ? new(places, notes) : throw new BadInputException($"{path}: the layer {layer.Name} has no places on the map ({grid}).");
    }

    // Touching the edge is not lying on the map.
    private static bool IsOutside(Geometry shape, Envelope map) =>
        !shape.EnvelopeInternal.Intersects(map) || (!map.Contains(shape.EnvelopeInternal) && shape.Intersection(new GeometryFactory().ToGeometry(map)).Dimension < shape.Dimension);

    private static Place PlaceOf(string path, string row, string id, Geometry shape, double? lineWidthM)
    {
        if (shape is Polygon or MultiPolygon) return new(id, ZoneGeometry.ToZone(shape));
        if (shape is not (LineString or MultiLineString)) throw new BadInputException($"{path}, {row}: a place must be a polygon or a line; got a {shape.GeometryType}.");
        var width = lineWidthM ?? throw new BadInputException($"{path}, {row}: the place is a line; give the width of the strip along it in metres.");
        return new(id, StripAlong(shape, width), shape.Length);
    }

    /// <summary>The strip of a width along a line, half on each side, that ends where the line ends.</summary>
    internal static Zone StripAlong(Geometry line, double widthM) =>
        ZoneGeometry.ToZone(line.Buffer(widthM / 2, new BufferParameters { EndCapStyle = EndCapStyle.Flat, JoinStyle = JoinStyle.Mitre, MitreLimit = 2 }));
}
