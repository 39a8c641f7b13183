namespace Bocage.Formats;

/// <summary>What the cells of a band hold.</summary>
/// <param name="Cells">Number of cells.</param>
/// <param name="NoDataShare">Share of the cells without a value, 0–1.</param>
/// <param name="Minimum">The lowest value; NaN when none is known.</param>
/// <param name="Maximum">The highest value; NaN when none is known.</param>
/// <param name="Mean">Mean of the known cells; NaN when none is known.</param>
/// <param name="Classes">Cells per class code, from low to high, when all values are whole numbers and there are at most 255; else null.</param>
public sealed record RasterCensus(long Cells, double NoDataShare, double Minimum, double Maximum, double Mean, IReadOnlyDictionary<int, long>? Classes);
