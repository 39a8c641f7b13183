using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Bocage.Formats;

/// <summary>Makes every shape of a layer valid, and says what it did.</summary>
internal static class ShapeMender
{
    public static VectorLayer Mend(OgrLayer layer, CrsInfo crs, IReadOnlyList<PgDump.Row> rows, IReadOnlyList<string> warnings, CancellationToken cancellation)
    {
        var features = new List<VectorFeature>();
        var mended = new List<MendedShape>();
        var dropped = new List<MendedShape>();
        var nullShapes = 0;
        var nameField = NameField(layer.Fields);
        foreach (var (feature, unreadable) in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var reason = unreadable ?? WhyInvalid(feature.Geometry);
            if (!layer.HasShapes) features.Add(feature);
            else if (reason is null && (feature.Geometry is null || feature.Geometry.IsEmpty)) nullShapes++;
            else if (reason is null) features.Add(feature);
            else
            {
                var fixedShape = feature.Geometry is null ? null : Fix(feature.Geometry);
                var note = new MendedShape(feature.Fid, nameField is null ? null : feature.Properties.GetValueOrDefault(nameField) as string, reason);
                (fixedShape is null ? dropped : mended).Add(note);
                if (fixedShape is not null) features.Add(feature with { Geometry = fixedShape });
            }
        }

        return new()
        {
            Name = layer.Name,
            Crs = crs,
            Fields = layer.Fields,
            Features = features,
            Mended = mended,
            Dropped = dropped,
            NullShapes = nullShapes,
            Warnings = [.. warnings.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>What is wrong with a shape and where; null when nothing is.</summary>
    internal static string? WhyInvalid(Geometry? shape)
    {
        if (shape is null) return null;
        var check = new IsValidOp(shape);
        return check.IsValid ? null : FormattableString.Invariant($"{check.ValidationError.Message} at ({check.ValidationError.Coordinate.X:0.######}, {check.ValidationError.Coordinate.Y:0.######})");
    }

    // A shape keeps its dimension: an area of which only a line is left is gone.
    private static Geometry? Fix(Geometry shape)
    {
        var result = GeometryFixer.Fix(shape);
        return result.IsEmpty || result.Dimension < shape.Dimension ? null : result;
    }

    private static string? NameField(IReadOnlyList<LayerField> fields)
    {
        string[] words = ["name", "naam", "nom"];
        var texts = fields.Where(field => field.Type == FieldType.Text).Select(field => field.Name).ToArray();
        return texts.FirstOrDefault(text => words.Contains(text, StringComparer.OrdinalIgnoreCase))
            ?? texts.FirstOrDefault(text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
