namespace Bocage.Data.Programmes;

/// <summary>About where something is, in WGS 84.</summary>
public sealed record PackPoint
{
    /// <summary>Degrees east, -180 to 180.</summary>
    public required double Longitude { get; init; }

    /// <summary>Degrees north, -90 to 90.</summary>
    public required double Latitude { get; init; }

    /// <summary>How far off the point may be, m.</summary>
    public required double PrecisionM { get; init; }

    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }
}
