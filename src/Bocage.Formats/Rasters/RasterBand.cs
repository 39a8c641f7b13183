namespace Bocage.Formats;

/// <summary>One band of a raster file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Type">GDAL's name of the type of its values, such as "Byte" or "Float32".</param>
/// <param name="NoData">The stored value that stands for "not known"; null when there is none.</param>
/// <param name="Scale">A value is the stored value times this, plus <paramref name="Offset"/>; 1 when not stated.</param>
/// <param name="Offset">See <paramref name="Scale"/>; 0 when not stated.</param>
/// <param name="HasMask">Whether a mask or a transparency band says which cells are known.</param>
/// <param name="Description">Its name; empty when it has none.</param>
public sealed record RasterBand(int Number, string Type, double? NoData, double Scale, double Offset, bool HasMask, string Description);
