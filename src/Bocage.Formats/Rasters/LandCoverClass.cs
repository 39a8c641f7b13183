namespace Bocage.Formats;

/// <summary>How a land-cover class is called and drawn.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Red">Share of red, 0 to 255.</param>
/// <param name="Green">Share of green, 0 to 255.</param>
/// <param name="Blue">Share of blue, 0 to 255.</param>
public sealed record LandCoverClass(string Name, byte Red, byte Green, byte Blue);
