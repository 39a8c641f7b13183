using System.Globalization;
using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Square blocks of cells of a map, as places.</summary>
/// <remarks>
/// Counted from the north-west corner of the map: the block of row i and column j is called <c>r{i}c{j}</c>, from 0. At the southern and eastern edge blocks are cut off.
/// A block's borders are borders of cells, so that its figures are those of whole cells.
/// </remarks>
public static class CellBlocks
{
    /// <summary>The blocks in which the map knows any land cover, row by row.</summary>
    /// <param name="map">The map.</param>
    /// <param name="cells">Cells along the side of a block, 1 or more.</param>
    public static IReadOnlyList<Place> Covering(LandCover map, int cells)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        var grid = map.Grid;
        var places = new List<Place>();
        for (var row = 0; row < grid.Rows; row += cells)
        {
            for (var column = 0; column < grid.Columns; column += cells)
            {
                var (bottom, right) = (Math.Min(grid.Rows, row + cells), Math.Min(grid.Columns, column + cells));
                if (KnowsAny(map, row, bottom, column, right))
                    places.Add(new(string.Create(CultureInfo.InvariantCulture, $"r{row / cells}c{column / cells}"), ZoneOf(grid, row, bottom, column, right)));
            }
        }

        return places;
    }

    private static bool KnowsAny(LandCover map, int top, int bottom, int left, int right)
    {
        for (var row = top; row < bottom; row++)
        {
            if (map.Cells.AsSpan(map.Grid.CellAt(row, left), right - left).ContainsAnyExcept((byte)0)) return true;
        }

        return false;
    }

    private static Zone ZoneOf(Grid grid, int top, int bottom, int left, int right)
    {
        var (west, east) = (grid.West + left * grid.CellWidth, grid.West + right * grid.CellWidth);
        var (north, south) = (grid.North - top * grid.CellHeight, grid.North - bottom * grid.CellHeight);
        return new(new Ring([(west, south), (east, south), (east, north), (west, north)]));
    }
}
