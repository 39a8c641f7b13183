namespace Bocage.Landscapes;

/// <summary>A connected group of habitat cells.</summary>
/// <param name="Id">Number from 1, in reading order of the first cell; equals its label in <see cref="PatchMap.Labels"/>.</param>
/// <param name="CellCount">Number of cells.</param>
/// <param name="AreaHa">Size in hectares.</param>
/// <param name="X">Mean x of the cell centres, in map units.</param>
/// <param name="Y">Mean y of the cell centres, in map units.</param>
/// <param name="Top">First row.</param>
/// <param name="Left">First column.</param>
/// <param name="Bottom">Last row.</param>
/// <param name="Right">Last column.</param>
public sealed record Patch(int Id, int CellCount, double AreaHa, double X, double Y, int Top, int Left, int Bottom, int Right);
