using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>The units that touch a unit.</summary>
internal static class UnitNeighbours
{
    private static readonly (int Row, int Column)[] Steps = [(-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)];

    /// <summary>Four by a side, or eight with those by a corner; fewer at the edge.</summary>
    public static IEnumerable<int> Of(Grid grid, int unit, Neighbourhood neighbourhood)
    {
        var (row, column) = grid.Position(unit);
        for (var k = 0; k < (int)neighbourhood; k++)
        {
            var (r, c) = (row + Steps[k].Row, column + Steps[k].Column);
            if (r >= 0 && r < grid.Rows && c >= 0 && c < grid.Columns) yield return grid.CellAt(r, c);
        }
    }

    /// <summary>The same without an iterator, for inner loops: writes the units and returns how many.</summary>
    public static int Fill(Grid grid, int unit, Neighbourhood neighbourhood, Span<int> units)
    {
        var (row, column) = grid.Position(unit);
        var count = 0;
        for (var k = 0; k < (int)neighbourhood; k++)
        {
            var (r, c) = (row + Steps[k].Row, column + Steps[k].Column);
            if ((uint)r < (uint)grid.Rows && (uint)c < (uint)grid.Columns) units[count++] = grid.CellAt(r, c);
        }

        return count;
    }
}
