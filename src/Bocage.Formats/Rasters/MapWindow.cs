using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>A rectangle of a map, in map coordinates.</summary>
/// <param name="West">x of its western edge.</param>
/// <param name="South">y of its southern edge.</param>
/// <param name="East">x of its eastern edge, east of the western one.</param>
/// <param name="North">y of its northern edge, north of the southern one.</param>
public sealed record MapWindow(double West, double South, double East, double North)
{
    // Part of a cell that may stick out unnoticed: coordinates are rounded in the files.
    private const double Slack = 1e-6;

    /// <summary>The square of a size around a point.</summary>
    public static MapWindow Around(double x, double y, double sizeM) => new(x - sizeM / 2, y - sizeM / 2, x + sizeM / 2, y + sizeM / 2);

    /// <summary>The cells that it touches: snapped outwards to whole cells, and cut off at the edge of the map.</summary>
    /// <exception cref="BadInputException">It has no size, or lies outside the map.</exception>
    internal (int Left, int Top, Grid Grid) CellsOf(string path, Grid map)
    {
        if (!(West < East && South < North && double.IsFinite(East - West) && double.IsFinite(North - South)))
            throw new BadInputException($"The window {this} has no size; give xmin,ymin,xmax,ymax with xmin below xmax and ymin below ymax.");
        var left = (int)Math.Clamp(Math.Floor((West - map.West) / map.CellWidth + Slack), 0, map.Columns);
        var right = (int)Math.Clamp(Math.Ceiling((East - map.West) / map.CellWidth - Slack), 0, map.Columns);
        var top = (int)Math.Clamp(Math.Floor((map.North - North) / map.CellHeight + Slack), 0, map.Rows);
        var bottom = (int)Math.Clamp(Math.Ceiling((map.North - South) / map.CellHeight - Slack), 0, map.Rows);
        if (left >= right || top >= bottom)
            throw new BadInputException(FormattableString.Invariant($"The window {this} lies outside {path}, which spans {map.West:0.##},{map.South:0.##},{map.East:0.##},{map.North:0.##}."));
        return (left, top, new(right - left, bottom - top, map.CellWidth, map.CellHeight, map.West + left * map.CellWidth, map.North - top * map.CellHeight, map.Crs));
    }

    /// <summary>xmin,ymin,xmax,ymax.</summary>
    public override string ToString() => FormattableString.Invariant($"{West:0.##},{South:0.##},{East:0.##},{North:0.##}");
}
