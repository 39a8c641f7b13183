using NetTopologySuite.Geometries;

namespace Bocage.Data.Programmes;

/// <summary>The outline of an area in WGS 84: longitude, latitude.</summary>
public sealed record PackOutline
{
    /// <summary>A valid polygon or several.</summary>
    public required Geometry Shape { get; init; }

    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }
}
