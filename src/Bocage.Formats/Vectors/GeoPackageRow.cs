using NetTopologySuite.Geometries;

namespace Bocage.Formats;

/// <summary>A feature to write.</summary>
/// <param name="Shape">Its shape; null for none.</param>
/// <param name="Values">One value per field, in order: text, whole number, number or boolean; null, NaN and empty text are written as "not known".</param>
public sealed record GeoPackageRow(Geometry? Shape, IReadOnlyList<object?> Values);
