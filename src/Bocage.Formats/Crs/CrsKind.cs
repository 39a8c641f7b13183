namespace Bocage.Formats;

/// <summary>What the coordinates of a map mean.</summary>
public enum CrsKind
{
    /// <summary>Not stated, or a local system that is tied to no place on Earth.</summary>
    Unknown,

    /// <summary>Longitude and latitude, in degrees: no lengths or areas can be computed.</summary>
    Geographic,

    /// <summary>A map projection, in a unit of length.</summary>
    Projected,
}
