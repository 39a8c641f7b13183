namespace Bocage.Formats;

/// <summary>Which edges of parcels become places, and how.</summary>
public sealed record ParcelEdgeOptions
{
    /// <summary>Width of the strip along an edge in metres, half on each side; above 0.</summary>
    public double WidthM { get; init; } = 5;

    /// <summary>The shortest edge in metres; 0 or more.</summary>
    public double MinimumLengthM { get; init; } = 20;

    /// <summary>An edge ends where it turns by more than this many degrees, from 0 to 180.</summary>
    public double CornerDegrees { get; init; } = 45;

    /// <summary>Whether edges between two parcels count.</summary>
    public bool Shared { get; init; } = true;

    /// <summary>Whether edges of one parcel alone count.</summary>
    public bool Outer { get; init; } = true;

    /// <summary>Corners nearer than this many metres are one, so that parcels that nearly touch share their edge; above 0.</summary>
    public double SnapM { get; init; } = 0.01;
}
