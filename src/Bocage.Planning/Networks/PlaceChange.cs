using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>What one planning unit changes on the map of one species.</summary>
/// <remarks>
/// Units may share cells (two measures for one place). Which cells change is rounded to whole cells (<see cref="CellsOf"/>); how much habitat is added is not: it is <see cref="AddedHa"/>.
/// </remarks>
/// <param name="Unit">Index of the planning unit.</param>
/// <param name="Cells">The cells that change, each once.</param>
/// <param name="AddedHa">Habitat that it adds: area times quality, ha, 0 or more; 0 when it makes none.</param>
/// <param name="Resistance">What the cells cost to cross afterwards, above 0; null when that does not change.</param>
/// <param name="IsHabitat">Whether the cells are habitat afterwards: part of a patch, or a stepping stone.</param>
public sealed record PlaceChange(int Unit, IReadOnlyList<int> Cells, double AddedHa, double? Resistance, bool IsHabitat)
{
    /// <summary>The cells that a place changes on the map: those with their centre in it, and when there is none the one that it covers most (of several the first).</summary>
    /// <remarks>Places that share a border never get the same cell by their centres; a place smaller than a cell may share its one cell with another.</remarks>
    public static IReadOnlyList<int> CellsOf(Grid grid, Zone place)
    {
        var byCentre = ZoneCoverage.ByCentre(grid, place).Cells.Select(part => part.Cell).ToArray();
        if (byCentre.Length > 0) return byCentre;
        var (most, share) = (-1, 0.0);
        foreach (var (cell, fraction) in ZoneCoverage.Of(grid, place).Cells) if (fraction > share) (most, share) = (cell, fraction);
        return most < 0 ? [] : [most];
    }
}
