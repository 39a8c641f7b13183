namespace Bocage.Landscapes;

/// <summary>What a raster of measurements says about a zone.</summary>
/// <param name="Mean">Mean of the known cells, each weighted by the share that the zone covers; NaN when none is known.</param>
/// <param name="Minimum">Lowest known value of any covered cell; NaN when none is known.</param>
/// <param name="Maximum">Highest known value of any covered cell; NaN when none is known.</param>
/// <param name="KnownHa">Hectares of the zone for which a value is known.</param>
/// <param name="KnownShare">Share of the zone for which a value is known, from 0 to 1: neither NoData nor outside the raster. NaN for a zone without area.</param>
public sealed record ZonalSummary(double Mean, double Minimum, double Maximum, double KnownHa, double KnownShare);
