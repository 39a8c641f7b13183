using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>A band of measurements to write.</summary>
/// <param name="Description">What the values are and in which unit; shown by GIS programs as the name of the band.</param>
/// <param name="Raster">The values.</param>
public sealed record ValueBand(string Description, Raster<float> Raster);
