namespace Bocage.Data.Programmes;

/// <summary>About where something is.</summary>
internal static class PointFields
{
    public static PackPoint? Read(PackFields fields) => fields.OptionalPart("point", point => new PackPoint
    {
        Longitude = point.Required("lon", node => node.AsNumber("a number of degrees east, -180 to 180", degrees => Math.Abs(degrees) <= 180)),
        Latitude = point.Required("lat", node => node.AsNumber("a number of degrees north, -90 to 90", degrees => Math.Abs(degrees) <= 90)),
        PrecisionM = point.Required("precision_m", node => node.AsNumber("a number of metres above 0", metres => metres > 0)),
        Source = point.Reference("source", IdKind.Source),
    });
}
