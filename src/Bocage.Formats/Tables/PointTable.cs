namespace Bocage.Formats;

/// <summary>Places with a name, from a table <c>id,x,y</c>.</summary>
/// <remarks>The same layout as <see cref="CostTable"/>; coordinates are in the coordinate reference system of the map that the points are used with.</remarks>
public static class PointTable
{
    /// <summary>Reads the table, in the order of its rows.</summary>
    /// <exception cref="BadInputException">The file is missing, or a row is wrong; an id that stands there twice is, too.</exception>
    public static IReadOnlyList<NamedPoint> Read(string path)
    {
        using var table = TableReader.WithHeader(path, "id", "x", "y");
        var (id, x, y) = (table.Require("id"), table.Require("x"), table.Require("y"));
        var points = new List<NamedPoint>();
        var rows = new Dictionary<string, int>();
        while (table.Next())
        {
            table.CheckWidth(3);
            if (!rows.TryAdd(table.Text(id), table.Row)) throw table.Wrong(id, $"an id that is not yet in the table (it stands in row {rows[table.Text(id)]})");
            points.Add(new(table.Text(id), table.Number(x, "a coordinate", _ => true), table.Number(y, "a coordinate", _ => true)));
        }

        return points.Count > 0 ? points : throw new BadInputException($"{path} has a header and no rows; expected at least one point.");
    }
}
