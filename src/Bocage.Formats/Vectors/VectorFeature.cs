using NetTopologySuite.Geometries;

namespace Bocage.Formats;

/// <summary>One shape of a layer with what is known of it.</summary>
/// <param name="Fid">Its number in the file.</param>
/// <param name="Geometry">Its shape, valid, in the plane; for a layer without shapes null.</param>
/// <param name="Properties">By field: a <see cref="string"/>, <see cref="long"/>, <see cref="double"/> or <see cref="bool"/>; null where nothing is known.</param>
public sealed record VectorFeature(long Fid, Geometry? Geometry, IReadOnlyDictionary<string, object?> Properties);
